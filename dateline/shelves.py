# SPDX-License-Identifier: MIT
"""Long lists in pages bounded by time: a year each, a month or a day where a year is too much.

Pages are cut by time and never by number, so that an address keeps what it shows. What is vaguer
than the periods of a page stays on the page above them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from dateline.dates import Edtf
from dateline.dates.periods import date_of, days, months, years
from dateline.groups import DayGroup, chronology
from dateline.timeline import Entry, Timeline

MOST = 100
"""How many events one page shows in full; a page of so many stays well below 150 kB."""

SHORTER: tuple[Callable[[Edtf], tuple[str, ...]], ...] = (years, months, days)


@dataclass(frozen=True, slots=True)
class Part:
    """A shorter period with a page of its own."""

    date: Edtf
    address: str
    count: int


@dataclass(frozen=True, slots=True)
class Shelf:
    """One page of a list: the period it holds (None: all), the events it shows, its shorter periods."""

    period: str | None
    address: str
    count: int
    parts: tuple[Part, ...]
    chronology: tuple[DayGroup, ...]


def shelves(
    entries: Sequence[Entry], timeline: Timeline, address: str, *, period: str | None = None, level: int = 0
) -> Iterator[Shelf]:
    """The pages of a list, the one at `address` first; `address` ends in .html."""
    if len(entries) <= MOST or level == len(SHORTER):
        yield Shelf(period, address, len(entries), (), chronology(entries, timeline))
        return
    stem = address.removesuffix(".html") if period is None else address.rpartition("/")[0]
    held = by_period(entries, level, period)
    parts = [(key, f"{stem}/{key}.html", members) for key, members in held.items() if key]
    yield Shelf(
        period=period,
        address=address,
        count=len(entries),
        parts=tuple(Part(date_of(key), where, len(members)) for key, where, members in parts),
        chronology=chronology(held.get("", ()), timeline),
    )
    for key, where, members in parts:
        yield from shelves(members, timeline, where, period=key, level=level + 1)


def by_period(entries: Iterable[Entry], level: int, within: str | None) -> dict[str, list[Entry]]:
    """Entries by the periods that they belong to, in time; the empty key holds the vaguer ones."""
    held: dict[str, list[Entry]] = {}
    for entry in entries:
        keys = [key for key in SHORTER[level](entry.date) if within is None or key.startswith(f"{within}-")]
        for key in keys or [""]:
            held.setdefault(key, []).append(entry)
    return {key: held[key] for key in sorted(held, key=lambda key: date_of(key).sort_key if key else ())}
