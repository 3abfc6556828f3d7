# SPDX-License-Identifier: MIT
"""The dates of a row: a first and a last day and how exactly they are known, as one EDTF date."""

from __future__ import annotations

from dateline.dates import DateError, Day, Edtf, Precision
from dateline.dates.days import day_at, ordinal
from dateline.dates.typed import typed_date

WINDOWS = {"days": 5, "week": 6}
"""A window of six days, or of seven, that holds a day reaches so many days to either side at most."""

PRECISIONS = ("day", "days", "week", "month", "year")


def row_date(first: str, last: str, precision: str, order: str) -> str:
    """The date of a row in EDTF; raises DateError where one of its parts is no date, or no such precision.

    A day that is known to the week lies in the days that the row gives, or, where it gives one day,
    in any week that holds it: a single event on one of these days is written in brackets.
    """
    start = typed_date(first, order)
    end = typed_date(last, order) if last else start
    if precision not in ("", *PRECISIONS):
        raise DateError(f"'{precision}' is no precision of a date", f"write {', '.join(PRECISIONS)}")
    if start.earliest and end.latest and end.latest < start.earliest:
        raise DateError(f"the end, {last}, is before the start, {first}", "", "date-order")
    days = start.precision is end.precision is Precision.DAY and start.earliest and end.latest
    if not days or precision in ("", "day"):
        return start.text if end.text == start.text else lasted(start, end)
    one, two = start.earliest, end.latest
    assert one is not None  # noqa: S101  # for the type
    assert two is not None  # noqa: S101  # for the type
    if precision in WINDOWS:
        if one == two:
            width = WINDOWS[precision]
            one, two = day_at(ordinal(one) - width), day_at(ordinal(two) + width)
        return f"[{edtf(one, 3)}..{edtf(two, 3)}]"
    parts = 2 if precision == "month" else 1
    ends = edtf(one, parts), edtf(two, parts)
    return ends[0] if ends[0] == ends[1] else f"[{ends[0]}..{ends[1]}]"


def lasted(start: Edtf, end: Edtf) -> str:
    """It lasted from the one to the other; raises where one of them is no plain date."""
    if any(mark in part.text for part in (start, end) for mark in "/["):
        raise DateError(
            f"{start.text} and {end.text} are not two plain dates", "give the first day and the last"
        )
    return f"{start.text}/{end.text}"


def edtf(day: Day, parts: int) -> str:
    """The year of a day, its month, or the day itself."""
    year = f"{day.year:05}" if day.year < 0 else f"{day.year:04}"
    return "-".join((year, f"{day.month:02}", f"{day.day:02}")[:parts])
