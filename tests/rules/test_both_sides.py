"""A link is written once."""

import pytest

from dateline.problems import Finding
from dateline.rules import both_sides as rule
from tests.rules.small import bad, found, good, timeline_of


def test_a_link_written_on_both_sides_is_noted_once() -> None:
    events = {"attack": bad(rule), "reply": {"relations": {"follows": ["other", "attack"]}}, "other": {}}

    assert found(rule, timeline_of(events)) == [
        Finding(
            "event",
            "reply",
            ("relations", "follows", 1, "event"),
            "'attack' says 'precedes' of this event already",
            "keep the one with the speaker or the note; if they differ on purpose, keep both",
        )
    ]


def test_a_link_written_on_one_side_is_fine() -> None:
    assert (
        found(rule, timeline_of({"attack": good(rule), "reply": {"relations": {"follows": "attack"}}})) == []
    )


@pytest.mark.parametrize(("second", "count"), [("similar_to", 1), ("coincides_with", 0)])
def test_a_link_that_reads_the_same_from_both_ends_is_written_once_too(second: str, count: int) -> None:
    events = {"a": {"relations": {"similar_to": "b"}}, "b": {"relations": {second: "a"}}}

    assert len(found(rule, timeline_of(events))) == count


def test_an_event_that_is_like_itself_is_left_to_the_rule_for_circles() -> None:
    assert found(rule, timeline_of({"a": {"relations": {"similar_to": "a"}}})) == []
