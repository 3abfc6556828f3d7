"""A place's page says what it lies in and what lies in it, with its circle on a map."""

from dateline.outputs import places
from tests.outputs.planning import main_text, planned
from tests.rules.small import timeline_of

TIMELINE = timeline_of(
    {"a": {"place": "base"}},
    places={
        "base": {"name": "Base", "part_of": "syria", "lat": "35.1", "lon": "40.5", "uncertainty_m": "5000"},
        "syria": {"name": "Syria", "possibly": ["base"]},
        "moon": {"name": "Moon", "part_of": "moon"},
    },
)


def test_each_place_has_a_page_and_all_have_a_list() -> None:
    assert sorted(planned(places, TIMELINE)) == [
        "places.html",
        "places/base.html",
        "places/moon.html",
        "places/syria.html",
    ]


def test_an_event_is_on_the_pages_of_all_places_around_its_own() -> None:
    pages = planned(places, TIMELINE)

    assert "../events/a.html" in pages["places/base.html"].decode()
    assert "../events/a.html" in pages["places/syria.html"].decode()
    assert "../events/a.html" not in pages["places/moon.html"].decode()


def test_a_place_leads_to_what_it_lies_in_and_to_what_lies_in_it() -> None:
    pages = planned(places, TIMELINE)

    assert 'href="../places/syria.html"' in pages["places/base.html"].decode()
    assert 'href="../places/base.html"' in pages["places/syria.html"].decode()


def test_only_a_place_with_a_position_has_a_map() -> None:
    pages = planned(places, TIMELINE)

    assert "<svg" in pages["places/base.html"].decode()
    assert "<svg" not in pages["places/syria.html"].decode()


def test_the_list_says_where_a_place_lies() -> None:
    read = main_text(planned(places, TIMELINE)["places.html"])

    assert read == "Places Base Syria 1 event Moon 0 events Syria 1 event"
