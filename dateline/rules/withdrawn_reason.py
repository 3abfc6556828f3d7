# SPDX-License-Identifier: MIT
"""A withdrawn entry says why it was withdrawn: its page has nothing else to say.

Bad:
    status: withdrawn

Good:
    status: withdrawn
    withdrawn_reason: It was a drill.
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.problems import Finding, Severity
from dateline.timeline import Timeline

CODE = "D229"
NAME = "withdrawn-reason"
SEVERITY = Severity.WARNING


def check(timeline: Timeline) -> Iterator[Finding]:
    """Yield each withdrawn event without a reason; one that leads to another entry needs none."""
    for entry in timeline.stubs:
        if entry.row.is_withdrawn and not entry.row.reasoned:
            message = "a withdrawn entry without 'withdrawn_reason' leaves its readers guessing"
            yield Finding("event", entry.id, ("status",), message, "add withdrawn_reason: and say why")
