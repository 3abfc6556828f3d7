"""iCalendar: the day and the clock of the place, whole days to their last, and what is not carried."""

import pytest

from dateline.importers import ical
from tests.importers.reading import by_title, imported, left


def test_a_calendar_gives_its_events() -> None:
    made = imported(ical, "calendar.ics")
    events = by_title(made)

    assert len(events) == 4
    assert events["A fair of three days"]["date"] == "2022-01-03/2022-01-05"
    assert events["A fair of three days"]["sources"] == ["https://example.org/fair"]
    assert events["A fair of three days"]["tags"] == ["fairs", "town-life"]
    assert events["A fair of three days"]["place"] == "Market of Aldea"
    assert events["A fair of three days"]["external_ids"] == {"ical": "one@example.org"}
    assert left(made) == {
        *((22, "RRULE", False), (22, "ATTENDEE", False), (22, "GEO", False)),
        *((38, "entry", False), (1, "VTODO", False)),
    }


def test_a_time_keeps_its_day_and_the_clock_of_its_zone() -> None:
    events = by_title(imported(ical, "calendar.ics"))
    talk, stream = events["A talk, at night"], events["A stream over midnight"]
    walk = events["A walk by the clocks of wherever"]

    assert [talk[key] for key in ("date", "time", "end_time", "timezone")] == [
        *("2020-01-03", "01:00", "01:30", "Asia/Baghdad")
    ]
    assert talk["summary"] == "First line.\nSecond line with a colon: here."
    assert [stream[key] for key in ("date", "time", "end_time", "timezone")] == [
        *("2022-01-05/2022-01-06", "23:30", "00:30", "UTC")
    ]
    assert (walk["time"], "timezone" in walk) == ("09:00", False)


@pytest.mark.parametrize(
    ("lines", "date"),
    [
        ("DTSTART;VALUE=DATE:20220103", "2022-01-03"),
        ("DTSTART;VALUE=DATE:20220103\nDTEND;VALUE=DATE:20220104", "2022-01-03"),
        ("DTSTART;VALUE=DATE:20220103\nDTEND;VALUE=DATE:20220103", "2022-01-03"),
        ("DTSTART;VALUE=DATE:20220103\nDURATION:P2D", "2022-01-03/2022-01-04"),
        ("DTSTART;VALUE=DATE:20200228\nDTEND;VALUE=DATE:20200301", "2020-02-28/2020-02-29"),
    ],
)
def test_the_end_of_whole_days_is_the_day_after_the_last(lines: str, date: str) -> None:
    text = f"BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\n{lines}\nSUMMARY:It rains\nEND:VEVENT\nEND:VCALENDAR\n"

    assert [one.fields["date"] for one in imported(ical, "a.ics", text=text).found] == [date]


def test_an_end_that_cannot_be_read_is_told() -> None:
    lines = "DTSTART;VALUE=DATE:20220103\nDTEND;VALUE=DATE:soon"
    text = f"BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\n{lines}\nSUMMARY:It rains\nEND:VEVENT\nEND:VCALENDAR\n"
    made = imported(ical, "a.ics", text=text)

    assert [one.fields["date"] for one in made.found] == ["2022-01-03"]
    assert (2, "DTEND", False) in left(made)


@pytest.mark.parametrize("text", ["x", "BEGIN:VCALENDAR", "BEGIN:VEVENT\nEND:VEVENT\n", "\n"])
def test_a_file_that_is_no_calendar_is_no_exception(text: str) -> None:
    assert imported(ical, "a.ics", text=text).found == ()
