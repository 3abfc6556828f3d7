"""Every kind of link has an inverse, and both ends show it."""

import pytest

from dateline.relations import BY_NAME, KINDS, RelationKind
from dateline.stories import Related
from dateline.timeline import Timeline
from tests.rules.small import timeline_of

each_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)


def related(timeline: Timeline, ident: str) -> tuple[Related, ...]:
    """The links that an event's page shows."""
    return timeline.story(timeline.by_id[ident]).related


@each_kind
def test_the_inverse_of_the_inverse_is_the_kind_itself(kind: RelationKind) -> None:
    assert BY_NAME[BY_NAME[kind.inverse].inverse] is kind
    assert kind.symmetric == (kind.inverse == kind.name)


@each_kind
def test_what_comes_after_has_an_inverse_that_does_not(kind: RelationKind) -> None:
    assert not (kind.after and BY_NAME[kind.inverse].after)
    assert not (kind.after and not kind.acyclic)
    assert not (kind.symmetric and kind.acyclic)


@each_kind
def test_a_link_is_shown_at_both_ends_with_the_words_of_each(kind: RelationKind) -> None:
    link = {"event": "b", "according_to": "Army", "note": "For and against.", "ordinal": "2"}
    timeline = timeline_of({"a": {"relations": {kind.name: [link]}}, "b": {"date": "2022-01-05"}})
    if kind.name in ("replaces", "replaced_by"):
        (former,) = timeline.redirects
        assert former == ("b" if kind.name == "replaces" else "a")

    (here,) = related(timeline, "a")
    (there,) = related(timeline, "b")

    assert (here.kind, here.card.id) == (kind.name, "b")
    assert (there.kind, there.card.id) == (kind.inverse, "a")
    for end in (here, there):
        assert end.according_to is not None
        assert (end.according_to.name, end.note, end.ordinal) == ("Army", "For and against.", 2)


@each_kind
def test_a_link_that_both_sides_state_is_shown_once_with_each_sides_own_note(kind: RelationKind) -> None:
    timeline = timeline_of(
        {
            "a": {"relations": {kind.name: [{"event": "b", "note": "from a"}]}},
            "b": {"relations": {kind.inverse: [{"event": "a", "note": "from b"}]}},
        }
    )

    assert [(link.kind, link.note) for link in related(timeline, "a")] == [(kind.name, "from a")]
    assert [(link.kind, link.note) for link in related(timeline, "b")] == [(kind.inverse, "from b")]


def test_a_cause_or_an_answer_needs_a_speaker_and_a_likeness_a_note() -> None:
    assert {kind.name for kind in KINDS if kind.needs_speaker} == {"responds_to", "result_of"}
    assert {kind.name for kind in KINDS if kind.needs_note} == {"possibly_same_as"}


def test_labels_read_on_and_differ() -> None:
    assert len({kind.label for kind in KINDS}) == len(KINDS) == len(BY_NAME)
