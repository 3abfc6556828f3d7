"""Somebody has read something."""

import pytest

from dateline.problems import Finding
from dateline.rules import never_seen as rule
from tests.rules.small import bad, found, good, timeline_of

SOURCES = {
    "wire": {"seen": "true"},
    "statement": {"seen": "false", "via": "wire"},
    "rumour": {"seen": "false"},
    "gossip": {"seen": "false", "via": "statement", "based_on": ["rumour"]},
    "book": {},
}


def test_an_event_whose_sources_nobody_read_is_found() -> None:
    assert found(rule, timeline_of({"a": bad(rule)})) == [
        Finding(
            "event",
            "a",
            ("sources",),
            "nobody has read any of these sources: each says seen: false",
            "cite the source in which you read of them too",
        )
    ]


def test_one_source_that_was_read_is_enough() -> None:
    assert found(rule, timeline_of({"a": good(rule)})) == []


def test_the_source_through_which_they_are_known_is_offered_and_settles_it() -> None:
    timeline = timeline_of({"a": {"sources": ["rumour", "statement"]}}, sources=SOURCES)
    fixed = timeline_of({"a": {"sources": ["rumour", "statement", "wire"]}}, sources=SOURCES)

    assert [one.hint for one in found(rule, timeline)] == [
        "cite the source through which they are known too: wire"
    ]
    assert found(rule, fixed) == []


def test_the_source_through_which_it_came_is_offered_before_those_it_rests_on() -> None:
    (finding,) = found(rule, timeline_of({"a": {"sources": ["gossip"]}}, sources=SOURCES))

    assert finding.hint == "cite the source through which they are known too: statement"


@pytest.mark.parametrize("other", ["book", "https://example.org/a", "not-there"])
def test_a_source_that_does_not_say_is_not_blamed(other: str) -> None:
    assert found(rule, timeline_of({"a": {"sources": ["rumour", other]}}, sources=SOURCES)) == []
