"""A doubted event is not called reported."""

import pytest

from dateline.problems import Finding
from dateline.rules import doubted_yet_reported as rule
from tests.rules.small import bad, found, good, timeline_of

CLAIM = {"by": "Army", "about": "occurrence", "text": "There was no attack."}


def test_a_denied_event_is_not_reported() -> None:
    assert found(rule, timeline_of({"a": bad(rule)})) == [
        Finding(
            "event",
            "a",
            ("claims", 0, "stance"),
            "the event is 'reported', but 'Ministry of Defence' denies it",
            "write verification: disputed, or say in verification_note why the doubt does not count",
        )
    ]


def test_an_event_of_which_somebody_denies_to_be_the_doer_is_not_reported() -> None:
    event = {"claims": [{**CLAIM, "about": "responsibility", "stance": "denies"}]}

    assert len(found(rule, timeline_of({"a": event}))) == 1


def test_a_denied_event_is_disputed() -> None:
    assert found(rule, timeline_of({"a": good(rule)})) == []


def test_a_note_settles_it() -> None:
    assert found(rule, timeline_of({"a": {**bad(rule), "verification_note": "A reporter saw it."}})) == []


def test_a_speaker_who_cannot_confirm_is_a_doubt() -> None:
    event = {"verification": "confirmed", "claims": [{**CLAIM, "stance": "unconfirmed", "by": "army"}]}
    timeline = timeline_of({"a": event}, actors={"army": {"name": "Army"}})
    hint = (
        "write verification: disputed or unconfirmed, or say in verification_note why the doubt does not"
        " count"
    )

    assert [(one.message, one.hint) for one in found(rule, timeline)] == [
        ("the event is 'confirmed', but 'Army' does not confirm it", hint)
    ]


@pytest.mark.parametrize(
    "claim",
    [
        {**CLAIM, "stance": "asserts"},
        {**CLAIM, "stance": "retracts"},
        {**CLAIM, "stance": "denies", "rank": "deprecated"},
        {**CLAIM, "stance": "unconfirmed", "about": "casualties"},
    ],
)
def test_what_is_no_doubt_of_the_substance_is_fine(claim: dict[str, str]) -> None:
    assert found(rule, timeline_of({"a": {"claims": [claim]}})) == []
