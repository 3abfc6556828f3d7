"""A translation is in one of the site's languages."""

from dateline.problems import Finding
from dateline.rules import language_list as rule
from tests.rules.small import bad, found, good, timeline_of

SITE = {"languages": ["en", "ar"]}


def test_a_language_that_the_site_does_not_list_is_found() -> None:
    assert found(rule, timeline_of({"a": bad(rule)}, site=SITE)) == [
        Finding(
            "event",
            "a",
            ("translations", "es"),
            "the site's languages do not list 'es', the language of this translation",
            "add es to languages in site.yaml",
            on_key=True,
        )
    ]


def test_a_language_that_the_site_lists_is_fine() -> None:
    assert found(rule, timeline_of({"a": good(rule)}, site=SITE)) == []


def test_a_language_added_to_the_site_is_fine() -> None:
    assert found(rule, timeline_of({"a": bad(rule)}, site={"languages": ["en", "ar", "es"]})) == []
