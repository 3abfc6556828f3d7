# SPDX-License-Identifier: MIT
"""Cuts a timeline into chunks of bounded size that depend on nothing but their own stretch of time.

Time is halved, and each half again, until a stretch holds little enough. So a chunk keeps its name
and its content whatever is edited outside of it, and deep time is cut like a busy week. The events
of one day that are still too many are cut by number.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from dateline.dates.days import Day, ordinal
from dateline.digest import digest
from dateline.timeline import Entry

MOST = 1_000
"""How many events a chunk holds."""

HEAVIEST = 130_000
"""How many bytes of data a chunk makes at most, in each of its files."""

# EDTF's years of twelve digits are fewer than 2**49 days away.
LEVELS = 50


@dataclass(frozen=True, slots=True, eq=False)
class Chunk:
    """The events that begin within one stretch of time, in order, with the first day of each."""

    name: str
    entries: tuple[Entry, ...]
    days: tuple[int, ...]

    @property
    def key(self) -> str:
        """A digest of the events as other pages see them."""
        return digest([(entry.key, entry.row.index_key) for entry in self.entries])


def chunks(entries: Sequence[Entry]) -> tuple[Chunk, ...]:
    """The chunks of entries that are in order of time."""
    days = [first_day(entry) for entry in entries]
    weights = [0, *accumulate(map(weight, entries))]

    def cut(level: int, number: int, first: int, last: int) -> Iterator[Chunk]:
        """What begins in the stretch `number` of 2**level days: the entries from first up to last."""
        if first == last:
            return
        if last - first <= MOST and weights[last] - weights[first] <= HEAVIEST:
            yield Chunk(f"{level}-{number}", tuple(entries[first:last]), tuple(days[first:last]))
        elif level:
            middle = bisect_left(days, day_of(level - 1, 2 * number + 1), first, last)
            yield from cut(level - 1, 2 * number, first, middle)
            yield from cut(level - 1, 2 * number + 1, middle, last)
        else:
            yield from numbered(f"{level}-{number}", first, last)

    def numbered(name: str, first: int, last: int) -> Iterator[Chunk]:
        """The entries of one day, as many in a chunk as it can hold, and one at least."""
        part, start = 1, first
        for place in range(first + 1, last + 1):
            full = place == last or (
                place + 1 - start > MOST or weights[place + 1] - weights[start] > HEAVIEST
            )
            if full:
                yield Chunk(f"{name}-{part}", tuple(entries[start:place]), tuple(days[start:place]))
                part, start = part + 1, place

    return tuple(cut(LEVELS, 0, 0, len(entries)))


def day_of(level: int, number: int) -> int:
    """The first day of the stretch `number` of 2**level days."""
    return (number << level) - (1 << (LEVELS - 1))


def first_day(entry: Entry) -> int:
    """The day that an entry is listed under."""
    return ordinal(Day(*entry.row.order[:3]))


def weight(entry: Entry) -> int:
    """At least as many bytes as the entry takes in the heavier of the two files of a chunk."""
    row = entry.row
    texts = len(row.card_text) + 2 * len(row.id) + 4 * len(row.date_text) + 100
    keys = (row.places, row.actors, row.roles, row.sources, row.tags, (row.type or "",))
    found = sum((2 if one.isascii() else 4) * len(one) + 10 for ones in keys for one in ones) + 60
    return max(texts, found)
