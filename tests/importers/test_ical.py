"""iCalendar: the day and the clock of the place, whole days to their last, and what is not carried."""

import time
from collections.abc import Iterator

import pytest

from dateline.importers import ical
from dateline.incoming import Given, Imported
from dateline.outputs import calendar
from tests.importers.reading import FILES, by_title, imported, left
from tests.outputs.planning import planned
from tests.rules.small import timeline_of

ZONES = ("UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Kathmandu", "America/St_Johns")


def entry(lines: str) -> Imported:
    """What comes of a calendar with one entry of these lines."""
    text = f"BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nSUMMARY:It rains\n{lines}\nEND:VEVENT\nEND:VCALENDAR\n"
    return imported(ical, "a.ics", text=text)


@pytest.fixture
def _clock_set_back(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The zone of the machine, as it was."""
    yield
    monkeypatch.undo()
    time.tzset()


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


@pytest.mark.usefixtures("_clock_set_back")
@pytest.mark.parametrize("machine", ZONES)
def test_a_day_stays_that_day_wherever_the_machine_and_the_event_are(
    machine: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", machine)
    time.tzset()
    dates = ["2022-01-01", "2021-12-31/2022-01-02", "2020-02-29", "2022-03-27", "2011-12-29/2011-12-31"]
    events = {
        f"e{number}-{place}": {"date": date, "time": "00:30", "timezone": zone}
        for number, date in enumerate(dates)
        for place, zone in enumerate(ZONES)
    }
    raw = planned(calendar, timeline_of(events))["calendar.ics"]
    without_ours = b"".join(
        line for line in raw.splitlines(keepends=True) if not line.startswith(b"X-DATELINE")
    )

    for file in (raw, without_ours):
        made = ical.read(Given((("a.ics", file),)))
        assert sorted(str(one.fields["date"]) for one in made.found) == sorted(dates * len(ZONES))
    assert by_title(imported(ical, "calendar.ics"))["A talk, at night"]["date"] == "2020-01-03"


def test_a_fold_may_part_a_letter_and_lines_are_counted_as_in_the_file() -> None:
    folded = b"SUMMARY:caf\xc3\r\n \xa9 \xf0\x9f\r\n\t\x8c\xa7\r\nDESCRIPTION:a\r\n BEGIN:VEVENT"
    raw = (FILES / "calendar.ics").read_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
    first, _, rest = raw.partition(b"BEGIN:VEVENT\r\n")
    own = b"BEGIN:VEVENT\r\nUID:z\r\nDTSTART;VALUE=DATE:20220103\r\n" + folded + b"\r\nEND:VEVENT\r\n"
    made = ical.read(Given((("a.ics", b"".join((first, own, b"BEGIN:VEVENT\r\n", rest))),)))

    assert by_title(made)["café \U0001f327"]["summary"] == "aBEGIN:VEVENT"
    assert {line for line, key, _ in left(made) if key == "RRULE"} == {22 + own.count(b"\n")}


@pytest.mark.parametrize(
    ("lines", "key"),
    [
        ("DTSTART:20220103T090000Z\nDTEND:20220102T090000Z", "DTEND"),
        ("DTSTART;VALUE=DATE:20220103\nDTEND;VALUE=DATE:20220101", "DTEND"),
        ("DTSTART;VALUE=DATE:20220103\nDTEND:20220104T090000Z", "DTEND"),
        ("DTSTART:20220103T090000Z\nDTEND;VALUE=DATE:20220105", "DTEND"),
        ("DTSTART;VALUE=DATE:20220103\nDURATION:PT12H", "DURATION"),
        ("DTSTART:20220103T090059Z", "seconds"),
        ("DTSTART;TZID=Nowhere:20220103T090000", "TZID"),
        ("DTSTART;VALUE=DATE:20220103\nSTATUS:TENTATIVE", "STATUS"),
        ("DTSTART;VALUE=DATE:20220103\nCLASS:PRIVATE", "CLASS"),
        ("DTSTART;VALUE=DATE:20220103\nX-WEATHER:wet", "X-WEATHER"),
    ],
)
def test_what_an_event_cannot_say_is_named(lines: str, key: str) -> None:
    made = entry(lines)

    assert [one.fields["date"] for one in made.found] == ["2022-01-03"]
    assert left(made) == {(2, key, False)}


@pytest.mark.parametrize("start", ["20220230", "-00430315", "120220103", "0000-01-01", "soon"])
def test_a_day_that_no_calendar_has_gives_no_event_and_no_other_day(start: str) -> None:
    made = entry(f"DTSTART;VALUE=DATE:{start}")

    assert made.found == ()
    assert (2, "DTSTART", True) in left(made)


def test_a_file_of_another_kind_is_named_without_all_that_is_in_it() -> None:
    (one,) = imported(ical, "a.ics", text="title,date," + "x" * 5_000).left

    assert one.whole
    assert len(one.why) < 200


def test_a_usual_entry_leaves_nothing() -> None:
    assert left(entry("DTSTART;VALUE=DATE:20220103\nSTATUS:CONFIRMED\nCLASS:PUBLIC\nPRIORITY:5")) == set()
