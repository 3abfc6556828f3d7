# SPDX-License-Identifier: MIT
"""The times of day that an event states to the minute, each with the day it belongs to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.clock import DAY_MINUTES, Clock
from dateline.dates.days import Day
from dateline.dates.edtf import Edtf, Kind
from dateline.models import Event


@dataclass(frozen=True, slots=True)
class LocalTime:
    """A minute after midnight on a local day, under the key of the event that states it."""

    key: str
    day: Day
    minute: int

    @property
    def text(self) -> str:
        """The time on a clock with the day: 02:30 on 2022-03-13."""
        clock = f"{self.minute // 60:02}:{self.minute % 60:02}"
        return f"{clock} on {self.day.year:04}-{self.day.month:02}-{self.day.day:02}"


def local_times(event: Event) -> Iterator[LocalTime]:
    """The times stated of days that are known; a part of the day is no time, a vague date no day.

    `time` belongs to the day on which the event began, `end_time` to the day on which it ended.
    """
    lasted = event.date.kind is Kind.INTERVAL
    for key, clock, date in (
        ("time", event.time, event.date.start if lasted else event.date),
        ("end_time", event.end_time, event.date.end if lasted else event.date),
    ):
        if clock is not None and (day := only_day(date)):
            for minute in minutes(clock):
                yield LocalTime(key, day, minute)


def only_day(date: Edtf | None) -> Day | None:
    """The day of a date that is one day, however unsure."""
    return date.earliest if date is not None and date.earliest == date.latest else None


def minutes(clock: Clock) -> tuple[int, ...]:
    """The one or two minutes that a clock states."""
    if clock.named:
        return ()
    return tuple(sorted({clock.earliest_minute, min(clock.latest_minute, DAY_MINUTES - 1)}))
