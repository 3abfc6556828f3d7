# SPDX-License-Identifier: MIT
"""Cuts lines and areas to a rectangle, so that what lies outside is gone and not pressed to its edge."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

Point = tuple[float, float]


class Box(NamedTuple):
    """A rectangle with its sides along the axes; which way `y` grows does not matter."""

    min_x: float
    min_y: float
    max_x: float
    max_y: float

    def meets(self, other: Box) -> bool:
        """Whether the two have a point in common."""
        return (
            self.min_x <= other.max_x
            and other.min_x <= self.max_x
            and self.min_y <= other.max_y
            and other.min_y <= self.max_y
        )

    def holds(self, other: Box) -> bool:
        """Whether the other lies wholly inside."""
        return (
            self.min_x <= other.min_x
            and other.max_x <= self.max_x
            and self.min_y <= other.min_y
            and other.max_y <= self.max_y
        )


def clip_ring(ring: Sequence[Point], box: Box) -> list[Point]:
    """The part of an area inside the box, as one ring; empty where there is none.

    Sutherland and Hodgman, "Reentrant polygon clipping" (1974). Parts that fall apart stay joined by
    a seam along the side of the box: right for filling, so a ring is never to be stroked.
    """
    points = list(ring)
    for axis, bound, sign in ((0, box.min_x, 1), (0, box.max_x, -1), (1, box.min_y, 1), (1, box.max_y, -1)):
        if not points:
            break
        along = [point[axis] for point in points]
        if (min(along) - bound) * sign < 0 or (max(along) - bound) * sign < 0:
            points = _cut(points, axis, bound, sign)
    return points


def _cut(points: list[Point], axis: int, bound: float, sign: int) -> list[Point]:
    """The part of a ring on one side of a line: above `bound` for a sign of 1, below for -1."""
    kept: list[Point] = []
    before = points[-1]
    was_inside = (before[axis] - bound) * sign >= 0
    for point in points:
        is_inside = (point[axis] - bound) * sign >= 0
        if is_inside != was_inside:
            kept.append(_crossing(before, point, axis, bound))
        if is_inside:
            kept.append(point)
        before, was_inside = point, is_inside
    return kept


def _crossing(first: Point, second: Point, axis: int, bound: float) -> Point:
    part = (bound - first[axis]) / (second[axis] - first[axis])
    other = first[1 - axis] + part * (second[1 - axis] - first[1 - axis])
    return (bound, other) if axis == 0 else (other, bound)


def clip_line(line: Sequence[Point], box: Box) -> list[list[Point]]:
    """The pieces of a line inside the box, in its order."""
    min_x, min_y, max_x, max_y = box
    pieces: list[list[Point]] = []
    first = line[0]
    was_inside = min_x <= first[0] <= max_x and min_y <= first[1] <= max_y
    for second in line[1:]:
        is_inside = min_x <= second[0] <= max_x and min_y <= second[1] <= max_y
        inside = (first, second) if was_inside and is_inside else _segment(first, second, box)
        first, was_inside = second, is_inside
        if inside is None:
            continue
        start, end = inside
        if pieces and pieces[-1][-1] == start:
            pieces[-1].append(end)
        else:
            pieces.append([start, end])
    return pieces


def _segment(first: Point, second: Point, box: Box) -> tuple[Point, Point] | None:
    """The part of a segment inside the box (Liang and Barsky, 1984)."""
    (x, y), (end_x, end_y) = first, second
    min_x, min_y, max_x, max_y = box
    if (
        (x < min_x and end_x < min_x)
        or (x > max_x and end_x > max_x)
        or (y < min_y and end_y < min_y)
        or (y > max_y and end_y > max_y)
    ):
        return None
    across, up = end_x - x, end_y - y
    enter, leave = 0.0, 1.0
    for step, room in (
        (-across, x - min_x),
        (across, max_x - x),
        (-up, y - min_y),
        (up, max_y - y),
    ):
        if step == 0:
            if room < 0:
                return None
        elif step < 0:
            enter = max(enter, room / step)
        else:
            leave = min(leave, room / step)
    if enter > leave:
        return None
    start = first if enter == 0 else (x + enter * across, y + enter * up)
    end = second if leave == 1 else (x + leave * across, y + leave * up)
    return start, end
