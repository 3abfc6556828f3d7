# SPDX-License-Identifier: MIT
"""A date as precise as its source: EDTF levels 0 and 1 with `[..]` sets, its bounds and its order.

The rules are those of the Library of Congress's Extended Date/Time Format of 4 February 2019
(https://www.loc.gov/standards/datetime/), a profile of ISO 8601-2:2019. Years are astronomical and
days proleptic Gregorian. Nothing here uses `datetime`, so deep time sorts like any other.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from dateline.datehints import guesses
from dateline.days import MONTHS, Day, days_in_month, ordinal
from dateline.problems import shown

__all__ = [
    "DateError",
    "Day",
    "Edtf",
    "Kind",
    "Precision",
    "before",
    "days_apart",
    "ordinal",
    "overlaps",
    "parse",
]

LONGEST = 100
PLAIN_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
CALENDAR = re.compile(r"(-?[0-9]{4})(?:-([0-9]{2}|XX)(?:-([0-9]{2}|XX))?)?[?~%]?")
UNKNOWN_DIGITS = re.compile(r"(-?)(?:([0-9]{3})X|([0-9]{2})XX)[?~%]?")
# Twelve digits reach far beyond the age of the universe and stay exact in every reader of JSON.
LONG_YEAR = re.compile(r"Y(-?[1-9][0-9]{4,11})[?~%]?")
CLOCK = re.compile(r"T(?:[01][0-9]|2[0-3])(?::[0-5][0-9]){2}(?:Z|[+-](?:[01][0-9]|2[0-3])(?::[0-5][0-9])?)?")
SEASONS = range(21, 25)
FOREVER = Day(10**13, 12, 31)
USUAL = "write it as in 2022-01-05, 2022-01, 2022, 196X or 2022-01-03/2022-01-05; add ~ for about, ? for unsure"


class Kind(StrEnum):
    """What a date says: it was then, it lasted from one to the other, or it was one of several."""

    DATE = "date"
    INTERVAL = "interval"
    SET = "set"


class Precision(StrEnum):
    """How fine a date is, from fine to coarse."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


RANKS = {precision: rank for rank, precision in enumerate(Precision)}


class DateError(ValueError):
    """A text is no date. `name` is bad-date, ambiguous-date or date-order; `hint` says what to write."""

    def __init__(self, message: str, hint: str = "", name: str = "bad-date") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.name = name


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date as it was typed, with what follows from it.

    `earliest` and `latest` are the first and the last day it can touch; None is open or unknown.
    `?`, `~` and `%` never widen them. `precision` is that of what is known (`2022-01-XX` is a month)
    and, for intervals and sets, the coarser of the ends. `start` and `end` belong to an interval,
    `members` to a set; a member that is a range (`1670..1672`) has the kind of an interval.
    A season's bounds are its whole year: the standard ties it to no hemisphere, winter and summer
    cross the new year somewhere, and only the year is sure.
    """

    text: str
    kind: Kind
    earliest: Day | None
    latest: Day | None
    precision: Precision
    start: Edtf | None = None
    end: Edtf | None = None
    members: tuple[Edtf, ...] = ()

    @property
    def uncertain(self) -> bool:
        """Whether the date, or a part of it, may be wrong (`?` or `%`)."""
        return "?" in self.text or "%" in self.text

    @property
    def approximate(self) -> bool:
        """Whether the date, or a part of it, is an estimate (`~` or `%`)."""
        return "~" in self.text or "%" in self.text

    @property
    def open_start(self) -> bool:
        """Whether it has no limit in the past: `../b`, `[..b]`."""
        return self.earliest is None and not self.unknown_start

    @property
    def open_end(self) -> bool:
        """Whether it goes on: `a/..`; or, in a set, has no limit in the future: `[a..]`."""
        return self.latest is None and not self.unknown_end

    @property
    def unknown_start(self) -> bool:
        """Whether it began at a time that nobody knows: `/b`."""
        return self.text.startswith("/")

    @property
    def unknown_end(self) -> bool:
        """Whether it ended, or goes on, and nobody knows: `a/`."""
        return self.text.endswith("/")

    @property
    def unspecified(self) -> Precision | None:
        """What `XX` stands for: the day in `2022-01-XX` and `2022-XX-XX`, the month in `2022-XX`."""
        bare = self.text.rstrip("?~%")
        if self.kind is not Kind.DATE or not bare.endswith("-XX"):
            return None
        return Precision.DAY if bare.count("-", 1) > 1 else Precision.MONTH

    @property
    def season(self) -> int | None:
        """The season of a date that has one: 21 spring, 22 summer, 23 autumn, 24 winter."""
        if self.kind is not Kind.DATE or self.precision is not Precision.SEASON:
            return None
        return int(self.text.rstrip("?~%")[-2:])

    @property
    def time(self) -> str:
        """The time of day with its offset, as typed; only `parse(text, times=True)` lets one in."""
        return self.text.partition("T")[2]

    @property
    def anchor(self) -> Day:
        """The day it is listed under: the first day it can touch or, where the start is open, the last."""
        day = self.earliest or self.latest
        assert day is not None, "parse refuses a date without any known end"  # noqa: S101  # for the type
        return day

    @property
    def sort_key(self) -> tuple[Day, bool, Day, int, str]:
        """Its place in a chronology: by first day, then by last day, so that precise precedes vague.

        A date with an open or unknown start stands at its last day, ahead of all that begins then:
        it may be earlier, and nothing says by how much. An open or unknown end counts as for ever.
        Equal bounds go from fine to coarse, seasons by number. `?` and `~` do not count.
        """
        vagueness = 2 * RANKS[self.precision] + (self.unspecified is not None)
        season = str(self.season or "")
        return (self.anchor, self.earliest is not None, self.latest or FOREVER, vagueness, season)


def parse(text: str, *, times: bool = False) -> Edtf:
    """The date that the text says; raises DateError, and nothing else, for any other text.

    `times` lets in level 0's date with time (`2022-01-05T04:30:00Z`); a date is never moved by it.
    """
    match = PLAIN_DAY.fullmatch(text)
    if match:
        return _plain_day(text, *map(int, match.groups()))
    if len(text) > LONGEST:
        raise DateError(f"a date of {len(text)} characters is too long", USUAL)
    if times and text[10:11] == "T" and CLOCK.fullmatch(text, 10) and PLAIN_DAY.fullmatch(text, 0, 10):
        return _plain_day(text, int(text[:4]), int(text[5:7]), int(text[8:10]))
    edtf = _read(text)
    if edtf is None:
        raise _refusal(text)
    return edtf


def overlaps(one: Edtf, other: Edtf) -> bool:
    """Whether the two can touch one day; an open or unknown end reaches for ever."""
    return not before(one, other) and not before(other, one)


def before(one: Edtf, other: Edtf) -> bool:
    """Whether the first is over before the second begins, by the bounds as they are written."""
    return one.latest is not None and other.earliest is not None and one.latest < other.earliest


def days_apart(one: Edtf, other: Edtf) -> int:
    """The least number of days between the two: 0 when they can touch one day, 1 for neighbours."""
    for first, second in ((one, other), (other, one)):
        if first.latest is not None and second.earliest is not None and first.latest < second.earliest:
            return ordinal(second.earliest) - ordinal(first.latest)
    return 0


def _plain_day(text: str, year: int, month: int, day: int) -> Edtf:
    if not 1 <= month <= len(MONTHS):
        raise _no_such_month(text, year, month, day)
    length = days_in_month(year, month)
    if not 1 <= day <= length:
        where = f"{text[: text.index('-', 1)]}-{month:02}"
        raise DateError(
            f"{MONTHS[month - 1]} {year} has {length} days, so there is no {shown(text)}",
            f"write a day from {where}-01 to {where}-{length}, or {where} if the day is not known",
        )
    only = Day(year, month, day)
    return Edtf(text, Kind.DATE, only, only, Precision.DAY)


def _no_such_month(text: str, year: int, month: int, day: int | None = None) -> DateError:
    message = f"there is no month {month:02} in {shown(text)}"
    if day is not None and 1 <= day <= len(MONTHS) and 1 <= month <= days_in_month(year, day):
        return DateError(message, f"write year-month-day: {text[: text.index('-', 1)]}-{day:02}-{month:02}")
    return DateError(message, "months go from 01 to 12; 21 is spring, 22 summer, 23 autumn, 24 winter")


def _read(text: str) -> Edtf | None:
    """The date, interval or set, or None where the text has the form of none."""
    if text.startswith("[") and text.endswith("]"):
        return _set(text)
    if "/" in text:
        first, _, last = text.partition("/")
        return _interval(text, first, last, ("", ".."))
    return _date(text)


def _date(text: str) -> Edtf | None:
    match = CALENDAR.fullmatch(text)
    if match and not text.startswith("-0000"):
        return _calendar_date(text, *match.groups())
    match = UNKNOWN_DIGITS.fullmatch(text)
    if match:
        sign, decade, century = match.groups()
        low, high = (int(decade) * 10, 9) if decade else (int(century) * 100, 99)
        high += low
        # There is no year -0000, so `-000X` ends with -0001.
        first, last = (-high, min(-low, -1)) if sign else (low, high)
        return _years(text, first, last, Precision.DECADE if decade else Precision.CENTURY)
    match = LONG_YEAR.fullmatch(text)
    return _years(text, int(match[1]), int(match[1]), Precision.YEAR) if match else None


def _years(text: str, first: int, last: int, precision: Precision) -> Edtf:
    return Edtf(text, Kind.DATE, Day(first, 1, 1), Day(last, 12, 31), precision)


def _calendar_date(text: str, years: str, months: str | None, days: str | None) -> Edtf | None:
    year = int(years)
    if months is None or months == "XX":
        # `2022-XX-05` is level 2.
        return _years(text, year, year, Precision.YEAR) if days in (None, "XX") else None
    month = int(months)
    if days is None and month in SEASONS:
        return _years(text, year, year, Precision.SEASON)
    if days is not None and days != "XX":
        return _plain_day(text, year, month, int(days))
    if not 1 <= month <= len(MONTHS):
        raise _no_such_month(text, year, month)
    last = Day(year, month, days_in_month(year, month))
    return Edtf(text, Kind.DATE, Day(year, month, 1), last, Precision.MONTH)


def _interval(text: str, first: str, last: str, absent: tuple[str, ...]) -> Edtf | None:
    start = None if first in absent else _date(first)
    end = None if last in absent else _date(last)
    if (start is None and end is None) or (start is None) != (first in absent) or (end is None) != (last in absent):
        return None
    if start and end and end.latest and start.earliest and end.latest < start.earliest:
        swapped = text.replace(first, "\0").replace(last, first).replace("\0", last)
        raise DateError(f"the end, {last}, is before the start, {first}", f"write {swapped}", "date-order")
    return Edtf(
        text,
        Kind.INTERVAL,
        start.earliest if start else None,
        end.latest if end else None,
        max((part.precision for part in (start, end) if part), key=RANKS.__getitem__),
        start,
        end,
    )


def _set(text: str) -> Edtf | None:
    members: list[Edtf] = []
    for item in text[1:-1].split(","):
        first, dots, last = item.partition("..")
        member = _interval(item, first, last, ("",)) if dots else _date(item)
        if member is None:
            return None
        members.append(member)
    earliest = [member.earliest for member in members if member.earliest]
    latest = [member.latest for member in members if member.latest]
    return Edtf(
        text,
        Kind.SET,
        min(earliest) if len(earliest) == len(members) else None,
        max(latest) if len(latest) == len(members) else None,
        max((member.precision for member in members), key=RANKS.__getitem__),
        members=tuple(members),
    )


def _refusal(text: str) -> DateError:
    """Why the text is no date, with the form it was meant to have where that can be told."""
    for guess in guesses(text):
        good: list[str] = []
        faults: list[DateError] = []
        for form in guess.forms:
            try:
                if _read(form) is not None:
                    good.append(form)
            except DateError as fault:
                faults.append(fault)
        if good or guess.hint:
            name = "ambiguous-date" if guess.ambiguous and len(good) > 1 else "bad-date"
            return DateError(guess.message, guess.hint or f"write {' or '.join(good)}", name)
        if faults:
            return faults[0]
    return DateError(f"{shown(text)} is not a date", USUAL)
