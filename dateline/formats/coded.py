# SPDX-License-Identifier: MIT
"""The whole timeline as a table in the manner of conflict data: an event a row, with codes of precision.

The columns are those that users of the UCDP GED and of ACLED know; a code bears the name of the scale
that it is of. Deaths are left out: each figure is somebody's, and a column has no room for who says it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from dateline.accused import BLAMING
from dateline.atlas import nearest
from dateline.csv_text import line
from dateline.flat import Column, flat
from dateline.models import Place
from dateline.positions import Position, positions
from dateline.precision_codes import acled_geo, acled_time, ucdp_date, ucdp_where
from dateline.references import SPEAKER
from dateline.registry import Registry
from dateline.slice_pieces import Writer, in_one, pieces
from dateline.terms import Precision
from dateline.timeline import Entry, Timeline

FILE = "coded.csv"

COLUMNS = (
    Column("event_id", "string", "The event's permanent id."),
    Column("date_start", "string", "The first day that the date can mean; a bound and no more exact date."),
    Column("date_end", "string", "The last day that the date can mean; empty where that is open or unknown."),
    Column("date_edtf", "string", "The local date at the place, in EDTF: this is the date."),
    Column("date_qualifier", "string", "uncertain, approximate, both of them, or empty."),
    Column("ucdp_date_prec", "integer", "UCDP's date_prec: 1 day, 2 few days, 3 week, 4 month, 5 year."),
    Column("acled_time_precision", "integer", "ACLED's time_precision: 1 day, 2 week, 3 month."),
    Column("place", "string", "The name of the primary place."),
    Column("more_places", "array", "The names of the other places."),
    Column("adm_1", "string", "The province that it lies in, where the registry of places says so."),
    Column("adm_2", "string", "The district that it lies in, where the registry of places says so."),
    Column("country", "string", "The country's code of ISO 3166-1."),
    Column("latitude", "number", "Of the middle of the circle that holds the primary place; WGS 84."),
    Column("longitude", "number", "Of the same point, in degrees."),
    Column("uncertainty_m", "integer", "The radius of that circle in metres: the point is not the place."),
    Column("blur_m", "integer", "How far the point was moved on purpose, at most; empty where it was not."),
    Column("position_of", "string", "The place whose circle it is: one around the event's, where need be."),
    Column("position_precision", "string", "How exactly that place is known, in a word of dateline."),
    Column("ucdp_where_prec", "integer", "1 exact, 2 near, 3 district, 4 province, 5 region, 6 country."),
    Column("acled_geo_precision", "integer", "ACLED's geo_precision of the point: 1 town, 2 near, 3 region."),
    Column("actor1", "string", "The first registered actor with a part in it; not who did it."),
    Column("actor2", "string", "The second; the order is that of the file and says nothing."),
    Column("more_actors", "array", "The others."),
    Column("attributed_to", "array", "Actors that are said to have done it; by whom is in the event's JSON."),
    Column("event_type", "string", "What kind of event it is: a word of the site's vocabulary."),
    Column("verification", "string", "confirmed, reported, unconfirmed, disputed or false."),
    Column("source", "array", "Who published its sources, in short, each once."),
    Column("number_of_sources", "integer", "How many these are; several may rest on one another."),
    Column("headline", "string", "Its title."),
    Column("notes", "string", "Its summary."),
    Column("language", "string", "The language of these texts, in BCP 47."),
    Column("context", "boolean", "Whether it is context to the timeline rather than part of it."),
    Column("link", "string", "Its page; below the site's root where the site's address is not known."),
)  # fmt: skip
NAMES = tuple(column.name for column in COLUMNS)


def render(timeline: Timeline, base_url: str | None) -> bytes:
    """The names of the columns, then the events in order."""
    records = pieces(writer(timeline, base_url), timeline.entries, timeline)
    return in_one(line(NAMES).encode(), records, b"")


def writer(timeline: Timeline, base_url: str | None) -> Writer:
    """How an event is written."""
    registry = timeline.registry
    return Writer(FILE, (base_url, registry), partial(record, registry=registry, base_url=base_url))


def record(entry: Entry, registry: Registry, base_url: str | None) -> str:
    """A line of the table."""
    row = coded(entry, registry, base_url)
    return line(row.get(name) for name in NAMES)


def coded(entry: Entry, registry: Registry, base_url: str | None) -> dict[str, Any]:
    """The row of an event: a value for each column that has one."""
    told, date = flat(entry, registry, base_url), entry.card.date
    first, *others = entry.card.places or (None,)
    return {
        "event_id": told["id"],
        "date_start": told["earliest"],
        "date_end": told["latest"],
        "date_edtf": told["date"],
        "date_qualifier": told["date_qualifier"],
        "ucdp_date_prec": ucdp_date(date),
        "acled_time_precision": acled_time(date),
        "place": first.name if first else None,
        "more_places": [one.name for one in others if one],
        **around(first.id if first else None, registry),
        **pointed(entry, registry),
        **took_part(entry, registry),
        "event_type": told["type"],
        "verification": told["verification"],
        "source": told["sources"],
        "number_of_sources": len(told["sources"]),
        "headline": told["title"],
        "notes": told["summary"],
        "language": told["lang"],
        "context": told["context"],
        "link": told["url"],
    }


def around(ident: str | None, registry: Registry) -> dict[str, Any]:
    """What a place of the registry lies in, itself included."""
    chain = [registry.places[step.id] for step in registry.chain(ident or "") if step.id]

    def named(kind: Precision) -> str | None:
        return next((place.name for place in chain if place.precision is kind), None)

    country = next((place.country for place in chain if place.country), None)
    return {"adm_1": named(Precision.PROVINCE), "adm_2": named(Precision.DISTRICT), "country": country}


def pointed(entry: Entry, registry: Registry) -> dict[str, Any]:
    """The circle of the primary place, or of the nearest around it that has one, and its codes."""
    circle = next(primary(entry, registry), None)
    if circle is None:
        return {}
    place: Place | None = registry.places.get(circle.id)
    kind = place.precision if place else None
    where = ucdp_where(kind, circle.uncertainty_m, circle.blur_m)
    return {
        "latitude": circle.lat,
        "longitude": circle.lon,
        "uncertainty_m": circle.uncertainty_m,
        "blur_m": circle.blur_m or None,
        "position_of": circle.of,
        "position_precision": kind.value if kind else None,
        "ucdp_where_prec": where,
        "acled_geo_precision": acled_geo(where),
    }


def primary(entry: Entry, registry: Registry) -> Iterator[Position]:
    """The circle of the first place alone: that of another would not hold it."""
    for first in entry.card.places[:1]:
        held = nearest(first.id, registry) if first.id else ""
        for one in positions(entry, registry):
            if one.id == held and (held or one.of == first.name):
                yield one


def took_part(entry: Entry, registry: Registry) -> dict[str, Any]:
    """The registered actors by name: those with a part, and apart from them those it is laid to."""
    parts = [part.rpartition(" ")[::2] for part in entry.row.parts]
    blamed = {actor for role, actor in parts if role in BLAMING}
    had_part = dict.fromkeys(actor for role, actor in parts if role != SPEAKER and actor not in blamed)

    def names(idents: Any) -> list[str]:
        return [registry.actors[one].name for one in idents if one in registry.actors]

    one, two, *more = (*names(had_part), None, None)
    return {
        "actor1": one,
        "actor2": two,
        "more_actors": [name for name in more if name],
        "attributed_to": names(dict.fromkeys(actor for _, actor in parts if actor in blamed)),
    }
