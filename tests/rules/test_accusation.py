"""Nobody is accused in the timeline's own voice."""

import pytest

from dateline.problems import Finding
from dateline.rules import accusation as rule
from tests.rules.small import bad, found, good, timeline_of

ACTORS = {
    "malign-actors": {"name": "Malign actors", "type": "unidentified", "label_by": "army"},
    "nobody-known": {"name": "Whoever did it", "type": "unidentified"},
    "army": {"name": "Army"},
}
HINT = "add according_to: the claim, actor or source that says so"


def test_an_attacker_without_a_speaker_is_found() -> None:
    assert found(rule, timeline_of({"a": bad(rule)})) == [
        Finding(
            "event",
            "a",
            ("actors", 0, "role"),
            "the timeline itself says that 'Northern Brigade' is the attacker",
            HINT,
        )
    ]


def test_an_attacker_with_a_speaker_is_fine() -> None:
    assert found(rule, timeline_of({"a": good(rule)})) == []


def test_an_attacker_of_a_confirmed_event_needs_no_speaker() -> None:
    assert found(rule, timeline_of({"a": {**bad(rule), "verification": "confirmed"}})) == []


def test_a_label_needs_a_speaker_even_when_confirmed() -> None:
    event = {"verification": "confirmed", "actors": [{"actor": "malign-actors", "role": "perpetrator"}]}

    assert [one.message for one in found(rule, timeline_of({"a": event}, actors=ACTORS))] == [
        "the timeline itself says that 'Malign actors' is the perpetrator, under a name given by 'Army'"
    ]


@pytest.mark.parametrize(
    "part",
    [
        {"actor": "nobody-known", "role": "attacker"},
        {"actor": "army", "role": "target"},
        {"actor": "army"},
        {"actor": "malign-actors", "role": "attacker", "according_to": "army"},
    ],
)
def test_whoever_is_not_blamed_needs_no_speaker(part: dict[str, str]) -> None:
    assert found(rule, timeline_of({"a": {"actors": [part]}}, actors=ACTORS)) == []


@pytest.mark.parametrize("end", [{"status": "withdrawn"}, {"relations": {"replaced_by": "b"}}])
def test_an_event_that_was_taken_back_or_replaced_accuses_nobody(end: dict[str, object]) -> None:
    assert found(rule, timeline_of({"a": {**bad(rule), **end}, "b": {}})) == []
