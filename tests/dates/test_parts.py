"""The parts of a date in words."""

import pytest

from dateline.dates import Day, parse
from dateline.dates.parts import day_words, months, pair, short_months, weekdays, year
from dateline.language import language

ENGLISH = language("en")


def test_a_year_has_twelve_months_and_a_week_seven_days() -> None:
    assert len(set(months(ENGLISH))) == len(set(short_months(ENGLISH))) == 12
    assert len(set(weekdays(ENGLISH))) == 7


def test_a_short_month_begins_the_long_one() -> None:
    assert all(name.startswith(cut) for name, cut in zip(months(ENGLISH), short_months(ENGLISH), strict=True))


@pytest.mark.parametrize(
    ("number", "expected"),
    [(2022, "2022"), (1000, "1000"), (999, "999 CE"), (1, "1 CE"), (0, "1 BCE"), (-43, "44 BCE")],
)
def test_a_year_is_counted_as_people_count(number: int, expected: str) -> None:
    assert year(number, ENGLISH) == expected


def test_a_day_is_written_with_the_names_given() -> None:
    assert day_words(Day(2022, 1, 5), ENGLISH, short_months(ENGLISH)) == "5 Jan 2022"


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("2022", "2023"),
        ("2022-01-03", "2022-02"),
        ("2022-01-03~", "2022-01-05"),
        ("2021-12-31", "2022-01-01"),
    ],
)
def test_ends_that_share_too_little_are_written_in_full(start: str, end: str) -> None:
    assert pair(parse(start), parse(end), ENGLISH, months(ENGLISH)) is None
