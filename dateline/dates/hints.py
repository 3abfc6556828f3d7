# SPDX-License-Identifier: MIT
"""What a text that is no EDTF date was probably meant to be.

Only forms are proposed here; `dates` offers those that it can read.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from dateline.dates.days import MONTHS
from dateline.problems import shown


@dataclass(frozen=True, slots=True)
class Guess:
    """One reading: what is wrong, the forms it can be written in, and a hint that needs no form."""

    message: str
    forms: tuple[str, ...] = ()
    hint: str = ""
    ambiguous: bool = False


DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2212\uff0d"), "-")
MONTH_NAME = "|".join(rf"{name[:3]}(?:{name[3:]})?\.?" for name in MONTHS) + r"|Sept\.?"
ABOUT = r"(?:c|ca|circa|about|around|approximately|approx)\b\.?\s*"

Reader = Callable[[re.Match[str]], Guess]


def guesses(text: str) -> Iterator[Guess]:
    """The readings of the text, the likeliest first."""
    plain = plainly(text)
    if plain != text:
        yield Guess(f"{shown(text)} holds spaces or signs that no date has", (plain,))
    for pattern, reader in READERS:
        match = pattern.fullmatch(plain)
        if match:
            yield reader(match)


def plainly(text: str) -> str:
    """The text in ASCII digits and hyphens, without spaces at its ends or around its marks."""
    digits = "".join(str(unicodedata.decimal(sign, sign)) for sign in text.translate(DASHES))
    return re.sub(r"\s*([/,\[\]]|\.\.)\s*", r"\1", digits.strip())


def _padded(year: str, month: str, day: str | None = None) -> str:
    return f"{year}-{int(month):02}" + (f"-{int(day):02}" if day else "")


def _month_number(name: str) -> str:
    return next(str(number) for number, month in enumerate(MONTHS, 1) if month[:3] == name[:3].title())


def _numbers(match: re.Match[str]) -> Guess:
    """Reads 05/31/2022: day or month first, which only some numbers can tell."""
    first, second, year = match.groups()
    pairs = [
        (month, day) for month, day in ((second, first), (first, second)) if 1 <= int(month) <= len(MONTHS)
    ]
    forms = tuple(dict.fromkeys(_padded(year, month, day) for month, day in pairs))
    if len(forms) < 2:  # noqa: PLR2004  # one way to read it, or none
        return Guess(
            f"{shown(match[0])} is not written year-month-day", forms or (_padded(year, second, first),)
        )
    day_first = f"{int(first)} {MONTHS[int(second) - 1]}"
    month_first = f"{MONTHS[int(first) - 1]} {int(second)}"
    return Guess(f"{shown(match[0])} is {day_first} or {month_first}?", forms, ambiguous=True)


def _short_year(match: re.Match[str]) -> Guess:
    year = match[0].lstrip("-").rjust(4, "0")
    if len(match[0]) == 2:  # noqa: PLR2004  # 67 is rather 1967 than the year 67
        return Guess(f"{shown(match[0])} is a year of two digits", (f"19{match[0]}", f"20{match[0]}", year))
    return Guess("a year has four digits", (("-" if match[0].startswith("-") else "") + year,))


def _era(match: re.Match[str]) -> Guess:
    number = int(match["before"] or match["after"])
    if (match["era"] or match["first"]).upper().startswith("B"):
        number = 1 - number
    year = f"{number:05}" if number < 0 else f"{number:04}"
    return Guess("years before 1 CE are counted from 0000, which is 1 BCE", (year,))


def _clock(match: re.Match[str]) -> Guess:
    time = f"{int(match[1]):02}:{match[2]}"
    return Guess(
        f"{shown(match[0])} is a time, not a date", hint=f'write date: 2024-01-31 and time: "{time}"'
    )


def _with_clock(match: re.Match[str]) -> Guess:
    time = f"{int(match[2]):02}:{match[3]}"
    hint = f'write date: {match[1]} and time: "{time}", as the clocks at the place showed them'
    return Guess("a date holds no time of day", hint=hint)


def _marks(match: re.Match[str]) -> Guess:
    """Reads ~2022 and 2022?-01: at level 1 a mark stands at the end, for the whole date."""
    found = set(match[0]) & set("?~%")
    mark = found.pop() if len(found) == 1 else "%"
    bare = re.sub(r"[?~%]", "", match[0])
    return Guess(
        f"? (unsure), ~ (about) and % (both) stand once, at the end of {shown(match[0])}", (bare + mark,)
    )


def _lasted_or_between(match: re.Match[str]) -> Guess:
    """Reads 2022-01-03 to 2022-01-05: it lasted, or it was some time between."""
    first, last = match[1], match[2]
    message = f"{shown(match[0])}: did it last, or is it one time between {first} and {last}?"
    return Guess(message, (f"{first}/{last}", f"[{first}..{last}]"))


def _capital_x(match: re.Match[str]) -> Guess:
    return Guess("a digit that is not known is a capital X", (re.sub("[xu]", "X", match[0]),))


@dataclass(frozen=True, slots=True)
class Only:
    """A reader that fills the groups of the match into the forms."""

    message: str
    forms: tuple[str, ...]
    hint: str = ""

    def __call__(self, match: re.Match[str]) -> Guess:
        """The reading of a match."""
        forms = tuple(match.expand(form) for form in self.forms)
        return Guess(self.message.replace("{}", shown(match[0])), forms, self.hint)


@dataclass(frozen=True, slots=True)
class Padded:
    """A reader of a date whose parts stand in these groups; a month may be a name, day 0 is none."""

    message: str
    year: int
    month: int
    day: int = 0

    def __call__(self, match: re.Match[str]) -> Guess:
        """The reading of a match."""
        month = match[self.month] if match[self.month].isdigit() else _month_number(match[self.month])
        form = _padded(match[self.year], month, match[self.day] if self.day else None)
        return Guess(self.message.replace("{}", shown(match[0])), (form,))


def _only(message: str, *forms: str, hint: str = "") -> Only:
    return Only(message, forms, hint)


DATE = r"-?[0-9]{4}(?:-[0-9X]{2}){0,2}[?~%]?|[0-9]{2,3}X{1,2}[?~%]?"
KNOWN_END = "write the bounds you can stand by, as in [1990..1999], [..2022-01-05] or 2022-01-04/.."

READERS: tuple[tuple[re.Pattern[str], Reader], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE | re.ASCII), reader)
    for pattern, reader in (
        (r"|unknown|undated|n\.?d\.?|none|never|\?+|tbd|tba", _only("the date is missing", hint=KNOWN_END)),
        (r"\[?(\.\.)?[/,]?(\.\.)?\]?", _only("a date needs one end that is known", hint=KNOWN_END)),
        (
            r"today|yesterday|tomorrow|now|ongoing",
            _only(
                "{} depends on the day it is read",
                hint="write the day itself, as in 2022-01-05, or 2022-01-04/..",
            ),
        ),
        (r"([0-9]{4})([0-9]{2})([0-9]{2})", _only("a date is written with hyphens", r"\1-\2-\3")),
        (r"([0-9]{4})([0-9]{2})", _only("a month is written with a hyphen", r"\1-\2", r"Y\1\2")),
        (r"(-?)0*([1-9][0-9]{4,11})", _only("a year of more than four digits begins with Y", r"Y\1\2")),
        (r"[Y+](-?[0-9]{4}[?~%]?)", _only("a year of four digits needs no Y and no plus sign", r"\1")),
        (r"Y(-?)0+([0-9]+)", _only("a long year has no leading zero", r"Y\1\2", r"\1\2")),
        (
            r"(-?[0-9]{4})[-/. ]([0-9]{1,2})(?:[-/. ]([0-9]{1,2}))?",
            Padded("{} is not written with hyphens and two digits for month and day", 1, 2, 3),
        ),
        (r"([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4})", _numbers),
        (
            r"([0-9]{1,2})[-/.]([0-9]{4})",
            Padded("the year comes before the month", 2, 1),
        ),
        (
            r"[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{2}",
            _only("{} has a year of two digits", hint="write year-month-day, as in 2022-01-05"),
        ),
        (r"([0-9]{1,2}):([0-9]{2})(?::[0-9]{2})?", _clock),
        (r"([0-9]{4}-[0-9]{2}-[0-9]{2})[T ]([0-9]{1,2}):([0-9]{2}).*", _with_clock),
        (
            rf"([0-9]{{1,2}})(?:st|nd|rd|th)?(?: of)?[ -]({MONTH_NAME}),?[ -]([0-9]{{4}})",
            Padded("a date is written in figures", 3, 2, 1),
        ),
        (
            rf"({MONTH_NAME}) ([0-9]{{1,2}})(?:st|nd|rd|th)?(?:,| |, )([0-9]{{4}})",
            Padded("a date is written in figures", 3, 1, 2),
        ),
        (
            rf"({MONTH_NAME}),? ([0-9]{{4}})",
            Padded("a date is written in figures", 2, 1),
        ),
        (
            r"(?P<before>[0-9]{1,4}) ?(?P<era>BCE?|CE|AD)|(?P<first>BCE?|AD) ?(?P<after>[0-9]{1,4})",
            _era,
        ),
        (r"-?[0-9]{1,3}", _short_year),
        (r"-0000.*", _only("there is no year -0000: 1 BCE is 0000, and 2 BCE is -0001", "0000")),
        (r"(-?[0-9]{3})0'?s", _only("a decade is written with X for the digit that is not known", r"\1X")),
        (
            r"(-?[0-9X]*X[0-9X]*)-[0-9X-]+[?~%]?",
            _only("no month can follow a year of which a digit is not known", r"\1"),
        ),
        (
            r"(-?[0-9]{4})-XX-[0-9]{2}[?~%]?",
            _only("no day can follow a month that is not known", r"\1-XX-XX"),
        ),
        (
            r"-?[0-9]?X{3,4}[?~%]?",
            _only("X can stand for the last digit of a year or the last two", hint=KNOWN_END),
        ),
        (
            r"[0-9Y-]*[xu]+[0-9xu-]*[?~%]?",
            _capital_x,
        ),
        (rf"{ABOUT}({DATE})", _only("about is written ~ at the end", r"\1~")),
        (r"[?~%]*-?[0-9X]{4}[?~%]*(?:-[?~%]*[0-9X]{2}[?~%]*){0,2}", _marks),
        (rf"({DATE})(?: - |--| to | until | till | through |-)({DATE})", _lasted_or_between),
        (rf"(?:from )?({DATE}) (?:to|until) ({DATE})", _lasted_or_between),
        (rf"between ({DATE}) and ({DATE})", _only("between two dates is written in brackets", r"[\1..\2]")),
        (rf"({DATE})\.\.({DATE})", _lasted_or_between),
        (rf"({DATE})\.\.", _only("an end is missing", r"\1/..", r"[\1..]")),
        (rf"\.\.({DATE})", _only("a start is missing", r"../\1", r"[..\1]")),
        (
            r"(?:before|by|after) .*",
            _only(
                "a date needs its outermost day",
                hint="write the last day it can be, [..2021-12-31], or the first, [2022-01-04..]",
            ),
        ),
        (
            r"(-?[0-9]{4}-[0-9]{2}-)([0-9]{2})/([0-9]{2})",
            _only("both ends are written in full", r"\1\2/\1\3"),
        ),
        (rf"since ({DATE})", _only("since is written with two dots", r"\1/..")),
        (
            rf"({DATE}) or ({DATE})|({DATE}),({DATE})",
            _only("one of several dates is written in brackets", r"[\1\3,\2\4]"),
        ),
        (
            rf"({DATE})/open|({DATE})/unknown",
            _only("an open end is two dots, an unknown end nothing", r"\1/..", r"\2/"),
        ),
        (
            rf"open/({DATE})|unknown/({DATE})",
            _only("an open start is two dots, an unknown one nothing", r"../\1", r"/\2"),
        ),
        (
            r"\{([^{}]*)\}",
            _only(
                "braces mean several dates at once: write an event for each, or brackets for one of them",
                r"[\1]",
            ),
        ),
        (
            rf"({DATE})/({DATE})/.*",
            _only(
                "a date has one start and one end", r"\1/\2", hint="write an event for each stretch of time"
            ),
        ),
    )
)
