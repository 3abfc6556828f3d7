# SPDX-License-Identifier: MIT
"""Lays days along a line: long empty stretches are folded into breaks, round dates become ticks.

Days are ordinal numbers as `days.ordinal` counts them, of any size, so deep time is drawn like a
week. Within one drawing a day has the same width everywhere outside of the breaks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from dateline.dates import parse
from dateline.dates.days import Day, day_at, ordinal
from dateline.dates.edtf import Edtf

# Room at the two ends; the label of a last tick reaches into the second.
BEFORE, AFTER = 8.0, 84.0
BREAK_WIDTH = 112.0
MOST_BREAKS = 4
# A stretch is folded when it is this much of what is left to draw, and more than a few days.
EMPTY_SHARE = 0.4
FEWEST_EMPTY_DAYS = 4
WIDEST_DAY = 200.0
# Room for the label of a tick: with 1000 units at most twelve.
TICK_SPACING = 84.0
MONTHS_IN_YEAR = 12
DAYS_IN_YEAR = 365.2425
DAYS_IN_MONTH = DAYS_IN_YEAR / MONTHS_IN_YEAR
FEWEST_MONTHS_IN_DAYS, FEWEST_YEARS_IN_DAYS = 60, 548
MILLION = 1_000_000
LAST_FOUR_DIGITS = 9999

MOST_TICKS = 2_000
"""How many dates of ticks are kept in memory; many lists have the same."""

date_of = lru_cache(maxsize=MOST_TICKS)(parse)


class Span(NamedTuple):
    """Days from the first to the last, both included."""

    first: int
    last: int

    @property
    def days(self) -> int:
        """How many days it has."""
        return self.last - self.first + 1


@dataclass(frozen=True, slots=True)
class Break:
    """An empty stretch, folded; `unit` is days, months, years or million-years, rounded to whole ones."""

    x: float
    width: float
    count: int
    unit: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on the axis where `date` begins, or where a stretch begins within it.

    `day` is the first of `date`; `granularity` is day, month or year.
    """

    x: float
    day: int
    granularity: str
    date: Edtf


@dataclass(frozen=True, slots=True)
class Scale:
    """Where each day lies: stretches of days, where each begins, and the width of one day."""

    stretches: tuple[Span, ...]
    starts: tuple[float, ...]
    day_width: float

    def at(self, day: int) -> float:
        """Where the day begins; one inside a break begins where the next stretch does."""
        for stretch, start in zip(self.stretches, self.starts, strict=True):
            if day <= stretch.last:
                return start + max(0, day - stretch.first) * self.day_width
        return self.end

    def after(self, day: int) -> float:
        """Where the day ends."""
        return self.at(day) + self.day_width

    @property
    def end(self) -> float:
        """Where the last day ends."""
        return self.starts[-1] + self.stretches[-1].days * self.day_width


def scale_of(spans: Iterable[Span], width: float) -> Scale:
    """A scale on which everything that the spans cover is drawn, `width` units wide with its margins."""
    stretches = _folded(_merged(spans))
    room = width - BEFORE - AFTER - BREAK_WIDTH * (len(stretches) - 1)
    day_width = min(WIDEST_DAY, room / sum(stretch.days for stretch in stretches))
    starts = [BEFORE]
    for stretch in stretches[:-1]:
        starts.append(starts[-1] + stretch.days * day_width + BREAK_WIDTH)
    return Scale(stretches, tuple(starts), day_width)


def _merged(spans: Iterable[Span]) -> list[Span]:
    """The spans in order, those that touch made one."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.first <= merged[-1].last + 1:
            merged[-1] = Span(merged[-1].first, max(merged[-1].last, span.last))
        else:
            merged.append(span)
    return merged


def _folded(spans: Sequence[Span]) -> tuple[Span, ...]:
    """The spans, joined over every gap but the long ones."""
    left = spans[-1].last - spans[0].first + 1
    gaps = {number: spans[number].first - spans[number - 1].last - 1 for number in range(1, len(spans))}
    folded = set()
    for number in sorted(gaps, key=lambda one: (-gaps[one], one))[:MOST_BREAKS]:
        if gaps[number] < max(FEWEST_EMPTY_DAYS, EMPTY_SHARE * left):
            break
        folded.add(number)
        left -= gaps[number]
    starts = [0, *sorted(folded)]
    ends = [*sorted(folded), len(spans)]
    return tuple(
        Span(spans[start].first, spans[end - 1].last) for start, end in zip(starts, ends, strict=True)
    )


def breaks_of(scale: Scale) -> tuple[Break, ...]:
    """The breaks between the stretches of a scale."""
    found = []
    for number in range(1, len(scale.stretches)):
        days = scale.stretches[number].first - scale.stretches[number - 1].last
        count, unit = _length(days)
        found.append(Break(round(scale.starts[number] - BREAK_WIDTH, 1), BREAK_WIDTH, count, unit))
    return tuple(found)


def _length(days: int) -> tuple[int, str]:
    """A number of days in the largest unit that says enough."""
    if days < FEWEST_MONTHS_IN_DAYS:
        return days, "days"
    if days < FEWEST_YEARS_IN_DAYS:
        return round(days / DAYS_IN_MONTH), "months"
    years = round(days / DAYS_IN_YEAR)
    return (years, "years") if years < MILLION else (round(years / MILLION), "million-years")


def ticks_of(scale: Scale) -> tuple[Tick, ...]:
    """Ticks at round dates, at least one for each stretch, far enough apart for their labels."""
    unit, count = _step(TICK_SPACING / scale.day_width)
    ticks = []
    for stretch in scale.stretches:
        starts = list(_round_days(stretch, unit, count)) or [_started(stretch.first, unit)]
        ticks += [
            Tick(round(scale.at(day), 1), day, unit, date_of(_text(day_at(day), unit))) for day in starts
        ]
    return tuple(ticks)


def _step(days: float) -> tuple[str, int]:
    """The smallest usual step of at least so many days."""
    for unit, count, length in (
        ("day", 1, 1.0),
        ("day", 7, 7.0),
        ("month", 1, DAYS_IN_MONTH),
        ("month", 3, 3 * DAYS_IN_MONTH),
    ):
        if length >= days:
            return unit, count
    power = 1
    while True:
        for count in (power, 2 * power, 5 * power):
            if count * DAYS_IN_YEAR >= days:
                return "year", count
        power *= 10


def _round_days(stretch: Span, unit: str, count: int) -> Iterator[int]:
    """The first day of each round date within the stretch; weeks begin on a Monday."""
    if unit == "day":
        yield from range(stretch.first + (1 - stretch.first) % count, stretch.last + 1, count)
        return
    first, last = day_at(stretch.first), day_at(stretch.last)
    starts = _months(first, last, count) if unit == "month" else _years(first.year, last.year, count)
    yield from (day for day in map(ordinal, starts) if day >= stretch.first)


def _months(first: Day, last: Day, count: int) -> Iterator[Day]:
    for number in range(
        first.year * MONTHS_IN_YEAR + first.month - 1, last.year * MONTHS_IN_YEAR + last.month
    ):
        if number % count == 0:
            yield Day(number // MONTHS_IN_YEAR, number % MONTHS_IN_YEAR + 1, 1)


def _years(first: int, last: int, count: int) -> Iterator[Day]:
    """Round years; before our era it is the number of the year BCE that is round (year 0 is 1 BCE)."""
    highest, lowest = 1 - first, max(1, 1 - last)
    for before in range(highest - highest % count, lowest - 1, -count):
        yield Day(1 - before, 1, 1)
    lowest = max(first, 1)
    for year in range(lowest + -lowest % count, last + 1, count):
        yield Day(year, 1, 1)


def _started(day: int, unit: str) -> int:
    """The first day of the month or year that the day is in, or the day itself."""
    year, month, _ = day_at(day)
    return {"day": day, "month": ordinal(Day(year, month, 1)), "year": ordinal(Day(year, 1, 1))}[unit]


def _text(day: Day, unit: str) -> str:
    """The date as EDTF writes it, as precise as the unit."""
    if abs(day.year) > LAST_FOUR_DIGITS:
        return f"Y{day.year}"
    year = f"-{-day.year:04}" if day.year < 0 else f"{day.year:04}"
    return {"day": f"{year}-{day.month:02}-{day.day:02}", "month": f"{year}-{day.month:02}", "year": year}[
        unit
    ]
