"""The home page is the whole chronology, with series as bands and not as rows."""

import re

from dateline.outputs import home
from dateline.timeline import Timeline
from tests.outputs.planning import main_text, planned
from tests.rules.small import timeline_of


def page(timeline: Timeline) -> bytes:
    """The home page."""
    files = planned(home, timeline)
    assert list(files) == ["index.html"]
    return files["index.html"]


def test_every_event_is_there_in_order_with_its_source_and_its_support() -> None:
    timeline = timeline_of(
        {
            "a": {"title": "Second", "verification": "disputed"},
            "b": {"title": "First", "date": "2021"},
            "c": {"title": "Gone", "status": "withdrawn"},
        }
    )

    read = main_text(page(timeline))

    assert re.search(r"First .*Second", read)
    assert "Disputed" in read
    assert "example.org" in read
    assert "Gone" not in read


def test_a_series_is_a_band_with_its_parts() -> None:
    timeline = timeline_of({"all": {"title": "Attacks"}, "a": {"relations": {"part_of": "all"}}})

    html = page(timeline).decode()

    assert "Attacks" in main_text(page(timeline))
    assert html.count('href="events/all.html"') >= 1


def test_a_long_silence_is_said() -> None:
    timeline = timeline_of({"a": {"date": "2020-01-03"}, "b": {"date": "2022-01-04"}})

    assert "2 years later" in main_text(page(timeline))


def test_an_empty_timeline_says_so() -> None:
    assert "No event yet." in main_text(page(timeline_of({})))


def test_years_lead_to_their_pages_in_order_of_time() -> None:
    timeline = timeline_of({"a": {"date": "-0043"}, "b": {"date": "0004"}, "c": {"date": "-0099"}})

    html = page(timeline).decode()
    years = re.findall(r'href="([0-9]+(?:-bce)?\.html)"', html)

    assert list(dict.fromkeys(years)) == ["100-bce.html", "44-bce.html", "0004.html"]
