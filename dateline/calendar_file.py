# SPDX-License-Identifier: MIT
"""The entries of an iCalendar file as plain values, each with the line where it begins."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from dateline.ics_text import OWN_PREFIX, plain, unfolded
from dateline.incoming import Gathering, Place
from dateline.problems import shown
from dateline.tables import text_of

OF_THE_WHOLE = ("X-WR-CALNAME", "X-WR-CALDESC", "NAME", "DESCRIPTION")
WHOLE = "this is about the whole calendar: its words belong in site.yaml or on a page"


@dataclass(frozen=True, slots=True)
class Entry:
    """A VEVENT; `component` is that of the icalendar package."""

    at: Place
    component: Any

    def texts(self, key: str) -> list[str]:
        """The values of a property as texts."""
        found = several(self.component.get(key))
        if key == "CATEGORIES":
            return [str(one) for value in found for one in getattr(value, "cats", [value])]
        return [str(one) if isinstance(one, str) else printed(one) for one in found]

    def text(self, key: str) -> str:
        """The values of a property in one text."""
        return " ".join(self.texts(key))

    def own(self) -> dict[str, str]:
        """What a dateline site told in properties of its own, by name in lower case."""
        return {
            key.upper().removeprefix(OWN_PREFIX).lower(): plain(" ".join(map(printed, several(found))))
            for key, found in self.component.items()
            if key.upper().startswith(OWN_PREFIX)
        }

    def moment(self, key: str) -> date | None:
        """The day or moment of a property; None where it has none that can be read."""
        found = self.typed(key)
        return found if isinstance(found, date) else None

    def zone(self) -> str:
        """The name of the zone that the start is given in; empty where there is none."""
        start = self.component.get("DTSTART")
        return str(getattr(start, "params", {}).get("TZID", ""))

    def duration(self) -> timedelta | None:
        """How long it lasts, if it says so."""
        found = self.typed("DURATION")
        return found if isinstance(found, timedelta) else None

    def typed(self, key: str) -> object:
        """The value of a property of time; None where there is none, or one that cannot be read."""
        from icalendar.error import BrokenCalendarProperty

        try:
            return getattr(self.component.get(key), "dt", None)
        except BrokenCalendarProperty:
            return None

    def rest(self, carried: Container[str]) -> Iterator[tuple[str, str]]:
        """The other properties, and the components inside, with their values."""
        for key in self.component:
            if key.upper() not in carried:
                yield key.upper(), self.text(key)
        for key, found in (("DTEND", self.moment("DTEND")), ("DURATION", self.duration())):
            if key in self.component and found is None:
                yield key, self.text(key)
        for inner in self.component.subcomponents:
            yield inner.name, " ".join(printed(inner.get(key)) for key in inner)
        for key, message in self.component.errors:
            yield str(key or "line"), str(message)


def several(found: Any) -> list[Any]:
    """The values of a property, which are a list where there is more than one."""
    return found if isinstance(found, list) else [] if found is None else [found]


def printed(value: Any) -> str:
    """A value as it stands in a file."""
    try:
        text = value.to_ical()
    except (AttributeError, ValueError, TypeError):
        return str(value)
    return text.decode("utf-8", "replace") if isinstance(text, bytes) else str(text)


def calendar_entries(name: str, raw: bytes, into: Gathering) -> Iterator[Entry]:
    """Each VEVENT of a file; what else there is, and what cannot be read, is noted."""
    from icalendar import Calendar

    text = text_of(name, unfolded(raw), into)
    try:
        calendars = Calendar.from_ical(text, multiple=True)
    except (ValueError, IndexError, KeyError, TypeError, AttributeError, OverflowError) as error:
        into.refuse(Place(name, 1), "", "", f"this file is no calendar: {shown(str(error))}")
        return
    if text and not calendars:
        into.refuse(Place(name, 1), "", "", "this file holds no calendar")
    lines = lines_of(raw)
    for calendar in calendars:
        for text, key in {
            plain(printed(calendar[key])): key for key in OF_THE_WHOLE if key in calendar
        }.items():
            into.leave(Place(name, 1), key, text, WHOLE)
        for component in calendar.subcomponents:
            if component.name == "VEVENT":
                yield Entry(Place(name, next(lines, 1)), component)
            elif component.name != "VTIMEZONE":
                what = str(component.get("SUMMARY", ""))
                into.leave(
                    Place(name, 1), str(component.name), what, "only entries of kind VEVENT are events"
                )


def lines_of(raw: bytes) -> Iterator[int]:
    """The line where each VEVENT begins; a line that goes on another begins with a blank."""
    for number, line in enumerate(raw.split(b"\n"), 1):
        if line.rstrip().upper() == b"BEGIN:VEVENT":
            yield number
