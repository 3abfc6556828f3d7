"""A local time exists."""

import pytest

from dateline.problems import Finding
from dateline.rules import no_such_time as rule
from tests.rules.small import bad, found, good, timeline_of

NEW_YORK = {"timezone": "America/New_York"}


def test_a_time_that_the_clocks_skipped_is_found() -> None:
    assert found(rule, timeline_of({"a": bad(rule)})) == [
        Finding(
            "event",
            "a",
            ("time",),
            "2022-03-13 02:30 was skipped in America/New_York: the clocks went forward over it",
            "it was 2022-03-13 03:30 if the clock still showed the old time, "
            "2022-03-13 01:30 if it had been put forward",
        )
    ]


def test_a_time_after_the_gap_is_fine() -> None:
    assert found(rule, timeline_of({"a": good(rule)})) == []


@pytest.mark.parametrize(
    ("event", "key"),
    [
        ({"date": "2022-03-12/2022-03-13", "time": "02:30", "end_time": "02:30"}, "end_time"),
        ({"date": "2022-03-13/2022-03-14", "time": "~02:30", "end_time": "02:30"}, "time"),
        ({"date": "2022-03-13?", "time": "02:30/03:10"}, "time"),
    ],
)
def test_each_time_is_looked_up_on_its_own_day(event: dict[str, str], key: str) -> None:
    assert [one.loc for one in found(rule, timeline_of({"a": {**event, **NEW_YORK}}))] == [(key,)]


@pytest.mark.parametrize(
    "event",
    [
        {"date": "2022-03-13", "time": "morning"},
        {"date": "2022-03", "time": "02:30"},
        {"date": "2022-03-13", "time": "02:30", "timezone": "Asia/Nowhere"},
        {"date": "-0043-03-15", "time": "02:30"},
    ],
)
def test_what_cannot_be_looked_up_is_not_blamed(event: dict[str, str]) -> None:
    assert found(rule, timeline_of({"a": {**NEW_YORK, **event}})) == []


def test_the_zone_of_the_place_wins_over_that_of_the_site() -> None:
    event = {"date": "2022-03-25", "time": "00:30", "place": "base"}
    places = {"base": {"part_of": "syria"}, "syria": {"timezone": "Asia/Damascus"}}

    (one,) = found(rule, timeline_of({"a": event}, places=places, site={"timezone": "Asia/Baghdad"}))
    assert one.message == "2022-03-25 00:30 was skipped in Asia/Damascus: the clocks went forward over it"


def test_a_day_that_a_zone_went_without_is_found() -> None:
    event = {"date": "2011-12-30", "time": "12:00", "timezone": "Pacific/Apia"}

    assert found(rule, timeline_of({"a": event})) == [
        Finding(
            "event",
            "a",
            ("date",),
            "'2011-12-30' was skipped in Pacific/Apia: no clock there showed that day",
            "write the day before or after, or correct timezone",
        )
    ]
