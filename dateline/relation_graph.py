# SPDX-License-Identifier: MIT
"""How an event hangs together with others, as a drawing: a line for each, from the event to the other.

The events stand one below the other in time, and a bow leads from the one whose page it is to each of
the others. The list beside it says the same in words, and more.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dateline.dates import Edtf
from dateline.dates.days import ordinal
from dateline.references import Card
from dateline.stories import Related

FEWEST = 2
"""One line is no drawing: the list says it."""

MOST = 12
"""So many of the nearest in time are drawn."""

WIDTH, ROW, SPEAKER, TRUNK, TEXT, LONGEST = 360, 40, 14, 64, 78, 37
"""In units of the drawing, which is about as wide as a telephone; the last is in letters.

A row is so much higher where it says who states the relation.
"""


@dataclass(frozen=True, slots=True)
class Node:
    """An event in the drawing; `kinds` are its relations, none for the event whose page it is.

    `speaker` states them: what several state of one event stands in several rows. `bow` leads to it.
    `y` is the middle of its row, which is `height` high.
    """

    id: str
    kinds: tuple[str, ...]
    speaker: str
    title: str
    short: str
    short_speaker: str
    lang: str
    date: Edtf
    y: float
    height: int
    bow: str


@dataclass(frozen=True, slots=True)
class RelationGraph:
    """The drawing; `count` is how many rows there would be in all, of which the nearest are drawn."""

    width: int
    height: int
    trunk: int
    text: int
    nodes: tuple[Node, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Row:
    """An event with what one speaker, or nobody in particular, states of it."""

    card: Card
    kinds: tuple[str, ...] = ()
    speaker: str = ""

    @property
    def height(self) -> int:
        """How high it is."""
        return ROW + SPEAKER * bool(self.speaker)

    @property
    def place(self) -> tuple[object, ...]:
        """Its place in time."""
        return (self.card.date.sort_key, self.card.id, self.speaker)


def relation_graph(card: Card, related: Sequence[Related], *, mirrored: bool) -> RelationGraph | None:
    """The drawing for an event, or None where there is too little to draw."""
    rows = rows_of(related)
    if len(rows) < FEWEST:
        return None
    nearest = sorted(rows, key=lambda row: (distance(card, row.card), row.place))[:MOST]
    here = Row(card)
    ordered = sorted([here, *nearest], key=lambda row: row.place)
    middles = [
        sum(row.height for row in ordered[:above]) + row.height / 2 for above, row in enumerate(ordered)
    ]
    own = middles[ordered.index(here)]
    trunk = WIDTH - TRUNK if mirrored else TRUNK
    nodes = tuple(
        Node(
            id=row.card.id,
            kinds=row.kinds,
            speaker=row.speaker,
            title=row.card.title,
            short=shortened(row.card.title),
            short_speaker=shortened(row.speaker),
            lang=row.card.lang,
            date=row.card.date,
            y=y,
            height=row.height,
            bow="" if row is here else bow(trunk, own, y, mirrored=mirrored),
        )
        for row, y in zip(ordered, middles, strict=True)
    )
    text = WIDTH - TEXT if mirrored else TEXT
    return RelationGraph(WIDTH, sum(row.height for row in ordered), trunk, text, nodes, len(rows))


def rows_of(related: Sequence[Related]) -> list[Row]:
    """The related events, each with all that one speaker states of it."""
    held: dict[tuple[str, str], Row] = {}
    for one in related:
        speaker = one.according_to.name if one.according_to else ""
        row = held.get((one.card.id, speaker), Row(one.card, speaker=speaker))
        held[one.card.id, speaker] = replace(row, kinds=(*row.kinds, one.kind))
    return list(held.values())


def distance(one: Card, other: Card) -> int:
    """How many days lie between two events."""
    return abs(ordinal(one.date.anchor) - ordinal(other.date.anchor))


def bow(x: int, start: float, end: float, *, mirrored: bool) -> str:
    """The path from one row to another, the wider the further it goes."""
    reach = min(2 * (TRUNK - 6), 14 + abs(end - start) / 3)
    side = x + reach if mirrored else x - reach
    return f"M{x} {start:g}Q{side:g} {(start + end) / 2:g} {x} {end:g}"


def shortened(title: str) -> str:
    """As much of a title as there is room for; wide letters count for two."""
    room, kept = LONGEST, ""
    for letter in title:
        room -= 2 if unicodedata.east_asian_width(letter) in "WF" else 1
        if room < 0:
            return f"{kept.rstrip()}\N{HORIZONTAL ELLIPSIS}"
        kept += letter
    return kept
