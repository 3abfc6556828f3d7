# SPDX-License-Identifier: MIT
"""The years, months and days that a date belongs to, for the pages of those periods.

A date belongs to a period only when it is at least as exact: a month has no day page. What lasted
belongs to every period that it touches, up to a bound; what happened once, some time between two
days, belongs to the month or year that surely holds it.
"""

from __future__ import annotations

from functools import lru_cache

from dateline.dates import Edtf, parse
from dateline.dates.days import Day, day_at, ordinal

MOST_DAYS = 366
MOST_MONTHS = 120
MOST_YEARS = 200

MOST_PERIODS = 20_000
"""How many dates of periods are kept in memory; many lists are cut by the same ones."""


def years(date: Edtf) -> tuple[str, ...]:
    """The years from -9999 to 9999 that the date belongs to, as they stand in addresses."""
    first, last = bounds(date)
    if first is None or last is None or not -9999 <= first.year <= last.year <= 9999:  # noqa: PLR2004  # ISO years
        return ()
    if date.precision in ("decade", "century"):
        return ()
    if first.year != last.year and (date.kind != "interval" or last.year - first.year >= MOST_YEARS):
        return ()
    return tuple(year_key(year) for year in range(first.year, last.year + 1))


def months(date: Edtf) -> tuple[str, ...]:
    """The months, as YYYY-MM, that the date belongs to."""
    first, last = bounds(date)
    if first is None or last is None or not 1 <= first.year <= last.year <= 9999:  # noqa: PLR2004  # ISO years
        return ()
    start, end = first.year * 12 + first.month - 1, last.year * 12 + last.month - 1
    # "Until 2022" has one bound, 31 December: the day is not what was said.
    if date.precision not in ("day", "month"):
        return ()
    if start != end and (date.kind != "interval" or end - start >= MOST_MONTHS):
        return ()
    return tuple(f"{number // 12:04}-{number % 12 + 1:02}" for number in range(start, end + 1))


def days(date: Edtf) -> tuple[str, ...]:
    """The days, as YYYY-MM-DD, that the date belongs to."""
    first, last = bounds(date)
    if first is None or last is None or not 1 <= first.year <= last.year <= 9999:  # noqa: PLR2004  # ISO years
        return ()
    start, end = ordinal(first), ordinal(last)
    if date.precision != "day" or (start != end and (date.kind != "interval" or end - start >= MOST_DAYS)):
        return ()
    return tuple(f"{day.year:04}-{day.month:02}-{day.day:02}" for day in map(day_at, range(start, end + 1)))


def bounds(date: Edtf) -> tuple[Day | None, Day | None]:
    """The bounds of the date; an end that is open or unknown counts as the end that is known."""
    return date.earliest or date.latest, date.latest or date.earliest


def year_key(year: int) -> str:
    """A year as it stands in an address: 2022, 0004, 44-bce."""
    return f"{year:04}" if year > 0 else f"{1 - year}-bce"


@lru_cache(maxsize=MOST_PERIODS)
def date_of(key: str) -> Edtf:
    """The date that a key of a year, month or day stands for."""
    if not key.endswith("-bce"):
        return parse(key)
    year = 1 - int(key.removesuffix("-bce"))
    return parse(f"-{-year:04}" if year else "0000")


def in_time(key: str) -> tuple[int, ...]:
    """What sorts the keys of one kind by time."""
    if key.endswith("-bce"):
        return (1 - int(key.removesuffix("-bce")),)
    return tuple(map(int, key.split("-")))
