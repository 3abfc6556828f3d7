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


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        ("rounds", Speaker("coalition", "US-led coalition", "actor", "rounds")),
        ("loose", Speaker(None, "A witness", "name", "loose")),
        ("cells", Speaker("cells", "Militia cells", "actor")),
        ("wire", Speaker("wire", "Wire story", "source")),
        ("A neighbour", Speaker(None, "A neighbour", "name")),
        (None, None),
    ],
)
def test_a_speaker_is_a_claim_then_an_actor_then_a_source_then_a_name(
    reference: str | None, expected: Speaker | None
) -> None:
    claims = [
        {"id": "rounds", "by": "coalition", "about": "count", "text": "Eight."},
        {"id": "loose", "by": "A witness", "about": "count", "text": "Nine."},
    ]
    event = entry(claims=claims).event

    assert speaker(reference, event, registry()) == expected


def test_every_according_to_of_the_figures_is_resolved() -> None:
    made = entry(
        date_according_to="wire",
        measures=[{"name": "rounds", "value": "8", "according_to": "coalition"}],
        casualties=[{"type": "killed", "count": "0", "according_to": "A witness"}],
        damage=[{"text": "Minor", "according_to": "cells"}],
    )

    assert {key: said.name for key, said in made.speakers.items()} == {
        "A witness": "A witness",
        "cells": "Militia cells",
        "coalition": "US-led coalition",
        "wire": "Wire story",
    }


def test_a_citation_is_a_record_an_address_or_described_in_place() -> None:
    known, address, own, other = entry(
        sources=[
            {"source": "paper", "locator": "page 4"},
            "https://example.org/a",
            {"title": "A book", "publisher": "afp"},
            "unknown-id",
        ]
    ).cited

    assert (known.id, known.locator) == ("paper", "page 4")
    assert known.via == (Name("radio", "Radio"), Name("wire", "Wire story"))
    assert address.id is None
    assert address.url is not None
    assert address.url.host == "example.org"
    assert (own.source.title, own.publisher) == ("A book", Name("afp", "Agence France-Presse"))
    assert (other.id, other.source.title, other.url) == (None, "unknown-id", None)


def test_a_source_in_a_few_words_is_its_publisher_its_host_or_its_title() -> None:
    cited = entry(sources=["wire", "https://example.org/a", {"title": "A book"}]).cited

    assert [label(one) for one in cited] == ["Agence France-Presse", "example.org", "A book"]


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
