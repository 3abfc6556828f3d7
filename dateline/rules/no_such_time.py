# SPDX-License-Identifier: MIT
"""A local time exists in its zone on its day: clocks that go forward skip an hour, or once a day.

The zone is the event's, else that of its first place that has one, else the site's.

Bad:
    date: 2022-03-13
    time: "02:30"
    timezone: America/New_York

Good:
    date: 2022-03-13
    time: "03:30"
    timezone: America/New_York
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.clock import ClockError
from dateline.clock.zones import day_exists, moment, zone_names
from dateline.localtimes import LocalTime, local_times, only_day
from dateline.problems import Finding, Severity, shown
from dateline.setting import Setting
from dateline.stories import Story

CODE = "D214"
NAME = "no-such-time"
SEVERITY = Severity.ERROR


def of_event(story: Story, _: Setting) -> Iterator[Finding]:
    """Yield each time, and each day, that the clocks of its zone never showed."""
    zone = story.zone
    if zone not in zone_names():  # another rule says so
        return
    day = only_day(story.date)
    if day is not None and not day_exists(day, zone):
        message = f"{shown(story.date.text)} was skipped in {zone}: no clock there showed that day"
        hint = "write the day before or after, or correct timezone"
        yield Finding("event", story.id, ("date",), message, hint)
        return
    for time in local_times(story.event):
        if gap := gap_at(time, zone):
            yield Finding("event", story.id, (time.key,), gap.message, gap.hint)


def gap_at(time: LocalTime, zone: str) -> ClockError | None:
    """The error where the clocks went forward over a time."""
    try:
        moment(time.day, time.minute, zone)
    except ClockError as error:
        return error if error.name == "time-gap" else None
    return None
