"""The search page leads to the lists where it cannot search, and every event says what is found of it."""

import re

from dateline.dates import parse
from dateline.models import Event
from dateline.outputs import events, search
from dateline.outputs.events import in_time
from tests.outputs.planning import main_text, planned
from tests.rules.small import timeline_of

EARLY_TO_LATE = [
    {"date": "Y-999999999999"},
    {"date": "-0043-03-15"},
    {"date": "0044-03-15"},
    {"date": "2022-01-05", "time": "04:30"},
    {"date": "2022-01-05", "time": "15:40"},
    {"date": "2022-01-05"},
    {"date": "2022-01-06"},
    {"date": "Y999999999999"},
]


def test_the_page_leads_to_every_list_and_year() -> None:
    timeline = timeline_of({"a": {"date": "2022-01-05"}, "b": {"date": "-0043-03-15"}})
    (page,) = planned(search, timeline).values()
    text = page.decode()

    assert re.findall(r'<a href="([a-z]+\.html)">', text[text.index("<main") : text.index("</main")]) == [
        "index.html",
        "places.html",
        "actors.html",
        "sources.html",
        "types.html",
        "tags.html",
    ]
    assert re.findall(r'href="([^"]+)" data-year="([^"]+)">([^<]+)<', text) == [
        ("44-bce.html", "44-bce", "44 BCE"),
        ("2022.html", "2022", "2022"),
    ]
    assert 'content="noindex' in text
    assert "cannot be searched" in main_text(page)


def test_events_sort_by_when_they_began() -> None:
    made = [
        in_time(Event.model_validate({"title": "T", "sources": ["https://example.org/"], **given}))
        for given in EARLY_TO_LATE
    ]

    assert made == sorted(set(made))
    assert parse(EARLY_TO_LATE[-1]["date"]).sort_key[0].year < events.LAST_YEAR


def test_an_event_page_says_what_is_found_shown_and_filtered() -> None:
    timeline = timeline_of(
        {"a": {"date": "2021-12-31/2022-01-01", "type": "fire", "place": {"name": "Quay"}}}
    )
    text = planned(events, timeline)["events/a.html"].decode()

    assert text.count("data-pagefind-body") == 1
    assert re.findall(r'data-pagefind-filter="year:(\d+)"', text) == ["2021", "2022"]
    filters = {
        name.partition(":")[0].partition("[")[0]
        for name in re.findall(r'data-pagefind-filter="([^"]+)"', text)
    }
    assert filters == {"type", "verification", "place", "year", "language"}
