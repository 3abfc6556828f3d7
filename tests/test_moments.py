"""A stated local time has its moment in UTC; what is vague has none."""

from typing import Any

from dateline.moments import StatedTime, stated_times
from tests.rules.small import timeline_of


def times(**event: Any) -> list[StatedTime]:
    """The times of one event."""
    timeline = timeline_of({"a": {"timezone": "Asia/Baghdad", **event}})
    return list(stated_times(timeline.story(timeline.entries[0])))


def test_a_minute_is_a_moment_with_its_offset_and_its_day_in_utc() -> None:
    (one,) = times(time="01:00", date="2020-01-03")

    assert one.datetime == "2020-01-03T01:00+03:00"
    assert one.utc is not None
    assert (one.utc.clock.text, one.utc.date and one.utc.date.text) == ("22:00", "2020-01-02")
    assert one.utc.datetime == "2020-01-02T22:00Z"


def test_a_stretch_of_time_is_one_in_utc_too() -> None:
    (one,) = times(time="04:30/05:10")

    assert one.datetime is None
    assert one.utc is not None
    assert (one.utc.clock.text, one.utc.date) == ("01:30/02:10", None)
    assert times(time="02:30/03:10")[0].utc is None  # midnight in UTC lies in between


def test_the_end_of_what_lasted_is_on_its_last_day() -> None:
    first, last = times(date="2022-01-03/2022-01-05", time="12:00", end_time="13:00")

    assert (first.datetime, last.datetime) == ("2022-01-03T12:00+03:00", "2022-01-05T13:00+03:00")


def test_what_is_vague_has_neither() -> None:
    vague: list[dict[str, Any]] = [
        {"time": "~15:40"},
        {"time": "morning"},
        {"time": "15:40", "date": "2022-01"},
        {"time": "15:40", "date": "2022-01-05?"},
        {"time": "02:30", "date": "2022-03-13", "timezone": "America/New_York"},
    ]

    assert [(one.datetime, one.utc) for event in vague for one in times(**event)] == [(None, None)] * 5


def test_an_old_offset_with_seconds_is_given_in_utc() -> None:
    (one,) = times(time="12:00", date="1850-01-01", timezone="Europe/Paris")

    assert one.datetime == "1850-01-01T11:50Z"
