"""Confirmed means two sources that do not rest on one another."""

import pytest

from dateline.problems import Finding
from dateline.rules import one_root as rule
from tests.rules.small import bad, found, good, timeline_of

SOURCES = {
    "wire": {"standing": "secondary"},
    "statement": {"standing": "party", "via": "wire"},
    "army-site": {"standing": "party"},
    "rebel-site": {"standing": "party"},
    "digest": {"based_on": ["wire", "army-site"]},
}
ELSE = "write verification: reported, or tell the direct evidence in verification_note"


def test_a_single_root_confirms_nothing() -> None:
    assert found(rule, timeline_of({"a": bad(rule)}, sources=SOURCES)) == [
        Finding(
            "event",
            "a",
            ("verification",),
            "'confirmed', but all of its sources rest on 'wire'",
            f"cite a source of another root, {ELSE}",
        )
    ]


def test_two_roots_confirm() -> None:
    assert found(rule, timeline_of({"a": good(rule)}, sources=SOURCES)) == []


@pytest.mark.parametrize(
    "fix", [{"verification": "reported"}, {"verification_note": "Satellite images show the crater."}]
)
def test_either_other_way_out_is_fine(fix: dict[str, str]) -> None:
    assert found(rule, timeline_of({"a": {**bad(rule), **fix}}, sources=SOURCES)) == []


@pytest.mark.parametrize(
    ("cited", "roots"),
    [
        (["wire", "statement"], "'wire'"),
        (["digest", "wire"], "'army-site', 'wire'"),
        (["https://example.org/a"], "'https://example.org/a'"),
        ([{"title": "Report", "url": "https://example.org/b"}], "'https://example.org/b'"),
        (["wire", {"title": "Reprint", "based_on": ["wire"]}], "'wire'"),
        (["wire", {"title": "Reprint", "via": "wire"}], "'wire'"),
    ],
)
def test_a_wire_that_comes_back_is_one_root(cited: list[object], roots: str) -> None:
    timeline = timeline_of({"a": {"verification": "confirmed", "sources": cited}}, sources=SOURCES)

    assert [one.message for one in found(rule, timeline)] == [
        f"'confirmed', but all of its sources rest on {roots}"
    ]


@pytest.mark.parametrize(
    "cited", [["wire", "army-site"], ["wire", "https://example.org/a"], ["wire", {"title": "Book"}]]
)
def test_two_sources_of_their_own_confirm(cited: list[object]) -> None:
    assert (
        found(rule, timeline_of({"a": {"verification": "confirmed", "sources": cited}}, sources=SOURCES))
        == []
    )


def test_parties_alone_confirm_nothing() -> None:
    timeline = timeline_of(
        {"a": {"verification": "confirmed", "sources": ["army-site", "rebel-site"]}}, sources=SOURCES
    )

    assert [(one.message, one.hint) for one in found(rule, timeline)] == [
        (
            "'confirmed', but all of its sources are parties to the events",
            f"cite a source that is no party, {ELSE}",
        )
    ]
