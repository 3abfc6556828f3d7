"""A time that came twice says which it is."""

import pytest

from dateline.problems import Finding
from dateline.rules import ambiguous_time as rule
from tests.rules.small import bad, found, good, timeline_of


def test_a_time_that_came_twice_is_found() -> None:
    assert found(rule, timeline_of({"a": bad(rule)})) == [
        Finding(
            "event",
            "a",
            ("time",),
            "01:30 on 2021-11-07 came twice in America/New_York: the clocks went back",
            "add fold: 0 for the first of the two, or fold: 1 for the second",
        )
    ]


def test_a_time_with_its_fold_is_fine() -> None:
    assert found(rule, timeline_of({"a": good(rule)})) == []
    assert found(rule, timeline_of({"a": {**bad(rule), "fold": "0"}})) == []


@pytest.mark.parametrize(
    "change", [{"time": "03:30"}, {"time": "night"}, {"date": "2021-11"}, {"timezone": "Asia/Nowhere"}]
)
def test_a_time_that_came_once_or_is_not_known_is_fine(change: dict[str, str]) -> None:
    assert found(rule, timeline_of({"a": {**bad(rule), **change}})) == []


def test_a_time_that_never_came_did_not_come_twice() -> None:
    assert found(rule, timeline_of({"a": {**bad(rule), "date": "2021-03-14", "time": "02:30"}})) == []


def test_the_time_at_which_it_ended_is_looked_up_too() -> None:
    event = {"date": "2021-10-28", "time": "22:10", "end_time": "23:30", "timezone": "Asia/Damascus"}

    assert [one.loc for one in found(rule, timeline_of({"a": event}))] == [("end_time",)]
