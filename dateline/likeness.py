# SPDX-License-Identifier: MIT
"""By what an event may be taken for another: where it was, and whom it accuses."""

from __future__ import annotations

from typing import NamedTuple

from dateline.accused import accused
from dateline.registry import Registry
from dateline.stories import Story
from dateline.terms import Precision

# To lie in the same country is not to lie in one place.
WIDE = frozenset({Precision.COUNTRY, Precision.REGION, Precision.UNKNOWN})


class Likeness(NamedTuple):
    """By what an event may be taken for another: names of its places, points, whom it accuses."""

    places: tuple[str, ...]
    points: tuple[tuple[float, float], ...]
    accused: tuple[str, ...]
    perhaps: tuple[str, ...]


def likeness(story: Story, registry: Registry) -> Likeness:
    """What the event is compared by: a place by itself and by what it lies in, unless that is wide."""
    names: list[str] = []
    for given in story.places:
        names.append(given.id or given.place.name.casefold())
        around = registry.places.get(given.place.part_of or "")
        if around and around.precision not in WIDE:
            names.append(given.place.part_of or "")
    parts = [part for _, part in accused(story)]
    return Likeness(
        tuple(dict.fromkeys(names)),
        tuple(
            (given.place.lat, given.place.lon)
            for given in story.places
            if given.place.lat is not None and given.place.lon is not None
        ),
        tuple(dict.fromkeys(part.id or part.actor.name.casefold() for part in parts)),
        tuple(dict.fromkeys(ident for part in parts for ident in part.actor.possibly_same_as)),
    )
