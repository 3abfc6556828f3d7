# SPDX-License-Identifier: MIT
"""The dates of a TimelineJS slide as one EDTF date.

TimelineJS shows the year -44 as 44 BCE, so that is what it means: EDTF writes it -0043. Years of the
cosmological scale are so large that they are counted as they stand.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from dateline.dates import DateError, parse
from dateline.dates.typed import date_and_clock, typed_date

YEAR = re.compile(r"([+-]?)0*([0-9]{1,11})(?:\.0+)?(?:[eE]\+?0)?")
NUMBER = re.compile(r"[0-9]{1,2}(?:\.0+)?", re.ASCII)
COSMOLOGICAL = "cosmological"
FARTHEST = 271_820
"""Years from 0 beyond which TimelineJS takes a timeline for one of deep time."""

SHORT_YEARS = 9_999
COUNTED = 5
"""So many figures has a day as spreadsheets count them."""


def slide_date(slide: Mapping[str, Any], order: str = "", *, cosmological: bool = False) -> str:
    """The date of a slide: a date or, with an end, how long it lasted; raises DateError where it has none."""
    start = one_date(slide.get("start_date"), order, cosmological=cosmological)
    end = one_date(slide.get("end_date"), order, cosmological=cosmological)
    if not start:
        raise DateError("the slide has no date", "give it a start date")
    if not end or end == start:
        return parse(start).text
    if any(mark in start + end for mark in "/["):
        raise DateError(f"{start} and {end} are not two plain dates", "give each end one date")
    return parse(f"{start}/{end}").text


def one_date(typed: object, order: str, *, cosmological: bool) -> str:
    """One end in EDTF; empty where there is none."""
    if not isinstance(typed, dict):
        return typed_date(date_and_clock(str(typed))[0], order).text if typed else ""
    if written := typed.get("typed"):
        bare = date_and_clock(str(written))[0]
        is_year = YEAR.fullmatch(bare) and len(bare) != COUNTED
        return year_of(bare, cosmological=False) if is_year else typed_date(bare, order).text
    year, month, day = (part(typed.get(key)) for key in ("year", "month", "day"))
    if not year:
        return ""
    found = year_of(year, cosmological=cosmological)
    if not month and day:
        raise DateError(f"day {day} has no month", "give the month, or take the day away")
    for piece, name in ((month, "month"), (day, "day")):
        if piece:
            if not NUMBER.fullmatch(piece):
                raise DateError(f"'{piece}' is not the number of a {name}", "write figures, as in 7")
            found += f"-{int(float(piece)):02}"
    if month and not 1 <= float(month) <= 12:  # noqa: PLR2004  # 21 to 24 would be read as a season
        raise DateError(f"there is no month {month}", "months go from 1 to 12")
    return parse(found).text


def is_deep(slides: object) -> bool:
    """Whether TimelineJS would count the years of these slides as they stand, where no scale is stated."""
    for slide in slides if isinstance(slides, list) else ():
        start = slide.get("start_date") if isinstance(slide, dict) else None
        typed = part(start.get("year")) if isinstance(start, dict) else ""
        match = YEAR.fullmatch(typed)
        if (match and int(match[2]) > FARTHEST) or (
            isinstance(slide, dict) and slide.get("scale") == COSMOLOGICAL
        ):
            return True
    return False


def year_of(typed: str, *, cosmological: bool) -> str:
    """A year as EDTF counts; raises DateError for the year 0, which no calendar with BCE has."""
    match = YEAR.fullmatch(typed.strip())
    if not match:
        raise DateError(f"'{typed}' is no year", "write figures, as in 1984 or -44")
    number = int(match[1] + match[2])
    if number == 0:
        raise DateError("there is no year 0 between 1 BCE and 1 CE", "write -1 for 1 BCE")
    if number < 0 and not cosmological:
        number += 1
    if abs(number) > SHORT_YEARS:
        return f"Y{number}"
    return f"{number:05}" if number < 0 else f"{number:04}"


def part(value: object) -> str:
    """A part of a date as text."""
    text = "" if value is None else value if isinstance(value, str) else json.dumps(value)
    return text.strip() if text.strip() != "null" else ""
