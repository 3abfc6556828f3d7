# SPDX-License-Identifier: MIT
"""An event as one flat record, the same in every table: CSV, JSON, GeoJSON and SQLite.

A record says when in EDTF, which is the date, and beside it the first and the last day that it can
mean; these are bounds and never a more exact date. Whatever an event has several of is a list.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from dateline.clock import Clock, ClockError
from dateline.clock.zones import Moment, moment
from dateline.dates import Edtf
from dateline.dates.words import iso_bounds
from dateline.localtimes import minutes, only_day
from dateline.positions import positions
from dateline.registry import Registry
from dateline.timeline import Entry


class Column(NamedTuple):
    """A column: its name, what it holds (a type of JSON Schema) and what that means."""

    name: str
    type: str
    says: str


COLUMNS = (
    Column("id", "string", "The event's permanent id."),
    Column("title", "string", "Its headline."),
    Column("date", "string", "The local date at the place, in EDTF."),
    Column(
        "earliest", "string", "The first day that the date can mean; empty where that is open or unknown."
    ),
    Column("latest", "string", "The last day that the date can mean; empty where that is open or unknown."),
    Column("date_precision", "string", "How exact the date is: day, month, season, year, decade or century."),
    Column("date_qualifier", "string", "uncertain, approximate, both of them, or empty."),
    Column("time", "string", "The local time of day as its source gives it."),
    Column("timezone", "string", "The IANA time zone of a time on the clock."),
    Column("moment", "string", "Day, time and zone as RFC 9557 writes them, where all three are certain."),
    Column("type", "string", "What kind of event it is: a word of the site's vocabulary."),
    Column("verification", "string", "confirmed, reported, unconfirmed, disputed or false."),
    Column("summary", "string", "One to three sentences."),
    Column("places", "array", "The names of its places, the primary one first."),
    Column("latitude", "number", "Of the middle of the circle that holds the first place with a position."),
    Column("longitude", "number", "Of the same point; WGS 84, in degrees."),
    Column("uncertainty_m", "integer", "The radius of that circle in metres: the point is not the place."),
    Column("blur_m", "integer", "How far the point was moved on purpose, at most; empty where it was not."),
    Column(
        "position_of", "string", "The place whose circle it is: one that holds the event's, where need be."
    ),
    Column("actors", "array", "The ids of the actors that it names."),
    Column("tags", "array", "Its tags."),
    Column("sources", "array", "Who published its sources, in short."),
    Column("source_ids", "array", "The ids of its registered sources."),
    Column("lang", "string", "The language of its texts, in BCP 47."),
    Column("context", "boolean", "Whether it is context to the timeline rather than part of it."),
    Column("series", "boolean", "Whether other events are parts of it."),
    Column("url", "string", "Its page; below the site's root where the site's address is not known."),
)
NAMES = tuple(column.name for column in COLUMNS)


def flat(entry: Entry, registry: Registry, base_url: str | None) -> dict[str, Any]:
    """The record of an event, with a value for each column; None where there is none."""
    row, card = entry.row, entry.card
    earliest, latest = iso_bounds(card.date)
    where = positions(entry, registry)
    first = where[0] if where else None
    values: tuple[Any, ...] = (
        *(row.id, card.title, card.date.text, earliest, latest, card.date.precision.value),
        qualifier(card.date),
        card.time.text if card.time else None,
        card.zone,
        moment_of(card.date, card.time, card.zone),
        *(card.type, card.verification.value, card.summary, [place.name for place in card.places]),
        *(
            (first.lat, first.lon, first.uncertainty_m, first.blur_m or None, first.of)
            if first
            else [None] * 5
        ),
        *(list(row.actors), list(row.tags), list(card.sources), list(row.sources), card.lang),
        *(card.context, card.series, f"{base_url or ''}events/{row.id}.html"),
    )
    return dict(zip(NAMES, values, strict=True))


def qualifier(date: Edtf) -> str | None:
    """What the date says of itself in a word or two, or None."""
    words = [word for word in ("uncertain", "approximate") if getattr(date, word)]
    return " and ".join(words) or None


def moment_of(date: Edtf, time: Clock | None, zone: str | None) -> str | None:
    """The event's beginning as RFC 9557 writes it, where it is one minute, or None.

    A time that the clocks showed twice that day, or that is about right, has none.
    """
    day = only_day(date)
    if not (day and time and zone) or time.approximate or date.uncertain or date.approximate:
        return None
    stated = minutes(time)
    found = minute_in(day, stated[0], zone) if len(stated) == 1 else None
    return found.rfc9557 if found and not found.ambiguous else None


def minute_in(day: Any, minute: int, zone: str) -> Moment | None:
    """The moment, or None where the zone had none."""
    try:
        return moment(day, minute, zone)
    except ClockError:
        return None
