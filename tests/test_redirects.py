"""An id that was given up leads to the entry that stands in its place, in one step."""

from dateline.redirects import last
from tests.rules.small import timeline_of


def test_a_former_id_leads_to_the_entry() -> None:
    timeline = timeline_of({"a": {"former_ids": ["old", "older"]}})

    assert timeline.redirects == {"old": "a", "older": "a"}


def test_a_former_id_that_is_an_entry_again_does_not_hide_it() -> None:
    timeline = timeline_of({"a": {"former_ids": ["b"]}, "b": {}})

    assert timeline.redirects == {}
    assert [entry.id for entry in timeline.entries] == ["a", "b"]


def test_two_chains_of_replacements_never_redirect_to_a_redirect() -> None:
    withdrawn = {"status": "withdrawn"}
    timeline = timeline_of(
        {
            "a1": withdrawn,
            "a2": {**withdrawn, "relations": {"replaces": "a1"}},
            "a3": {"relations": {"replaces": "a2"}, "former_ids": ["a0"]},
            "b1": {**withdrawn, "relations": {"replaced_by": "b2"}},
            "b2": {**withdrawn, "relations": {"replaced_by": "b3"}},
            "b3": {"relations": {"replaces": "gone"}},
        }
    )

    assert timeline.redirects == {
        "a0": "a3",
        "a1": "a3",
        "a2": "a3",
        "b1": "b3",
        "b2": "b3",
        "gone": "b3",
    }
    assert not set(timeline.redirects) & set(timeline.redirects.values())
    assert [entry.id for entry in timeline.entries] == ["a3", "b3"]
    assert timeline.stubs == ()


def test_replacements_in_a_circle_hide_nothing() -> None:
    timeline = timeline_of({"a": {"relations": {"replaces": "b"}}, "b": {"relations": {"replaces": "a"}}})

    assert timeline.redirects == {}
    assert [entry.id for entry in timeline.entries] == ["a", "b"]


def test_a_chain_is_followed_to_its_end() -> None:
    assert last("a", {"a": "b", "b": "c"}) == "c"
    assert last("c", {"a": "b"}) == "c"
    assert last("a", {"a": "b", "b": "a"}) is None
