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
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import TypedDict

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


@dataclass(frozen=True, slots=True)
class Shape:
    """A line or a ring of points (longitude, latitude) in degrees, and the box round it."""

    points: tuple[Point, ...]
    box: Box


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
    return decode((files("dateline") / "data" / "basemap.json.gz").read_bytes())


def decode(raw: bytes) -> Basemap:
    """A basemap from the bytes of a data file as scripts/make_basemap.py writes it."""
    coded: Coded = json.loads(gzip.decompress(raw))
    steps = coded["steps_per_degree"]
    arcs = [_points(arc, steps) for arc in coded["arcs"]]
    used = Counter(
        number if number >= 0 else ~number
        for one in coded["countries"]
        for ring in one["rings"]
        for number in ring
    )
    return Basemap(
        countries=tuple(
            country(one["code"], one["name"], [shape(ring) for ring in _rings(one, arcs)])
            for one in coded["countries"]
        ),
        # What two countries share is a border, what one has alone is its coast.
        borders=tuple(shape(unwrapped(arc)) for number, arc in enumerate(arcs) if used[number] > 1),
        coasts=tuple(
            shape(part) for number, arc in enumerate(arcs) if used[number] == 1 for part in without_cuts(arc)
        ),
        lakes=tuple(shape(_points(line, steps)) for line in coded["lakes"]),
        rivers=tuple(shape(_points(line, steps)) for line in coded["rivers"]),
    )


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
    left, low, right, high = zip(*(ring.box for ring in rings), strict=True)
    box = Box(min(left), min(low), max(right), max(high))
    return Country(code, name, tuple(rings), box)


def _rings(country: CodedCountry, arcs: Sequence[list[Point]]) -> list[list[Point]]:
    """The rings of a country, without the one that the source draws round the pole itself."""
    rings = [_ring(numbers, arcs) for numbers in country["rings"]]
    return [ring for ring in rings if max(y for _, y in ring) > SOUTH_END]


def _ring(numbers: Iterable[int], arcs: Sequence[list[Point]]) -> list[Point]:
    """A ring from arcs laid end to end, its first point not repeated at the end."""
    joined: list[Point] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        joined.extend(arc[:-1])
    return closed(unwrapped(joined))


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
    return Shape(tuple(points), Box(min(across), min(up), max(across), max(up)))
