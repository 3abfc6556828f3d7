# SPDX-License-Identifier: MIT
"""Two events of one type, day and place are linked, or said to be distinct.

One day counts with its neighbours, one place with what lies within 15 km and with places in the
same district. Events that name different attackers are two, and so are a series and its parts.

Bad:
    date: 2022-01-05
    type: shelling
    place: Market of Aldea

Good:
    date: 2022-01-05
    type: shelling
    place: Market of Aldea
    relations:
      distinct_from: first-shells
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from math import cos, floor, radians, sin

from dateline.accused import accused
from dateline.dates import ordinal
from dateline.geo import EARTH_RADIUS_M, distance_m
from dateline.problems import Finding, Severity, shown
from dateline.references import PlaceGiven
from dateline.registry import Registry
from dateline.terms import Precision
from dateline.timeline import Entry, Timeline

CODE = "D208"
NAME = "likely-duplicate"
SEVERITY = Severity.WARNING

NEAR_M = 15_000
MOST_DAYS = 3
MOST_NAMED = 3
# Against this many others of its day, type and place an event is compared, so that the cost stays
# in proportion to the archive even when all of it happened on one day.
MOST_COMPARED = 50
NEIGHBOURS = tuple(product((-1, 0, 1), repeat=3))
# To lie in the same country is not to lie in one place.
WIDE = frozenset({Precision.COUNTRY, Precision.REGION, Precision.UNKNOWN})

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Candidate:
    """What is compared of an event: days by number, names of places, points, and attackers by name."""

    entry: Entry
    days: range
    names: frozenset[str]
    points: tuple[Point, ...]
    attackers: frozenset[str]
    maybe: frozenset[str]


def check(timeline: Timeline) -> Iterator[Finding]:
    """Yield each event that may be an earlier one under another id, at the later id."""
    shelves: dict[tuple[object, ...], list[Candidate]] = {}
    for entry in sorted(timeline.entries, key=lambda entry: entry.id):
        one = candidate(entry, timeline.registry)
        if one is None:
            continue
        others: dict[str, Candidate] = {}
        for shelf in looked_up(one):
            for other in shelves.get(shelf, ())[-MOST_COMPARED:]:
                if len(others) < MOST_COMPARED:
                    others[other.entry.id] = other
        alike = [ident for ident in sorted(others) if same(one, others[ident])]
        if alike:
            names = ", ".join(shown(ident) for ident in alike[:MOST_NAMED])
            hint = (
                f"add to relations, possibly_same_as: {{event: {alike[0]}, note: for and against}}"
                f", or distinct_from: {alike[0]}"
            )
            message = f"this may be the same event as {names}: same type, about the same day and place"
            yield Finding("event", entry.id, ("title",), message, hint)
        for shelf in put_on(one):
            shelves.setdefault(shelf, []).append(one)


def candidate(entry: Entry, registry: Registry) -> Candidate | None:
    """The event as it is compared, or None when its type, day or place is too vague for that."""
    first, last = entry.date.earliest, entry.date.latest
    if entry.event.type is None or entry.card.series or first is None or last is None:
        return None
    days = range(ordinal(first), ordinal(last) + 1)
    if len(days) > MOST_DAYS:
        return None
    names = frozenset(name for place in entry.places for name in names_of(place, registry))
    points = tuple(
        (place.place.lat, place.place.lon)
        for place in entry.places
        if place.place.lat is not None and place.place.lon is not None
    )
    parts = [part for _, part in accused(entry)]
    attackers = frozenset(part.id or part.actor.name.casefold() for part in parts)
    maybe = frozenset(ident for part in parts for ident in part.actor.possibly_same_as)
    return Candidate(entry, days, names, points, attackers, maybe)


def names_of(given: PlaceGiven, registry: Registry) -> Iterator[str]:
    """The place itself and the place that it lies in, unless that is as wide as a country."""
    yield given.id or given.place.name.casefold()
    around = given.place.part_of or ""
    parent = registry.places.get(around)
    if parent and parent.precision not in WIDE:
        yield around


def put_on(one: Candidate) -> Iterator[tuple[object, ...]]:
    """The shelves on which an event is found: its type and about its day, with each name and cell."""
    keys: dict[object, None] = dict.fromkeys((*one.names, *(cell(point) for point in one.points)))
    days = range(one.days.start - 1, one.days.stop + 1)
    return ((one.entry.event.type, day, key) for day in days for key in keys)


def looked_up(one: Candidate) -> Iterator[tuple[object, ...]]:
    """The shelves on which an event like this one would be: those of its day, in neighbouring cells too."""
    cells = {
        (x + east, y + north, z + up) for x, y, z in map(cell, one.points) for east, north, up in NEIGHBOURS
    }
    keys: list[object] = [*sorted(one.names), *sorted(cells)]
    return ((one.entry.event.type, day, key) for day in one.days for key in keys)


def cell(point: Point) -> tuple[int, int, int]:
    """The cube of 15 km, through the Earth, that holds a point: cubes know no date line and no pole."""
    latitude, longitude = radians(point[0]), radians(point[1])
    across = cos(latitude)
    x, y, z = across * cos(longitude), across * sin(longitude), sin(latitude)
    size = NEAR_M / EARTH_RADIUS_M
    return floor(x / size), floor(y / size), floor(z / size)


def same(one: Candidate, other: Candidate) -> bool:
    """Whether two events of one type and about one day may be one event."""
    if any(link.card.id == other.entry.id for link in one.entry.related):
        return False
    if one.attackers and other.attackers and differ(one, other):
        return False
    if not one.names.isdisjoint(other.names):
        return True
    return any(distance_m(*point, *near) <= NEAR_M for point in one.points for near in other.points)


def differ(one: Candidate, other: Candidate) -> bool:
    """Whether no attacker of the one is, or may be, an attacker of the other."""
    return (
        one.attackers.isdisjoint(other.attackers)
        and one.maybe.isdisjoint(other.attackers)
        and other.maybe.isdisjoint(one.attackers)
    )
