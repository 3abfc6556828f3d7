"""A new event is compared with those that there are, by day, place and type; the rule tests the rest."""

import pytest

from dateline.duplicates import alike
from tests.rules.small import Record, timeline_of

PLACES = {"mill": {"lat": "40.20", "lon": "-4.00", "uncertainty_m": "500"}}
THERE: dict[str, Record] = {
    "first": {"type": "shelling", "place": "mill"},
    "far": {"type": "shelling", "place": "Elsewhere"},
    "later": {"type": "shelling", "place": "mill", "date": "2022-01-08"},
    "fire": {"type": "fire", "place": "mill"},
}


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        ({"type": "shelling", "place": "mill"}, ["first"]),
        ({"type": "shelling", "place": "mill", "date": "2022-01-04"}, ["first"]),
        ({"type": "shelling", "place": "mill", "date": "2022-01-07"}, ["later"]),
        ({"place": "mill"}, ["fire", "first"]),
        ({"type": "shelling"}, []),
        ({"type": "shelling", "place": "mill", "date": "2022"}, []),
    ],
)
def test_one_day_and_place_and_type_is_alike(new: Record, expected: list[str]) -> None:
    row = timeline_of({"new": new}, places=PLACES).by_id["new"].row

    assert sorted(found.id for found in alike(row, timeline_of(THERE, places=PLACES))) == expected
