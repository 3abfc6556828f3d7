# SPDX-License-Identifier: MIT
"""Events by the days of the year: on one page, or one for each month, or for a day of very many.

Only what happened on one certain day is here. The 29 February has its own place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from dateline.dates.days import Day
from dateline.dates.parts import day_number, months, months_without_year, year
from dateline.groups import Lines, day_address
from dateline.language import Language
from dateline.output import Output
from dateline.theme import Page, Theme
from dateline.timeline import Entry, Timeline

SEES = "index"
SPEAKS = "each"

PATH = "on-this-day.html"
EXACT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
MOST = 250
"""How many events one page tells in a line each; a page of so many stays well below 150 kB."""

BEFORE_LEAP, LEAP = "02-28", "02-29"

Held = Mapping[str, tuple[Entry, ...]]


@dataclass(frozen=True, slots=True)
class YearDay:
    """A day of the year, as MM-DD; `lines` is None where its events are on the page at `address`.

    `leap` is the way from 28 to 29 February, where that has events.
    """

    key: str
    label: str
    address: str
    count: int
    lines: Lines | None
    leap: str = ""


@dataclass(frozen=True, slots=True)
class YearMonth:
    """A month of the year; `address` is that of its own page, where it has one."""

    key: str
    label: str
    address: str
    count: int
    days: tuple[YearDay, ...]


@dataclass(frozen=True, slots=True)
class OneYear:
    """A year in which a day had events."""

    label: str
    address: str
    count: int


@dataclass(frozen=True, slots=True)
class DaysPage:
    """What one page shows: months with days; or, of a day of very many events, a way to each year."""

    above: str | None
    months: tuple[YearMonth, ...]
    years: tuple[OneYear, ...] = ()


def plan(timeline: Timeline, theme: Theme) -> Iterator[Output]:
    """The page of the year, and those of months and of days that are too much for it."""
    held = by_day(timeline)
    whole = not is_full(held)
    yield later(PATH, held, partial(year_page, held, theme, whole=whole), theme, told=whole)
    if whole:
        return
    for number in range(1, 13):
        own = {key: entries for key, entries in held.items() if key.startswith(f"{number:02}-")}
        if own:
            make = partial(month_page, number, own, theme)
            yield later(address(f"{number:02}"), own, make, theme, told=not is_full(own))
            if is_full(own):
                yield from day_pages(own, theme)


def day_pages(held: Held, theme: Theme) -> Iterator[Output]:
    """A page for each day of a month with too many events for one page."""
    for key, entries in held.items():
        yield later(address(key), {key: entries}, partial(day_page, key, entries, theme), theme, told=True)


def by_day(timeline: Timeline) -> dict[str, tuple[Entry, ...]]:
    """The events of one certain day by that day of the year."""
    held: dict[str, list[Entry]] = {}
    for entry in timeline.entries:
        if EXACT.fullmatch(entry.row.date_text) and entry.row.days:
            held.setdefault(entry.row.date_text[5:], []).append(entry)
    return {key: tuple(held[key]) for key in sorted(held)}


def is_full(held: Held) -> bool:
    """Whether there are too many events for one page."""
    return sum(map(len, held.values())) > MOST


def later(path: str, held: Held, make: partial[tuple[Page, DaysPage]], theme: Theme, *, told: bool) -> Output:
    """The output of a page that tells these events, or that only counts them."""
    made_from = [
        (key, [entry.key for entry in entries] if told else len(entries)) for key, entries in held.items()
    ]
    return theme.page_later("on_this_day.html", path, made_from, make)


def year_page(held: Held, theme: Theme, *, whole: bool) -> tuple[Page, DaysPage]:
    """The page of all days, with their events where these are few enough."""
    lang = theme.language
    addresses = {number: "" if whole else address(f"{number:02}") for number in range(1, 13)}
    found = tuple(month(number, held, lang, elsewhere) for number, elsewhere in addresses.items())
    return Page(PATH, lang.gettext("On this day"), current="on-this-day"), DaysPage(None, found)


def month_page(number: int, held: Held, theme: Theme) -> tuple[Page, DaysPage]:
    """The page of one month."""
    found = month(number, held, theme.language, "")
    return titled(address(found.key), found.label, theme), DaysPage(PATH, (found,))


def day_page(key: str, entries: tuple[Entry, ...], theme: Theme) -> tuple[Page, DaysPage]:
    """The page of one day of the year."""
    label = day_label(key, theme.language)
    page = titled(address(key), label, theme)
    if len(entries) > MOST:
        return page, DaysPage(PATH, (), tuple(years(entries, theme.language)))
    day = YearDay(key, label, page.path, len(entries), Lines(entries))
    named = month(int(key[:2]), {key: entries}, theme.language, "")
    return page, DaysPage(PATH, (YearMonth(named.key, named.label, "", len(entries), (day,)),))


def titled(path: str, label: str, theme: Theme) -> Page:
    """A page below that of the year."""
    title = theme.language.gettext("On this day: %(day)s") % {"day": label}
    return Page(path, title, current="on-this-day")


def month(number: int, held: Held, language: Language, elsewhere: str) -> YearMonth:
    """A month with its days; their events are on a page `elsewhere`, or here, or on pages of their own."""
    key = f"{number:02}"
    own = {day: entries for day, entries in held.items() if day.startswith(f"{key}-")}
    count = sum(map(len, own.values()))

    def place_of(day: str) -> str:
        return address(day) if count > MOST else f"{elsewhere}#d-{day}"

    days = tuple(
        YearDay(
            key=day,
            label=day_label(day, language),
            address=place_of(day),
            count=len(entries),
            lines=None if elsewhere or count > MOST else Lines(entries),
            leap=place_of(LEAP) if day == BEFORE_LEAP and LEAP in own else "",
        )
        for day, entries in own.items()
    )
    label = months_without_year(language, months(language), after_day=False)[number - 1]
    return YearMonth(key, label, elsewhere if own else "", count, days)


def years(entries: tuple[Entry, ...], language: Language) -> Iterator[OneYear]:
    """The years in which a day had events, each with its page."""
    counts: dict[str, int] = {}
    for entry in entries:
        counts[entry.row.date_text] = counts.get(entry.row.date_text, 0) + 1
    for day, count in counts.items():
        yield OneYear(year(int(day[:4]), language), day_address(day), count)


def day_label(key: str, language: Language) -> str:
    """A day of the year in words: 5 January."""
    month_number, number = map(int, key.split("-"))
    day = Day(0, month_number, number)  # of a leap year
    names = months_without_year(language, months(language), after_day=True)
    words = {"day": day_number(day, language), "month": names[day.month - 1]}
    return language.gettext("%(day)s %(month)s") % words


def address(key: str) -> str:
    """Where the page of a month or a day of the year is."""
    return f"on-this-day/{key}.html"
