# SPDX-License-Identifier: MIT
"""How exactly a day and a place are known, in the codes of the UCDP GED and of ACLED, or None.

No code says more than is known: where none of a scale fits, there is none. docs/data.md has the codes,
where they come from, and what each is given for.
"""

from __future__ import annotations

from dateline.dates import Edtf, Kind, Precision
from dateline.dates.days import ordinal
from dateline.terms import Precision as PlacePrecision

DAYS, WEEK, LONGEST_MONTH, LONGEST_YEAR = 6, 7, 31, 365
NEAR_M = 25_000
"""UCDP's code 2 is for events within about 25 km of a point."""

UCDP_AREAS = {
    PlacePrecision.DISTRICT: 3,
    PlacePrecision.PROVINCE: 4,
    PlacePrecision.REGION: 5,
    PlacePrecision.COUNTRY: 6,
}
ACLED_OF_UCDP = {1: 1, 2: 2, 3: 2, 4: 3, 5: 3}
"""A country as a whole has no code in ACLED."""


def ucdp_date(date: Edtf) -> int | None:
    """UCDP's date_prec: 1 a day, 2 two to six days, 3 a week, 4 a month, 5 a year.

    What lasted has the code of the end that is known less well.
    """
    if date.uncertain or date.approximate:
        return None
    if date.kind is Kind.INTERVAL:
        ends = [ucdp_date(end) if end else None for end in (date.start, date.end)]
        return None if None in ends else max(code for code in ends if code)
    days = window(date)
    if days is None:
        return None
    if date.kind is Kind.DATE and date.precision in (Precision.MONTH, Precision.SEASON, Precision.YEAR):
        return 4 if date.precision is Precision.MONTH else 5
    limits = ((1, 1), (DAYS, 2), (WEEK, 3), (LONGEST_MONTH - 1, 4), (LONGEST_YEAR, 5))
    return next((code for most, code in limits if days <= most), None)


def acled_time(date: Edtf) -> int | None:
    """ACLED's time_precision: 1 a day, 2 a week, 3 a month.

    What lasted has none: ACLED has a row for each of its days.
    """
    days = window(date)
    if date.uncertain or date.approximate or date.kind is Kind.INTERVAL or days is None:
        return None
    limits = ((1, 1), (WEEK, 2), (LONGEST_MONTH, 3))
    return next((code for most, code in limits if days <= most), None)


def window(date: Edtf) -> int | None:
    """How many days a date leaves open; None where one of its ends is open or unknown."""
    if not date.earliest or not date.latest:
        return None
    return ordinal(date.latest) - ordinal(date.earliest) + 1


def ucdp_where(kind: PlacePrecision | None, uncertainty_m: int, blur_m: int) -> int | None:
    """UCDP's where_prec for a point: 1 the place itself, 2 within 25 km, 3 to 6 an area by its kind.

    A point that was moved on purpose is never the place itself; 7, at sea, is never given, because no
    place says so.
    """
    if kind in UCDP_AREAS:
        return UCDP_AREAS[kind]
    if uncertainty_m > NEAR_M or kind is PlacePrecision.UNKNOWN:
        return None
    itself = kind in (PlacePrecision.EXACT, PlacePrecision.SETTLEMENT) and not blur_m
    return 1 if itself else 2


def acled_geo(where: int | None) -> int | None:
    """ACLED's geo_precision for UCDP's where_prec: 1 a town, 2 near one or a part of a region, 3 a region."""
    return ACLED_OF_UCDP.get(where) if where else None
