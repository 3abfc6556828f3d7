"""The registry follows places, actors and sources by their ids, and never in a circle."""

from dateline.registry import Name, Registry
from tests.rules.small import timeline_of

PLACES = {
    "base": {"name": "Green Village", "part_of": "province"},
    "province": {"name": "Deir Ezzor", "part_of": "syria"},
    "syria": {"name": "Syria"},
    "here": {"name": "Here", "part_of": "there"},
    "there": {"name": "There", "part_of": "here"},
    "lost": {"name": "Lost", "part_of": "gone"},
}
SOURCES = {"wire": {}, "paper": {"based_on": ["wire"], "via": "radio"}, "radio": {"via": "wire"}}


def registry() -> Registry:
    """A small registry."""
    actors = {"army": {"name": "Army"}}
    return timeline_of(places=PLACES, sources=SOURCES, actors=actors).registry


def test_a_place_is_followed_to_the_largest_that_holds_it() -> None:
    assert [name.id for name in registry().chain("base")] == ["base", "province", "syria"]
    assert registry().chain("lost") == (Name("lost", "Lost"),)


def test_a_record_goes_by_its_name() -> None:
    assert registry().actor_name("army") == Name("army", "Army")
    assert registry().source_name("wire") == Name("wire", "wire")


def test_places_that_lie_in_one_another_do_not_hang() -> None:
    assert registry().chain("here") == (Name("here", "Here"), Name("there", "There"))
    assert registry().chain("gone") == ()


def test_sources_are_followed_to_their_roots_even_in_a_circle() -> None:
    circle = timeline_of(sources={"a": {"via": "b"}, "b": {"via": "a"}}).registry

    assert registry().roots("paper") == frozenset({"wire"})
    assert registry().roots("wire") == frozenset({"wire"})
    assert circle.roots("a") == frozenset()


def test_names_that_lead_nowhere_are_kept_as_text() -> None:
    assert registry().source_name("gone") == Name(None, "gone")
    assert registry().actor_name("gone") == Name(None, "gone")
    assert registry().source_name(None) is None
    assert registry().actor_name(None) is None
