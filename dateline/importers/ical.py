# SPDX-License-Identifier: MIT
"""iCalendar (RFC 5545): an event for each VEVENT, with its own day and the clock of its own zone.

An entry that a dateline site gave out comes back as the event that it was, in short.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from dateline.calendar_file import Entry, calendar_entries
from dateline.clock.zones import zone_names
from dateline.csv_text import parted
from dateline.incoming import LONGEST_LINE, Gathering, Given, Imported, Place
from dateline.pieces import is_address, one_line, place_of, source_of, tags_of, with_title
from dateline.returned import take_flat, tell_in_short
from dateline.yaml_text import Data

FILE = "calendar.ics"
CARRIED = {"UID", "DTSTART", "DTEND", "DURATION", "SUMMARY", "DESCRIPTION", "LOCATION", "URL", "CATEGORIES"}
UNTOLD = {"DTSTAMP", "CREATED", "LAST-MODIFIED", "SEQUENCE", "TRANSP", "PRIORITY"}
"""What is about the entry in the calendar and not about what happened."""

USUAL = {("STATUS", "CONFIRMED"), ("CLASS", "PUBLIC")}
"""What goes without saying."""

UNREAD = "no day of the calendar can be read here"

WHY = {
    "DTEND": "this end cannot be read",
    "DURATION": "this duration cannot be read",
    "RRULE": "a rule of repetition is not carried: only its first event is; write an event for each",
    "RDATE": "further dates are not carried; write an event for each",
    "EXDATE": "dates left out belong to a rule of repetition, which is not carried",
    "GEO": "nobody says how far off this point may be; add the place with lat, lon and uncertainty_m",
    "STATUS": "the calendar was not sure of it; is it sure now?",
    "CLASS": "it was not meant for everybody; should it be published?",
    "ATTENDEE": "who was invited is not carried",
    "ORGANIZER": "who kept the calendar is not carried",
}


def read(given: Given) -> Imported:
    """The event of each VEVENT."""
    into = Gathering("ical", given.mapping)
    for name, raw in given.files:
        ours = False
        for entry in calendar_entries(name, raw, into):
            own = entry.own()
            if {"id", "date"} - own.keys():
                take_entry(into, entry)
                continue
            if not ours:
                tell_in_short(into, Place(name, 1), FILE)
            ours = True
            take_flat(into, entry.at, returned(entry, own))
    return into.result()


def returned(entry: Entry, own: dict[str, str]) -> dict[str, Any]:
    """The flat record that an entry of a dateline site stands for."""
    tags, place = entry.texts("CATEGORIES"), entry.text("LOCATION")
    return {
        **own,
        "title": entry.text("SUMMARY"),
        "places": parted(own["places"]) if "places" in own else [place] if place else [],
        "tags": tags[1:] if own.get("type") else tags,
        "url": entry.text("URL"),
    }


def take_entry(into: Gathering, entry: Entry) -> None:
    """Add the event of an entry; what was called off did not happen."""
    at, title = entry.at, one_line(entry.text("SUMMARY"))
    if entry.text("STATUS").upper() == "CANCELLED":
        into.leave(at, "entry", title, "it was called off, so no event was made of it")
        return
    start = entry.moment("DTSTART")
    if start is None or not title:
        key = "SUMMARY" if start else "DTSTART"
        typed = entry.text(key)
        into.refuse(at, key, typed, UNREAD if typed else "an event needs a title and a date")
        return
    fields: dict[str, Data] = {**with_title(title, entry.text("DESCRIPTION"))}
    try:
        fields |= when(into, at, start, ending(into, entry, start))
    except OverflowError:
        into.refuse(at, "DTEND", entry.text("DTEND"), "the end is beyond the calendar")
        return
    if "timezone" not in fields and (zone := entry.zone()) and isinstance(start, datetime):
        into.leave(at, "TZID", zone, "there is no such zone in the IANA list", "add timezone: to the event")
    if place := one_line(entry.text("LOCATION")):
        fields["place"] = place_of(place)
    if url := one_line(entry.text("URL")):
        fields["sources"] = [source_of(url)] if is_address(url) else [{"title": url}]
    fields["tags"] = tags_of(*entry.texts("CATEGORIES"))
    for key, value in entry.rest(CARRIED | UNTOLD):
        if (key, value.upper()) not in USUAL:
            into.leave(at, key, value, WHY.get(key, "no field holds this"))
    ident = one_line(entry.text("UID"))
    if again := one_line(entry.text("RECURRENCE-ID")):
        ident = f"{ident} {again}"
    into.keep(at, fields, ident[:LONGEST_LINE])


def ending(into: Gathering, entry: Entry, start: date) -> date | None:
    """The end of an entry, as stated or by its duration; None where it says none that can be."""
    end, lasting, key = entry.moment("DTEND"), entry.duration(), "DTEND"
    days = not isinstance(start, datetime)
    if end is None and lasting is not None:
        key, end = "DURATION", start + lasting
        if days and lasting.seconds:
            into.leave(
                entry.at, key, entry.text(key), "whole days last for whole days; the hours are left out"
            )
    if end is not None and isinstance(end, datetime) == days:
        into.leave(
            entry.at, key, entry.text(key), "one end is a day and the other a time, so the start stands alone"
        )
        return None
    if end is not None and is_before(end, start):
        into.leave(entry.at, key, entry.text(key), "the end is before the start, so the start stands alone")
        return None
    return end


def is_before(end: date, start: date) -> bool:
    """Whether an end is before its start; of two clocks without a common zone, by what they show."""
    if not isinstance(end, datetime) or not isinstance(start, datetime):
        return end < start
    if end.tzinfo is None or start.tzinfo is None:
        return end.replace(tzinfo=None) < start.replace(tzinfo=None)
    return end < start


def when(into: Gathering, at: Place, start: date, end: date | None) -> dict[str, Data]:
    """Date, times and zone; the end of whole days is the day after the last."""
    if not isinstance(start, datetime):
        last = start if end is None else max(start, end - timedelta(days=1))
        return {"date": stretch(start, last)}
    fields: dict[str, Data] = {"date": start.date().isoformat(), "time": f"{start:%H:%M}"}
    zone = zone_of(start)
    if zone in zone_names():
        fields["timezone"] = zone
    for moment in (start, end):
        if isinstance(moment, datetime) and moment.second:
            into.leave(at, "seconds", f"{moment:%H:%M:%S}", "a time is told to the minute")
    if isinstance(end, datetime) and end.replace(tzinfo=None) != start.replace(tzinfo=None):
        if zone_of(end) != zone and end.tzinfo and start.tzinfo:
            end = end.astimezone(start.tzinfo)
        fields["date"] = stretch(start.date(), max(start.date(), end.date()))
        fields["end_time"] = f"{end:%H:%M}"
    return fields


def stretch(first: date, last: date) -> str:
    """One day, or the days from one to another."""
    return first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"


def zone_of(moment: Any) -> str:
    """The name of the zone of a moment; empty for one without a zone."""
    zone = moment.tzinfo
    if zone is None:
        return ""
    name = getattr(zone, "key", None) or getattr(zone, "zone", None) or str(zone)
    return "UTC" if name in ("UTC", "Etc/UTC", "Z") else str(name)
