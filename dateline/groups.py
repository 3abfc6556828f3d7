# SPDX-License-Identifier: MIT
"""Entries as a reader meets them on a page: under day headings, with long silences marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from dateline.dates import Edtf, Precision
from dateline.dates.days import Day, ordinal
from dateline.digest import digest_of_keys
from dateline.references import Card
from dateline.timeline import Entry

DAYS_IN_A_YEAR = 365.2425
EXACT_ENOUGH = frozenset({Precision.DAY, Precision.MONTH, Precision.SEASON, Precision.YEAR})


@dataclass(frozen=True, slots=True)
class DayGroup:
    """The cards under one heading; `gap_years` are the whole years of silence before it."""

    key: str
    date: Edtf
    address: str | None
    gap_years: int
    cards: tuple[Card, ...]


class Chronology:
    """The entries of a list under the headings of their dates, worked out when a page shows them."""

    __slots__ = ("entries",)

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries = tuple(entries)

    def __iter__(self) -> Iterator[DayGroup]:
        """The groups in order."""
        return iter(grouped(self.entries))

    def __len__(self) -> int:
        """How many entries there are."""
        return len(self.entries)

    @property
    def key(self) -> str:
        """A digest of the cards in order."""
        return digest_of_keys([entry.key for entry in self.entries])


class Lines:
    """The entries of a short list, told in a line each."""

    __slots__ = ("entries",)

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries = tuple(entries)

    def __iter__(self) -> Iterator[Card]:
        """Their cards in order."""
        return (entry.card for entry in self.entries)

    def __len__(self) -> int:
        """How many there are."""
        return len(self.entries)

    @property
    def key(self) -> str:
        """A digest of the cards in order."""
        return digest_of_keys([entry.key for entry in self.entries])


def grouped(entries: Iterable[Entry]) -> tuple[DayGroup, ...]:
    """The entries under the headings of their dates; neighbours of one certain day share one."""
    runs = [list(run) for _, run in groupby(entries, heading_key)]
    groups: list[DayGroup] = []
    used: set[str] = set()
    latest: Day | None = None
    exact = True
    for number, run in enumerate(runs, 1):
        first = run[0].date
        one_day = heading_day(run[0])
        silence = 0
        if latest is not None and first.earliest is not None and exact and first.precision in EXACT_ENOUGH:
            silence = ordinal(first.earliest) - ordinal(latest)
        groups.append(
            DayGroup(
                key=str(number) if one_day is None or one_day in used else one_day,
                date=min(
                    (entry.date for entry in run),
                    key=lambda date: (date.uncertain or date.approximate, date.text),
                ),
                address=day_address(one_day) if one_day else None,
                gap_years=max(int(silence / DAYS_IN_A_YEAR), 0),
                cards=tuple(entry.card for entry in run),
            )
        )
        used.add(groups[-1].key)
        for entry in run:
            if entry.date.latest is not None and (latest is None or entry.date.latest >= latest):
                latest, exact = entry.date.latest, entry.date.precision in EXACT_ENOUGH
    return tuple(groups)


def heading_day(entry: Entry) -> str | None:
    """The one day under which an entry stands, when its date is a single day."""
    return entry.row.days[0] if len(entry.row.days) == 1 else None


def heading_key(entry: Entry) -> str:
    """What entries under one heading share."""
    return heading_day(entry) or entry.date.text


def day_address(key: str) -> str:
    """Where the page of a day, YYYY-MM-DD, is."""
    year, month, day = key.split("-")
    return f"{year}/{month}/{day}.html"


def month_address(key: str) -> str:
    """Where the page of a month, YYYY-MM, is."""
    year, month = key.split("-")
    return f"{year}/{month}.html"
