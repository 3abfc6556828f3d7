# SPDX-License-Identifier: MIT
"""A page for each year, month and day that has events; what is too much for one goes on to further pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dateline.dates import Edtf, Kind
from dateline.dates.periods import date_of, in_time
from dateline.dates.words import heading
from dateline.groups import Chronology
from dateline.month_grid import MonthGrid, month_grid
from dateline.output import Output
from dateline.shelf_pages import range_words
from dateline.shelves import MOST
from dateline.slices import Files, files_below
from dateline.stretches import Stretch, stretches
from dateline.strips import Line
from dateline.theme import Page, Theme
from dateline.timeline import Entry, Timeline

SEES = "index"
SPEAKS = "each"

SHORTER = {"year": "month", "month": "day", "day": ""}


@dataclass(frozen=True, slots=True)
class Period:
    """A period that has a page."""

    date: Edtf
    label: str
    address: str
    count: int


@dataclass(frozen=True, slots=True)
class StretchPage:
    """What a further page of a period shows; `stretches` are all of its pages, of which `here` is one."""

    title: str
    count: int
    crumbs: tuple[Period, ...]
    stretches: tuple[Stretch, ...]
    here: Stretch
    chronology: Chronology


@dataclass(frozen=True, slots=True)
class PeriodPage:
    """What the page of a period shows; a month has a grid for its days.

    `stretches` are its pages, where it has several, and `here` is the first of them.
    """

    title: str
    count: int
    crumbs: tuple[Period, ...]
    parts: tuple[Period, ...]
    grid: MonthGrid | None
    chronology: Chronology
    previous: Period | None
    following: Period | None
    line: Line | None
    stretches: tuple[Stretch, ...]
    here: Stretch
    files: Files | None


def plan(timeline: Timeline, theme: Theme) -> Iterator[Output]:
    """The pages of all years, months and days."""
    for kind, shorter in SHORTER.items():
        inside: dict[str, list[str]] = {}
        for part in timeline.groups.get(shorter, {}):
            inside.setdefault(part.rpartition("-")[0], []).append(part)
        keys = sorted(timeline.groups[kind], key=in_time)
        for before, key, after in zip(["", *keys], keys, [*keys[1:], ""], strict=False):
            held = timeline.groups[kind][key]
            parts, pages = inside.get(key, []), tuple(stretches(shown(held, kind), address(key), MOST))
            every = tuple(stretch for stretch, _ in pages)
            first = Chronology(pages[0][1])
            line = line_of(held, key, theme)
            counts = [(one, count(timeline, one)) for one in (before, *longer(key), key, *parts, after)]
            here = (before, key, after)
            made_from = (counts, every, first, line)
            given = (timeline, theme, here, parts, (every, first, line))
            yield theme.page_later("period.html", address(key), made_from, described, *given)
            for stretch, entries in pages[1:]:
                chronology = Chronology(entries)
                own = (timeline, theme, key, (every, stretch, chronology))
                yield theme.page_later(
                    "period_further.html", stretch.address, (counts, every, chronology), goes_on, *own
                )


def goes_on(
    timeline: Timeline, theme: Theme, key: str, held: tuple[tuple[Stretch, ...], Stretch, Chronology]
) -> tuple[Page, StretchPage]:
    """A further page of a period; `held` is all of its pages, this one, and the events that it shows."""
    every, stretch, chronology = held
    here = period(timeline, theme, key)
    view = StretchPage(
        title=titled(here, key, theme),
        count=here.count,
        crumbs=tuple(period(timeline, theme, one) for one in longer(key) if count(timeline, one)),
        stretches=every,
        here=stretch,
        chronology=chronology,
    )
    return Page(stretch.address, f"{here.label}, {range_words(stretch, theme)}", current="timeline"), view


def titled(here: Period, key: str, theme: Theme) -> str:
    """The heading of a period's pages."""
    return heading(here.date, theme.language) if kind_of(key) == "day" else here.label


def described(
    timeline: Timeline,
    theme: Theme,
    row: tuple[str, str, str],
    parts: Iterable[str],
    held: tuple[tuple[Stretch, ...], Chronology, Line | None],
) -> tuple[Page, PeriodPage]:
    """The page of a period, which stands in a row with the one before and the one after.

    `held` is what it shows of its events: all of its pages, the events of the first, the line of time.
    """
    before, key, after = row
    here = period(timeline, theme, key)
    kind = kind_of(key)
    every, chronology, line = held
    view = PeriodPage(
        title=titled(here, key, theme),
        count=here.count,
        crumbs=tuple(period(timeline, theme, one) for one in longer(key) if count(timeline, one)),
        parts=tuple(period(timeline, theme, part) for part in parts if kind == "year"),
        grid=grid(timeline, theme, key, parts) if kind == "month" else None,
        chronology=chronology,
        previous=period(timeline, theme, before) if before else None,
        following=period(timeline, theme, after) if after else None,
        line=line,
        stretches=every,
        here=every[0],
        files=files_below(timeline, kind, key, here.count) if kind == "year" else None,
    )
    return Page(here.address, here.label, current="timeline"), view


def line_of(entries: Sequence[Entry], key: str, theme: Theme) -> Line | None:
    """The line of time of a year or a month; of a day there is nothing to compare."""
    text = date_of(key).text
    return None if kind_of(key) == "day" else Line(entries, theme, **{"from": text, "to": text})


def grid(timeline: Timeline, theme: Theme, key: str, parts: Iterable[str]) -> MonthGrid:
    """The days of a month; what is on no day is counted beside them."""
    undated = [entry for entry in timeline.groups["month"][key] if not entry.row.days]
    lasting = sum(entry.date.kind is Kind.INTERVAL for entry in undated)
    counts = {part: count(timeline, part) for part in parts}
    return month_grid(key, counts, theme.language, vague=len(undated) - lasting, lasting=lasting)


def shown(entries: Sequence[Entry], kind: str) -> Sequence[Entry]:
    """The events that the page of a period shows: all, or, of too many, those vaguer than its parts."""
    if len(entries) <= MOST or kind == "day":
        return entries
    return [entry for entry in entries if not (entry.row.months if kind == "year" else entry.row.days)]


def period(timeline: Timeline, theme: Theme, key: str) -> Period:
    """A period by its key."""
    date = date_of(key)
    return Period(date, theme.date_words(date), address(key), count(timeline, key))


def count(timeline: Timeline, key: str) -> int:
    """How many events belong to a period."""
    return len(timeline.groups[kind_of(key)].get(key, ()))


def address(key: str) -> str:
    """Where the page of a period is."""
    return f"{key}.html" if key.endswith("-bce") else f"{key.replace('-', '/')}.html"


def kind_of(key: str) -> str:
    """What a key names: a year, a month or a day."""
    return "year" if key.endswith("-bce") else ("year", "month", "day")[key.count("-")]


def longer(key: str) -> tuple[str, ...]:
    """The keys of the longer periods that a month or a day lies in."""
    steps = [] if key.endswith("-bce") else key.split("-")
    return tuple("-".join(steps[:length]) for length in range(1, len(steps)))
