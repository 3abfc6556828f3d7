"""A text does not tell what a blur hides."""

import pytest

from dateline.models import Place
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


def test_an_actor_that_tells_is_found_once_however_often_it_tells() -> None:
    note = "At 35.10, -40.55, or at 35.11, -40.56."
    timeline = timeline_of(places={"house": HIDDEN}, actors={"army": {"note": note}})

    assert [(one.kind, one.id, one.loc) for one in found(rule, timeline)] == [("actor", "army", ("note",))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("35.10 40.55", (35.1, 40.55)),
        (f"35.10{'x' * 12}40.55", (35.1, 40.55)),
        ("135.123456789012345, 40.55", (135.123456789012345, 40.55)),
        ("35° 6' 4\" N, 40° 33' 8\" W", (35.10111, 40.55222)),
        ("35 ° 6 ' 4 \" N, 40 ° 33 ' 8 \" W", (35.10111, 40.55222)),
        ("35º6'4.25''N 40º33'8.123456''W", (35.10118, 40.55226)),
        ("35°06’04” N, 140°33’08” W", (35.10111, 140.55222)),
        ("35°06′N 40°33′W", (35.1, 40.55)),
        ("35° 6.072' N, 40° 33.1' W", (35.1012, 40.55167)),
        ("35°6.123456789012345′N 40°33′4.123456789012345″W", (35.10206, 40.55115)),
        ("35°0′59.9″N 40°0′59.918″W", (35.01664, 40.01664)),
    ],
)
def test_two_numbers_are_read_as_degrees(text: str, expected: tuple[float, float]) -> None:
    assert list(rule.pairs(text)) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        ".10, .20",
        "1234.50, 40.55",
        "35.10, 40.1234567890123456",
        "35.10 7 40.55",
        "35.10. 40.55",
        f"35.10{'x' * 13}40.55",
        "° 6', 40° 33'",
        "35° ', 40° '",
        "35° 123', 40° 123'",
    ],
)
def test_other_numbers_are_no_degrees(text: str) -> None:
    assert list(rule.pairs(text)) == []


def test_a_comma_among_the_seconds_is_read_without_a_fault() -> None:
    assert len(list(rule.pairs("35° 6' 4,5\" N, 40° 33' 8,5\" W"))) <= 1


@pytest.mark.parametrize(
    ("where", "told", "inside"),
    [
        ((-35.1, -40.55), (35.1, 40.55), True),
        ((-35.1, -40.55), (40.55, 35.1), True),
        ((0, 0), (0.0, 0.0), True),
        ((0, 0), (0.00005, 0.0), False),
        ((35.1, 0), (35.1, 0.0), True),
        ((0, 40.55), (0.0, 40.55), True),
        ((90, 0), (90.0, 0.0), True),
        ((80, 0), (100.0, 180.0), False),
        ((89, 0), (91.0, 180.0), False),
    ],
)
def test_a_point_is_told_by_its_figures_in_any_order_and_hemisphere(
    where: tuple[float, float],
    told: tuple[float, float],
    inside: bool,  # noqa: FBT001  # a column of the table above
) -> None:
    lat, lon = map(str, where)
    house = Place.model_validate({"name": "House", "lat": lat, "lon": lon, "uncertainty_m": "1"})

    assert rule.holds(house, *told) is inside
