"""Who is accused."""

from dateline.accused import BLAMING, accused
from dateline.slugs import is_id
from tests.rules.small import timeline_of


def test_the_roles_that_lay_blame_are_words_of_a_vocabulary() -> None:
    assert all(is_id(role) for role in BLAMING)
    assert {"attacker", "perpetrator", "suspect", "shooter", "bomber"} <= BLAMING
    assert not {"target", "defender", "killed", "speaker"} & BLAMING


def test_parts_that_blame_somebody_come_with_their_position() -> None:
    actors = {
        "unknown": {"type": "unidentified"},
        "label": {"type": "unidentified", "label_by": "army"},
        "army": {},
    }
    parts = [
        {"actor": "army", "role": "target"},
        {"actor": "label", "role": "attacker"},
        {"actor": "unknown", "role": "attacker"},
        {"actor": "Northern Brigade", "role": "suspect"},
    ]
    timeline = timeline_of({"a": {"actors": parts}}, actors=actors)
    story = timeline.tell(timeline.by_id["a"].row)

    assert [(position, part.actor.name) for position, part in accused(story)] == [
        (1, "label"),
        (3, "Northern Brigade"),
    ]
