"""The calendar of a slice holds whole days that stay where they are, and none that is not known."""

from datetime import date
from typing import Any

import pytest
from icalendar import Calendar

from dateline.outputs import calendar
from dateline.timeline import Timeline
from tests.outputs.planning import BASE, planned
from tests.outputs.slices_of import HOSTILE, every_slice
from tests.rules.small import timeline_of


def read(raw: bytes) -> Any:
    """The calendar as another program reads it."""
    return Calendar.from_ical(raw)


def days(timeline: Timeline) -> dict[str, tuple[date, date]]:
    """The first day of each event, and the first that is over, by title."""
    whole = read(planned(calendar, timeline)["calendar.ics"])
    return {
        str(one["URL"]).rpartition("/")[2].removesuffix(".html"): (one["DTSTART"].dt, one["DTEND"].dt)
        for one in whole.walk("VEVENT")
    }


def test_an_event_of_a_known_day_stands_there_for_that_day_whatever_its_hour() -> None:
    assert days(every_slice()) == {
        "day": (date(2022, 1, 5), date(2022, 1, 6)),
        "both": (date(2022, 1, 3), date(2022, 1, 6)),
        "hostile": (date(2022, 1, 5), date(2022, 1, 6)),
    }


@pytest.mark.parametrize(
    "text",
    [
        *("2022-01", "2022-01-XX", "2022-01-05?", "2022-01-05~", "[2022-01-03..2022-01-05]", "196X"),
        *("2022-01-04/..", "2022-01-04/", "/2022-01-05", "2022-01-04/2022-01", "-0043-03-15", "0000-01-01"),
    ],
)
def test_a_date_that_is_no_certain_day_is_left_out_and_counted(text: str) -> None:
    made = read(planned(calendar, timeline_of({"a": {"date": text}}))["calendar.ics"])

    assert made.walk("VEVENT") == []
    assert str(made["DESCRIPTION"]).startswith("1 event is not in this calendar")


def test_the_first_and_the_last_day_that_a_calendar_knows_are_there() -> None:
    raw = planned(calendar, timeline_of({"a": {"date": "0001-01-01"}, "b": {"date": "9999-12-31"}}))

    assert [one["DTSTART"].dt for one in read(raw["calendar.ics"]).walk("VEVENT")] == [
        date(1, 1, 1),
        date(9999, 12, 31),
    ]


def test_the_hour_is_said_in_words_with_its_zone() -> None:
    (event,) = [
        one
        for one in read(planned(calendar, every_slice())["places/mill/calendar.ics"]).walk("VEVENT")
        if "day" in one["URL"]
    ]

    assert "04:30, Asia/Baghdad, 2022-01-05T04:30:00+03:00[Asia/Baghdad]" in event["DESCRIPTION"]
    assert event["LOCATION"] == "The mill"
    assert [str(word) for word in event["CATEGORIES"].cats] == ["wall"]


def test_texts_come_out_as_they_were_typed() -> None:
    (event,) = [
        one
        for one in read(planned(calendar, every_slice())["calendar.ics"]).walk("VEVENT")
        if "hostile" in one["URL"]
    ]

    assert event["SUMMARY"] == HOSTILE.strip()


def test_every_line_is_short_and_every_event_has_what_the_standard_asks_for() -> None:
    raw = planned(calendar, every_slice())["calendar.ics"]
    made = read(raw)

    assert all(len(line) <= 75 for line in raw.split(b"\r\n"))
    assert b"\n" not in raw.replace(b"\r\n", b"")
    for one in made.walk("VEVENT"):
        assert str(one["UID"]).startswith("urn:uuid:")
        assert one["DTSTAMP"].dt.utcoffset().total_seconds() == 0
    assert not made.errors


def test_without_an_address_there_is_none() -> None:
    raw = planned(calendar, every_slice(), None)["calendar.ics"]

    assert b"\r\nURL" not in raw
    assert BASE.encode() not in raw
