"""An event stands at each of its places, or at the nearest one around that has a position."""

from collections.abc import Mapping
from typing import Any

from dateline.atlas import Atlas, atlas
from tests.rules.small import timeline_of

POINT = {"lat": "35.1", "lon": "40.5", "uncertainty_m": "5000"}
PLACES = {
    "base": {**POINT, "part_of": "field"},
    "field": {**POINT, "part_of": "province"},
    "province": {"lat": "35.2", "lon": "40.3", "uncertainty_m": "120000", "part_of": "syria"},
    "village": {"part_of": "province"},
    "syria": {},
    "loop": {"part_of": "loop"},
}


def of(events: Mapping[str, Mapping[str, Any]]) -> Atlas:
    return atlas(timeline_of(events, places=PLACES))


def where(found: Atlas) -> dict[str, tuple[int, ...]]:
    return {place.id or place.name: place.events for place in found.places}


def test_an_event_stands_at_each_of_its_places() -> None:
    found = of({"a": {"places": ["base", "province"]}, "b": {"place": "base"}})

    assert where(found) == {"base": (0, 1), "province": (0,)}
    assert found.unplaced == 0


def test_a_place_without_a_position_stands_for_what_it_lies_in() -> None:
    found = of({"a": {"place": "village"}, "b": {"places": ["village", "province"]}})

    assert where(found) == {"province": (0, 1)}


def test_what_has_no_position_at_all_is_counted() -> None:
    found = of({"a": {"place": "syria"}, "b": {"place": "loop"}, "c": {"place": "Somewhere"}, "d": {}})

    assert (found.places, found.spots, found.unplaced) == ((), (), 4)


def test_places_with_one_circle_share_a_spot() -> None:
    found = of({"a": {"place": "base"}, "b": {"place": "field"}, "c": {"places": ["base", "field"]}})

    assert [spot.places for spot in found.spots] == [(0, 1)]
    assert found.events([0]) == {0, 1, 2}


def test_a_place_that_events_describe_is_one_place_for_all_of_them() -> None:
    barn = {"name": "Barn", **POINT}
    found = of({"a": {"place": barn}, "b": {"place": barn}, "c": {"place": {**barn, "name": "Mill"}}})

    assert where(found) == {"Barn": (0, 1), "Mill": (2,)}
    assert len(found.spots) == 1
