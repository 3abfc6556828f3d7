# SPDX-License-Identifier: MIT
"""A link is written on one side only; the other side is made, and two sides may come to differ.

Bad:
    relations:
      precedes: reply    # where reply says follows: attack

Good:
    relations: {}
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.problems import Finding, Severity, shown
from dateline.relations import KINDS
from dateline.timeline import Timeline

CODE = "D228"
NAME = "both-sides"
SEVERITY = Severity.NOTICE

HINT = "keep the one with the speaker or the note; if they differ on purpose, keep both"


def check(timeline: Timeline) -> Iterator[Finding]:
    """Yield each link that the other event states already, at the later of the two ids."""
    stated = {
        (entry.id, kind.name, relation.event)
        for entry in timeline.entries
        for kind in KINDS
        for relation in getattr(entry.event.relations, kind.name)
    }
    for entry in timeline.entries:
        for kind in KINDS:
            for position, relation in enumerate(getattr(entry.event.relations, kind.name)):
                if relation.event < entry.id and (relation.event, kind.inverse, entry.id) in stated:
                    message = f"{shown(relation.event)} says '{kind.inverse}' of this event already"
                    yield Finding(
                        "event", entry.id, ("relations", kind.name, position, "event"), message, HINT
                    )
