"""An address on the web may die."""

from dateline.problems import Finding
from dateline.rules import no_archive as rule
from tests.rules.small import bad, found, good, timeline_of

MESSAGE = "this address may die, and no archived copy is named"
HINT = "add archive_url: with the address of an archived copy, or archive_url: null when none is known"


def test_a_source_that_is_silent_on_its_archived_copy_is_found() -> None:
    assert found(rule, timeline_of(sources={"report": bad(rule)})) == [
        Finding("source", "report", ("url",), MESSAGE, HINT)
    ]


def test_a_source_with_an_archived_copy_is_fine() -> None:
    assert found(rule, timeline_of(sources={"report": good(rule)})) == []


def test_a_source_that_says_that_none_is_known_is_fine() -> None:
    assert found(rule, timeline_of(sources={"report": {**bad(rule), "archive_url": None}})) == []


def test_a_source_without_an_address_needs_none() -> None:
    assert found(rule, timeline_of(sources={"wire": {"url": None}, "print": {}})) == []


def test_a_source_described_in_an_event_is_looked_at_and_a_bare_address_is_not() -> None:
    timeline = timeline_of({"a": {"sources": ["https://example.org/a", bad(rule)]}})

    assert [(one.id, one.loc) for one in found(rule, timeline)] == [("a", ("sources", 1, "url"))]
