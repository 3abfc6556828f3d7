# SPDX-License-Identifier: MIT
"""Long lists in pages bounded by time: a year each, a month or a day where a year is too much.

Pages are cut by time and never by number, so that an address keeps what it shows. What is vaguer
than the periods of a page stays on the page above them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from dateline.dates import Edtf
from dateline.dates.periods import date_of, in_time
from dateline.groups import Chronology
from dateline.rows import Row
from dateline.timeline import Entry

MOST = 100
"""How many events one page shows in full; a page of so many stays well below 150 kB."""

SHORTER: tuple[Callable[[Row], tuple[str, ...]], ...] = (
    lambda row: row.years,
    lambda row: row.months,
    lambda row: row.days,
)


@dataclass(frozen=True, slots=True)
class Part:
    """A shorter period with a page of its own; `key` is that of its year, month or day."""

    key: str
    address: str
    count: int

    @property
    def date(self) -> Edtf:
        """The period as a date."""
        return date_of(self.key)


@dataclass(frozen=True, slots=True)
class Shelf:
    """One page of a list: the period it holds (None: all), the events it shows, its shorter periods.

    `entries` are all that it holds, those on the pages of its shorter periods included.
    """

    period: str | None
    address: str
    count: int
    parts: tuple[Part, ...]
    chronology: Chronology
    entries: Sequence[Entry]


def shelves(
    entries: Sequence[Entry], address: str, *, most: int = MOST, period: str | None = None, level: int = 0
) -> Iterator[Shelf]:
    """The pages of a list, or the files of a set, with at most so many events; the one at `address` first."""
    if len(entries) <= most or level == len(SHORTER):
        yield Shelf(period, address, len(entries), (), Chronology(entries), entries)
        return
    whole, _, suffix = address.rpartition(".")
    stem = whole if period is None else address.rpartition("/")[0]
    held = by_period(entries, level, period)
    parts = [(key, f"{stem}/{key}.{suffix}", members) for key, members in held.items() if key]
    yield Shelf(
        period=period,
        address=address,
        count=len(entries),
        parts=tuple(Part(key, where, len(members)) for key, where, members in parts),
        chronology=Chronology(held.get("", ())),
        entries=entries,
    )
    for key, where, members in parts:
        yield from shelves(members, where, most=most, period=key, level=level + 1)


def by_period(entries: Iterable[Entry], level: int, within: str | None) -> dict[str, list[Entry]]:
    """Entries by the periods that they belong to, in time; the empty key holds the vaguer ones."""
    held: dict[str, list[Entry]] = {}
    for entry in entries:
        keys = [key for key in SHORTER[level](entry.row) if within is None or key.startswith(f"{within}-")]
        for key in keys or [""]:
            held.setdefault(key, []).append(entry)
    return {key: held[key] for key in sorted(held, key=lambda key: in_time(key) if key else ())}
