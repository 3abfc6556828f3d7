"""A withdrawn entry says why."""

from dateline.problems import Finding
from dateline.rules import withdrawn_reason as rule
from tests.rules.small import bad, found, good, timeline_of


def test_a_withdrawal_without_a_reason_is_found() -> None:
    assert found(rule, timeline_of({"a": bad(rule)})) == [
        Finding(
            "event",
            "a",
            ("status",),
            "a withdrawn entry without 'withdrawn_reason' leaves its readers guessing",
            "add withdrawn_reason: and say why",
        )
    ]


def test_a_withdrawal_with_a_reason_is_fine() -> None:
    assert found(rule, timeline_of({"a": good(rule)})) == []


def test_an_entry_that_was_merged_leads_on_and_needs_none() -> None:
    assert found(rule, timeline_of({"a": bad(rule), "b": {"relations": {"replaces": "a"}}})) == []
