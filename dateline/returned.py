# SPDX-License-Identifier: MIT
"""A flat record that a dateline site gave out, in whatever format, becomes the fields of an event again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeGuard

from dateline.carried import CARRIED
from dateline.clock import ClockError, parse_clock
from dateline.dates import DateError, parse
from dateline.flat import NAMES
from dateline.incoming import OWN, Gathering, Place
from dateline.pieces import is_address, place_of
from dateline.yaml_text import Data

WORKED_OUT = frozenset(
    {
        *("earliest", "latest", "date_precision", "date_qualifier", "moment", "position_of", "context"),
        *("series", "url", "positions"),
    }
)
"""What follows from the rest, and is worked out anew."""

FARTHEST = 1_000_000_000
AS_IS = ("title", "type", "verification", "summary", "lang")
IN_SHORT = "events stand here in short; the rest of each is in its own record"
ALL_OF_IT = "import events/ID.json of that site for all that was typed of an event"
POINTS = "this point is that of a place around, not of one of the event's own"
MOVED = "the point was moved on purpose by up to so many metres; its circle is as wide as that asks"
SOME_REGISTERED = "which of these the registered sources stand for is not said; those are carried"


@dataclass(frozen=True, slots=True)
class Point:
    """The circle of a place: its middle and its radius."""

    of: str
    lat: float
    lon: float
    uncertainty_m: int


def tell_in_short(into: Gathering, at: Place, file: str) -> None:
    """Note once for a file what it holds of each event."""
    into.leave(at, "", "", f"{IN_SHORT}; carried: {', '.join(CARRIED[file])}", ALL_OF_IT)


def take_flat(
    into: Gathering, at: Place, record: Mapping[str, Any], points: Sequence[Point] | None = None
) -> None:
    """Add the event of a flat record; `points` are those of its places where the record has several."""
    title, date = text_in(record.get("title")).strip(), text_in(record.get("date"))
    if not title:
        into.refuse(at, "title", "", "the event has no title", "write one")
        return
    try:
        fields: dict[str, Data] = {"date": parse(date).text}
    except DateError as error:
        into.refuse(at, "date", date, error.message if date else "the event has no date", error.hint)
        return
    fields |= {key: text for key in AS_IS if (text := text_in(record.get(key)))}
    fields["title"] = title
    take_time(into, at, record, fields)
    fields |= places_of(into, at, record, point_in(record) if points is None else points)
    for key in ("actors", "tags"):
        fields[key] = [*texts_in(record.get(key))]
    fields["sources"] = sources_of(into, at, record)
    if blur := text_in(record.get("blur_m")):
        into.leave(at, "blur_m", blur, MOVED)
    for key in sorted(record.keys() - set(NAMES) - WORKED_OUT):
        if record[key] not in ("", None, [], {}):
            into.leave(at, key, record[key], "no field holds this")
    into.keep(at, fields, text_in(record.get("id")), OWN)


def take_time(into: Gathering, at: Place, record: Mapping[str, Any], fields: dict[str, Data]) -> None:
    """The local time and its zone."""
    typed = text_in(record.get("time"))
    if not typed:
        return
    try:
        fields["time"] = parse_clock(typed).text
    except ClockError as error:
        into.leave(at, "time", typed, error.message, error.hint)
        return
    if zone := text_in(record.get("timezone")):
        fields["timezone"] = zone


def point_in(record: Mapping[str, Any]) -> list[Point]:
    """The one point of a record, where it has one."""
    lat, lon, around = (record.get(key) for key in ("latitude", "longitude", "uncertainty_m"))
    if not (is_number(lat) and is_number(lon) and is_number(around)):
        return []
    return [Point(text_in(record.get("position_of")), lat, lon, int(around))]


def places_of(
    into: Gathering, at: Place, record: Mapping[str, Any], points: Sequence[Point]
) -> dict[str, Data]:
    """The places by name, each with its point; a point of a place around them is noted."""
    names = [*texts_in(record.get("places"))]
    free = list(points)
    made: list[Data] = []
    for name in names:
        own = next((point for point in free if point.of == name), None)
        if own:
            free.remove(own)
        made.append(place_of(name, circle(own) if own else None))
    for point in free:
        into.leave(at, "latitude, longitude", f"{point.lat}, {point.lon}", POINTS)
    return {"place": made[0]} if len(made) == 1 else {"places": made}


def circle(point: Point) -> dict[str, Data]:
    """The fields of a place that a point fills."""
    return {"lat": point.lat, "lon": point.lon, "uncertainty_m": point.uncertainty_m}


def sources_of(into: Gathering, at: Place, record: Mapping[str, Any]) -> list[Data]:
    """The registered sources by id, else the others by name, else the event's page, where we read of it."""
    idents, names = texts_in(record.get("source_ids")), texts_in(record.get("sources"))
    if idents:
        if len(names) > len(idents):
            into.leave(at, "sources", "; ".join(names), SOME_REGISTERED)
        return [*idents]
    if names:
        return [{"title": name} for name in names]
    page = text_in(record.get("url"))
    return [page] if is_address(page) else []


def texts_in(value: object) -> list[str]:
    """The texts of a list; none where it is no list."""
    return [one for one in value if isinstance(one, str) and one] if isinstance(value, list | tuple) else []


def text_in(value: object) -> str:
    """A plain value as text; empty where there is none."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return str(value)


def is_number(value: object) -> TypeGuard[float]:
    """Whether a value is a finite number."""
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < FARTHEST
