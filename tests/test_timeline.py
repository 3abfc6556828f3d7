"""Events in their place: neighbours, groups, questions in dispute, and the ids that were given up."""

from itertools import pairwise
from typing import Any

import pytest

from dateline.terms import About
from dateline.timeline import Question, Timeline
from tests.rules.small import timeline_of


def keys(timeline: Timeline, grouping: str) -> dict[str, list[str]]:
    """The ids of each group."""
    return {key: [entry.id for entry in entries] for key, entries in timeline.groups[grouping].items()}


def question(*claims: dict[str, Any]) -> Question:
    """The one question of an event with these claims."""
    whole = {"about": "count", "text": "Eight."}
    (made,) = timeline_of({"a": {"claims": [{**whole, **claim} for claim in claims]}}).by_id["a"].questions
    return made


def test_neighbours_follow_the_order() -> None:
    timeline = timeline_of({"b": {"date": "2022"}, "a": {"date": "2023"}, "c": {"date": "2021"}})

    assert [entry.id for entry in timeline.entries] == ["c", "b", "a"]
    for before, after in pairwise(timeline.entries):
        assert before.next is not None
        assert after.previous is not None
        assert (before.next.id, after.previous.id) == (after.id, before.id)
    assert timeline.entries[0].previous is timeline.entries[-1].next is None


def test_events_are_grouped_by_all_that_a_reader_may_look_for() -> None:
    timeline = timeline_of(
        {
            "a": {
                "date": "2022-01-05",
                "place": "base",
                "tags": ["drone"],
                "type": "fire",
                "actors": ["army"],
            },
            "b": {"date": "2022-01", "place": "Somewhere", "tags": ["drone"], "sources": ["wire"]},
        },
        places={"base": {"part_of": "syria"}, "syria": {}},
        actors={"army": {}},
        sources={"wire": {}},
    )

    assert keys(timeline, "year") == {"2022": ["b", "a"]}
    assert keys(timeline, "month") == {"2022-01": ["b", "a"]}
    assert keys(timeline, "day") == {"2022-01-05": ["a"]}
    assert keys(timeline, "place") == {"base": ["a"], "syria": ["a"]}
    assert keys(timeline, "actor") == {"army": ["a"]}
    assert keys(timeline, "source") == {"wire": ["b"]}
    assert keys(timeline, "type") == {"fire": ["a"]}
    assert keys(timeline, "tag") == {"drone": ["b", "a"]}


def test_a_set_is_on_no_day_page_but_on_its_month_page() -> None:
    timeline = timeline_of(
        {"a": {"date": "[2022-01-03..2022-01-05]"}, "b": {"date": "2022-01-03/2022-01-05"}}
    )

    assert keys(timeline, "day") == {"2022-01-03": ["b"], "2022-01-04": ["b"], "2022-01-05": ["b"]}
    assert keys(timeline, "month") == {"2022-01": ["a", "b"]}


def test_an_empty_timeline_is_a_timeline() -> None:
    timeline = timeline_of({})

    assert timeline.entries == timeline.stubs == ()
    assert set(timeline.groups) == {"year", "month", "day", "place", "actor", "source", "type", "tag"}
