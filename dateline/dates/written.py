# SPDX-License-Identifier: MIT
"""The EDTF forms of a date in words: months, seasons, centuries, eras, and what is said around them.

`hints` knows how figures are mistyped; this knows how a date is told. Forms alone are made here, and
`typed` takes those that are dates.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import product

from dateline.dates.days import MONTHS
from dateline.dates.hints import guesses

Forms = tuple[str, ...]
Reader = Callable[[re.Match[str]], Forms]

MONTH_NAME = "|".join(rf"{name[:3]}(?:{name[3:]})?\.?" for name in MONTHS) + r"|Sept\.?"
SEASONS = {"spring": "21", "summer": "22", "autumn": "23", "fall": "23", "winter": "24"}
WEEKDAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?(?:,| |, ))?"
ERA = r"B\.?C\.?(?:E\.?)?|C\.?E\.?|A\.?D\.?"
YEAR = rf"(?P<year>[0-9]{{4}}|[0-9]{{1,4}}(?= ?(?:{ERA})))(?: ?(?P<era>{ERA}))?"
COUNT = r"[0-9]{1,4}|[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{5,11}"
DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
ABOUT = r"(?:(?:c|ca|circa|about|around|approximately|approx)\b\.?\s*|c(?=[0-9]))"
SINGLE = re.compile(
    r"-?[0-9]{4}(?:-[0-9X]{2}){0,2}[?~%]?|[0-9]{2,3}X{1,2}[?~%]?|Y-?[1-9][0-9]{4,11}[?~%]?", re.ASCII
)
LAST_FOUR_DIGITS = 9_999

INEXACT = re.compile(
    r"-?[0-9X]*X[0-9X]*-[0-9X-]+[?~%]?"  # 196X-05 and 2022-XX-05 would lose a month or a day
    r"|-0000.*|\{.*\}|[^/]*[0-9]{4}[^/]*/[^/]*[0-9]{4}[^/]*/.*"
    r"|[?~%].*-.*|.*[?~%]-.*"  # a mark before or behind a part is that part's alone
    r"|(?:1[3-9]|[2-9][0-9])[-/.][0-9]{4}"  # no month, and no season either
)
"""Texts for which a hint proposes something else than they say."""

YEAR_AND_NUMBER = re.compile(r"-?[0-9]{2}([0-9]{2})[/. -]([0-9]{1,2})")
"""2004/06: a month, or the years 2004 to 2006."""


def forms_of(text: str) -> Forms:
    """What the text stands for, one form for each way to read it; nothing where no form says just that."""
    if SINGLE.fullmatch(text):
        return (text,)
    for pattern, reader in WRITTEN:
        if match := pattern.fullmatch(text):
            return reader(match)
    if INEXACT.fullmatch(text) or may_be_two_years(text):
        return ()
    return next((guess.forms for guess in guesses(text) if guess.forms and guess.forms != (text,)), ())


def may_be_two_years(text: str) -> bool:
    """Whether 2004/06 may be two years, or is surely no month."""
    match = YEAR_AND_NUMBER.fullmatch(text)
    return match is not None and int(match[2]) > min(int(match[1]), len(MONTHS))


def year_in(number: str, era: str | None) -> str:
    """A year as EDTF counts: 44 BC is -0043, and 12000 BC is Y-11999."""
    counted = int(number)
    if era and era.upper().startswith("B"):
        counted = 1 - counted
    if abs(counted) > LAST_FOUR_DIGITS:
        return f"Y{counted}"
    return f"{counted:05}" if counted < 0 else f"{counted:04}"


def named_month(match: re.Match[str]) -> Forms:
    """5 January 2022, Jan. 2022 and 15 March 44 BC."""
    found = match.groupdict()
    name = found["month"][:3].title()
    month = next(number for number, one in enumerate(MONTHS, 1) if one[:3] == name)
    day = f"-{int(found['day']):02}" if found.get("day") else ""
    return (f"{year_in(found['year'], found['era'])}-{month:02}{day}",)


def season(match: re.Match[str]) -> Forms:
    """Summer 1967; a season belongs to the year that is named with it."""
    return (f"{year_in(match['year'], match['era'])}-{SEASONS[match['season'].lower()]}",)


def century(match: re.Match[str]) -> Forms:
    """19th century: the years that begin with 18; before our era its hundred years are counted."""
    number = int(match["number"])
    if not number:
        return ()
    if (match["era"] or "").upper().startswith("B"):
        first, last = year_in(str(number * 100), "BC"), year_in(str(number * 100 - 99), "BC")
        return (f"[{first}..{last}]",)
    return (f"{number - 1:02}XX",)


def era(match: re.Match[str]) -> Forms:
    """44 BC, AD 79 and 12,000 BCE."""
    number = (match["before"] or match["after"]).replace(",", "")
    return (year_in(number, match["era"] or match["first"]),)


def about(match: re.Match[str]) -> Forms:
    """Circa 1540; what is unsure already is now both."""
    return tuple(f"{form.rstrip('?~%')}{'%' if form[-1] in '?%' else '~'}" for form in single(match[1]))


def joined(*templates: str) -> Reader:
    """A reader that puts what its groups stand for into the templates."""

    def read(match: re.Match[str]) -> Forms:
        parts = list(product(*map(single, match.groups())))
        return tuple(template.format(*ends) for template in templates for ends in parts)

    return read


def single(text: str) -> Forms:
    """What a part of a longer text stands for, where that is a date by itself."""
    return tuple(filter(SINGLE.fullmatch, forms_of(text.strip())))


def patterns(*readers: tuple[str, Reader]) -> tuple[tuple[re.Pattern[str], Reader], ...]:
    """The readers with their patterns ready; upper and lower case count alike."""
    return tuple((re.compile(pattern, re.IGNORECASE | re.ASCII), reader) for pattern, reader in readers)


WRITTEN = patterns(
    (rf"{WEEKDAY}{DAY}(?: of)?[ -](?P<month>{MONTH_NAME})(?:, ?|[ -]){YEAR}", named_month),
    (rf"{WEEKDAY}(?P<month>{MONTH_NAME}) {DAY}(?:,| |, ){YEAR}", named_month),
    (rf"(?P<month>{MONTH_NAME})(?:, ?|[ -]){YEAR}", named_month),
    (rf"(?:the )?(?P<season>{'|'.join(SEASONS)})(?: of |, ?| ){YEAR}", season),
    (
        rf"(?:the )?(?P<number>[0-9]{{1,2}})(?:st|nd|rd|th) (?:c\.|cent\.|century)(?: (?P<era>{ERA}))?",
        century,
    ),
    (rf"(?P<before>{COUNT}) ?(?P<era>{ERA})|(?P<first>{ERA}) ?(?P<after>[0-9]{{1,4}})", era),
    (r"the ([0-9]{3})0'?s", lambda match: (f"{match[1]}X",)),
    (rf"{ABOUT}(.+)", about),
    (r"from (.+?) (?:to|until|till|through) (.+)", joined("{}/{}")),
    (r"(.+?)(?: - |--| to | until | till | through )(.+)", joined("{}/{}", "[{}..{}]")),
    (r"between (.+?) and (.+)", joined("[{}..{}]")),
    (r"(?:before|by|not? later than) (.+)", joined("[..{}]")),
    (r"(?:after|not? earlier than) (.+)", joined("[{}..]")),
    (r"since (.+)", joined("{}/..")),
    (r"(.+?) or (.+)", joined("[{},{}]")),
)
