# SPDX-License-Identifier: MIT
"""A date in words, saying what its source says: no more and no less."""

from __future__ import annotations

from dateline.dates import Day, Edtf, Kind, Precision
from dateline.dates.days import weekday
from dateline.dates.parts import (
    FIRST_YEAR_WITHOUT_ERA,
    LAST_ISO_YEAR,
    day_words,
    month_words,
    months,
    pair,
    season_words,
    short_months,
    weekdays,
    year,
)
from dateline.language import Language

# The first day of the Gregorian calendar where it was adopted first.
REFORM = Day(1582, 10, 15)

# Phrases with ends, which some languages say otherwise of days (du 3 au 5 janvier) than of months and
# years (de 2014 à 2016): each is looked up in the context OF_DAYS too.
FROM_TO = "from %(start)s to %(end)s"
BETWEEN = "between %(start)s and %(end)s"
UNTIL = "until %(date)s"
UNTIL_FROM_UNKNOWN = "until %(date)s, start not known"
UNTIL_FROM_NONE = "until %(date)s, without a set start"
SINCE = "since %(date)s"
SINCE_UNKNOWN_END = "from %(date)s, end not known"
ONGOING = "since %(date)s, ongoing"
ONGOING_AS_OF = "since %(date)s, ongoing as of %(as_of)s"
OF_DAYS = "of days"
WITH_ENDS = (
    *(FROM_TO, BETWEEN, UNTIL, UNTIL_FROM_UNKNOWN, UNTIL_FROM_NONE),
    *(SINCE, SINCE_UNKNOWN_END, ONGOING, ONGOING_AS_OF),
)


def words(edtf: Edtf, language: Language, *, as_of: Day | str | None = None) -> str:
    """The date in full: "3 January 2022", "between 3 and 5 January 2022", "since 2014, ongoing".

    `?` is "possibly", `~` is "about", `%` is "possibly about". `as_of` is the day of which an open
    end is said to be ongoing; a text is printed as it stands.
    """
    if edtf.kind is Kind.INTERVAL:
        return _lasted(edtf, language, as_of)
    if edtf.kind is Kind.SET:
        return _any_of([_one_of(member, language) for member in edtf.members], language)
    return _qualified(edtf, language)


def heading(edtf: Edtf, language: Language) -> str:
    """The date as a heading: a plain day with its weekday, else what is not known of it."""
    if edtf.kind is Kind.DATE and not (edtf.uncertain or edtf.approximate) and edtf.earliest:
        if edtf.precision is Precision.DAY and 1 <= edtf.earliest.year <= LAST_ISO_YEAR:
            name = weekdays(language)[weekday(edtf.earliest)]
            date = _plain(edtf, language)
            return language.gettext("%(weekday)s %(date)s") % {"weekday": name, "date": date}
        if edtf.precision in (Precision.MONTH, Precision.YEAR) and abs(edtf.earliest.year) <= LAST_ISO_YEAR:
            date = _coarse(edtf, language)
            return language.gettext("%(date)s, day not known") % {"date": date}
    text = words(edtf, language)
    return text[:1].upper() + text[1:]


def calendar_note(edtf: Edtf, language: Language) -> str:
    """A note for days and months before the Gregorian calendar, or nothing."""
    fine = edtf.precision in (Precision.DAY, Precision.MONTH)
    return language.gettext("in the proleptic Gregorian calendar") if fine and edtf.anchor < REFORM else ""


def short(edtf: Edtf, language: Language) -> str:
    """The date for a tight list: "3 Jan 2022", "c. 3 Jan 2022", "since 2014", "1667 or 1668"."""
    if edtf.kind is Kind.INTERVAL:
        return _short_lasted(edtf, language)
    if edtf.kind is Kind.SET:
        return _any_of([_short_one_of(member, language) for member in edtf.members], language)
    return _short(edtf, language)


def html_datetime(edtf: Edtf) -> str | None:
    """The value for `<time datetime>`: a day, month or year of the Common Era, else None.

    From HTML's "valid date string", "valid month string" and a valid year. A date that is unsure or
    an estimate has none: the attribute cannot say so.
    """
    first = edtf.earliest
    if edtf.kind is not Kind.DATE or edtf.uncertain or edtf.approximate or not first or first.year < 1:
        return None
    forms = {
        Precision.DAY: f"{first.year:04}-{first.month:02}-{first.day:02}",
        Precision.MONTH: f"{first.year:04}-{first.month:02}",
        Precision.YEAR: f"{first.year:04}",
    }
    return forms.get(edtf.precision)


def iso_bounds(edtf: Edtf) -> tuple[str | None, str | None]:
    """The first and the last day it can touch, for data; None is open or unknown."""
    return (edtf.earliest and iso_day(edtf.earliest), edtf.latest and iso_day(edtf.latest))


def iso_day(day: Day) -> str:
    """A day as ISO 8601 writes it.

    Years outside 0000 to 9999 take the expanded form, a sign and at least six digits, as in
    ECMAScript: -000043-03-15 is 15 March 44 BCE.
    """
    number = f"{day.year:04}" if 0 <= day.year <= LAST_ISO_YEAR else f"{day.year:+07}"
    return f"{number}-{day.month:02}-{day.day:02}"


def _qualified(edtf: Edtf, language: Language) -> str:
    date = _plain(edtf, language)
    if edtf.uncertain and edtf.approximate:
        return language.gettext("possibly about %(date)s") % {"date": date}
    if edtf.uncertain:
        return language.gettext("possibly %(date)s") % {"date": date}
    if edtf.approximate:
        return language.gettext("about %(date)s") % {"date": date}
    return date


def _plain(edtf: Edtf, language: Language) -> str:
    """A single date without its qualifier."""
    date = _coarse(edtf, language)
    if edtf.unspecified is Precision.MONTH:
        return language.gettext("a month in %(year)s (month unknown)") % {"year": date}
    if edtf.unspecified is Precision.DAY and edtf.precision is Precision.MONTH:
        return language.gettext("a day in %(month)s (day unknown)") % {"month": date}
    if edtf.unspecified is Precision.DAY:
        return language.gettext("a day in %(year)s (day and month unknown)") % {"year": date}
    return date


def _coarse(edtf: Edtf, language: Language) -> str:
    """The part of a single date that is known."""
    first, last = edtf.earliest or edtf.anchor, edtf.latest or edtf.anchor
    if edtf.precision is Precision.DAY:
        return day_words(first, language, months(language))
    if edtf.precision is Precision.MONTH:
        return month_words(first, language, months(language))
    if edtf.precision is Precision.SEASON:
        return season_words(edtf, first, language)
    if edtf.precision is Precision.YEAR:
        return year(first.year, language)
    return _years(edtf, first, last, language)


def _years(edtf: Edtf, first: Day, last: Day, language: Language) -> str:
    """The 1960s; the years as well where "the 2000s" could be a decade or a century, or are few digits."""
    span = {"first": year(first.year, language), "last": year(last.year, language)}
    if first.year < FIRST_YEAR_WITHOUT_ERA:
        return language.gettext("some year from %(first)s to %(last)s") % span
    named = {"year": span["first"]}
    if edtf.precision is not Precision.DECADE:
        years = language.pgettext("of more than a decade", "the %(year)ss") % named
    elif first.year % 100:
        return language.gettext("the %(year)ss") % named
    else:
        years = language.gettext("the %(year)ss") % named
    return language.gettext("%(years)s (%(first)s to %(last)s)") % {"years": years, **span}


def _said(message: str, language: Language, ends: tuple[Edtf, ...], words: dict[str, str]) -> str:
    """A phrase with the words for its ends put in."""
    of_days = all(end.precision is Precision.DAY for end in ends)
    return (language.pgettext(OF_DAYS, message) if of_days else language.gettext(message)) % words


def _ends(start: Edtf, end: Edtf, language: Language) -> dict[str, str]:
    ends = pair(start, end, language, months(language))
    first, last = ends or (_qualified(start, language), _qualified(end, language))
    return {"start": first, "end": last}


def _lasted(edtf: Edtf, language: Language, as_of: Day | str | None) -> str:
    """An interval: it lasted from one end to the other."""
    start, end = edtf.start, edtf.end
    if start and end:
        if start.text == end.text:
            return _qualified(start, language)
        return _said(FROM_TO, language, (start, end), _ends(start, end, language))
    if end:
        date = {"date": _qualified(end, language)}
        return _said(UNTIL_FROM_UNKNOWN if edtf.unknown_start else UNTIL_FROM_NONE, language, (end,), date)
    return _from(edtf, start or edtf, language, as_of)


def _from(edtf: Edtf, start: Edtf, language: Language, as_of: Day | str | None) -> str:
    """An interval that has no end that is known."""
    date = {"date": _qualified(start, language)}
    if edtf.unknown_end:
        return _said(SINCE_UNKNOWN_END, language, (start,), date)
    if as_of is None:
        return _said(ONGOING, language, (start,), date)
    today = as_of if isinstance(as_of, str) else day_words(as_of, language, months(language))
    return _said(ONGOING_AS_OF, language, (start,), {**date, "as_of": today})


def _one_of(member: Edtf, language: Language) -> str:
    """A member of a set: it happened then, or some time between two ends."""
    if member.kind is Kind.DATE:
        return _qualified(member, language)
    if member.start and member.end:
        if member.start.text == member.end.text:
            return _qualified(member.start, language)
        ends = (member.start, member.end)
        return _said(BETWEEN, language, ends, _ends(*ends, language))
    return _one_sided(member, member.end or member.start or member, language)


def _one_sided(member: Edtf, known: Edtf, language: Language) -> str:
    """A range of which one end is not limited; a day is "on", a month or year is "in"."""
    date = {"date": _qualified(known, language)}
    if known.precision is Precision.DAY:
        if member.end:
            return language.gettext("some time on or before %(date)s") % date
        return language.gettext("some time on or after %(date)s") % date
    if member.end:
        return language.gettext("some time in or before %(date)s") % date
    return language.gettext("some time in or after %(date)s") % date


def _any_of(items: list[str], language: Language) -> str:
    """The items joined with "or"."""
    if len(items) == 1:
        return items[0]
    first = language.pgettext("between items of a list", ", ").join(items[:-1])
    return language.gettext("%(items)s or %(last)s") % {"items": first, "last": items[-1]}


def _short(edtf: Edtf, language: Language) -> str:
    date = _short_plain(edtf, language)
    if edtf.approximate:
        date = language.gettext("c. %(date)s") % {"date": date}
    return language.gettext("%(date)s?") % {"date": date} if edtf.uncertain else date


def _short_plain(edtf: Edtf, language: Language) -> str:
    first = edtf.earliest or edtf.anchor
    if edtf.precision is Precision.DAY:
        return day_words(first, language, short_months(language))
    if edtf.precision is Precision.MONTH:
        date = month_words(first, language, short_months(language))
    else:
        date = _coarse(edtf, language)
    if edtf.unspecified is Precision.MONTH:
        return language.gettext("%(date)s, month unknown") % {"date": date}
    if edtf.unspecified is Precision.DAY:
        return language.gettext("%(date)s, day unknown") % {"date": date}
    return date


def _short_ends(start: Edtf, end: Edtf, language: Language) -> tuple[str, str]:
    ends = pair(start, end, language, short_months(language))
    return ends or (_short(start, language), _short(end, language))


def _stretch(first: str, last: str, language: Language) -> str:
    parts = {"start": first, "end": last}
    if " " in first:
        return language.gettext("%(start)s \N{EN DASH} %(end)s") % parts
    return language.gettext("%(start)s\N{EN DASH}%(end)s") % parts


def _short_lasted(edtf: Edtf, language: Language) -> str:
    start, end = edtf.start, edtf.end
    if start and end:
        if start.text == end.text:
            return _short(start, language)
        return _stretch(*_short_ends(start, end, language), language)
    if start:
        date = {"date": _short(start, language)}
        if edtf.unknown_end:
            return language.gettext("%(date)s, end not known") % date
        return _said(SINCE, language, (start,), date)
    known = end or edtf
    date = {"date": _short(known, language)}
    return _said(UNTIL_FROM_UNKNOWN if edtf.unknown_start else UNTIL, language, (known,), date)


def _short_one_of(member: Edtf, language: Language) -> str:
    if member.kind is Kind.DATE:
        return _short(member, language)
    if member.start and member.end:
        if member.start.text == member.end.text:
            return _short(member.start, language)
        first, last = _short_ends(member.start, member.end, language)
        return _said(BETWEEN, language, (member.start, member.end), {"start": first, "end": last})
    date = {"date": _short(member.end or member.start or member, language)}
    if member.end:
        return language.gettext("%(date)s or before") % date
    return language.gettext("%(date)s or after") % date
