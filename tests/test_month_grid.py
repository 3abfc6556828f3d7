"""A month is a table of weeks with all its days."""

from gettext import NullTranslations

import pytest

from dateline.language import Language, language
from dateline.month_grid import MonthGrid, month_grid

EN = language("en")


def days(grid: MonthGrid) -> list[str]:
    """The days of a grid in order."""
    return [day.number for week in grid.weeks for day in week if day]


@pytest.mark.parametrize(
    ("key", "length", "before"),
    [("2022-01", 31, 5), ("2021-02", 28, 0), ("2024-02", 29, 3), ("0001-01", 31, 0), ("9999-12", 31, 2)],
)
def test_each_day_stands_in_the_column_of_its_weekday(key: str, length: int, before: int) -> None:
    grid = month_grid(key, {}, EN)

    assert days(grid) == [str(number) for number in range(1, length + 1)]
    assert grid.weeks[0].index(next(day for day in grid.weeks[0] if day)) == before
    assert {len(week) for week in grid.weeks} == {7}
    assert [head.name for head in grid.heads][::6] == ["Monday", "Sunday"]


def test_a_day_with_events_leads_to_its_page_and_no_other_does() -> None:
    grid = month_grid("2022-01", {"2022-01-05": 3, "2022-02-05": 9}, EN)

    full = [day for week in grid.weeks for day in week if day and day.address]

    assert [(day.number, day.count, day.address) for day in full] == [("5", 3, "2022/01/05.html")]


class Saturdays(NullTranslations):
    """A catalogue of a language whose weeks begin on a Saturday."""

    def __init__(self, first: str) -> None:
        super().__init__()
        self.first = first

    def pgettext(self, context: str, message: str) -> str:
        """The day on which weeks begin, and all else as it is."""
        return self.first if context.startswith("the day on which weeks begin") else message


def test_weeks_begin_as_the_catalogue_of_the_language_says() -> None:
    grid = month_grid("2022-01", {}, Language("ar", "rtl", Saturdays("6")))

    assert [head.short for head in grid.heads] == ["Sat", "Sun", "Mon", "Tue", "Wed", "Thu", "Fri"]
    assert grid.weeks[0][0] is not None
    assert month_grid("2022-01", {}, Language("xx", "ltr", Saturdays("?"))).heads[0].name == "Monday"
