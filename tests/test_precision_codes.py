"""A code never says more than is known, and where none fits there is none."""

import pytest

from dateline.dates import parse
from dateline.precision_codes import acled_geo, acled_time, ucdp_date, ucdp_where
from dateline.terms import Precision


@pytest.mark.parametrize(
    ("date", "ucdp", "acled"),
    [
        ("2022-01-05", 1, 1),
        ("[2022-01-03..2022-01-04]", 2, 2),
        ("[2022-01-03..2022-01-08]", 2, 2),
        ("[2022-01-03..2022-01-09]", 3, 2),
        ("[2022-01-03,2022-01-12]", 4, 3),
        ("2022-01", 4, 3),
        ("2022-01-XX", 4, 3),
        ("[2022-01-05..2022-02-04]", 5, 3),
        ("2022", 5, None),
        ("2022-XX", 5, None),
        ("2022-21", 5, None),
        ("[2021-12..2022-01]", 5, None),
        ("-0043-03-15", 1, 1),
        ("Y-170000002", 5, None),
        ("2022-01-03/2022-01-05", 1, None),
        ("2022-01-03/2022-02", 4, None),
        *((date, None, None) for date in ("202X", "[2021..2022]", "2022-01-05?", "2022-01-05~", "2022%")),
        *((date, None, None) for date in ("2022-01-05/..", "../2022-01-05", "2022-01-05/", "[..2022]")),
        ("2022-01-03~/2022-01-05", None, None),
    ],
)
def test_a_date_has_the_code_that_covers_it(date: str, ucdp: int | None, acled: int | None) -> None:
    assert (ucdp_date(parse(date)), acled_time(parse(date))) == (ucdp, acled)


@pytest.mark.parametrize(
    ("kind", "uncertainty_m", "blur_m", "ucdp", "acled"),
    [
        (Precision.EXACT, 50, 0, 1, 1),
        (Precision.SETTLEMENT, 5_000, 0, 1, 1),
        (Precision.SETTLEMENT, 5_000, 2_000, 2, 2),
        (Precision.SETTLEMENT, 25_001, 0, None, None),
        (Precision.NEAR, 10_000, 0, 2, 2),
        (None, 500, 0, 2, 2),
        (None, 30_000, 0, None, None),
        (Precision.DISTRICT, 500, 0, 3, 2),
        (Precision.PROVINCE, 120_000, 0, 4, 3),
        (Precision.REGION, 300_000, 0, 5, 3),
        (Precision.COUNTRY, 900_000, 0, 6, None),
        (Precision.UNKNOWN, 500, 0, None, None),
    ],
)
def test_a_point_has_the_code_of_what_is_known_of_its_place(
    kind: Precision | None, uncertainty_m: int, blur_m: int, ucdp: int | None, acled: int | None
) -> None:
    where = ucdp_where(kind, uncertainty_m, blur_m)

    assert (where, acled_geo(where)) == (ucdp, acled)
