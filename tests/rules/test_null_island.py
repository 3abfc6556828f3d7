"""Nothing happens at 0, 0."""

from dateline.problems import Finding
from dateline.rules import null_island as rule
from tests.rules.small import bad, found, good, timeline_of

MESSAGE = "latitude 0, longitude 0 lies in the Atlantic Ocean"
HINT = "write the position of the place, or leave lat, lon and uncertainty_m out when it is not known"


def test_a_place_at_zero_zero_is_found() -> None:
    assert found(rule, timeline_of(places={"market": bad(rule)})) == [
        Finding("place", "market", ("lat",), MESSAGE, HINT)
    ]


def test_a_place_elsewhere_is_fine() -> None:
    assert found(rule, timeline_of(places={"market": good(rule)})) == []


def test_the_equator_and_the_meridian_are_fine_and_so_is_no_point() -> None:
    point = {"uncertainty_m": "500"}
    places = {
        "quito": {"lat": "0", "lon": "-78.5", **point},
        "greenwich": {"lat": "51.5", "lon": "0", **point},
    }

    assert found(rule, timeline_of(places={**places, "unknown": {}})) == []


def test_a_place_described_in_an_event_is_looked_at() -> None:
    events = {"a": {"place": bad(rule)}, "b": {"places": [bad(rule)]}}

    assert [(one.id, one.loc) for one in found(rule, timeline_of(events))] == [
        ("a", ("place", "lat")),
        ("b", ("places", 0, "lat")),
    ]
