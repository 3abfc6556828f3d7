"""A date belongs to the years, months and days that it is exact enough for."""

import pytest

from dateline.dates import parse
from dateline.dates.periods import date_of, days, in_time, months, year_key, years


@pytest.mark.parametrize(
    ("date", "of_years", "of_months", "of_days"),
    [
        ("2022-01-05", ["2022"], ["2022-01"], ["2022-01-05"]),
        ("2022-01-05?", ["2022"], ["2022-01"], ["2022-01-05"]),
        ("2022-01", ["2022"], ["2022-01"], []),
        ("2022-01-XX", ["2022"], ["2022-01"], []),
        ("2022", ["2022"], [], []),
        ("2022-XX-XX", ["2022"], [], []),
        ("2022-23", ["2022"], [], []),
        ("196X", [], [], []),
        ("19XX", [], [], []),
        (
            "2022-01-30/2022-02-01",
            ["2022"],
            ["2022-01", "2022-02"],
            ["2022-01-30", "2022-01-31", "2022-02-01"],
        ),
        ("2021-12/2022-01", ["2021", "2022"], ["2021-12", "2022-01"], []),
        ("2019/2022", ["2019", "2020", "2021", "2022"], [], []),
        ("[2022-01-03..2022-01-05]", ["2022"], ["2022-01"], []),
        ("[2022-01-30..2022-02-01]", ["2022"], [], []),
        ("[1667,1668]", [], [], []),
        ("2022-01-04/..", ["2022"], ["2022-01"], ["2022-01-04"]),
        ("2022-01-04/", ["2022"], ["2022-01"], ["2022-01-04"]),
        ("../2022-01-05", ["2022"], ["2022-01"], ["2022-01-05"]),
        ("/2022", ["2022"], [], []),
        ("2022/..", ["2022"], [], []),
        ("2022-01/..", ["2022"], ["2022-01"], []),
        ("196X/..", [], [], []),
        ("19XX/..", [], [], []),
        ("-0043-03-15", ["44-bce"], [], []),
        ("0000", ["1-bce"], [], []),
        ("0004", ["0004"], [], []),
        ("-9999", ["10000-bce"], [], []),
        ("Y-10000", [], [], []),
        ("0000-12-31", ["1-bce"], [], []),
        ("0001-01-01", ["0001"], ["0001-01"], ["0001-01-01"]),
        ("9999-12-31", ["9999"], ["9999-12"], ["9999-12-31"]),
        ("Y10000", [], [], []),
        ("9999-12/Y10000", [], [], []),
        ("Y-170000002", [], [], []),
    ],
)
def test_a_date_is_on_the_pages_of_its_own_precision(
    date: str, of_years: list[str], of_months: list[str], of_days: list[str]
) -> None:
    read = parse(date)

    assert (list(years(read)), list(months(read)), list(days(read))) == (of_years, of_months, of_days)


def test_what_lasted_for_ages_does_not_fill_thousands_of_pages() -> None:
    assert years(parse("1000/2000")) == ()
    assert months(parse("1990-01-01/2022-01-01")) == ()
    assert days(parse("2020-01-01/2022-01-01")) == ()
    assert len(years(parse("1990-01-01/2022-01-01"))) == 33
    assert len(days(parse("2020-01-01/2020-12-31"))) == 366


def test_just_as_long_as_the_bound_is_not_too_long() -> None:
    assert len(years(parse("1800/1999"))) == 200
    assert years(parse("1800/2000")) == ()
    assert len(months(parse("2010-01/2019-12"))) == 120
    assert months(parse("2010-01/2020-01")) == ()
    assert days(parse("2020-01-01/2021-01-01")) == ()


def test_what_lasted_over_the_turn_of_the_era_has_no_year_nought() -> None:
    assert years(parse("-0001/0002")) == ("2-bce", "1-bce", "0001", "0002")


@pytest.mark.parametrize("key", ["2022", "0004", "44-bce", "1-bce", "2022-01", "2022-01-05"])
def test_a_key_stands_for_a_date_which_has_that_key(key: str) -> None:
    date = date_of(key)

    assert key in (*years(date), *months(date), *days(date))


@pytest.mark.parametrize(("year", "key"), [(2022, "2022"), (4, "0004"), (0, "1-bce"), (-43, "44-bce")])
def test_a_year_has_four_digits_or_an_era(year: int, key: str) -> None:
    assert year_key(year) == key


@pytest.mark.parametrize(
    "keys",
    [["10000-bce", "44-bce", "1-bce", "0001", "2022"], ["2021-12", "2022-02"], ["2022-01-31", "2022-02-01"]],
)
def test_keys_are_sorted_by_time(keys: list[str]) -> None:
    assert keys == sorted(sorted(keys), key=in_time)


def test_a_key_tells_its_time() -> None:
    assert in_time("44-bce") == (-43,)
    assert in_time("2022-01-05") == (2022, 1, 5)
