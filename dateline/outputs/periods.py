# SPDX-License-Identifier: MIT
"""A page for each year, month and day that has events."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dateline.dates import Edtf
from dateline.dates.periods import date_of, days, months
from dateline.dates.words import heading
from dateline.groups import DayGroup, chronology, day_address, month_address
from dateline.output import Output
from dateline.shelves import MOST
from dateline.theme import Page, Theme
from dateline.timeline import Entry, Timeline

SHORTER = {"year": "month", "month": "day", "day": ""}


@dataclass(frozen=True, slots=True)
class Period:
    """A period that has a page."""

    date: Edtf
    label: str
    address: str
    count: int


@dataclass(frozen=True, slots=True)
class PeriodPage:
    """What the page of a period shows."""

    title: str
    count: int
    crumbs: tuple[Period, ...]
    parts: tuple[Period, ...]
    chronology: tuple[DayGroup, ...]
    previous: Period | None
    following: Period | None


def plan(timeline: Timeline, theme: Theme) -> Iterator[Output]:
    """The pages of all years, months and days."""
    for kind, shorter in SHORTER.items():
        groups = timeline.groups[kind]
        keys = sorted(groups, key=lambda key: date_of(key).sort_key)
        before = {after: before for before, after in pairwise(keys)}
        after = dict(pairwise(keys))
        for key in keys:
            parts = [part for part in timeline.groups.get(shorter, {}) if part.startswith(f"{key}-")]
            here = period(timeline, theme, kind, key)
            view = PeriodPage(
                title=heading(here.date, theme.language) if kind == "day" else here.label,
                count=here.count,
                crumbs=tuple(crumbs(timeline, theme, key)),
                parts=tuple(period(timeline, theme, shorter, part) for part in parts),
                chronology=chronology(shown(groups[key], kind), timeline),
                previous=period(timeline, theme, kind, before[key]) if key in before else None,
                following=period(timeline, theme, kind, after[key]) if key in after else None,
            )
            yield theme.page("period.html", Page(here.address, here.label, current="timeline"), view)


def shown(entries: Sequence[Entry], kind: str) -> Sequence[Entry]:
    """The events that the page of a period shows: all, or, of too many, those vaguer than its parts."""
    finer = {"year": months, "month": days}.get(kind)
    if len(entries) <= MOST or finer is None:
        return entries
    return [entry for entry in entries if not finer(entry.date)]


def period(timeline: Timeline, theme: Theme, kind: str, key: str) -> Period:
    """A period of a kind by its key."""
    addresses = {"year": lambda year: f"{year}.html", "month": month_address, "day": day_address}
    date = date_of(key)
    return Period(date, theme.date_words(date), addresses[kind](key), len(timeline.groups[kind][key]))


def crumbs(timeline: Timeline, theme: Theme, key: str) -> Iterator[Period]:
    """The longer periods that a month or a day lies in."""
    steps = [] if key.endswith("-bce") else key.split("-")
    for kind, length in (("year", 1), ("month", 2)):
        longer = "-".join(steps[:length])
        if len(steps) > length and longer in timeline.groups[kind]:
            yield period(timeline, theme, kind, longer)
