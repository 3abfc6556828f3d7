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
from dateline.relations import BY_NAME
from dateline.timeline import Timeline

CODE = "D228"
NAME = "both-sides"
SEVERITY = Severity.NOTICE

HINT = "keep the one with the speaker or the note; if they differ on purpose, keep both"


def check(timeline: Timeline) -> Iterator[Finding]:
    """Yield each link that the other event states already, at the later of the two ids."""
    stated = [(entry.row.id, link) for entry in timeline.entries for link in entry.row.links]
    told = {(ident, link.kind, link.event) for ident, link in stated}
    for ident, link in stated:
        inverse = BY_NAME[link.kind].inverse
        if link.event < ident and (link.event, inverse, ident) in told:
            message = f"{shown(link.event)} says '{inverse}' of this event already"
            loc = ("relations", link.kind, link.position, "event")
            yield Finding("event", ident, loc, message, HINT)
