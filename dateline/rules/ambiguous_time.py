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
from dateline.clock.zones import moment, zone_names
from dateline.localtimes import LocalTime, local_times
from dateline.problems import Finding, Severity
from dateline.setting import Setting
from dateline.stories import Story

CODE = "D215"
NAME = "ambiguous-time"
SEVERITY = Severity.WARNING

HINT = "add fold: 0 for the first of the two, or fold: 1 for the second"


def of_event(story: Story, _: Setting) -> Iterator[Finding]:
    """Yield each time that came twice and does not say which it is."""
    if story.event.fold is not None or story.zone not in zone_names():
        return
    for time in local_times(story.event):
        if came_twice(time, story.zone):
            message = f"{time.text} came twice in {story.zone}: the clocks went back"
            yield Finding("event", story.id, (time.key,), message, HINT)


def came_twice(time: LocalTime, zone: str) -> bool:
    """Whether the clocks of the zone showed a time twice; where there is no such time, others say so."""
    try:
        return moment(time.day, time.minute, zone).ambiguous
    except ClockError:
        return False
