"""A word of an open vocabulary is one of the site's."""

import pytest

from dateline.problems import Finding
from dateline.rules import unknown_type as rule
from tests.rules.small import bad, found, good, timeline_of

SITE = {"vocabularies": {"type": {"shelling": "Shelling", "killing": "Killing"}}}
ADD = "A new one is added in site.yaml under vocabularies, "


def test_a_type_that_the_site_does_not_have_is_found_with_the_close_match() -> None:
    assert found(rule, timeline_of({"a": bad(rule)}, site=SITE)) == [
        Finding(
            "event",
            "a",
            ("type",),
            "'sheling' is not in the site's vocabulary 'type'",
            f"did you mean shelling? The words are: killing, shelling. {ADD}type",
        )
    ]


def test_a_type_that_the_site_has_is_fine() -> None:
    assert found(rule, timeline_of({"a": good(rule)}, site=SITE)) == []


def test_a_type_added_to_the_site_is_fine() -> None:
    added = {"vocabularies": {"type": {"sheling": "Sheling"}}}

    assert found(rule, timeline_of({"a": bad(rule)}, site=added)) == []


def test_a_site_without_a_vocabulary_takes_any_word() -> None:
    assert found(rule, timeline_of({"a": {"type": "fire", "actors": [{"actor": "Army", "role": "x"}]}})) == []


@pytest.mark.parametrize(
    ("vocabulary", "event", "loc"),
    [
        ("role", {"actors": [{"actor": "Army", "role": "odd"}]}, ("actors", 0, "role")),
        ("place_role", {"place": {"place": "Market", "role": "odd"}}, ("place", "role")),
        ("place_role", {"places": [{"place": "Market", "role": "odd"}]}, ("places", 0, "role")),
        ("tag", {"tags": ["fine", "odd"]}, ("tags", 1)),
        ("measure", {"measures": [{"name": "odd", "value": "1"}]}, ("measures", 0, "name")),
        ("content_warning", {"content_warnings": ["odd"]}, ("content_warnings", 0)),
        (
            "content_warning",
            {"media": [{"type": "photo", "content_warnings": ["odd"]}]},
            ("media", 0, "content_warnings", 0),
        ),
    ],
)
def test_each_vocabulary_that_the_site_declares_is_checked(
    vocabulary: str, event: dict[str, object], loc: tuple[str | int, ...]
) -> None:
    site = {"vocabularies": {vocabulary: {"fine": "Fine"}}}

    assert [(one.loc, one.message) for one in found(rule, timeline_of({"a": event}, site=site))] == [
        (loc, f"'odd' is not in the site's vocabulary '{vocabulary}'")
    ]


@pytest.mark.parametrize(("count", "listed"), [(0, ""), (1, "w10"), (12, "w10, w11"), (13, ""), (40, "")])
def test_a_long_vocabulary_is_not_listed(count: int, listed: str) -> None:
    site = {"vocabularies": {"type": {f"w{number}": "Word" for number in range(10, 10 + count)}}}

    (finding,) = found(rule, timeline_of({"a": {"type": "zzz"}}, site=site))
    assert finding.hint.startswith(f"The words are: {listed}" if listed else ADD)
    assert finding.hint.endswith(f"{ADD}type")
