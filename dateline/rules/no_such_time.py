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
from dateline.clock.zones import day_exists, moment
from dateline.dates.days import Day
from dateline.localtimes import LocalTime, local_times, only_day
from dateline.problems import Finding, Severity, shown
from dateline.timeline import Timeline

CODE = "D214"
NAME = "no-such-time"
SEVERITY = Severity.ERROR


def check(timeline: Timeline) -> Iterator[Finding]:
    """Yield each time, and each day, that the clocks of its zone never showed."""
    looked_at: dict[tuple[Day, str], bool] = {}
    for entry in timeline.by_id.values():
        day = only_day(entry.date)
        if day is not None:
            if (day, entry.zone) not in looked_at:
                looked_at[day, entry.zone] = skipped(day, entry.zone)
            if looked_at[day, entry.zone]:
                message = (
                    f"{shown(entry.date.text)} was skipped in {entry.zone}: no clock there showed that day"
                )
                hint = "write the day before or after, or correct timezone"
                yield Finding("event", entry.id, ("date",), message, hint)
                continue
        for time in local_times(entry.event):
            if gap := gap_at(time, entry.zone):
                yield Finding("event", entry.id, (time.key,), gap.message, gap.hint)


def skipped(day: Day, zone: str) -> bool:
    """Whether a zone went without a whole day; a zone that does not exist is another rule's matter."""
    try:
        return not day_exists(day, zone)
    except ClockError:
        return False


def gap_at(time: LocalTime, zone: str) -> ClockError | None:
    """The error where the clocks went forward over a time."""
    try:
        moment(time.day, time.minute, zone)
    except ClockError as error:
        return error if error.name == "time-gap" else None
    return None
