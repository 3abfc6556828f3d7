# SPDX-License-Identifier: MIT
"""A time zone is a name of the IANA database, which knows when its clocks changed.

Bad:
    timezone: Asia/Bagdad

Good:
    timezone: Asia/Baghdad
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.clock import ClockError
from dateline.clock.zones import time_zone
from dateline.problems import Finding, Severity
from dateline.timeline import Timeline

CODE = "D216"
NAME = "bad-timezone"
SEVERITY = Severity.ERROR

Loc = tuple[str | int, ...]


def check(timeline: Timeline) -> Iterator[Finding]:
    """Yield each name that is no time zone."""
    faults: dict[str, ClockError | None] = {}
    for kind, ident, loc, name in zones(timeline):
        if name not in faults:
            faults[name] = fault(name)
        if error := faults[name]:
            yield Finding(kind, ident, loc, error.message, error.hint)


def zones(timeline: Timeline) -> Iterator[tuple[str, str, Loc, str]]:
    """Every time zone that is written, with its place."""
    yield "site", "", ("timezone",), timeline.site.timezone
    for ident, place in timeline.registry.places.items():
        if place.timezone:
            yield "place", ident, ("timezone",), place.timezone
    for entry in timeline.by_id.values():
        if entry.event.timezone:
            yield "event", entry.id, ("timezone",), entry.event.timezone
        for position, given in enumerate(entry.event.all_places):
            if given.inline and given.inline.timezone:
                at: Loc = ("places", position) if entry.event.places else ("place",)
                yield "event", entry.id, (*at, "timezone"), given.inline.timezone


def fault(name: str) -> ClockError | None:
    """What is wrong with the name of a zone, or nothing."""
    try:
        time_zone(name)
    except ClockError as error:
        return error
    return None
