# SPDX-License-Identifier: MIT
"""The moment of a local time in its zone, by the rules of the installed `tzdata` package.

The zone files of the machine are never read, so that every machine gives the same bytes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo

from dateline.clock import DAY_MINUTES, ClockError
from dateline.dates.days import Day
from dateline.problems import nearest, shown

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
OFFSET = re.compile(r"(?:UTC|GMT|Z)?\s*[+-]?[0-9][0-9:]*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Moment:
    """A local time in its zone as a moment of the world.

    `local` and `utc` are ISO 8601 texts, the first with its offset (to the second where an old zone
    has one). `rfc9557` adds the zone's name. `instant` counts seconds from 1970 UTC: the difference
    of two is a true duration. `ambiguous` says that the clocks showed this time twice that day.
    """

    day: Day
    minute: int
    zone: str
    local: str
    utc: str
    rfc9557: str
    instant: int
    ambiguous: bool


@cache
def zone_names() -> frozenset[str]:
    """The names of all zones."""
    return frozenset((files("tzdata") / "zones").read_text("utf-8").split())


@cache
def time_zone(name: str) -> ZoneInfo:
    """The zone of that IANA name; raises ClockError (bad-zone) where there is none."""
    if name not in zone_names():
        hint = "write the zone of a place, as in Asia/Damascus: an offset does not say when clocks change"
        if not OFFSET.fullmatch(name):
            close = nearest(name, zone_names())
            hint = f"did you mean {close}?" if close else "write its IANA name, as in Asia/Damascus"
        raise ClockError(f"there is no time zone {shown(name)}", hint, "bad-zone")
    with files("tzdata").joinpath("zoneinfo", *name.split("/")).open("rb") as stream:
        return ZoneInfo.from_file(stream, key=name)


def moment(day: Day, minute: int, zone: str, fold: int = 0) -> Moment:
    """The moment of a local time; `fold` 1 is the second of two equal times when clocks go back.

    `minute` counts from midnight, 0 to 1439. Raises ClockError for an unknown zone (bad-zone), a
    time that the clocks skipped (time-gap), and years outside 1 to 9999.
    """
    place = time_zone(zone)
    try:
        clock = datetime(*day) + timedelta(minutes=minute)  # noqa: DTZ001  # a wall clock has no zone
        if not 0 <= minute < DAY_MINUTES:
            raise ClockError(f"minute {minute} is not on a clock", "write a time from 00:00 to 23:59")
        first, second = (clock.replace(tzinfo=place, fold=turn).astimezone(UTC) for turn in (0, 1))
        if not _exists(clock, first, place):
            raise _gap(clock, first.astimezone(place), second.astimezone(place), zone)
        local = clock.replace(tzinfo=place, fold=1 if fold else 0)
        utc = local.astimezone(UTC)
    except (OverflowError, ValueError) as error:
        if isinstance(error, ClockError):
            raise
        raise ClockError("a moment needs a year from 1 to 9999", "leave out the time") from None
    named = _rfc9557(local, utc, zone)
    instant = (utc - EPOCH) // timedelta(seconds=1)
    return Moment(day, minute, zone, local.isoformat(), _z(utc), named, instant, first != second)


def day_exists(day: Day, zone: str) -> bool:
    """Whether the zone had that day: Samoa had no 30 December 2011. Outside the years 1 to 9999 all count."""
    place = time_zone(zone)
    try:
        start = datetime(*day)  # noqa: DTZ001  # a wall clock has no zone
        clocks = [
            start + timedelta(minutes=minute) for minute in (*range(0, DAY_MINUTES, 60), DAY_MINUTES - 1)
        ]
        return any(_exists(clock, clock.replace(tzinfo=place).astimezone(UTC), place) for clock in clocks)
    except (OverflowError, ValueError):
        return True


def _exists(clock: datetime, moment_of_it: datetime, place: ZoneInfo) -> bool:
    """Whether the way to UTC and back gives the same clock, which it does not in a gap (PEP 495)."""
    return moment_of_it.astimezone(place).replace(tzinfo=None, fold=0) == clock


def _gap(clock: datetime, later: datetime, earlier: datetime, zone: str) -> ClockError:
    # PEP 495: in a gap, fold 0 reads the clock by the old offset and fold 1 by the new one.
    return ClockError(
        f"{_shown(clock)} was skipped in {zone}: the clocks went forward over it",
        f"it was {_shown(later)} if the clock still showed the old time, "
        f"{_shown(earlier)} if it had been put forward",
        "time-gap",
    )


def _shown(clock: datetime) -> str:
    return clock.replace(tzinfo=None).isoformat(" ", "minutes")


def _z(utc: datetime) -> str:
    return utc.replace(tzinfo=None).isoformat() + "Z"


def _rfc9557(local: datetime, utc: datetime, zone: str) -> str:
    """The text with the zone's name; RFC 9557 has no offsets with seconds, so those are given in UTC."""
    offset = local.replace(tzinfo=None) - utc.replace(tzinfo=None)
    return f"{_z(utc) if offset.seconds % 60 else local.isoformat()}[{zone}]"
