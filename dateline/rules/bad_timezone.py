# SPDX-License-Identifier: MIT
"""A time zone is a name of the IANA database, which knows when its clocks changed.

Bad:
    timezone: Asia/Bagdad

Good:
    timezone: Asia/Baghdad
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from dateline.clock import ClockError
from dateline.clock.zones import time_zone
from dateline.models import Event
from dateline.problems import Finding, Severity
from dateline.setting import Setting
from dateline.stories import Story
from dateline.timeline import Timeline

CODE = "D216"
NAME = "bad-timezone"
SEVERITY = Severity.ERROR

Loc = tuple[str | int, ...]


def of_event(story: Story, _: Setting) -> Iterator[Finding]:
    """Yield each name in the event that is no time zone."""
    for loc, name in zones(story.event):
        if error := fault(name):
            yield Finding("event", story.id, loc, *error)


def check(timeline: Timeline) -> Iterator[Finding]:
    """Yield each name in site.yaml and in the places that is no time zone."""
    if error := fault(timeline.site.timezone):
        yield Finding("site", "", ("timezone",), *error)
    for ident, place in timeline.registry.places.items():
        if place.timezone and (error := fault(place.timezone)):
            yield Finding("place", ident, ("timezone",), *error)


def zones(event: Event) -> Iterator[tuple[Loc, str]]:
    """Every time zone that the event gives, with its place."""
    if event.timezone:
        yield ("timezone",), event.timezone
    for position, given in enumerate(event.all_places):
        if given.inline and given.inline.timezone:
            at: Loc = ("places", position) if event.places else ("place",)
            yield (*at, "timezone"), given.inline.timezone


@lru_cache(maxsize=1_000)
def fault(name: str) -> tuple[str, str] | None:
    """What is wrong with the name of a zone and what to do, or nothing."""
    try:
        time_zone(name)
    except ClockError as error:
        return error.message, error.hint
    return None
