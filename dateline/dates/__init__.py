# SPDX-License-Identifier: MIT
"""Reads a date: EDTF levels 0 and 1, and level 2's sets of which one is meant.

The rules are those of the Library of Congress's Extended Date/Time Format of 4 February 2019
(https://www.loc.gov/standards/datetime/), a profile of ISO 8601-2:2019. Years are astronomical and
days proleptic Gregorian. Nothing here uses `datetime`, so deep time sorts like any other.
"""

from __future__ import annotations

import re

from dateline.dates.days import MONTHS, Day, days_in_month, ordinal
from dateline.dates.edtf import RANKS, Edtf, Kind, Precision, before, days_apart, overlaps
from dateline.dates.hints import guesses
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
PARTS = re.compile(r"[/,\[\]]|\.\.")
SEASONS = range(21, 25)
USUAL = (
    "write it as in 2022-01-05, 2022-01, 2022, 196X or 2022-01-03/2022-01-05; add ~ for about, ? for unsure"
)


class DateError(ValueError):
    """A text is no date. `name` is bad-date, ambiguous-date or date-order; `hint` says what to write."""

    def __init__(self, message: str, hint: str = "", name: str = "bad-date") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.name = name


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
    nothing_known = start is None and end is None
    if nothing_known or (start is None) != (first in absent) or (end is None) != (last in absent):
        return None
    if start and end and end.latest and start.earliest and end.latest < start.earliest:
        turned = f"{last}/{first}" if "/" in text else f"{last}..{first} inside the brackets"
        raise DateError(f"the end, {last}, is before the start, {first}", f"write {turned}", "date-order")
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
    first_day = min(earliest) if len(earliest) == len(members) else None
    last_day = max(latest) if len(latest) == len(members) else None
    if first_day is None and last_day is None:
        return None  # `[..1984,1990..]` leaves no day to list it under.
    precision = max((member.precision for member in members), key=RANKS.__getitem__)
    return Edtf(text, Kind.SET, first_day, last_day, precision, members=tuple(members))


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
    for part in PARTS.split(text):
        if part not in ("", text) and _date(part) is None:
            inner = _refusal(part)
            return DateError(f"in {shown(text)}, {inner.message}", inner.hint, inner.name)
    return DateError(f"{shown(text)} is not a date", USUAL)
