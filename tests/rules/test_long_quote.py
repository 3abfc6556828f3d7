"""Quotations are short."""

from dateline.problems import Finding
from dateline.rules import long_quote as rule
from tests.rules.small import bad, found, good, timeline_of


def test_a_long_quotation_is_found() -> None:
    assert found(rule, timeline_of({"a": bad(rule)})) == [
        Finding(
            "event",
            "a",
            ("claims", 0, "quote", "text"),
            "this quotation has 344 characters, a short one has at most 300",
            "quote the words that matter, and tell the rest in text:",
        )
    ]


def test_a_short_quotation_is_fine() -> None:
    assert found(rule, timeline_of({"a": good(rule)})) == []


def test_300_characters_are_short_and_a_translation_is_counted_for_itself() -> None:
    quote = {"text": "a" * 300, "translation": "b" * 301}
    timeline = timeline_of(
        {"a": {"claims": [{"by": "Army", "about": "count", "text": "Many.", "quote": quote}]}}
    )

    assert [one.loc for one in found(rule, timeline)] == [("claims", 0, "quote", "translation")]
