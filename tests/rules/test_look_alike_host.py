"""A host is the host it looks like."""

from dateline.codes.text import URL_HOMOGRAPH
from dateline.problems import Finding
from dateline.rules import look_alike_host as rule
from tests.rules.small import bad, found, good, timeline_of


def test_a_host_that_mixes_scripts_is_found() -> None:
    assert found(rule, timeline_of({"a": bad(rule)})) == [
        Finding(
            "event",
            "a",
            ("sources", 0, "source"),
            "'g\u0456thub.com' mixes scripts: xn--gthub-n2e.com",
            "make sure that this is the site you mean; the page shows the punycode form",
            code=URL_HOMOGRAPH,
        )
    ]


def test_the_host_that_was_meant_is_fine() -> None:
    assert found(rule, timeline_of({"a": good(rule)})) == []


def test_a_host_in_one_script_and_an_address_that_is_wrong_anyway_are_left_alone() -> None:
    sources = ["https://пример.рф/a", "https://g\u0456thub.com@evil.example/"]

    assert found(rule, timeline_of({"a": {"sources": sources}})) == []


def test_an_address_that_is_wrong_takes_no_warning_from_the_one_before() -> None:
    sources = ["https://g\u0456thub.com/", "https://g\u0456thub.com@evil.example/"]

    assert [one.loc for one in found(rule, timeline_of({"a": {"sources": sources}}))] == [
        ("sources", 0, "source")
    ]


def test_punycode_is_shown_as_it_is_and_deceives_nobody() -> None:
    assert found(rule, timeline_of({"a": {"sources": ["https://xn--gthub-n2e.com/"]}})) == []
