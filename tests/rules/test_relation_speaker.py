"""Cause has a speaker, a possible identity has reasons."""

import pytest

from dateline.problems import Finding
from dateline.rules import relation_speaker as rule
from tests.rules.small import bad, found, good, timeline_of


def test_a_reply_without_a_speaker_is_found() -> None:
    assert found(rule, timeline_of({"reply": bad(rule), "attack": {}})) == [
        Finding(
            "event",
            "reply",
            ("relations", "responds_to", 0),
            "the timeline itself states 'responds_to'",
            "write {event: attack, according_to: whoever says so}",
        )
    ]


def test_a_reply_with_a_speaker_is_fine() -> None:
    assert found(rule, timeline_of({"reply": good(rule), "attack": {}})) == []


@pytest.mark.parametrize("name", ["responds_to", "prompted", "result_of", "led_to"])
def test_the_speaker_is_asked_for_where_the_link_is_written(name: str) -> None:
    timeline = timeline_of({"a": {"relations": {name: ["b"]}}, "b": {}})

    assert [(one.id, one.loc) for one in found(rule, timeline)] == [("a", ("relations", name, 0))]


def test_a_possible_identity_gives_reasons() -> None:
    timeline = timeline_of({"a": {"relations": {"possibly_same_as": "b"}}, "b": {}})
    fixed = timeline_of(
        {"a": {"relations": {"possibly_same_as": {"event": "b", "note": "Same day."}}}, "b": {}}
    )

    assert [(one.message, one.hint) for one in found(rule, timeline)] == [
        (
            "'possibly_same_as' gives no reasons",
            "write {event: b, note: what speaks for it and what against}",
        )
    ]
    assert found(rule, fixed) == []


def test_other_links_need_neither() -> None:
    assert found(rule, timeline_of({"a": {"relations": {"follows": "b", "similar_to": "b"}}, "b": {}})) == []
