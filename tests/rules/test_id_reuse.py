"""An id that was given up stays with one event."""

from dateline.problems import Finding
from dateline.rules import id_reuse as rule
from tests.rules.small import bad, found, good, timeline_of


def test_an_id_that_another_event_has_is_found() -> None:
    assert found(rule, timeline_of({"blaze": bad(rule), "fire": {}})) == [
        Finding(
            "event",
            "blaze",
            ("former_ids", 1),
            "'fire' is the id of another event",
            "take it out, rename that event's file, or write relations: {replaces: fire}",
        )
    ]


def test_an_id_that_nobody_has_is_fine() -> None:
    assert found(rule, timeline_of({"blaze": good(rule), "fire": {}})) == []


def test_an_entry_that_is_replaced_may_be_there_still() -> None:
    assert found(rule, timeline_of({"blaze": {"relations": {"replaces": "fire"}}, "fire": {}})) == []


def test_the_events_own_id_is_not_a_former_one() -> None:
    timeline = timeline_of({"fire": {"former_ids": ["fire"]}})

    assert [(one.message, one.hint) for one in found(rule, timeline)] == [
        ("'fire' is this event's own id", "take it out: it is the id that the event has now")
    ]


def test_the_events_own_id_may_be_its_first_and_its_last() -> None:
    assert found(rule, timeline_of({"fire": {"former_ids": ["fire", "blaze"]}})) == []
    assert len(found(rule, timeline_of({"fire": {"former_ids": ["blaze", "fire"]}}))) == 1


def test_two_events_cannot_have_had_one_id() -> None:
    timeline = timeline_of({"a": {"former_ids": ["fire"]}, "b": {"relations": {"replaces": "fire"}}})

    assert found(rule, timeline) == [
        Finding(
            "event",
            "b",
            ("relations", "replaces", 0, "event"),
            "'fire' already leads to 'a'",
            "keep it in one of the two events",
        )
    ]
