# SPDX-License-Identifier: MIT
"""The parts that a date in words is made of: years, months, days, seasons."""

from __future__ import annotations

from functools import cache

from dateline.dates import Day, Edtf, Precision
from dateline.language import Language
from dateline.locales import Width, month_beside_day, month_names, weekday_names

FIRST_YEAR_WITHOUT_ERA = 1000
LAST_ISO_YEAR = 9999
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
# "May 4 CE" would be read as the fourth of May, as would "May 4 BCE".
FIRST_YEAR_LIKE_A_DAY, LAST_YEAR_LIKE_A_DAY = -30, 31


def year(number: int, language: Language) -> str:
    """An astronomical year: 2022, 79 CE, 44 BCE for -43, 170,000,003 BCE."""
    if number <= 0:
        before = 1 - number
        shown = language.number(before) if before > LAST_ISO_YEAR else language.figures(str(before))
        return language.gettext("%(year)s BCE") % {"year": shown}
    if FIRST_YEAR_WITHOUT_ERA <= number <= LAST_ISO_YEAR:
        return language.figures(str(number))
    shown = language.number(number) if number > LAST_ISO_YEAR else language.figures(str(number))
    return language.gettext("%(year)s CE") % {"year": shown}


@cache
def months(language: Language) -> tuple[str, ...]:
    """The names of the twelve months as they stand in a date."""
    return month_names(language.code, "wide", "format") if language.has_catalogue else MONTHS


@cache
def short_months(language: Language) -> tuple[str, ...]:
    """The names of the twelve months, abbreviated."""
    if language.has_catalogue:
        return month_names(language.code, "abbreviated", "format")
    return tuple(name[:3] for name in MONTHS)


@cache
def months_without_year(language: Language, names: tuple[str, ...], *, after_day: bool) -> tuple[str, ...]:
    """Those names as they stand where no year follows, alone or after a day."""
    if not language.has_catalogue:
        return names
    width: Width = "wide" if names == months(language) else "abbreviated"
    context = month_beside_day(language.code, width) if after_day else "stand-alone"
    return month_names(language.code, width, context)


@cache
def weekdays(language: Language) -> tuple[str, ...]:
    """The names of the seven days of the week, from Monday."""
    return weekday_names(language.code) if language.has_catalogue else WEEKDAYS


def pair(start: Edtf, end: Edtf, language: Language, names: tuple[str, ...]) -> tuple[str, str] | None:
    """The two ends where the first can leave out what the second says: "3", "5 January 2022".

    None unless both are plain days or plain months of one year, the same precision on both sides.
    """
    plain = not any(end.uncertain or end.approximate or end.unspecified for end in (start, end))
    first, last = start.earliest, end.earliest
    if not plain or not first or not last or first.year != last.year or start.precision is not end.precision:
        return None
    if end.precision is Precision.MONTH:
        alone = months_without_year(language, names, after_day=False)
        return alone[first.month - 1], month_words(last, language, names)
    if end.precision is not Precision.DAY:
        return None
    full = day_words(last, language, names)
    day = day_number(first, language)
    if first.month == last.month:
        return day, full
    month = months_without_year(language, names, after_day=True)[first.month - 1]
    return language.gettext("%(day)s %(month)s") % {"day": day, "month": month}, full


def day_number(day: Day, language: Language) -> str:
    """The number of a day in its month, of which some languages count the first as French does: 1er."""
    if day.day == 1:
        return language.figures(language.pgettext("the first day of a month", "1"))
    return language.figures(str(day.day))


def day_words(day: Day, language: Language, names: tuple[str, ...]) -> str:
    """A day, with the month names given."""
    parts = {
        "day": day_number(day, language),
        "month": names[day.month - 1],
        "year": year(day.year, language),
    }
    return language.gettext("%(day)s %(month)s %(year)s") % parts


def month_words(day: Day, language: Language, names: tuple[str, ...]) -> str:
    """The month of a day, with the month names given."""
    parts = {"month": names[day.month - 1], "year": year(day.year, language)}
    if FIRST_YEAR_LIKE_A_DAY <= day.year <= LAST_YEAR_LIKE_A_DAY:
        return language.gettext("%(month)s of the year %(year)s") % parts
    return language.gettext("%(month)s %(year)s") % parts


def season_words(edtf: Edtf, first: Day, language: Language) -> str:
    """A season of a year, which has no months: they depend on the place."""
    patterns = {
        21: language.gettext("spring %(year)s"),
        22: language.gettext("summer %(year)s"),
        23: language.gettext("autumn %(year)s"),
        24: language.gettext("winter %(year)s"),
    }
    return patterns[edtf.season or 21] % {"year": year(first.year, language)}
