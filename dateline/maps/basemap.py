# SPDX-License-Identifier: MIT
"""The coasts, borders, lakes and rivers of the world, from the data file that comes with dateline.

Public domain, from Natural Earth: see dateline/data/LICENSE.md. Borders are the de facto lines of
that source and no statement of ours. Longitudes go on beyond 180 degrees where a line does, so that
no line jumps; whoever draws must look one turn to the east and west as well.
"""

from __future__ import annotations

import gzip
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property, lru_cache, partial
from importlib.resources import files
from itertools import accumulate, pairwise
from typing import TypedDict

from dateline.locales import country_name
from dateline.maps.clip import Box, Point

TURN, HALF_TURN = 360.0, 180.0
# The source closes Antarctica along the edge of its sheet, which is no coast.
SOUTH_END = -89.9


class Coded(TypedDict):
    """The data file: each line is one flat list of steps on a grid, rings are lists of arc numbers."""

    steps_per_degree: int
    arcs: list[list[int]]
    countries: list[CodedCountry]
    lakes: list[list[int]]
    rivers: list[list[int]]


class CodedCountry(TypedDict):
    """A country of the data file; an arc number below zero is an arc turned round."""

    code: str
    name: str
    rings: list[list[int]]


@dataclass(frozen=True, eq=False)
class Shape:
    """A line or a ring of points (longitude, latitude) in degrees, and the box round it.

    Most maps look at a few of many shapes: `trace` gives the points when they are asked for.
    """

    box: Box
    trace: Callable[[], Sequence[Point]]

    @cached_property
    def points(self) -> tuple[Point, ...]:
        """Its points in order."""
        return tuple(self.trace())


@dataclass(frozen=True, slots=True)
class Country:
    """A country's area and the box round it. `code` is ISO 3166-1 numeric, empty if the source gives none."""

    code: str
    name: str
    rings: tuple[Shape, ...]
    box: Box


@dataclass(frozen=True, slots=True, eq=False)
class Basemap:
    """Everything that a map is drawn from; `countries` in the order of their names. Equal to itself alone."""

    countries: tuple[Country, ...]
    borders: tuple[Shape, ...]
    coasts: tuple[Shape, ...]
    lakes: tuple[Shape, ...]
    rivers: tuple[Shape, ...]


@cache
def world() -> Basemap:
    """The basemap that comes with dateline, read once."""
    return decode(_data("basemap"))


@cache
def world_in(code: str) -> Basemap:
    """That basemap with the names of countries in a language, those that CLDR has."""
    plain = world()
    named = (replace(one, name=country_name(one.code, code) or one.name) for one in plain.countries)
    return replace(plain, countries=tuple(named))


@lru_cache(maxsize=2)
def close(box: Box) -> Basemap:
    """What is in or near a box in degrees, as maps drawn near need it: countries at 1:10m."""
    beneath = world()
    return replace(decode(_data("close"), box), lakes=beneath.lakes, rivers=beneath.rivers)


def _data(name: str) -> bytes:
    return (files("dateline") / "data" / f"{name}.json.gz").read_bytes()


def decode(raw: bytes, near: Box | None = None) -> Basemap:
    """A basemap from a data file as scripts/make_basemap.py writes it, or its part near a box."""
    coded: Coded = json.loads(gzip.decompress(raw))
    steps = coded["steps_per_degree"]
    rings = {number: one["rings"] for number, one in enumerate(coded["countries"])}
    used = Counter(_number(arc) for held in rings.values() for ring in held for arc in ring)
    arcs = [_line(arc, steps) for arc in coded["arcs"]]
    if near is not None:
        rings = {
            number: [ring for ring in held if _in_sight([arcs[_number(arc)].box for arc in ring], near)]
            for number, held in rings.items()
        }
    wanted = sorted({_number(arc) for held in rings.values() for ring in held for arc in ring})
    found = [
        (coded["countries"][number], [_ring(ring, arcs) for ring in held]) for number, held in rings.items()
    ]
    return Basemap(
        countries=tuple(
            country(one["code"], one["name"], kept)
            for one, joined in found
            if (kept := _without_pole(joined))
        ),
        # What two countries share is a border, what one has alone is its coast.
        borders=tuple(_border(arcs[number]) for number in wanted if used[number] > 1),
        coasts=tuple(part for number in wanted if used[number] == 1 for part in _coast(arcs[number])),
        lakes=tuple(_line(line, steps) for line in coded["lakes"]),
        rivers=tuple(_line(line, steps) for line in coded["rivers"]),
    )


def _number(arc: int) -> int:
    """The number of an arc, turned round or not."""
    return arc if arc >= 0 else ~arc


def _line(flat: Sequence[int], steps: int) -> Shape:
    """The line coded as steps."""
    across, up = list(accumulate(flat[::2])), list(accumulate(flat[1::2]))
    box = Box(min(across) / steps, min(up) / steps, max(across) / steps, max(up) / steps)
    return Shape(box, partial(_points, flat, steps))


def _in_sight(boxes: Sequence[Box], box: Box) -> bool:
    """Whether a ring of arcs with these boxes may reach into a box, turned round the Earth or not."""
    left, low, right, high = _around(boxes)
    if right - left > HALF_TURN:  # it may be cut at 180 degrees, or run round a pole
        left, right = box.min_x, box.max_x
    return any(Box(left + turn, low, right + turn, high).meets(box) for turn in (-TURN, 0, TURN))


def _points(flat: Sequence[int], steps: int) -> list[Point]:
    """The points, in degrees, of a line coded as steps."""
    points = []
    x = y = 0
    for across, up in zip(flat[::2], flat[1::2], strict=True):
        x, y = x + across, y + up
        points.append((x / steps, y / steps))
    return points


def country(code: str, name: str, rings: Sequence[Shape]) -> Country:
    """A country of some rings, at least one."""
    return Country(code, name, tuple(rings), _around([ring.box for ring in rings]))


def _around(boxes: Sequence[Box]) -> Box:
    """The box round some boxes."""
    left, low, right, high = zip(*boxes, strict=True)
    return Box(min(left), min(low), max(right), max(high))


def _without_pole(rings: Iterable[Shape]) -> list[Shape]:
    """Rings without the one that the source draws round the pole itself."""
    return [ring for ring in rings if ring.box.max_y > SOUTH_END]


def _ring(numbers: Sequence[int], arcs: Sequence[Shape]) -> Shape:
    """A ring from arcs laid end to end, its first point not repeated at the end."""
    box = _around([arcs[_number(number)].box for number in numbers])
    trace = partial(_joined, numbers, arcs)
    return Shape(box, trace) if _is_narrow(box) else shape(closed(unwrapped(trace())))


def _joined(numbers: Iterable[int], arcs: Sequence[Shape]) -> list[Point]:
    """The points of arcs laid end to end."""
    joined: list[Point] = []
    for number in numbers:
        arc = arcs[number].points if number >= 0 else arcs[~number].points[::-1]
        joined.extend(arc[:-1])
    return joined


def _border(arc: Shape) -> Shape:
    """An arc that two countries share."""
    return arc if _is_narrow(arc.box) else shape(unwrapped([*arc.points]))


def _coast(arc: Shape) -> Iterator[Shape]:
    """The pieces of an arc that one country has alone."""
    left, low, right, _ = arc.box
    if left > -HALF_TURN and right < HALF_TURN and low > SOUTH_END and _is_narrow(arc.box):
        yield arc
    else:
        yield from map(shape, without_cuts([*arc.points]))


def _is_narrow(box: Box) -> bool:
    """Whether nothing in the box can be cut at 180 degrees, so that its points stay as they are."""
    return box.max_x - box.min_x <= HALF_TURN


def closed(ring: list[Point]) -> list[Point]:
    """A ring, unwrapped, with a way along the pole where it runs round that."""
    if abs(ring[-1][0] - ring[0][0]) > HALF_TURN:
        # On a flat sheet it has no inside otherwise.
        pole = -90.0 if ring[0][1] < 0 else 90.0
        turned = ring[0][0] + (TURN if ring[-1][0] > ring[0][0] else -TURN)
        ring += [(turned, ring[0][1]), (turned, pole), (ring[0][0], pole)]
    return ring


def unwrapped(points: list[Point]) -> list[Point]:
    """The points with longitudes that go on beyond 180 degrees where the line does."""
    turned = 0.0
    found = points[:1]
    for (before, _), (x, y) in pairwise(points):
        if abs(x - before) > HALF_TURN:
            turned += TURN if x < before else -TURN
        found.append((x + turned, y))
    return found


def without_cuts(arc: list[Point]) -> list[list[Point]]:
    """The pieces of a coast between the cuts that the source made along the date line and at the pole."""
    pieces = [arc[:1]]
    for first, second in pairwise(arc):
        cut = abs(first[0]) == abs(second[0]) == HALF_TURN or max(first[1], second[1]) < SOUTH_END
        if cut:
            pieces.append([second])
        else:
            pieces[-1].append(second)
    return [unwrapped(piece) for piece in pieces if len(piece) > 1]


def shape(points: Sequence[Point]) -> Shape:
    """A line or a ring with the box round it."""
    across = [x for x, _ in points]
    up = [y for _, y in points]
    return Shape(Box(min(across), min(up), max(across), max(up)), partial(tuple, points))
