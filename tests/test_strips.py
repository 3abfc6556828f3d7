"""The strip shows each entry's dates, and never more than is known of them."""

from pathlib import Path
from typing import Any

import pytest

from dateline.strip import MOST_BARS, Item, strip
from dateline.strips import LIST_BARS, LIST_COLUMNS, Line, item, label, strip_of
from dateline.theme import open_theme
from tests.rules.small import timeline_of


def bar(date: str, **event: Any) -> Item:
    """The bar of one event."""
    timeline = timeline_of({"a": {"date": date, **event}})
    entry = timeline.by_id["a"]
    return item(entry, label(entry, open_theme(Path(), timeline.site, None)))


def test_a_bar_says_its_date_and_title_in_words() -> None:
    assert bar("2022-01-05").label == "5 January 2022: An event"
    assert bar("2022-01-05").start == bar("2022-01-05").end


def test_what_is_not_sure_is_marked() -> None:
    unsure = {date: bar(date).uncertain for date in ("2022", "2022?", "2022~", "[2021,2022]")}

    assert unsure == {"2022": False, "2022?": True, "2022~": True, "[2021,2022]": True}


def test_an_end_that_is_not_known_stops_at_the_one_that_is() -> None:
    ongoing, until = bar("2022-01-04/.."), bar("/2022-01-04")

    assert (ongoing.open_start, ongoing.open_end, ongoing.start) == (False, True, ongoing.end)
    assert (until.open_start, until.open_end, until.start) == (True, False, until.end)


def test_one_event_has_nothing_to_be_compared_with() -> None:
    timeline = timeline_of({"a": {}, "b": {"date": "2020"}})
    theme = open_theme(Path(), timeline.site, None)

    assert strip_of(timeline.entries[:1], theme) is None
    assert strip_of(timeline.entries, theme) is not None


@pytest.mark.parametrize("events", [MOST_BARS - 1, MOST_BARS, MOST_BARS + 1])
def test_a_column_or_a_series_among_many_says_what_it_would_say_among_few(events: int) -> None:
    timeline = timeline_of(
        {f"e{n:03}": {"date": f"2022-{1 + n % 12:02}-{1 + n % 28:02}"} for n in range(events)}
        | {f"s{n}": {"date": "2022-01-01/2022-12-31", "title": "A series"} for n in range(2)}
        | {"p": {"relations": {"part_of": ["s0", "s1"]}}}
    )
    theme = open_theme(Path(), timeline.site, None)

    found = strip_of(timeline.entries, theme)

    assert found == strip([item(entry, label(entry, theme)) for entry in timeline.entries])
    assert [bar.text for bar in found.bars if bar.kind == "series"] == ["A series", "A series"]
    assert all(bar.label for bar in found.bars)


def test_the_line_of_a_long_list_draws_less_than_that_of_the_whole_timeline() -> None:
    timeline = timeline_of({f"e{n:03}": {"date": f"{1900 + n}-01-01"} for n in range(LIST_BARS + 1)})
    theme = open_theme(Path(), timeline.site, None)

    few, many = Line(timeline.entries[:-1], theme).drawn, Line(timeline.entries, theme).drawn

    assert few is not None
    assert many is not None
    assert {bar.kind for bar in many.bars} == {"column"}
    assert len(many.bars) <= LIST_COLUMNS


def test_the_key_of_a_line_follows_its_events_and_what_it_is_about() -> None:
    timeline = timeline_of({"a": {}, "b": {"title": "Another"}})
    theme = open_theme(Path(), timeline.site, None)
    lines = [
        Line(timeline.entries, theme, place="p"),
        Line(timeline.entries, theme, place="q"),
        Line(timeline.entries[:1], theme, place="p"),
        Line(timeline.entries, theme, place="p").within(timeline.entries, timeline.entries[0].date),
    ]

    assert len({line.key for line in lines}) == 4
    assert lines[3].scope == "place=p&from=2022-01-05&to=2022-01-05"
