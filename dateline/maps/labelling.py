# SPDX-License-Identifier: MIT
"""Finds room for the words on a map: inside their country, clear of each other and of what is shown.

The drawing is laid out in small squares; each knows which country it belongs to and whether it is
taken. A label gets the best free place, or none. All lengths are in the drawing's units.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop
from math import ceil, hypot, inf
from typing import TypeAlias

from dateline.maps.clip import Box, Point

# The size of the letters on a small screen, where they are largest in the drawing's own units.
LETTER_SIZE = 20
LETTER_WIDTH = 0.56 * LETTER_SIZE
LINE_HEIGHT = 1.2 * LETTER_SIZE
# From the middle of a line of text down to where its letters stand.
BASELINE = 0.35 * LETTER_SIZE
SQUARE = 8
EDGE = 4
# Left free round every text, so that two names are never read as one.
GAP = 6
NOBODY = -1
FEWEST_SQUARES = 4
# Most countries have room for their name this near to their middle.
NEAR = 64.0
# A name that must move stands on one of every second square across and down.
STRIDE = 2


# The number of the country that each square belongs to, in rows from the top.
Owners: TypeAlias = "tuple[array[int], ...]"


@dataclass(frozen=True, slots=True)
class Label:
    """A text centred at `x` with its baseline at `y`; `code` is a country's ISO 3166-1 numeric code."""

    x: float
    y: float
    text: str
    code: str = ""


@dataclass(frozen=True, slots=True)
class Name:
    """The label of a country, and the middle of what is seen of that."""

    owner: int
    middle: Point
    label: Label

    @property
    def room(self) -> Box:
        """The room that the label takes."""
        return text_box(self.label.x, self.label.y - BASELINE, self.label.text)


def text_box(x: float, y: float, text: str) -> Box:
    """The room that a text takes when its middle is at x, y."""
    half = LETTER_WIDTH * len(text) / 2
    return Box(x - half, y - LINE_HEIGHT / 2, x + half, y + LINE_HEIGHT / 2)


class Sheet:
    """The squares of one drawing, and what is taken of it as labels find their place."""

    def __init__(self, width: int, height: int, owners: Owners | None = None) -> None:
        self.width, self.height = width, height
        nobodys = array("h", [NOBODY]) * ceil(width / SQUARE)
        self.owners = owners or tuple(nobodys[:] for _ in range(ceil(height / SQUARE)))
        self.taken: list[Box] = []

    def fill(self, owner: int, rings: Iterable[Sequence[Point]]) -> None:
        """Give the squares whose middle lies within the rings to an owner, by the even-odd rule."""
        crossings: dict[int, list[float]] = {}
        for ring in rings:
            before = ring[-1]
            for point in ring:
                (low_x, low), (high_x, high) = (before, point) if before[1] <= point[1] else (point, before)
                for row in range(
                    max(0, ceil(low / SQUARE - 0.5)), min(len(self.owners), ceil(high / SQUARE - 0.5))
                ):
                    part = ((row + 0.5) * SQUARE - low) / (high - low)
                    crossings.setdefault(row, []).append(low_x + part * (high_x - low_x))
                before = point
        for row, found in crossings.items():
            found.sort()
            for left, right in zip(found[::2], found[1::2], strict=False):
                first, last = ceil(left / SQUARE - 0.5), ceil(right / SQUARE - 0.5)
                start, end = max(0, first), min(len(self.owners[row]), last)
                if start < end:
                    self.owners[row][start:end] = array("h", [owner]) * (end - start)

    def free(self, box: Box) -> bool:
        """Whether the box lies on the sheet and meets nothing that is taken."""
        if not Box(EDGE, EDGE, self.width - EDGE, self.height - EDGE).holds(box):
            return False
        return self.clear(box)

    def clear(self, box: Box) -> bool:
        """Whether the box meets nothing that is taken."""
        wide = Box(box.min_x - GAP, box.min_y - GAP, box.max_x + GAP, box.max_y + GAP)
        return not any(wide.meets(other) for other in self.taken)

    def middle(self, owner: int) -> Point | None:
        """The middle of all the squares of an owner, or None where they are too few to see."""
        in_rows = [line.count(owner) for line in self.owners]
        in_columns = [line.count(owner) for line in zip(*self.owners, strict=True)]
        squares = sum(in_rows)
        if squares < FEWEST_SQUARES:
            return None
        x = sum(column * count for column, count in enumerate(in_columns)) / squares
        y = sum(row * count for row, count in enumerate(in_rows)) / squares
        return (x + 0.5) * SQUARE, (y + 0.5) * SQUARE

    def squares(self, owner: int, middle: Point, reach: float, step: int) -> list[tuple[float, int, int]]:
        """The squares of an owner not much further off than `reach`: how far, the row and the column.

        All of them for a step of 1; for 2, every second one in every second row.
        """
        x, y = middle
        top, left = max(0, int((y - reach) // SQUARE)), max(0, int((x - reach) // SQUARE))
        bottom, right = int((y + reach) // SQUARE) + 1, int((x + reach) // SQUARE) + 1
        return [
            (hypot((column + 0.5) * SQUARE - x, (row + 0.5) * SQUARE - y), row, column)
            for row, line in zip(range(top, bottom, step), self.owners[top:bottom:step], strict=False)
            for column, found in zip(range(left, right, step), line[left:right:step], strict=False)
            if found == owner
        ]

    def owners_within(self, box: Box) -> list[int]:
        """The owner of each square that the box touches."""
        left, right = int(box.min_x // SQUARE), ceil(box.max_x / SQUARE)
        top, bottom = int(box.min_y // SQUARE), ceil(box.max_y / SQUARE)
        return [found for line in self.owners[top:bottom] for found in line[left:right]]


def place_country(sheet: Sheet, owner: int, text: str, code: str) -> Name | None:
    """The name of a country near the middle of what is seen of it; it may reach out over water only."""
    middle = sheet.middle(owner)
    found = middle and _found(sheet, owner, text, middle, step=1)
    if not middle or not found:
        return None
    return Name(owner, middle, Label(found[0], found[1], text, code))


def moved_country(sheet: Sheet, name: Name) -> Label | None:
    """The label of a country whose name is in the way, anew: roughly if that will do, as it does for most."""
    for step in (STRIDE, 1):
        found = _found(sheet, name.owner, name.label.text, name.middle, step)
        if found:
            return Label(found[0], found[1], name.label.text, name.label.code)
    return None


def _found(sheet: Sheet, owner: int, text: str, middle: Point, step: int) -> Point | None:
    """Where a name may stand, and from then on does."""
    for reach in (NEAR, 2.0 * (sheet.width + sheet.height)):
        cost, x, y = _best_square(sheet, owner, text, sheet.squares(owner, middle, reach, step))
        if cost <= reach:  # else one that is further off may be as good
            sheet.taken.append(text_box(x, y, text))
            return round(x, 1), round(y + BASELINE, 1)
    return None


def _best_square(
    sheet: Sheet, owner: int, text: str, waiting: list[tuple[float, int, int]]
) -> tuple[float, float, float]:
    """What the best of the squares costs, infinitely much if there is none, and its x and y."""
    # The nearest first; of two that are as good, the one further up, then the one further left.
    heapify(waiting)
    lowest = (inf, 0, 0)
    while waiting and waiting[0] < lowest:
        away, row, column = heappop(waiting)
        box = text_box((column + 0.5) * SQUARE, (row + 0.5) * SQUARE, text)
        if not sheet.free(box):
            continue
        below = sheet.owners_within(box)
        water = below.count(NOBODY)
        if water + below.count(owner) == len(below):
            lowest = min(lowest, (away + sheet.width * water / len(below), row, column))
    cost, row, column = lowest
    return cost, (column + 0.5) * SQUARE, (row + 0.5) * SQUARE


def place_name(sheet: Sheet, x: float, y: float, radius: float, text: str) -> Label | None:
    """The label of a circle: above it, below it, or at one of its sides."""
    half = LETTER_WIDTH * len(text) / 2
    room = radius + 2 * GAP + 1
    aside, over = room + half, room + LINE_HEIGHT / 2
    for across, down in ((0.0, -over), (0.0, over), (aside, 0.0), (-aside, 0.0)):
        box = text_box(x + across, y + down, text)
        if text and sheet.free(box):
            sheet.taken.append(box)
            return Label(round(x + across, 1), round(y + down + BASELINE, 1), text)
    return None
