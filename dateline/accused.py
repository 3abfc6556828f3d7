# SPDX-License-Identifier: MIT
"""Whom an event accuses: the roles that lay blame, and the actors that have one of them."""

from __future__ import annotations

from dateline.references import Part
from dateline.stories import Story
from dateline.terms import ActorType

# A role outside this list blames nobody by itself; a site that adds a harsher word to its
# vocabulary of roles is asked to keep to one of these.
BLAMING = frozenset(
    (
        *("accused", "aggressor", "arsonist", "assailant", "assassin", "attacker", "bomber", "captor"),
        *("culprit", "gunman", "hijacker", "instigator", "kidnapper", "killer", "mastermind", "murderer"),
        *("offender", "perpetrator", "planner", "raider", "shooter", "sniper", "suspect", "torturer"),
    )
)


def accused(story: Story) -> tuple[tuple[int, Part], ...]:
    """The parts that lay blame on somebody, each with its position in the list of actors.

    Where nobody is identified and the name is nobody's label, nobody is accused.
    """
    return tuple(
        (position, part)
        for position, part in enumerate(story.actors)
        if part.role in BLAMING and not (part.actor.type is ActorType.UNIDENTIFIED and part.label_by is None)
    )
