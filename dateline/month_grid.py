# SPDX-License-Identifier: MIT
"""A month as a table of weeks, each day with what happened on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dateline.dates.days import Day, days_in_month, weekday
from dateline.dates.parts import weekdays
from dateline.language import Language

WEEK = 7


@dataclass(frozen=True, slots=True)
class GridDay:
    """A day of the month; `address` is None where nothing is known to have happened on it."""

    number: str
    count: int
    address: str | None


@dataclass(frozen=True, slots=True)
class WeekDay:
    """A day of the week as the head of its column."""

    name: str
    short: str


@dataclass(frozen=True, slots=True)
class MonthGrid:
    """The days of a month by weeks, with None where a week reaches into another month.

    `vague` counts the events of the month whose day is not known, and `lasting` those that lasted
    and are on the page of no day.
    """

    heads: tuple[WeekDay, ...]
    weeks: tuple[tuple[GridDay | None, ...], ...]
    vague: int = 0
    lasting: int = 0


def month_grid(
    key: str, counts: Mapping[str, int], language: Language, *, vague: int = 0, lasting: int = 0
) -> MonthGrid:
    """The grid of a month, YYYY-MM, from the number of events of each of its days, YYYY-MM-DD."""
    year, month = map(int, key.split("-"))
    first = first_weekday(language)
    before = (weekday(Day(year, month, 1)) - first) % WEEK
    cells: list[GridDay | None] = [None] * before
    for number in range(1, days_in_month(year, month) + 1):
        count = counts.get(f"{key}-{number:02}", 0)
        address = f"{key.replace('-', '/')}/{number:02}.html" if count else None
        cells.append(GridDay(language.figures(str(number)), count, address))
    cells += [None] * (-len(cells) % WEEK)
    heads = [
        WeekDay(name, short) for name, short in zip(weekdays(language), short_weekdays(language), strict=True)
    ]
    weeks = tuple(tuple(cells[start : start + WEEK]) for start in range(0, len(cells), WEEK))
    return MonthGrid((*heads[first:], *heads[:first]), weeks, vague, lasting)


def first_weekday(language: Language) -> int:
    """On which day weeks begin, 0 being Monday; a catalogue says otherwise for its language."""
    stated = language.pgettext("the day on which weeks begin, from 1 for Monday to 7 for Sunday", "1")
    return int(stated) - 1 if stated in set("1234567") else 0


def short_weekdays(language: Language) -> tuple[str, ...]:
    """The names of the seven days of the week from Monday, abbreviated."""
    return (
        language.pgettext("short weekday", "Mon"),
        language.pgettext("short weekday", "Tue"),
        language.pgettext("short weekday", "Wed"),
        language.pgettext("short weekday", "Thu"),
        language.pgettext("short weekday", "Fri"),
        language.pgettext("short weekday", "Sat"),
        language.pgettext("short weekday", "Sun"),
    )
