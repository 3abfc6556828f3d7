"""Each tag and each type has a page of its own."""

from dateline.problems import Finding
from dateline.rules import same_address as rule
from tests.rules.small import bad, found, good, timeline_of

HINT = "use one of the two everywhere, or make them differ in a letter from a to z or a digit"


def test_a_tag_whose_page_another_has_is_found() -> None:
    assert found(rule, timeline_of({"a": bad(rule)})) == [
        Finding(
            "event",
            "a",
            ("tags", 1),
            "'riyādh' and 'riyadh' would have one page, tags/riyadh.html",
            HINT,
        )
    ]


def test_a_tag_may_be_used_again() -> None:
    assert found(rule, timeline_of({"a": good(rule), "b": good(rule)})) == []


def test_tags_in_other_scripts_have_pages_of_their_own() -> None:
    assert found(rule, timeline_of({"a": {"tags": ["كهرباء", "مياه", "日本", "日本語"]}})) == []


def test_a_type_whose_page_another_has_is_found_where_it_is_declared() -> None:
    site = {"vocabularies": {"type": {"air_strike": "Air strike", "air-strike": "Air strike"}}}

    assert found(rule, timeline_of(site=site)) == [
        Finding(
            "site",
            "",
            ("vocabularies", "type", "air-strike"),
            "'air-strike' and 'air_strike' would have one page, types/air-strike.html",
            HINT,
        )
    ]


def test_a_type_and_a_tag_of_one_name_are_two_pages() -> None:
    assert found(rule, timeline_of({"a": {"type": "fire", "tags": ["fire"]}})) == []
    assert found(rule, timeline_of({"a": {"type": "air_strike", "tags": ["air-strike"]}})) == []


def test_types_that_no_list_declares_have_pages_too() -> None:
    events = {"a": {"type": "air_strike"}, "b": {"type": "air-strike"}}

    assert [(one.id, one.loc) for one in found(rule, timeline_of(events))] == [("b", ("type",))]
