# SPDX-License-Identifier: MIT
"""Which events stand where on the map of all places.

An event stands at each of its places; where a place has no position of its own, at the nearest one
that it lies in. Places with one and the same circle share a spot.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.maps import Circle
from dateline.models import Place
from dateline.registry import Name, Registry
from dateline.rows import Stand
from dateline.timeline import Entry, Timeline

Where = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Mapped:
    """A place on the map: its circle, what it lies in, and the positions of its events in the timeline.

    `id` is empty for a place that events describe and the registry does not hold.
    """

    id: str
    name: str
    within: tuple[Name, ...]
    circle: Circle
    events: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Spot:
    """A circle, and the numbers of the places that have it."""

    circle: Circle
    places: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Atlas:
    """Every place with an event and a position, the spots where they are, and who has none.

    `unplaced` counts the events that no place puts on the map.
    """

    places: tuple[Mapped, ...]
    spots: tuple[Spot, ...]
    unplaced: int

    def events(self, spots: Sequence[int]) -> set[int]:
        """The positions of the events at some spots."""
        return {
            event
            for spot in spots
            for place in self.spots[spot].places
            for event in self.places[place].events
        }


def atlas(timeline: Timeline) -> Atlas:
    """The atlas of a timeline: its registry's places by id, then those that events describe."""
    registry = timeline.registry
    found: dict[Stand, list[int]] = {}
    unplaced = 0
    known: dict[str, str] = {}
    for number, entry in enumerate(timeline.entries):
        stands = dict.fromkeys(placed(entry, registry, known))
        for stand in stands:
            found.setdefault(stand, []).append(number)
        unplaced += not stands
    order = sorted(found, key=lambda stand: (not stand.id, stand.id))
    places = tuple(mapped(stand, found[stand], registry) for stand in order)
    spots: dict[Where, list[int]] = {}
    for number, place in enumerate(places):
        circle = place.circle
        spots.setdefault((circle.lat, circle.lon, circle.uncertainty_m), []).append(number)
    return Atlas(
        places, tuple(Spot(places[held[0]].circle, tuple(held)) for held in spots.values()), unplaced
    )


def placed(entry: Entry, registry: Registry, known: dict[str, str]) -> Iterator[Stand]:
    """Where an event stands on the map; `known` keeps the answer for each place of the registry."""
    for stand in entry.row.stands:
        if not stand.id:
            yield stand
            continue
        if stand.id not in known:
            known[stand.id] = nearest(stand.id, registry)
        if known[stand.id]:
            yield Stand(known[stand.id])


def nearest(ident: str, registry: Registry) -> str:
    """The place, or the smallest one around it, that has a position; empty where none has."""
    for step in registry.chain(ident):
        place = registry.places[step.id or ""]
        if place.lat is not None and place.uncertainty_m:
            return step.id or ""
    return ""


def mapped(stand: Stand, events: Sequence[int], registry: Registry) -> Mapped:
    """A place on the map."""
    if not stand.id:
        circle = Circle("", stand.name, stand.lat, stand.lon, float(stand.uncertainty_m), stand.blur_m)
        return Mapped("", stand.name, (), circle, tuple(events))
    place = registry.places[stand.id]
    return Mapped(
        stand.id, place.name, registry.chain(stand.id)[1:], circle_of(stand.id, place), tuple(events)
    )


def circle_of(ident: str, place: Place) -> Circle:
    """The circle of a place that has a position."""
    return Circle(
        ident,
        place.name,
        place.lat or 0.0,
        place.lon or 0.0,
        float(place.uncertainty_m or 0),
        place.blur_m or 0,
    )
