# SPDX-License-Identifier: MIT
"""Finds room for the words on a map: inside their country, clear of each other and of what is shown.

The drawing is laid out in small squares; each knows which country it belongs to and whether it is
taken. A label gets the best free place, or none. All lengths are in the drawing's units.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import ceil, hypot, inf

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


@dataclass(frozen=True, slots=True)
class Label:
    """A text centred at `x` with its baseline at `y`; `code` is a country's ISO 3166-1 numeric code."""

    x: float
    y: float
    text: str
    code: str = ""


def text_box(x: float, y: float, text: str) -> Box:
    """The room that a text takes when its middle is at x, y."""
    half = LETTER_WIDTH * len(text) / 2
    return Box(x - half, y - LINE_HEIGHT / 2, x + half, y + LINE_HEIGHT / 2)


@dataclass
class Sheet:
    """The squares of one drawing, filled as labels find their place."""

    width: int
    height: int
    owners: list[list[int]] = field(init=False)
    taken: list[Box] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.owners = [[NOBODY] * ceil(self.width / SQUARE) for _ in range(ceil(self.height / SQUARE))]

    def fill(self, owner: int, rings: Iterable[Sequence[Point]]) -> None:
        """Give the squares whose middle lies within the rings to an owner, by the even-odd rule."""
        crossings: dict[int, list[float]] = {}
        for ring in rings:
            before = ring[-1]
            for point in ring:
                (low_x, low), (high_x, high) = sorted((before, point), key=lambda end: end[1])
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
                for column in range(max(0, first), min(len(self.owners[row]), last)):
                    self.owners[row][column] = owner

    def free(self, box: Box) -> bool:
        """Whether the box lies on the sheet and meets nothing that is taken."""
        inside = Box(EDGE, EDGE, self.width - EDGE, self.height - EDGE).holds(box)
        wide = Box(box.min_x - GAP, box.min_y - GAP, box.max_x + GAP, box.max_y + GAP)
        return inside and not any(wide.meets(other) for other in self.taken)

    def squares(self, owner: int) -> list[tuple[int, int]]:
        """The row and column of each square of an owner."""
        return [
            (row, column)
            for row, line in enumerate(self.owners)
            for column, found in enumerate(line)
            if found == owner
        ]

    def owners_within(self, box: Box) -> list[int]:
        """The owner of each square that the box touches."""
        left, right = int(box.min_x // SQUARE), ceil(box.max_x / SQUARE)
        top, bottom = int(box.min_y // SQUARE), ceil(box.max_y / SQUARE)
        return [found for line in self.owners[top:bottom] for found in line[left:right]]


def place_country(sheet: Sheet, owner: int, text: str, code: str) -> Label | None:
    """The label of a country near the middle of what is seen of it; it may reach out over water only."""
    squares = sheet.squares(owner)
    if len(squares) < FEWEST_SQUARES:
        return None
    middle_x = (sum(column for _, column in squares) / len(squares) + 0.5) * SQUARE
    middle_y = (sum(row for row, _ in squares) / len(squares) + 0.5) * SQUARE
    best, lowest = None, inf
    for row, column in squares:
        x, y = (column + 0.5) * SQUARE, (row + 0.5) * SQUARE
        away = hypot(x - middle_x, y - middle_y)
        box = text_box(x, y, text)
        if away >= lowest or not sheet.free(box):
            continue
        below = sheet.owners_within(box)
        if any(found not in (owner, NOBODY) for found in below):
            continue
        cost = away + sheet.width * below.count(NOBODY) / len(below)
        if cost < lowest:
            best, lowest = (x, y, box), cost
    if best is None:
        return None
    x, y, box = best
    sheet.taken.append(box)
    return Label(round(x, 1), round(y + BASELINE, 1), text, code)


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
