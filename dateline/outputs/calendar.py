# SPDX-License-Identifier: MIT
"""The events of each slice as a calendar (iCalendar, RFC 5545): those whose day is known, and no others.

Each stands there for whole days, so that it keeps its day in whatever zone it is read; the hour, where
one is known, is said in its text. A date that is unsure, an estimate, vaguer than a day or before the
year 1 is left out, as a calendar could only show it more exactly than it is known; how many are, the
calendar says. What a calendar has no words for stands in properties of our own, so that an event can come
back as it was.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from dateline import clock
from dateline.csv_text import joined
from dateline.dates import Edtf, Kind, Precision
from dateline.dates.days import Day, day_at, ordinal
from dateline.digest import digest
from dateline.engine import engine
from dateline.feeds import name_of, said, said_with, title_of, updated
from dateline.flat import moment_of
from dateline.ics_text import OWN_PREFIX, folded, text
from dateline.output import Output
from dateline.slice_pieces import Writer, in_one, pieces
from dateline.slices import Slice, slices
from dateline.theme import Theme
from dateline.timeline import Entry, Timeline

SEES = "index"

FILE = "calendar.ics"
LAST_YEAR = 9999  # of iCalendar, whose years have four digits


def plan(timeline: Timeline, theme: Theme) -> Iterator[Output]:
    """A calendar for each slice."""
    for one in slices(timeline):
        key = digest((engine(), said_with(theme), one.key))
        yield Output(one.address(FILE), key, render, (one, timeline, theme)).over(len(one.entries))


def render(one: Slice, timeline: Timeline, theme: Theme) -> bytes:
    """The calendar as text."""
    dated = [entry for entry in one.entries if days(entry.date)]
    head = [
        *("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//dateline//dateline//EN", "CALSCALE:GREGORIAN"),
        *("METHOD:PUBLISH", f"NAME:{text(title_of(one, theme.site))}"),
        f"X-WR-CALNAME:{text(title_of(one, theme.site))}",
    ]
    missing = left_out(len(one.entries) - len(dated), theme)
    head += [f"{name}:{text(missing)}" for name in ("DESCRIPTION", "X-WR-CALDESC") if missing]
    events = pieces(writer(timeline, theme), dated, timeline)
    return in_one("".join(map(folded, head)).encode(), events, folded("END:VCALENDAR").encode())


def writer(_timeline: Timeline, theme: Theme) -> Writer:
    """How an event is written."""
    return Writer(FILE, said_with(theme), partial(event, theme=theme))


def left_out(count: int, theme: Theme) -> str:
    """How many events the calendar lacks, in words, and why."""
    words = theme.language.ngettext(
        "%(count)s event is not in this calendar, because its day is not known for certain.",
        "%(count)s events are not in this calendar, because their days are not known for certain.",
        count,
    )
    return words % {"count": theme.language.quantity(count)} if count else ""


def event(entry: Entry, theme: Theme) -> str:
    """An event of whole days, or nothing; its time stamp is that of its record, not of the build."""
    card = entry.card
    found = days(card.date)
    if found is None:
        return ""
    first, last = found
    stamp = updated(entry).replace("-", "").replace(":", "")
    address = f"{theme.base_url or ''}events/{entry.id}.html"
    label = [theme.word(card.type, "type")] if card.type else []
    words = [*label, *entry.row.tags]
    lines = [
        *("BEGIN:VEVENT", f"UID:{name_of(theme.site, entry)}", f"DTSTAMP:{stamp}"),
        f"DTSTART;VALUE=DATE:{compact(first)}",
        *([f"DTEND;VALUE=DATE:{compact(after(last))}"] if after(last).year <= LAST_YEAR else []),
        f"SUMMARY:{text(card.title)}",
        f"DESCRIPTION:{text(described(entry, theme, address))}",
        *([f"LOCATION:{text('; '.join(place.name for place in card.places))}"] if card.places else []),
        *([f"CATEGORIES:{','.join(map(text, words))}"] if words else []),
        *([f"URL:{address}"] if theme.base_url else []),
        *own_lines(entry),
        *("TRANSP:TRANSPARENT", "END:VEVENT"),
    ]
    return "".join(map(folded, lines))


def own_lines(entry: Entry) -> Iterator[str]:
    """The properties of our own: `X-DATELINE-ID` and its like."""
    card = entry.card
    for name, value in (
        ("id", entry.id),
        ("date", card.date.text),
        ("places", joined(place.name for place in card.places) if card.places[1:] else None),
        ("type", card.type),
        ("verification", card.verification.value),
        ("summary", card.summary),
        ("time", card.time.text if card.time else None),
        ("timezone", card.zone),
        ("lang", card.lang),
    ):
        if value:
            yield f"{OWN_PREFIX}{name.upper()}:{text(value)}"


def described(entry: Entry, theme: Theme, address: str) -> str:
    """The event in words, with its hour where one is stated."""
    card = entry.card
    parts = [said(entry, theme)]
    if card.time:
        moment = moment_of(card.date, card.time, card.zone)
        when = [clock.words(card.time, theme.language), card.zone, moment]
        parts.append(theme.language.comma.join(part for part in when if part))
    return "\n".join([*parts, *card.sources, address])


def days(date: Edtf) -> tuple[Day, Day] | None:
    """The first and the last day of a date that is certain to the day, or None."""
    ends: Sequence[Edtf | None] = (date.start, date.end) if date.kind is Kind.INTERVAL else (date, date)
    if date.kind is Kind.SET or not all(end is not None and certain(end) for end in ends):
        return None
    first, last = date.earliest, date.latest
    return (first, last) if first and last and first.year >= 1 and last.year <= LAST_YEAR else None


def certain(date: Edtf) -> bool:
    """Whether a date is a day, without a doubt."""
    return date.precision is Precision.DAY and not (date.uncertain or date.approximate)


def after(day: Day) -> Day:
    """The next day: an end in iCalendar is the first day that is over."""
    return day_at(ordinal(day) + 1)


def compact(day: Day) -> str:
    """A day in eight digits."""
    return f"{day.year:04}{day.month:02}{day.day:02}"
