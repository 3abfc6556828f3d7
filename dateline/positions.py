# SPDX-License-Identifier: MIT
"""Where an event was, as data: circles that surely hold its places, blurred ones as they are published.

A place without a position of its own is where the nearest place around it is; the circle of that one
is as wide as it is, and its name goes along.
"""

from __future__ import annotations

from typing import NamedTuple

from dateline.atlas import nearest
from dateline.registry import Registry
from dateline.timeline import Entry


class Position(NamedTuple):
    """The circle of a place: its middle in degrees, WGS 84, and its radius in metres.

    `of` is what the place with the position is called, and `blur_m` how far it was moved on purpose, at
    most; 0 where it was not.
    """

    of: str
    id: str
    lat: float
    lon: float
    uncertainty_m: int
    blur_m: int


def positions(entry: Entry, registry: Registry) -> tuple[Position, ...]:
    """The circles of the places of an event that have one, each once, the primary place first."""
    found: dict[Position, None] = {}
    for stand in entry.row.stands:
        if not stand.id:
            found[Position(stand.name, "", stand.lat, stand.lon, stand.uncertainty_m, stand.blur_m)] = None
        elif ident := nearest(stand.id, registry):
            place = registry.places[ident]
            if place.lat is not None and place.lon is not None:
                found[
                    Position(
                        place.name, ident, place.lat, place.lon, place.uncertainty_m or 0, place.blur_m or 0
                    )
                ] = None
    return tuple(found)
