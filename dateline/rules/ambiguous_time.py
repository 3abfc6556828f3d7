# SPDX-License-Identifier: MIT
"""A local time that came twice, when clocks went back, says which of the two is meant.

Bad:
    date: 2021-11-07
    time: "01:30"
    timezone: America/New_York

Good:
    date: 2021-11-07
    time: "01:30"
    timezone: America/New_York
    fold: 1
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.clock import ClockError
from dateline.clock.zones import moment
from dateline.localtimes import LocalTime, local_times
from dateline.problems import Finding, Severity
from dateline.timeline import Timeline

CODE = "D215"
NAME = "ambiguous-time"
SEVERITY = Severity.WARNING

HINT = "add fold: 0 for the first of the two, or fold: 1 for the second"


def check(timeline: Timeline) -> Iterator[Finding]:
    """Yield each time that came twice and does not say which it is."""
    for entry in timeline.by_id.values():
        if entry.event.fold is not None:
            continue
        for time in local_times(entry.event):
            if came_twice(time, entry.zone):
                message = f"{time.text} came twice in {entry.zone}: the clocks went back"
                yield Finding("event", entry.id, (time.key,), message, HINT)


def came_twice(time: LocalTime, zone: str) -> bool:
    """Whether the clocks of the zone showed a time twice; where there is no such time, others say so."""
    try:
        return moment(time.day, time.minute, zone).ambiguous
    except ClockError:
        return False
