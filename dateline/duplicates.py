# SPDX-License-Identifier: MIT
"""Which events may be one: of one type, about one day and place, and blamed on no two.

One day counts with its neighbours, one place with what lies within 15 km and with places in the
same district.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import product
from math import cos, floor, radians, sin
from typing import NamedTuple

from dateline.dates import ordinal
from dateline.geo import EARTH_RADIUS_M, distance_m
from dateline.rows import Row
from dateline.timeline import Timeline

NEAR_M = 15_000
MOST_DAYS = 3
# Against this many others of its day, type and place an event is compared, so that the cost stays
# in proportion to the archive even when all of it happened on one day.
MOST_COMPARED = 50

# A cube of 15 km has one number, and so has a step from it to a neighbour: the Earth is 852 cubes wide.
WIDTH = 1_000
STEPS = tuple((east * WIDTH + north) * WIDTH + up for east, north, up in product((-1, 0, 1), repeat=3))

Point = tuple[float, float]
# Events by the name of a place or the number of a cube.
Shelf = dict[str | int, list[Row]]


class Candidate(NamedTuple):
    """An event that may be compared: its type, and the first and last of its days by number."""

    type: str
    first: int
    last: int
    row: Row

    def about(self) -> Iterator[tuple[str, int]]:
        """Its type on each of its days, on the one before and on the one after."""
        return ((self.type, day) for day in range(self.first - 1, self.last + 2))

    def on(self) -> Iterator[tuple[str, int]]:
        """Its type on each of its days."""
        return ((self.type, day) for day in range(self.first, self.last + 1))


def pairs_found(timeline: Timeline) -> Iterator[tuple[str, list[str]]]:
    """Each event that may be earlier ones under other ids, and is not linked to them; all of them by id."""
    shelves: dict[tuple[str, int], Shelf] = {}
    for one in with_company(candidates(timeline)):
        row = one.row
        linked = {link.entry.id for link in timeline.links.get(row.id, ())}
        found = sorted(
            other.id for other in compared(one, shelves) if other.id not in linked and same(row, other)
        )
        if found:
            yield row.id, found
        keys: list[str | int] = [*row.likeness.places, *dict.fromkeys(map(cube, row.likeness.points))]
        for about in one.about():
            shelf = shelves.setdefault(about, {})
            for key in keys:
                shelf.setdefault(key, []).append(row)


def alike(row: Row, timeline: Timeline) -> list[Row]:
    """The events of the timeline that a new one may be; one without a type is compared with all types."""
    new = candidate(row, row.type or "")
    if new is None:
        return []
    return [
        other.row
        for other in candidates(timeline)
        if (row.type is None or other.type == new.type)
        and new.first - 1 <= other.last
        and other.first - 1 <= new.last
        and same(row, other.row)
    ]


def candidates(timeline: Timeline) -> Iterator[Candidate]:
    """The events whose type, day and place are not too vague for that."""
    for entry in timeline.entries:
        if entry.row.type is not None and not entry.is_series:
            found = candidate(entry.row, entry.row.type)
            if found is not None:
                yield found


def candidate(row: Row, kind: str) -> Candidate | None:
    """The event as one of its type that may be compared, or None where its day or place is too vague."""
    first, last = row.date.earliest, row.date.latest
    if first is None or last is None or not (row.likeness.places or row.likeness.points):
        return None
    found = Candidate(kind, ordinal(first), ordinal(last), row)
    return found if found.last - found.first < MOST_DAYS else None


def with_company(found: Iterable[Candidate]) -> list[Candidate]:
    """Those about whose days another event of their type happened, by id."""
    found = list(found)
    count = Counter(about for one in found for about in one.about())
    return sorted((one for one in found if any(count[on] > 1 for on in one.on())), key=lambda one: one.row.id)


def compared(one: Candidate, shelves: dict[tuple[str, int], Shelf]) -> list[Row]:
    """The events so far that an event is compared with: of its type, on its day, by name and by cube."""
    others: dict[str, Row] = {}
    cubes = {number for point in one.row.likeness.points for number in cubes_about(point)}
    keys: list[str | int] = [*sorted(one.row.likeness.places), *sorted(cubes)]
    for on in one.on():
        shelf = shelves.get(on)
        if not shelf:
            continue
        for key in keys:
            for other in shelf.get(key, ())[-MOST_COMPARED:]:
                if len(others) == MOST_COMPARED:
                    return list(others.values())
                others[other.id] = other
    return list(others.values())


def cube(point: Point) -> int:
    """The cube of 15 km, through the Earth, that holds a point: cubes know no date line and no pole."""
    latitude, longitude = radians(point[0]), radians(point[1])
    across = cos(latitude)
    size = NEAR_M / EARTH_RADIUS_M
    east, north = floor(across * cos(longitude) / size), floor(across * sin(longitude) / size)
    return (east * WIDTH + north) * WIDTH + floor(sin(latitude) / size)


@lru_cache(maxsize=2_000)
def cubes_about(point: Point) -> tuple[int, ...]:
    """The cube that holds a point, and those around it."""
    middle = cube(point)
    return tuple(middle + step for step in STEPS)


def same(row: Row, other: Row) -> bool:
    """Whether two events of one type and about one day may be one event."""
    one, two = row.likeness, other.likeness
    if one.accused and two.accused and differ(row, other):
        return False
    if not set(one.places).isdisjoint(two.places):
        return True
    return any(distance_m(*point, *near) <= NEAR_M for point in one.points for near in two.points)


def differ(row: Row, other: Row) -> bool:
    """Whether no attacker of the one is, or may be, an attacker of the other."""
    one, two = row.likeness, other.likeness
    return (
        set(one.accused).isdisjoint(two.accused)
        and set(one.perhaps).isdisjoint(two.accused)
        and set(two.perhaps).isdisjoint(one.accused)
    )
