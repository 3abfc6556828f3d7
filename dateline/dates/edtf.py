# SPDX-License-Identifier: MIT
"""What a date says: its bounds, its precision and its place in time."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dateline.dates.days import Day, ordinal

FOREVER = Day(10**13, 12, 31)


class Kind(StrEnum):
    """What a date says: it was then, it lasted from one to the other, or it was one of several."""

    DATE = "date"
    INTERVAL = "interval"
    SET = "set"


class Precision(StrEnum):
    """How fine a date is, from fine to coarse."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


RANKS = {precision: rank for rank, precision in enumerate(Precision)}


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date as it was typed, with what follows from it.

    `earliest` and `latest` are the first and the last day it can touch; None is open or unknown.
    `?`, `~` and `%` never widen them. `precision` is that of what is known (`2022-01-XX` is a month)
    and, for intervals and sets, the coarser of the ends. `start` and `end` belong to an interval,
    `members` to a set; a member that is a range (`1670..1672`) has the kind of an interval.
    A season's bounds are its whole year: the standard ties it to no hemisphere, winter and summer
    cross the new year somewhere, and only the year is sure.
    """

    text: str
    kind: Kind
    earliest: Day | None
    latest: Day | None
    precision: Precision
    start: Edtf | None = None
    end: Edtf | None = None
    members: tuple[Edtf, ...] = ()

    @property
    def uncertain(self) -> bool:
        """Whether the date, or a part of it, may be wrong (`?` or `%`)."""
        return "?" in self.text or "%" in self.text

    @property
    def approximate(self) -> bool:
        """Whether the date, or a part of it, is an estimate (`~` or `%`)."""
        return "~" in self.text or "%" in self.text

    @property
    def open_start(self) -> bool:
        """Whether it has no limit in the past: `../b`, `[..b]`."""
        return self.earliest is None and not self.unknown_start

    @property
    def open_end(self) -> bool:
        """Whether it goes on: `a/..`; or, in a set, has no limit in the future: `[a..]`."""
        return self.latest is None and not self.unknown_end

    @property
    def unknown_start(self) -> bool:
        """Whether it began at a time that nobody knows: `/b`."""
        return self.text.startswith("/")

    @property
    def unknown_end(self) -> bool:
        """Whether it ended, or goes on, and nobody knows: `a/`."""
        return self.text.endswith("/")

    @property
    def unspecified(self) -> Precision | None:
        """What `XX` stands for: the day in `2022-01-XX` and `2022-XX-XX`, the month in `2022-XX`."""
        bare = self.text.rstrip("?~%")
        if self.kind is not Kind.DATE or not bare.endswith("-XX"):
            return None
        return Precision.DAY if bare.count("-", 1) > 1 else Precision.MONTH

    @property
    def season(self) -> int | None:
        """The season of a date that has one: 21 spring, 22 summer, 23 autumn, 24 winter."""
        if self.kind is not Kind.DATE or self.precision is not Precision.SEASON:
            return None
        return int(self.text.rstrip("?~%")[-2:])

    @property
    def time(self) -> str:
        """The time of day with its offset, as typed; only `parse(text, times=True)` lets one in."""
        return self.text.partition("T")[2]

    @property
    def anchor(self) -> Day:
        """The day it is listed under: the first day it can touch or, where the start is open, the last."""
        return self.earliest or self.latest or FOREVER

    @property
    def sort_key(self) -> tuple[Day, bool, Day, int, str]:
        """Its place in a chronology: by first day, then by last day, so that precise precedes vague.

        A date with an open or unknown start stands at its last day, ahead of all that begins then:
        it may be earlier, and nothing says by how much. An open or unknown end counts as for ever.
        Equal bounds go from fine to coarse, seasons by number. `?` and `~` do not count.
        """
        vagueness = 2 * RANKS[self.precision] + (self.unspecified is not None)
        season = str(self.season or "")
        return (self.anchor, self.earliest is not None, self.latest or FOREVER, vagueness, season)


def overlaps(one: Edtf, other: Edtf) -> bool:
    """Whether the two can touch one day; an open or unknown end reaches for ever."""
    return not before(one, other) and not before(other, one)


def before(one: Edtf, other: Edtf) -> bool:
    """Whether the first is over before the second begins, by the bounds as they are written."""
    return one.latest is not None and other.earliest is not None and one.latest < other.earliest


def days_apart(one: Edtf, other: Edtf) -> int:
    """The least number of days between the two: 0 when they can touch one day, 1 for neighbours."""
    for first, second in ((one, other), (other, one)):
        if first.latest is not None and second.earliest is not None and first.latest < second.earliest:
            return ordinal(second.earliest) - ordinal(first.latest)
    return 0
