"""A story is an event with what follows from it: its time zone, and its questions in dispute."""

from typing import Any

import pytest

from dateline.stories import Question, Story
from dateline.terms import About
from tests.rules.small import timeline_of


def told(event: dict[str, Any], **others: Any) -> Story:
    """The story of one event."""
    timeline = timeline_of({"a": event}, **others)
    return timeline.story(timeline.by_id["a"])


def question(*claims: dict[str, Any]) -> Question:
    """The one question of an event with these claims."""
    whole = {"about": "count", "text": "Eight."}
    (made,) = told({"claims": [{**whole, **claim} for claim in claims]}).questions
    return made


@pytest.mark.parametrize(
    ("event", "zone"),
    [
        ({"timezone": "Asia/Baghdad", "place": "base"}, "Asia/Baghdad"),
        ({"place": "base"}, "Asia/Damascus"),
        ({"places": ["Nowhere", "base"]}, "Asia/Damascus"),
        ({"place": "Nowhere"}, "Europe/Oslo"),
    ],
)
def test_the_zone_is_the_events_else_its_places_else_the_sites(event: dict[str, Any], zone: str) -> None:
    story = told(event, places={"base": {"timezone": "Asia/Damascus"}}, site={"timezone": "Europe/Oslo"})

    assert story.zone == zone


def test_claims_stand_by_question_in_the_order_typed() -> None:
    about = ["count", "damage", "count", "time"]
    claims = [{"by": "Army", "about": one, "text": str(number)} for number, one in enumerate(about)]

    questions = told({"claims": claims}).questions

    assert [one.about for one in questions] == [About.COUNT, About.DAMAGE, About.TIME]
    assert [said.claim.text for said in questions[0].claims] == ["0", "2"]


def test_two_live_accounts_of_different_speakers_differ() -> None:
    one = question({"by": "Army"}, {"by": "Monitor"})

    assert (one.several, one.differs) == (True, True)


@pytest.mark.parametrize("stance", ["denies", "unconfirmed"])
def test_a_denial_or_a_doubt_alone_is_a_conflict(stance: str) -> None:
    one = question({"by": "Army", "stance": stance})

    assert (one.several, one.differs) == (False, True)


@pytest.mark.parametrize(
    "second",
    [{"by": "Army"}, {"by": "Monitor", "rank": "deprecated"}, {"by": "Monitor", "stance": "retracts"}],
)
def test_one_live_speaker_is_no_conflict(second: dict[str, str]) -> None:
    one = question({"by": "Army"}, second)

    assert (one.several, one.differs) == (False, False)


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        ({}, True),
        ({"status": "draft"}, True),
        ({"status": "withdrawn"}, False),
        ({"relations": {"replaced_by": "b"}}, False),
        ({"relations": {"replaces": "b"}}, True),
    ],
)
def test_what_was_taken_back_or_given_up_does_not_stand_for_itself(
    event: dict[str, Any], *, expected: bool
) -> None:
    assert told(event).is_live is expected
