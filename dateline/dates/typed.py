# SPDX-License-Identifier: MIT
"""Reads a date as people type it in other tools: the EDTF date that says exactly that, or an error.

A text that can be read two ways is an error, never a guess. Which way "03/04/2011" goes is stated by
whoever has the table: day, month and year in one order for all of it.
"""

from __future__ import annotations

import re

from dateline.dates import LONGEST, USUAL, DateError, Edtf, parse
from dateline.dates.hints import plainly
from dateline.dates.written import forms_of, year_in
from dateline.problems import shown

ORDERS = ("dmy", "mdy", "ymd")
IN_FIGURES = re.compile(r"(?<!\d)(\d{1,2})([-/. ])(\d{1,2})\2(\d{4})(?!\d)", re.ASCII)
COUNTED = re.compile(r"\d{5}", re.ASCII)
SHORT_BEFORE = re.compile(r"-[1-9]\d{0,2}", re.ASCII)
# What follows a day and is a time: 04:30, 4:30:00 PM, T04:30Z.
CLOCK = re.compile(
    r"[T ,]\s*(\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[AP]\.?M\.?)?(?: ?(?:Z|UTC|GMT|[+-]\d{2}:?\d{2}))?)\Z",
    re.IGNORECASE | re.ASCII,
)


def typed_date(text: str, order: str = "") -> Edtf:
    """The date that the text says, with figures in the stated order (dmy, mdy, ymd or none).

    Raises DateError, and nothing else, for any other text, and for one that can be read two ways.
    """
    text = text.strip()
    refuse_numbers(text)
    try:
        return parse(text)
    except DateError as error:
        if error.name == "date-order":
            raise
        refusal = error
    plain = plainly(text) if len(text) <= LONGEST else ""
    stated = IN_FIGURES.sub(lambda match: in_order(match, order), plain) if order else plain
    if (found := read(stated)) is not None:
        return found
    ways = [edtf for form in dict.fromkeys(forms_of(stated)) if (edtf := read(form))]
    if len(ways) == 1:
        return ways[0]
    if ways and refusal.hint == USUAL:
        forms = " or ".join(edtf.text for edtf in ways)
        hint = f"write {forms}"
        raise DateError(f"{shown(text)} can be read in {len(ways)} ways", hint, "ambiguous-date")
    if IN_FIGURES.search(plain) and not order:
        raise DateError(
            refusal.message, f"{refusal.hint}, or state the order of the file with --order", refusal.name
        )
    raise refusal


def refuse_numbers(text: str) -> None:
    """Raises DateError for a number that is as likely no year, or a year of two countings."""
    if COUNTED.fullmatch(text):
        hint = f"let the program show that column as dates, or write Y{text} for the year"
        raise DateError(
            f"{shown(text)} may be a day as spreadsheets count them, or a year", hint, "ambiguous-date"
        )
    if SHORT_BEFORE.fullmatch(text):
        year = int(text)
        hint = f"write {-year} BC, which is {year_in(str(-year), 'BC')}, or {year:05}"
        raise DateError(f"{shown(text)} may be {-year} BC or {1 - year} BC", hint, "ambiguous-date")


def read(form: str) -> Edtf | None:
    """The date of a form, if it is one."""
    try:
        return parse(form)
    except DateError:
        return None


def in_order(match: re.Match[str], order: str) -> str:
    """A day in figures as year-month-day; raises where the order that is stated cannot be that of the day."""
    first, _, second, year = match.groups()
    if order == "ymd":
        raise DateError(
            f"{shown(match[0])} does not begin with the year, as the order {order} says",
            "state the order that the table has: dmy or mdy",
        )
    day, month = (first, second) if order == "dmy" else (second, first)
    form = f"{year}-{int(month):02}-{int(day):02}"
    if read(form) is None:
        turned = f"{year}-{int(day):02}-{int(month):02}"
        hint = f"is the order {'mdy' if order == 'dmy' else 'dmy'}?" if read(turned) else "see the source"
        raise DateError(f"{shown(match[0])} is no day in the order {order}", hint)
    return form


def date_and_clock(text: str) -> tuple[str, str]:
    """A text with a time at its end, in two; the time is empty where there is none."""
    text = text.strip()
    match = CLOCK.search(text, max(0, len(text) - LONGEST))  # a cell may hold a long run of blanks
    return (text[: match.start()].strip(), match[1]) if match else (text, "")
