# SPDX-License-Identifier: MIT
"""Draws many places at once: circles where there is room, and one mark with a number where there is none.

`marks` is the rule by which circles are gathered; templates/assets/map.js follows the same one when
the reader draws nearer. A circle that is large on the drawing stands for itself at any time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import cos, radians
from typing import NamedTuple

from dateline.maps import country_names
from dateline.maps.basemap import Basemap
from dateline.maps.clip import Box
from dateline.maps.drawing import Window
from dateline.maps.framing import CONTEXT_KM, RING_RADIUS, SMALLEST_RADIUS, Circle, framed
from dateline.maps.ground import ground
from dateline.maps.labelling import GAP, Label, Sheet, place_name
from dateline.maps.projection import WholeWorld
from dateline.maps.scale import ScaleBar, bar_rooms, scale_bar

WIDTH, HEIGHT = 640, 400
# Circles with centres nearer than this, in units, are gathered, unless they are as large as `LARGE`.
REACH = 44.0
LARGE = 20.0
MOST_NAMES = 12
# A parallel near a pole is so short that a circle there would go all round.
SHORTEST_PARALLEL = 0.05


class Dot(NamedTuple):
    """A circle as it falls on the drawing; on the sheet of the whole world it is wider than high."""

    x: float
    y: float
    rx: float
    ry: float


@dataclass(frozen=True, slots=True)
class Mark:
    """What is drawn for one or more circles, given by their numbers; `kind` is circle, ring or cluster."""

    members: tuple[int, ...]
    kind: str
    dot: Dot


@dataclass(frozen=True, slots=True)
class Overview:
    """A drawing of many places: the layers of a map, then the marks, the largest behind.

    `dots` are all circles in the order given, `names` those for which there was room. `kilometre` is a
    kilometre in units, 0 where no one scale holds.
    """

    width: int
    height: int
    land: str
    rivers: str
    lakes: str
    coasts: str
    borders: str
    countries: tuple[Label, ...]
    dots: tuple[Dot, ...]
    marks: tuple[Mark, ...]
    names: tuple[Label, ...]
    scale: ScaleBar | None
    kilometre: float


def window_of(circles: Sequence[Circle]) -> Window:
    """The part of the Earth that holds all of some circles, which are at least one."""
    return framed(circles, CONTEXT_KM, WIDTH, HEIGHT)


def overview(
    circles: Sequence[Circle],
    weights: Sequence[int],
    basemap: Basemap,
    name: Callable[[Sequence[int]], str],
) -> Overview:
    """The drawing of at least one circle, no two the same; the heavier come first where room is short.

    `name` says what is written beside a mark that stands for some circles.
    """
    window = window_of(circles)
    under = ground(basemap, window)
    found = tuple(dot(circle, window) for circle in circles)
    drawn = marks(found, weights)
    sheet = Sheet(window.width, window.height, under.owners)
    scale = None
    rooms = [room(mark) for mark in drawn]
    if window.projection.same_scale:
        corners = bar_rooms(window)
        corner = next((one for one in corners if not any(map(one.meets, rooms))), corners[0])
        scale = scale_bar(window, corner)
        sheet.taken.append(corner)
    sheet.taken += [box for mark, box in zip(drawn, rooms, strict=True) if mark.dot.ry < LARGE]
    names = tuple(named(drawn, weights, sheet, name))
    sheet.taken += rooms
    return Overview(
        *(window.width, window.height, under.land, under.rivers, under.lakes, under.coasts, under.borders),
        countries=tuple(country_names(under, sheet)),
        dots=found,
        marks=drawn,
        names=names,
        scale=scale,
        kilometre=window.scale if window.projection.same_scale else 0.0,
    )


def dot(circle: Circle, window: Window) -> Dot:
    """Where a circle falls on the drawing, and how large."""
    x, y = window.at(circle.lon, circle.lat)
    high = circle.uncertainty_m / 1000 * window.scale
    wide = high
    if isinstance(window.projection, WholeWorld):
        wide = min(high / max(cos(radians(circle.lat)), SHORTEST_PARALLEL), window.width / 2)
    return Dot(*(round(side, 3) + 0.0 for side in (x, y, wide, high)))


def marks(dots: Sequence[Dot], weights: Sequence[int], zoom: float = 1.0) -> tuple[Mark, ...]:
    """What is drawn for some circles: each by itself if it is large, others with their neighbours.

    The heaviest circle gathers those around it, so that a mark stands where most is.
    """
    reach = REACH / zoom
    gathered: dict[tuple[int, int], list[list[int]]] = {}
    groups: list[list[int]] = []
    for number in sorted(range(len(dots)), key=lambda one: (-weights[one], one)):
        one = dots[number]
        if one.ry * zoom >= LARGE:
            groups.append([number])
            continue
        column, row = int(one.x // reach), int(one.y // reach)
        near = (
            group
            for across in (-1, 0, 1)
            for down in (-1, 0, 1)
            for group in gathered.get((column + across, row + down), ())
        )
        home = next((group for group in near if within(dots[group[0]], one, reach)), None)
        if home is None:
            home = []
            groups.append(home)
            gathered.setdefault((column, row), []).append(home)
        home.append(number)
    found = (Mark(tuple(group), kind(group, dots, zoom), dots[group[0]]) for group in groups)
    return tuple(sorted(found, key=lambda mark: (mark.kind == "cluster", -mark.dot.ry)))


def within(one: Dot, other: Dot, reach: float) -> bool:
    """Whether two circles have their centres near to each other."""
    return (one.x - other.x) ** 2 + (one.y - other.y) ** 2 < reach**2


def kind(group: Sequence[int], dots: Sequence[Dot], zoom: float) -> str:
    """What a group is drawn as."""
    if len(group) > 1:
        return "cluster"
    return "circle" if dots[group[0]].ry * zoom >= SMALLEST_RADIUS else "ring"


def room(mark: Mark) -> Box:
    """What no name may cover."""
    x, y, wide, high = mark.dot
    if mark.kind != "circle":
        wide = high = REACH / 2 if mark.kind == "cluster" else RING_RADIUS
    return Box(x - wide - GAP, y - high - GAP, x + wide + GAP, y + high + GAP)


def named(
    drawn: Sequence[Mark], weights: Sequence[int], sheet: Sheet, name: Callable[[Sequence[int]], str]
) -> Iterator[Label]:
    """The names of the heaviest marks, where there is room for them."""
    heaviest = sorted(drawn, key=lambda mark: (-sum(weights[one] for one in mark.members), mark.members))
    for mark in heaviest[:MOST_NAMES]:
        radius = {"ring": RING_RADIUS, "cluster": REACH / 2}.get(mark.kind, mark.dot.ry)
        label = place_name(sheet, mark.dot.x, mark.dot.y, radius, name(mark.members))
        if label is not None:
            yield label
