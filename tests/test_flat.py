"""A flat record says when and where no more exactly than the event does."""

from typing import Any

import pytest

from dateline.flat import COLUMNS, flat
from tests.rules.small import timeline_of

POINT = {"lat": "35.1", "lon": "40.5", "uncertainty_m": "500"}
PLACES = {
    "land": {"name": "The land", "lat": "35", "lon": "41", "uncertainty_m": "90000"},
    "mill": {"name": "The mill", "part_of": "land"},
    "quay": {"name": "The quay", **POINT},
}


def record(base_url: str | None = "https://x.org/", **event: Any) -> dict[str, Any]:
    timeline = timeline_of({"a": event}, places=PLACES)
    return flat(timeline.entries[0], timeline.registry, base_url)


@pytest.mark.parametrize(
    ("date", "earliest", "latest", "precision", "qualifier"),
    [
        ("2022-01-05", "2022-01-05", "2022-01-05", "day", None),
        ("2022-01", "2022-01-01", "2022-01-31", "month", None),
        ("2022-01-05?", "2022-01-05", "2022-01-05", "day", "uncertain"),
        ("196X~", "1960-01-01", "1969-12-31", "decade", "approximate"),
        ("2022%", "2022-01-01", "2022-12-31", "year", "uncertain and approximate"),
        ("-0043-03-15", "-000043-03-15", "-000043-03-15", "day", None),
        ("2022-01-04/..", "2022-01-04", None, "day", None),
        ("Y-170000002", "-170000002-01-01", "-170000002-12-31", "year", None),
    ],
)
def test_a_date_is_edtf_with_bounds_beside_it(
    date: str, earliest: str, latest: str | None, precision: str, qualifier: str | None
) -> None:
    found = record(date=date)

    assert (found["date"], found["earliest"], found["latest"]) == (date, earliest, latest)
    assert (found["date_precision"], found["date_qualifier"]) == (precision, qualifier)


@pytest.mark.parametrize(
    ("event", "moment"),
    [
        ({"time": "04:30"}, "2022-01-05T04:30:00+03:00[Asia/Baghdad]"),
        ({"time": "~04:30"}, None),
        ({"time": "04:30/05:10"}, None),
        ({"time": "morning"}, None),
        ({"time": "04:30", "date": "2022-01"}, None),
        ({"time": "04:30", "date": "2022-01-05?"}, None),
        ({"time": "04:30", "date": "-0043-03-15"}, None),
        ({"time": "01:30", "date": "2021-11-07", "timezone": "America/New_York"}, None),
        ({}, None),
    ],
)
def test_a_moment_is_there_only_where_day_time_and_zone_are_certain(
    event: dict[str, Any], moment: str | None
) -> None:
    assert record(**{"timezone": "Asia/Baghdad", **event})["moment"] == moment


def test_a_place_without_a_position_is_within_the_circle_of_the_one_around_it() -> None:
    found = record(place="mill")

    assert found["places"] == ["The mill"]
    assert (found["latitude"], found["uncertainty_m"], found["position_of"]) == (35, 90_000, "The land")


def test_a_circle_is_that_of_the_first_place_that_has_one() -> None:
    found = record(places=["somewhere else", "quay", "land"])

    assert (found["latitude"], found["longitude"], found["position_of"]) == (35.1, 40.5, "The quay")
    assert found["blur_m"] is None


def test_without_a_position_there_is_no_point() -> None:
    found = record()

    assert [found[name] for name in ("latitude", "longitude", "uncertainty_m", "position_of")] == [None] * 4


def test_the_address_of_a_page_is_in_full_where_it_can_be() -> None:
    assert record()["url"] == "https://x.org/events/a.html"
    assert record(None)["url"] == "events/a.html"


def test_each_column_is_explained_and_holds_what_it_says() -> None:
    types = {"string": str, "array": list, "number": float, "integer": int, "boolean": bool}
    found = record(place="quay", tags=["x"], time="04:30")

    assert list(found) == [column.name for column in COLUMNS]
    for column in COLUMNS:
        assert found[column.name] is None or isinstance(found[column.name], types[column.type]), column.name
        assert column.says.endswith(".")
