"""The strip shows each entry's dates, and never more than is known of them."""

from pathlib import Path
from typing import Any

from dateline.strip import Item
from dateline.strips import item, strip_of
from dateline.theme import open_theme
from tests.rules.small import timeline_of


def bar(date: str, **event: Any) -> Item:
    """The bar of one event."""
    timeline = timeline_of({"a": {"date": date, **event}})
    return item(timeline.by_id["a"], open_theme(Path(), timeline.site, None))


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
