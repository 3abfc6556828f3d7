# SPDX-License-Identifier: MIT
"""Turns shapes on the globe into SVG path data for the part of the Earth that is seen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from math import hypot

from dateline.maps.basemap import Shape
from dateline.maps.clip import Box, Point, clip_line, clip_ring
from dateline.maps.projection import Projection, dense

# Drawn beyond the edge, so that the end of a line is never in sight.
MARGIN = 4
# Path data is written in tenths. Points nearer than this to the one before tell the eye nothing, the
# less the smaller the map; the second number is for maps wider than a continent, the third for the world.
FINEST_TENTHS, FINEST_TENTHS_SMALL, FINEST_TENTHS_SMALLEST = 8, 18, 26
SMALL_SCALE, SMALLEST_SCALE = 0.1, 0.02
FEWEST_CORNERS = 3
TURNS = (-360.0, 0.0, 360.0)


@dataclass(frozen=True)
class Window:
    """What is seen: `left` and `top` in kilometres of the projection, `scale` in units a kilometre."""

    projection: Projection
    left: float
    top: float
    scale: float
    width: int
    height: int

    def at(self, lon: float, lat: float) -> Point:
        """Where a place falls on the drawing."""
        (point,) = self.all_at([(lon, lat)])
        return point

    def all_at(self, points: Iterable[Point]) -> list[Point]:
        """Where points, each a longitude and a latitude, fall on the drawing."""
        left, top, scale = self.left, self.top, self.scale
        return [
            ((east - left) * scale, (south - top) * scale) for east, south in self.projection.flats(points)
        ]

    @cached_property
    def sheet(self) -> Box:
        """The drawing with its margin."""
        return Box(-MARGIN, -MARGIN, self.width + MARGIN, self.height + MARGIN)

    @property
    def finest(self) -> int:
        """How near to each other, in tenths of a unit, points may be."""
        if self.scale > SMALL_SCALE:
            return FINEST_TENTHS
        return FINEST_TENTHS_SMALL if self.scale > SMALLEST_SCALE else FINEST_TENTHS_SMALLEST

    @cached_property
    def degrees(self) -> Box:
        """A box in degrees that holds all that is seen."""
        right, bottom = self.left + self.width / self.scale, self.top + self.height / self.scale
        furthest = hypot(max(abs(self.left), abs(right)), max(abs(self.top), abs(bottom)))
        return self.projection.reach(furthest + MARGIN / self.scale)


def areas(shapes: Iterable[Shape], window: Window) -> list[list[Point]]:
    """The parts of rings that are seen, on the drawing."""
    box, sheet = window.degrees, window.sheet
    seen = []
    for points in _near(shapes, box):
        ring = clip_ring(points, box)
        if ring:
            ring = clip_ring(window.all_at(dense([ring[-1], *ring])), sheet)
        if ring:
            seen.append(ring)
    return seen


def lines(shapes: Iterable[Shape], window: Window) -> str:
    """Path data for the parts of lines that are seen."""
    return line_paths(pieces(shapes, window), window)


def pieces(shapes: Iterable[Shape], window: Window) -> Iterator[list[Point]]:
    """The parts of lines that are seen, on the drawing."""
    box, sheet = window.degrees, window.sheet
    for points in _near(shapes, box):
        for part in clip_line(points, box):
            yield from clip_line(window.all_at(dense(part)), sheet)


def line_paths(lines: Iterable[Sequence[Point]], window: Window) -> str:
    """Path data for lines on the drawing."""
    return "".join(_path(line, window.finest, "") for line in lines)


def area_paths(rings: Iterable[Sequence[Point]], window: Window) -> str:
    """Path data for rings on the drawing."""
    return "".join(_path(ring, window.finest, "z") for ring in rings)


def in_sight(edge: Box, box: Box) -> Sequence[float]:
    """The turns round the Earth, if any, by which what lies within `edge` may be in the box."""
    if edge.max_y < box.min_y or edge.min_y > box.max_y:
        return ()
    return [turn for turn in TURNS if edge.min_x + turn <= box.max_x and box.min_x <= edge.max_x + turn]


def _near(shapes: Iterable[Shape], box: Box) -> Iterator[Sequence[Point]]:
    """The points of the shapes that may be in the box, turned once round the Earth where need be."""
    for shape in shapes:
        for turn in in_sight(shape.box, box):
            yield [(x + turn, y) for x, y in shape.points] if turn else shape.points


def _path(points: Sequence[Point], finest: int, end: str) -> str:
    """One subpath: a start, then steps, in tenths so that no sum of steps ever drifts."""
    tenths = [(round(x * 10), round(y * 10)) for x, y in points]
    kept = tenths[:1]
    last_x, last_y = kept[0]
    for x, y in tenths[1:]:
        if abs(x - last_x) + abs(y - last_y) >= finest:
            kept.append((x, y))
            last_x, last_y = x, y
    if len(kept) < (FEWEST_CORNERS if end else 2):
        return ""
    if not end and kept[-1] != tenths[-1]:
        kept.append(tenths[-1])
    steps = (f"{_decimal(x - last_x)} {_decimal(y - last_y)}" for (last_x, last_y), (x, y) in pairwise(kept))
    # A minus parts two numbers as well as a space does.
    told = " ".join(steps).replace(" -", "-")
    return f"M{_decimal(kept[0][0])} {_decimal(kept[0][1])}l{told}{end}"


@lru_cache(maxsize=4096)
def _decimal(tenths: int) -> str:
    """A number of tenths as SVG writes it."""
    whole, rest = divmod(abs(tenths), 10)
    sign = "-" if tenths < 0 else ""
    return f"{sign}{whole or ''}.{rest}" if rest else f"{sign}{whole}"
