"""The parts of a date in words."""

from gettext import NullTranslations

import pytest

from dateline.dates import Day, parse
from dateline.dates.parts import (
    day_words,
    month_words,
    months,
    months_without_year,
    pair,
    short_months,
    weekdays,
    year,
)
from dateline.language import Language, language


class Catalogue(NullTranslations):
    """Makes a language one that has a catalogue, in which nothing stands."""


ENGLISH = language("en")
RUSSIAN = Language("ru", "ltr", Catalogue())


def test_a_year_has_twelve_months_and_a_week_seven_days() -> None:
    assert len(set(months(ENGLISH))) == len(set(short_months(ENGLISH))) == 12
    assert len(set(weekdays(ENGLISH))) == 7


def test_a_short_month_begins_the_long_one() -> None:
    assert all(name.startswith(cut) for name, cut in zip(months(ENGLISH), short_months(ENGLISH), strict=True))


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (10_000, "10,000 CE"),
        (9999, "9999"),
        (2022, "2022"),
        (1000, "1000"),
        (999, "999 CE"),
        (1, "1 CE"),
        (0, "1 BCE"),
        (-43, "44 BCE"),
        (-9998, "9999 BCE"),
        (-9999, "10,000 BCE"),
    ],
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
        ("2022-01-03", "2022-01-05~"),
        ("2021-12-31", "2022-01-01"),
    ],
)
def test_ends_that_share_too_little_are_written_in_full(start: str, end: str) -> None:
    assert pair(parse(start), parse(end), ENGLISH, months(ENGLISH)) is None


def test_months_and_days_are_named_as_the_language_does() -> None:
    assert short_months(language("fr"))[:3] == ("janv.", "févr.", "mars")
    assert weekdays(language("ar"))[0] == "الاثنين"
    assert weekdays(language("es"))[0] == "Monday"  # There is no catalogue.


def test_a_month_without_a_year_is_long_or_short_as_those_given() -> None:
    french = language("fr")

    assert months_without_year(french, months(french), after_day=False)[0] == "janvier"
    assert months_without_year(french, short_months(french), after_day=False)[0] == "janv."


def test_a_month_alone_has_another_form_than_after_a_day() -> None:
    assert months_without_year(RUSSIAN, months(RUSSIAN), after_day=True)[0] == "января"
    assert months_without_year(RUSSIAN, months(RUSSIAN), after_day=False)[0] == "январь"
    assert pair(parse("2022-01"), parse("2022-03"), RUSSIAN, months(RUSSIAN)) == ("январь", "марта 2022")
    assert pair(parse("2022-01-03"), parse("2022-03-05"), RUSSIAN, months(RUSSIAN)) == (
        "3 января",
        "5 марта 2022",
    )


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (32, "May 32 CE"),
        (31, "May of the year 31 CE"),
        (-30, "May of the year 31 BCE"),
        (-31, "May 32 BCE"),
    ],
)
def test_a_year_that_could_be_a_day_is_called_a_year(number: int, expected: str) -> None:
    assert month_words(Day(number, 5, 1), ENGLISH, months(ENGLISH)) == expected
