# SPDX-License-Identifier: MIT
"""Two events of one type, day and place are linked, or said to be distinct.

One day counts with its neighbours, one place with what lies within 15 km and with places in the
same district. Events that name different attackers are two, and so are a series and its parts.

Bad:
    date: 2022-01-05
    type: shelling
    place: Market of Aldea

Good:
    date: 2022-01-05
    type: shelling
    place: Market of Aldea
    relations:
      distinct_from: first-shells
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.duplicates import pairs_found
from dateline.problems import Finding, Severity, shown
from dateline.timeline import Timeline

CODE = "D208"
NAME = "likely-duplicate"
SEVERITY = Severity.WARNING

MOST_NAMED = 3


def check(timeline: Timeline) -> Iterator[Finding]:
    """Yield each event that may be an earlier one under another id, at the later id."""
    for ident, found in pairs_found(timeline):
        names = ", ".join(shown(other) for other in found[:MOST_NAMED])
        hint = (
            f"add to relations, possibly_same_as: {{event: {found[0]}, note: for and against}}"
            f", or distinct_from: {found[0]}"
        )
        message = f"this may be the same event as {names}: same type, about the same day and place"
        yield Finding("event", ident, ("title",), message, hint)
