"""Every year, month and day with events has a page, and no other."""

from dateline.outputs import periods
from dateline.shelves import MOST
from tests.outputs.planning import main_text, planned
from tests.rules.small import timeline_of


def test_a_day_has_a_page_its_month_and_its_year_too() -> None:
    pages = planned(periods, timeline_of({"a": {}, "b": {"date": "2022-01-07"}, "c": {"date": "2023"}}))

    assert sorted(pages) == [
        "2022.html",
        "2022/01.html",
        "2022/01/05.html",
        "2022/01/07.html",
        "2023.html",
    ]
    assert 'href="../../2022/01/07.html"' in pages["2022/01/05.html"].decode()
    assert 'rel="prev" href="../../2022/01/05.html"' in pages["2022/01/07.html"].decode()
    assert "2 events" in main_text(pages["2022.html"])


def test_a_year_before_our_era_has_a_page_with_its_era() -> None:
    pages = planned(
        periods, timeline_of({"a": {"date": "-0043-03-15"}, "b": {"date": "0004"}, "c": {"date": "0000"}})
    )

    assert sorted(pages) == ["0004.html", "1-bce.html", "44-bce.html"]
    assert "44 BCE" in main_text(pages["44-bce.html"])
    assert "1 BCE" in main_text(pages["1-bce.html"])
    assert 'rel="next" href="1-bce.html"' in pages["44-bce.html"].decode()
    assert 'rel="next" href="0004.html"' in pages["1-bce.html"].decode()


def test_what_lasted_over_years_is_on_the_page_of_each() -> None:
    pages = planned(periods, timeline_of({"a": {"date": "2019-12-30/2021-01-02"}}))

    years = [path for path in pages if len(path) == len("2022.html")]
    assert sorted(years) == ["2019.html", "2020.html", "2021.html"]
    assert len([path for path in pages if path.count("/") == 1]) == 14


def test_a_set_is_on_no_day_page_but_on_its_month_page() -> None:
    pages = planned(periods, timeline_of({"a": {"date": "[2022-01-03..2022-01-05]"}}))

    assert sorted(pages) == ["2022.html", "2022/01.html"]


def test_vague_and_deep_time_has_no_page_of_a_period() -> None:
    pages = planned(
        periods, timeline_of({"a": {"date": "196X"}, "b": {"date": "Y-170000002"}, "c": {"date": "/196X"}})
    )

    assert pages == {}


def test_a_date_open_at_one_end_makes_no_page_of_a_day_that_nobody_named() -> None:
    pages = planned(periods, timeline_of({"a": {"date": "2021/.."}, "b": {"date": "../2022"}}))

    assert sorted(pages) == ["2021.html", "2022.html"]


def test_a_month_has_a_grid_and_says_what_is_on_none_of_its_days() -> None:
    timeline = timeline_of(
        {
            "a": {},
            "b": {"date": "2022-01"},
            "c": {"date": "[2022-01-03..2022-01-05]"},
            "d": {"date": "2021-01-01/2022-12-31"},
            "e": {"date": "2022-01-05/2022-01-06"},
        }
    )
    page = planned(periods, timeline)["2022/01.html"]
    html, read = page.decode(), main_text(page)

    assert html.count("<table") == 1
    assert '<a href="../2022/01/05.html"><span class="grid-day">5</span>' in html
    assert "5 2 events 6 1 event 7" in read
    assert "In this month, day not known: 2 events." in read
    assert "stands on no day: 1 event." in read
    assert "<table" not in planned(periods, timeline)["2022.html"].decode()


def test_a_day_of_very_many_events_goes_on_to_further_pages() -> None:
    events = {f"e{number:03}": {"title": f"Event {number}. " + 80 * "w"} for number in range(2 * MOST + 30)}
    pages = planned(periods, timeline_of(events))
    first, *others = (
        pages[f"2022/01/05{more}.html"] for more in ("", f"/from-{MOST + 1}", f"/from-{2 * MOST + 1}")
    )

    assert "This page shows events 1 to 100 of 230" in main_text(first)
    assert "This page shows events 201 to 230 of 230" in main_text(others[-1])
    for page, shown in zip((first, *others), (100, 100, 30), strict=True):
        html = page.decode()
        assert len(page) < 150_000
        assert html.count('<li class="card') == shown
        assert html.count('aria-current="page"') == 1
    together = b"".join((first, *others)).decode()
    assert all(f'events/{ident}.html"' in together for ident in events)
    assert 'href="../../../2022/01/05.html"' in others[0].decode()


def test_events_of_a_year_alone_go_on_too() -> None:
    pages = planned(periods, timeline_of({f"e{number:03}": {"date": "2022"} for number in range(MOST + 1)}))

    assert sorted(pages) == ["2022.html", f"2022/from-{MOST + 1}.html"]
