# SPDX-License-Identifier: MIT
"""Long lists in pages bounded by time: a year each, a month or a day where a year is too much.

Pages are cut by time, so that an address keeps what it shows. What is vaguer than the periods of a
page stays on the page above them. What is still too much, on one day or too vague to be cut by time,
goes on to further pages by number.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from dateline.dates import Edtf
from dateline.dates.periods import date_of, in_time
from dateline.groups import Chronology
from dateline.rows import Row
from dateline.stretches import Stretch, stretches
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
class Listed:
    """Where one page of a list leads: to shorter periods, and to further pages.

    `stretches` are the pages of what this one shows some of, of which `here` is one.
    """

    parts: tuple[Part, ...]
    stretches: tuple[Stretch, ...]
    here: Stretch


@dataclass(frozen=True, slots=True)
class Shelf:
    """One page of a list: the period it holds (None: all), how many events that has, and some of them.

    `entries` are all that the period holds, those on other pages included.
    """

    period: str | None
    count: int
    listed: Listed
    chronology: Chronology
    entries: Sequence[Entry]

    @property
    def address(self) -> str:
        """Where the page is."""
        return self.listed.here.address

    @property
    def goes_on(self) -> bool:
        """Whether it is a further page of what another one begins."""
        return self.listed.here.first > 1


def shelves(
    entries: Sequence[Entry], address: str, *, most: int = MOST, period: str | None = None, level: int = 0
) -> Iterator[Shelf]:
    """The pages of a list, or the files of a set, with at most so many events; the one at `address` first."""
    if len(entries) <= most or level == len(SHORTER):
        yield from filled(period, entries, (), stretches(entries, address, most))
        return
    whole, _, suffix = address.rpartition(".")
    stem = whole if period is None else address.rpartition("/")[0]
    held = by_period(entries, level, period)
    parts = [(key, f"{stem}/{key}.{suffix}", members) for key, members in held.items() if key]
    links = tuple(Part(key, where, len(members)) for key, where, members in parts)
    yield from filled(period, entries, links, stretches(held.get("", ()), address, most))
    for key, where, members in parts:
        yield from shelves(members, where, most=most, period=key, level=level + 1)


def filled(
    period: str | None,
    entries: Sequence[Entry],
    parts: tuple[Part, ...],
    pages: Iterable[tuple[Stretch, Sequence[Entry]]],
) -> Iterator[Shelf]:
    """The pages of what is shown of a period; the first of them leads to its shorter periods."""
    pages = tuple(pages)
    every = tuple(stretch for stretch, _ in pages)
    for here, held in pages:
        listed = Listed(() if here.first > 1 else parts, every, here)
        yield Shelf(period, len(entries), listed, Chronology(held), entries)


def by_period(entries: Iterable[Entry], level: int, within: str | None) -> dict[str, tuple[Entry, ...]]:
    """Entries by the periods that they belong to, in time; the empty key holds the vaguer ones."""
    held: dict[str, list[Entry]] = {}
    prefix = "" if within is None else f"{within}-"
    for entry in entries:
        keys = [key for key in SHORTER[level](entry.row) if key.startswith(prefix)]
        for key in keys or [""]:
            held.setdefault(key, []).append(entry)
    return {key: tuple(held[key]) for key in sorted(held, key=lambda key: in_time(key) if key else ())}
