# SPDX-License-Identifier: MIT
"""A place does not lie at latitude 0, longitude 0, where a failed look-up puts it.

Bad:
    name: Market of Aldea
    lat: 0
    lon: 0
    uncertainty_m: 500

Good:
    name: Market of Aldea
    lat: 40.32
    lon: -4.02
    uncertainty_m: 500
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.models import Event, Place
from dateline.problems import Finding, Severity
from dateline.setting import Setting
from dateline.stories import Story
from dateline.timeline import Timeline

CODE = "D222"
NAME = "null-island"
SEVERITY = Severity.WARNING

MESSAGE = "latitude 0, longitude 0 lies in the Atlantic Ocean"
HINT = "write the position of the place, or leave lat, lon and uncertainty_m out when it is not known"


def of_event(story: Story, _: Setting) -> Iterator[Finding]:
    """Yield each place at that point that the event describes."""
    for loc, place in described(story.event):
        if at_zero(place):
            yield Finding("event", story.id, (*loc, "lat"), MESSAGE, HINT)


def check(timeline: Timeline) -> Iterator[Finding]:
    """Yield each place of the registry at that point."""
    for ident, place in timeline.registry.places.items():
        if at_zero(place):
            yield Finding("place", ident, ("lat",), MESSAGE, HINT)


def described(event: Event) -> Iterator[tuple[tuple[str | int, ...], Place]]:
    """The places that an event describes itself."""
    for position, given in enumerate(event.all_places):
        if given.inline:
            yield (("places", position) if event.places else ("place",)), given.inline


def at_zero(place: Place) -> bool:
    """Whether both coordinates are zero."""
    return place.lat == 0 and place.lon == 0
