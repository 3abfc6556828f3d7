"""The file for TimelineJS gives no date more exactly than it is known, and no text that would run."""

import json
from typing import Any

import pytest

from dateline.outputs import timelinejs
from tests.outputs.planning import BASE, planned
from tests.rules.small import timeline_of


def slide(**event: Any) -> Any:
    made = json.loads(planned(timelinejs, timeline_of({"a": event}))["timelinejs.json"])
    return made["events"][0]


DAY = {"year": 2022, "month": 1, "day": 5}


@pytest.mark.parametrize(
    ("date", "start", "end", "words"),
    [
        ("2022-01-05", DAY, None, "5 January 2022"),
        ("2022-01", {"year": 2022, "month": 1}, None, "January 2022"),
        ("2022", {"year": 2022}, None, "2022"),
        ("196X", {"year": 1960}, {"year": 1969}, "the 1960s"),
        ("2022-01-05/2022-02", DAY, {"year": 2022, "month": 2}, "from 5 January 2022 to February 2022"),
        ("2022-01-05/..", DAY, None, "since 5 January 2022, ongoing"),
        ("../2022-01-05", DAY, None, "until 5 January 2022, without a set start"),
        ("-0043-03-15", {"year": -44, "month": 3, "day": 15}, None, "15 March 44 BCE"),
        ("0000", {"year": -1}, None, "1 BCE"),
    ],
)
def test_a_date_is_as_exact_as_it_is_known(
    date: str, start: dict[str, int], end: dict[str, int] | None, words: str
) -> None:
    found = slide(date=date)

    assert (found["start_date"], found.get("end_date"), found["display_date"]) == (start, end, words)


def test_texts_are_escaped_because_timelinejs_takes_them_for_html() -> None:
    found = slide(title="<script>x</script>", summary='<img src=x onerror="y">')

    assert "<script" not in json.dumps(found)
    assert "<img" not in json.dumps(found)
    assert f'<a href="{BASE}events/a.html">' in found["text"]["text"]


@pytest.mark.parametrize(("date", "scale"), [("2022", "human"), ("Y-170000002", "cosmological")])
def test_deep_time_is_counted_in_years(date: str, scale: str) -> None:
    raw = planned(timelinejs, timeline_of({"a": {"date": date}}))["timelinejs.json"]

    assert json.loads(raw)["scale"] == scale


def test_years_before_our_era_count_as_timelinejs_shows_them_but_for_deep_time() -> None:
    raw = planned(timelinejs, timeline_of({"a": {"date": "-0043"}, "b": {"date": "Y-170000002"}}))

    years = [one["start_date"]["year"] for one in json.loads(raw["timelinejs.json"])["events"]]
    assert years == [-170000002, -43]


def test_an_event_stands_there_as_plain_data_too() -> None:
    assert slide(date="2022-01-05~", tags=["wall"], summary="It fell.")["dateline"] == {
        "date": "2022-01-05~",
        "verification": "reported",
        "summary": "It fell.",
        "tags": ["wall"],
        "lang": "en",
        "url": f"{BASE}events/a.html",
    }
