# SPDX-License-Identifier: MIT
"""Draws where places are, as plain numbers and paths for a template: no tiles, no script, no pin.

A place is a circle that surely holds it, in true scale. Where that would be too small to see, a ring
of fixed size stands for it and says so. Nothing marks a centre: nobody knows that the place is there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import compress
from typing import NamedTuple

from dateline.maps.basemap import Basemap, world
from dateline.maps.clip import Box
from dateline.maps.drawing import Window
from dateline.maps.framing import CONTEXT_KM, Circle, drawn_radius, framed, is_exaggerated
from dateline.maps.ground import Ground, ground
from dateline.maps.labelling import GAP, Label, Sheet, moved_country, place_name
from dateline.maps.projection import WholeWorld
from dateline.maps.scale import ScaleBar, bar_rooms, scale_bar

__all__ = ["Circle", "Map", "ScaleBar", "Spot", "locator", "places_map"]

WIDTH, HEIGHT = 640, 360
MOST_DOUBLINGS = 4
LARGE = 100.0


@dataclass(frozen=True, slots=True)
class Spot:
    """A place as it is drawn. `exaggerated`: the ring is larger than the circle it stands for."""

    id: str
    label: str
    uncertainty_m: float
    x: float
    y: float
    radius: float
    exaggerated: bool
    name: Label | None
    blur_m: int = 0


@dataclass(frozen=True, slots=True)
class Map:
    """A drawing: SVG path data for each layer, then what stands on it, from back to front.

    Land and lakes are areas by the even-odd rule, cut at the edges and never to be stroked; rivers,
    coasts and borders are lines. `scale` is None where one bar would not hold all over the map.
    """

    width: int
    height: int
    land: str
    rivers: str
    lakes: str
    coasts: str
    borders: str
    spots: tuple[Spot, ...]
    countries: tuple[Label, ...]
    scale: ScaleBar | None


class Placed(NamedTuple):
    """A circle, and where and how large it is on the drawing."""

    circle: Circle
    x: float
    y: float
    radius: float

    @property
    def room(self) -> Box:
        """What no other name may cover."""
        reach = self.radius + GAP
        return Box(self.x - reach, self.y - reach, self.x + reach, self.y + reach)


def locator(  # noqa: PLR0913  # a place, and how large
    lat: float,
    lon: float,
    uncertainty_m: float,
    *,
    label: str = "",
    width: int = WIDTH,
    height: int = HEIGHT,
    basemap: Basemap | None = None,
) -> Map:
    """The map of one place, given in degrees and the radius in metres of the circle that holds it."""
    place = Circle("", label, lat, lon, uncertainty_m)
    return places_map((place,), width=width, height=height, basemap=basemap)


def places_map(
    places: Iterable[Circle], *, width: int = WIDTH, height: int = HEIGHT, basemap: Basemap | None = None
) -> Map:
    """One map of several places, at least one; those with the same circle are drawn once."""
    shown = tuple({(one.lat, one.lon, one.uncertainty_m): one for one in reversed(tuple(places))}.values())[
        ::-1
    ]
    if not shown:
        raise ValueError("a map needs a place")
    beneath = world() if basemap is None else basemap
    for doubling in range(MOST_DOUBLINGS + 1):
        window = framed(shown, CONTEXT_KM * 2**doubling, width, height)
        drawing = _drawn(shown, window, beneath)
        # A circle in nothing but sea or sand tells nobody where it is: step back, if there is a step.
        if isinstance(window.projection, WholeWorld) or (
            drawing.countries and (drawing.coasts or drawing.borders)
        ):
            break
    return drawing


def _drawn(places: Sequence[Circle], window: Window, basemap: Basemap) -> Map:
    under = ground(basemap, window)
    placed = [Placed(one, *window.at(one.lon, one.lat), drawn_radius(one, window)) for one in places]
    boxes = [one.room for one in placed]
    sheet = Sheet(window.width, window.height, under.owners)
    scale = None
    if window.projection.same_scale:
        rooms = bar_rooms(window)
        room = next((one for one in rooms if not any(map(one.meets, boxes))), rooms[0])
        scale = scale_bar(window, room)
        sheet.taken.append(room)
    # The name of a small circle may stand inside a large one, that of a country may not.
    sheet.taken += [box for box in boxes if box.max_x - box.min_x < LARGE]
    spots = tuple(_spot(one, window, sheet) for one in placed)
    sheet.taken += boxes
    return Map(
        width=window.width,
        height=window.height,
        land=under.land,
        rivers=under.rivers,
        lakes=under.lakes,
        coasts=under.coasts,
        borders=under.borders,
        spots=spots,
        countries=tuple(country_names(under, sheet)),
        scale=scale,
    )


def _spot(placed: Placed, window: Window, sheet: Sheet) -> Spot:
    """A circle, and its name if there is room for one."""
    circle, x, y, radius = placed
    return Spot(
        id=circle.id,
        label=circle.label,
        uncertainty_m=circle.uncertainty_m,
        x=_one_decimal(x),
        y=_one_decimal(y),
        radius=_one_decimal(radius),
        exaggerated=is_exaggerated(circle, window),
        name=place_name(sheet, x, y, radius, circle.label),
        blur_m=circle.blur_m,
    )


def country_names(under: Ground, sheet: Sheet) -> Iterator[Label]:
    """The names on the ground; one that is in the way moves within its country or is left out."""
    stays = [sheet.clear(name.room) for name in under.names]
    sheet.taken += [name.room for name in compress(under.names, stays)]
    for name, stay in zip(under.names, stays, strict=True):
        label = name.label if stay else moved_country(sheet, name)
        if label is not None:
            yield label


def _one_decimal(number: float) -> float:
    """The number to one decimal; adding nought turns a minus nought into nought."""
    return round(number, 1) + 0.0
