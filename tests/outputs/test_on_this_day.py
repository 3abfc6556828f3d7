"""Events by the days of the year: only certain days, on pages that stay light."""

from typing import Any

import pytest

from dateline.language import language
from dateline.outputs import on_this_day
from dateline.outputs.on_this_day import MOST, day_label, month
from tests.outputs.planning import main_text, planned, theme_of
from tests.rules.small import timeline_of

HEAVIEST = 150_000


def many(count: int, days: int) -> dict[str, dict[str, Any]]:
    """Events with the longest titles, on so many days of January, each in a year of its own."""
    return {
        f"e{number}": {"date": f"{1000 + number:04}-01-{number % days + 1:02}", "title": "é" * 120}
        for number in range(count)
    }


def test_only_events_of_one_certain_day_are_listed() -> None:
    dates = {
        "plain": "2022-01-05",
        "unsure": "2022-01-05?",
        "about": "2022-01-05~",
        "lasted": "2022-01-05/2022-01-06",
        "one-of": "[2022-01-05,2022-01-06]",
        "month": "2022-01",
        "ancient": "-0043-03-15",
        "early": "0044-01-05",
    }
    timeline = timeline_of({ident: {"date": date} for ident, date in dates.items()})
    html = planned(on_this_day, timeline)["on-this-day.html"].decode()

    assert [ident for ident in dates if f'events/{ident}.html"' in html] == ["plain", "early"]
    assert html.index("events/early.html") < html.index("events/plain.html")


def test_the_leap_day_has_its_own_place_to_which_the_day_before_it_leads() -> None:
    timeline = timeline_of({"a": {"date": "2020-02-29"}, "b": {"date": "2022-02-28"}})
    html = planned(on_this_day, timeline)["on-this-day.html"].decode()

    assert html.count('id="d-02-29"') == 1
    assert '<a href="#d-02-29">In a year without a 29 February, see that day too</a>' in html
    assert (
        "29 February"
        not in planned(on_this_day, timeline_of({"b": {"date": "2022-02-28"}}))["on-this-day.html"]
        .decode()
        .partition('<nav class="ways"')[2]
    )


def test_few_events_are_on_one_page_and_more_on_one_for_each_month() -> None:
    few = planned(on_this_day, timeline_of(many(MOST, 31)))
    more = timeline_of(many(MOST, 31) | {"x": {"date": "2022-05-01"}})

    assert list(few) == ["on-this-day.html"]
    pages = planned(on_this_day, more)
    assert sorted(pages) == ["on-this-day.html", "on-this-day/01.html", "on-this-day/05.html"]
    assert 'href="on-this-day/01.html#d-01-31"' in pages["on-this-day.html"].decode()
    assert "é" not in main_text(pages["on-this-day.html"])
    assert all(len(page) < HEAVIEST for page in (*few.values(), *pages.values()))


def test_a_full_month_has_a_page_for_each_day_and_a_full_day_leads_to_its_years() -> None:
    pages = planned(on_this_day, timeline_of(many(MOST + 1, 2)))
    assert sorted(pages) == [
        *("on-this-day.html", "on-this-day/01-01.html", "on-this-day/01-02.html", "on-this-day/01.html")
    ]
    assert 'href="../on-this-day/01-02.html"' in pages["on-this-day/01.html"].decode()
    assert "On this day: 2 January" in main_text(pages["on-this-day/01-02.html"])

    full = planned(on_this_day, timeline_of(many(MOST + 1, 1)))["on-this-day/01-01.html"]
    assert 'href="../1000/01/01.html"' in full.decode()
    assert "é" not in main_text(full)
    assert all(len(page) < HEAVIEST for page in (*pages.values(), full))


def test_a_page_that_only_counts_is_not_made_anew_for_a_title() -> None:
    def keys(title: str) -> dict[str, str]:
        timeline = timeline_of(many(MOST, 31) | {"x": {"date": "2022-05-01", "title": title}})
        return {one.path: one.key for one in on_this_day.plan(timeline, theme_of(timeline))}

    one, two = keys("One"), keys("Two")
    assert [path for path in one if one[path] != two[path]] == ["on-this-day/05.html"]


def test_an_empty_timeline_says_so() -> None:
    assert "No event yet." in main_text(planned(on_this_day, timeline_of())["on-this-day.html"])


@pytest.mark.parametrize(
    ("code", "key", "day", "alone"),
    [
        ("en", "02-29", "29 February", "February"),
        ("fr", "01-01", "1er janvier", "janvier"),
        ("fa", "01-05", "۵ ژانویه", "ژانویه"),
        ("ar", "01-05", "5 يناير", "يناير"),
    ],
)
def test_days_and_months_stand_without_a_year_as_the_language_has_it(
    code: str, key: str, day: str, alone: str
) -> None:
    assert day_label(key, language(code)) == day
    assert month(int(key[:2]), {}, language(code), "").label == alone
