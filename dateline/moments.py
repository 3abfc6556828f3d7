# SPDX-License-Identifier: MIT
"""The times of day of an event as its page shows them: on the local clock, and in UTC beside it.

UTC is given for a time that is stated of a known day, and for no other: what is about half past
three here is not half past anything there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from dateline.clock import Clock, ClockError, parse_clock
from dateline.clock.zones import Moment, moment
from dateline.dates import Edtf, parse
from dateline.localtimes import local_times
from dateline.models import Event
from dateline.stories import Story


@dataclass(frozen=True, slots=True)
class Utc:
    """A time in UTC; `date` where the day is another one there."""

    clock: Clock
    date: Edtf | None
    datetime: str


@dataclass(frozen=True, slots=True)
class StatedTime:
    """A time of day, under its event's key; `datetime` is for machines, where it is one minute."""

    key: str
    clock: Clock
    datetime: str | None
    utc: Utc | None


def stated_times(story: Story) -> Iterator[StatedTime]:
    """When the event began, and when it ended, as far as these are stated."""
    event = story.event
    for key, clock in (("time", event.time), ("end_time", event.end_time)):
        if clock is not None:
            found = moments(key, clock, story)
            only = found[0] if len(found) == 1 else None
            yield StatedTime(key, clock, for_machines(only) if only else None, in_utc(found))


def moments(key: str, clock: Clock, story: Story) -> tuple[Moment, ...]:
    """The minute, or the first and the last, in their zone; none for what is vague."""
    if clock.approximate or is_vague(key, story.event):
        return ()
    times = [one for one in local_times(story.event) if one.key == key]
    try:
        return tuple(moment(one.day, one.minute, story.zone, story.event.fold or 0) for one in times)
    except ClockError:
        return ()


def is_vague(key: str, event: Event) -> bool:
    """Whether the day to which a time belongs is not sure."""
    date = (event.date.start if key == "time" else event.date.end) or event.date
    return date.uncertain or date.approximate


def in_utc(found: tuple[Moment, ...]) -> Utc | None:
    """The same in UTC, unless that is cut in two by the end of a day or a change of the clocks."""
    if not found or len({one.utc[:10] for one in found}) > 1:
        return None
    if any(first.utc >= second.utc for first, second in pairwise(found)):
        return None
    day = found[0].utc[:10]
    here = found[0].local[:10]
    clock = parse_clock("/".join(one.utc[11:16] for one in found))
    return Utc(clock, parse(day) if day != here else None, f"{found[0].utc[:16]}Z")


def for_machines(one: Moment) -> str:
    """The moment for `<time datetime>`, which knows no offsets with seconds."""
    offset = one.local[19:]
    return f"{one.local[:16]}{offset}" if len(offset) == len("+00:00") else f"{one.utc[:16]}Z"
