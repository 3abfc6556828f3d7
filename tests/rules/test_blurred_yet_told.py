"""A text does not tell what a blur hides."""

import pytest

from dateline.rules import blurred_yet_told as rule
from tests.rules.small import bad, found, good, timeline_of

HIDDEN = {"name": "House", "lat": "35.10", "lon": "-40.55", "uncertainty_m": "20000", "blur_m": "19000"}


def places_of(*texts: str) -> list[tuple[str, str, tuple[str | int, ...]]]:
    timeline = timeline_of({"a": {"place": "house", "unknowns": list(texts)}}, places={"house": HIDDEN})
    return [(one.kind, one.id, one.loc) for one in found(rule, timeline)]


def test_a_note_with_coordinates_is_found() -> None:
    (finding,) = found(rule, timeline_of(places={"house": bad(rule)}))

    assert (finding.kind, finding.id, finding.loc) == ("place", "house", ("note",))
    assert "'Safe house' is, which is blurred on purpose" in finding.message


def test_a_note_without_is_fine() -> None:
    assert found(rule, timeline_of(places={"house": good(rule)})) == []


@pytest.mark.parametrize(
    "text",
    [
        "It stands at 35.1012, -40.5523.",
        "35.1012 N, 40.5523 W",
        "https://maps.example/@35.1012,-40.5523,17z",
        "https://maps.example/?lat=35.1012&lon=-40.5523",
        "geo:35.1012,-40.5523",
        "[-40.5523, 35.1012]",
        "35° 6' 4\" N, 40° 33' 8\" W",
        "35°06\N{PRIME}04.3\N{DOUBLE PRIME}N 40°33\N{PRIME}08\N{DOUBLE PRIME}W",
        "35°06\N{PRIME}N 40°33\N{PRIME}W",
    ],
)
def test_coordinates_are_found_however_they_are_written(text: str) -> None:
    assert places_of("Nobody knows.", text) == [("event", "a", ("unknowns", 1))]


@pytest.mark.parametrize(
    "text",
    ["48.8566, 2.3522", "35.1 and 40.5", "35.10 m", "between 3.14 and 2.71", "1.35.1012, 40.55"],
)
def test_other_numbers_are_fine(text: str) -> None:
    assert places_of(text) == []


def test_a_place_described_in_the_event_is_looked_at() -> None:
    described = {**HIDDEN, "note": "At 35.10, -40.55."}

    assert [one.loc for one in found(rule, timeline_of({"a": {"place": described}}))] == [("place", "note")]


def test_a_source_that_tells_is_found() -> None:
    timeline = timeline_of(places={"house": HIDDEN}, sources={"s": {"title": "House at 35.101, -40.552"}})

    assert [(one.kind, one.id) for one in found(rule, timeline)] == [("source", "s")]


def test_where_nothing_is_blurred_every_text_is_fine() -> None:
    open_ = {key: value for key, value in HIDDEN.items() if key != "blur_m"} | {"note": "35.101, -40.552"}

    assert found(rule, timeline_of(places={"house": open_})) == []
