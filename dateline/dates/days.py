# SPDX-License-Identifier: MIT
"""A day of the proleptic Gregorian calendar, in any year, past or future."""

from __future__ import annotations

from itertools import accumulate
from typing import NamedTuple

# English, for messages only: `calendar.month_name` would follow the locale of the machine.
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
FEBRUARY = 2
DAYS_BEFORE = tuple(accumulate(LENGTHS[:-1], initial=0))
"""How many days of a common year lie before each month."""

# The Gregorian calendar repeats itself after 400 years.
DAYS_IN_400_YEARS = 146_097
DAYS_IN_100_YEARS = 36_524
DAYS_IN_4_YEARS = 1_461


class Day(NamedTuple):
    """A day, ordered by time. The year is astronomical: 0 is 1 BCE, -43 is 44 BCE."""

    year: int
    month: int
    day: int


def is_leap(year: int) -> bool:
    """Whether the year has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year: int, month: int) -> int:
    """How many days the month (1 to 12) has in that year."""
    return 29 if month == FEBRUARY and is_leap(year) else LENGTHS[month - 1]


def ordinal(day: Day) -> int:
    """The number of the day, counted so that 1 January of the year 1 is 1, as `datetime` counts."""
    year, month, number = day
    years = year - 1
    leap_days = years // 4 - years // 100 + years // 400 + (month > FEBRUARY and is_leap(year))
    return years * 365 + leap_days + DAYS_BEFORE[month - 1] + number


def day_at(number: int) -> Day:
    """The day that has this number: the reverse of `ordinal`."""
    cycles, rest = divmod(number - 1, DAYS_IN_400_YEARS)
    # The last century of a cycle and the last year of four are one day longer, hence `min`.
    centuries = min(rest // DAYS_IN_100_YEARS, 3)
    rest -= centuries * DAYS_IN_100_YEARS
    fours, rest = divmod(rest, DAYS_IN_4_YEARS)
    ones = min(rest // 365, 3)
    rest -= ones * 365
    year = cycles * 400 + centuries * 100 + fours * 4 + ones + 1
    month = 1
    while rest >= days_in_month(year, month):
        rest -= days_in_month(year, month)
        month += 1
    return Day(year, month, rest + 1)


def weekday(day: Day) -> int:
    """The day of the week: 0 is Monday, 6 is Sunday."""
    return (ordinal(day) - 1) % 7
