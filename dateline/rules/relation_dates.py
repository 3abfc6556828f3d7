# SPDX-License-Identifier: MIT
"""A link fits the dates: what follows is not earlier, a part lies within its series, years add up.

Bad:
    date: 2022-01-03
    relations:
      follows: attack    # of 5 January 2022

Good:
    date: 2022-01-05
    relations:
      follows: attack
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.dates import Edtf, before, ordinal
from dateline.ordering import contradicts
from dateline.problems import Finding, Severity, shown
from dateline.relations import BY_NAME
from dateline.timeline import Timeline

CODE = "D203"
NAME = "relation-dates"
SEVERITY = Severity.WARNING

HINT = "correct the date that is wrong, or take the link out"
# Mean years of the Gregorian and of the Islamic calendar: an anniversary may go by either.
YEARS = (365.2425, 354.36708)
# A ceremony may be months away from the day that it marks.
TOLERANCE = 0.5


def check(timeline: Timeline) -> Iterator[Finding]:
    """Yield each link that the dates of its two events rule out."""
    for entry in timeline.by_id.values():
        for link in entry.row.links:
            other = timeline.by_id.get(link.event)
            if other is None or other is entry:
                continue
            kind = BY_NAME[link.kind]
            forward = BY_NAME[kind.inverse] if BY_NAME[kind.inverse].acyclic else kind
            one, two = (entry.date, other.date) if kind is forward else (other.date, entry.date)
            message, hint = fault(forward.name, one, two, after=forward.after, years=link.ordinal)
            if message:
                loc = ("relations", link.kind, link.position, "event")
                yield Finding("event", entry.id, loc, message, hint)


def fault(name: str, date: Edtf, other: Edtf, *, after: bool, years: int | None) -> tuple[str, str]:
    """What the dates say against a link of this name, with what to do, or nothing."""
    if after and contradicts(other, date):
        return f"{shown(date.text)} cannot come after {shown(other.text)}", HINT
    if name == "part_of" and (before(date, other) or before(other, date)):
        return f"{shown(date.text)} lies outside the series, which is dated {shown(other.text)}", HINT
    if name == "anniversary_of" and years is not None and not adds_up(date, other, years):
        between = f"between {shown(other.text)} and {shown(date.text)} there are not {years} years"
        return between, "correct ordinal: how many years later it is"
    return "", ""


def adds_up(date: Edtf, other: Edtf, years: int) -> bool:
    """Whether the dates allow that `other` was that many years before `date`, in either calendar."""
    if not (date.earliest and date.latest and other.earliest and other.latest):
        return True
    fewest = ordinal(date.earliest) - ordinal(other.latest)
    most = ordinal(date.latest) - ordinal(other.earliest)
    return any(fewest / length - TOLERANCE <= years <= most / length + TOLERANCE for length in YEARS)
