"""An address is one that may be linked."""

import pytest

from dateline.codes import text
from dateline.problems import Finding
from dateline.rules import web_address as rule
from tests.rules.small import bad, found, good, timeline_of


def test_an_address_that_may_not_be_linked_is_found() -> None:
    assert found(rule, timeline_of({"a": bad(rule)})) == [
        Finding(
            "event",
            "a",
            ("sources", 0, "source"),
            "did you mean https://example.org/report?",
            "begin with https://",
            code=text.BAD_URL,
        )
    ]


def test_an_address_in_full_is_fine() -> None:
    assert found(rule, timeline_of({"a": good(rule)})) == []


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("javascript:alert(1)", "only http, https and mailto links are allowed, not 'javascript:'"),
        ("https://github.com@evil.example/", "the real host is evil.example"),
    ],
)
def test_the_message_is_that_of_the_one_parser(typed: str, message: str) -> None:
    assert [one.message for one in found(rule, timeline_of({"a": {"sources": [typed]}}))] == [message]


@pytest.mark.parametrize(
    "typed", ["mailto:desk@example.org", "https://example.org/?a", "https://example.org/#a"]
)
def test_a_site_begins_at_an_address_to_which_names_can_be_added(typed: str) -> None:
    assert [one.loc for one in found(rule, timeline_of(site={"url": typed}))] == [("url",)]


def test_every_address_of_a_site_is_read() -> None:
    wrong = "https://user@example.org/"
    event = {
        "sources": ["https://example.org/", {"title": "Report", "url": wrong}],
        "claims": [{"by": "Army", "about": "count", "text": "Eight.", "source": wrong}],
        "media": [{"type": "photo", "url": wrong, "source": wrong}],
        "corrections": [{"date": "2022-01-06", "type": "update", "text": "New.", "link": wrong}],
    }
    timeline = timeline_of(
        {"a": event},
        sources={"s": {"url": wrong, "archive_url": wrong}},
        site={"url": wrong, "repository": wrong},
    )

    assert [(one.kind, one.id, one.loc) for one in found(rule, timeline)] == [
        ("site", "", ("url",)),
        ("site", "", ("repository",)),
        ("source", "s", ("url",)),
        ("source", "s", ("archive_url",)),
        ("event", "a", ("claims", 0, "source")),
        ("event", "a", ("media", 0, "source")),
        ("event", "a", ("sources", 1, "url")),
        ("event", "a", ("media", 0, "url")),
        ("event", "a", ("corrections", 0, "link")),
    ]


def test_ids_names_and_null_are_no_addresses() -> None:
    timeline = timeline_of(
        {"a": {"sources": ["wire", "The Gazette, page 3"]}}, sources={"wire": {"url": None}}
    )

    assert found(rule, timeline) == []
