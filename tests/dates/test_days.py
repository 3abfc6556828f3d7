"""Days of any year, counted."""

from datetime import date

import pytest

from dateline.dates.days import Day, day_at, days_in_month, is_leap, ordinal, weekday


@pytest.mark.parametrize("year", [0, 4, 2000, 2020, -4, -400])
def test_a_leap_year_has_a_29_february(year: int) -> None:
    assert is_leap(year)
    assert days_in_month(year, 2) == 29


@pytest.mark.parametrize("year", [1, 1900, 2021, -1, -100])
def test_other_years_have_none(year: int) -> None:
    assert not is_leap(year)
    assert days_in_month(year, 2) == 28


@pytest.mark.parametrize("text", ["0001-01-01", "1582-10-15", "2020-02-29", "2022-01-05", "9999-12-31"])
def test_days_are_counted_as_the_standard_library_counts_them(text: str) -> None:
    day = date.fromisoformat(text)

    assert ordinal(Day(day.year, day.month, day.day)) == day.toordinal()
    assert weekday(Day(day.year, day.month, day.day)) == day.weekday()


def test_the_day_before_the_year_1_is_in_the_year_0() -> None:
    assert ordinal(Day(0, 12, 31)) == 0
    assert day_at(0) == Day(0, 12, 31)


def test_deep_time_is_counted_too() -> None:
    far = Day(-170_000_002, 1, 1)

    assert day_at(ordinal(far)) == far
    assert day_at(ordinal(far) - 1) == Day(-170_000_003, 12, 31)
