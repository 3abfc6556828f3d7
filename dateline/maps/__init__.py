# SPDX-License-Identifier: MIT
"""Draws where places are, as plain numbers and paths for a template: no tiles, no script, no pin.

A place is a circle that surely holds it, in true scale. Where that would be too small to see, a ring
of fixed size stands for it and says so. Nothing marks a centre: nobody knows that the place is there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from math import floor, hypot, log10

from dateline.maps.basemap import Basemap, world
from dateline.maps.clip import Box
from dateline.maps.drawing import Window
from dateline.maps.ground import ground
from dateline.maps.labelling import GAP, NOBODY, Label, Sheet, place_country, place_name
from dateline.maps.projection import Around, WholeWorld, middle

WIDTH, HEIGHT = 640, 360
# Enough round a small place for a reader to see coasts, borders and the names of countries.
CONTEXT_KM = 350.0
MOST_DOUBLINGS = 4
# The width of a map against what is shown on it: one circle alone, or several places together.
ROOM_FOR_ONE, ROOM_FOR_MANY = 4.0, 1.4
# Half of a map that is larger than this is best shown on a sheet of the whole world.
FURTHEST_KM = 9_000.0
SMALLEST_RADIUS = 4.0
RING_RADIUS = 7.0
LARGE = 100.0
MOST_COUNTRIES = 10
LONGEST_BAR = 150.0
BAR_LEFT, BAR_RISE = 16.0, 14.0


@dataclass(frozen=True, slots=True)
class Circle:
    """A circle that surely holds a place: its centre in degrees (WGS 84), its radius in metres."""

    id: str
    label: str
    lat: float
    lon: float
    uncertainty_m: float


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


@dataclass(frozen=True, slots=True)
class ScaleBar:
    """A bar from `x` that is `width` long and stands for `kilometres` (0.1 or more)."""

    x: float
    y: float
    width: float
    kilometres: float


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
        window = _window(shown, CONTEXT_KM * 2**doubling, width, height)
        drawing = _drawn(shown, window, beneath)
        # A circle in nothing but sea or sand tells nobody where it is: step back, if there is a step.
        if isinstance(window.projection, WholeWorld) or (
            drawing.countries and (drawing.coasts or drawing.borders)
        ):
            break
    return drawing


def _window(places: Sequence[Circle], context: float, width: int, height: int) -> Window:
    """The window that holds all circles with some room, at least `context` kilometres wide."""
    lon, lat = (
        (places[0].lon, places[0].lat) if len(places) == 1 else middle((one.lon, one.lat) for one in places)
    )
    around = Around(lat, lon)
    radii = [one.uncertainty_m / 1000 for one in places]
    spots = [around.flat(one.lon, one.lat) for one in places]
    left = min(x - radius for (x, _), radius in zip(spots, radii, strict=True))
    right = max(x + radius for (x, _), radius in zip(spots, radii, strict=True))
    top = min(y - radius for (_, y), radius in zip(spots, radii, strict=True))
    bottom = max(y + radius for (_, y), radius in zip(spots, radii, strict=True))
    least = ROOM_FOR_MANY * max(right - left, (bottom - top) * width / height)
    across = max(context, least)
    if len(places) == 1:
        across = max(across, min(ROOM_FOR_ONE * (right - left), FURTHEST_KM))
    down = across * height / width
    if hypot(across, down) / 2 > FURTHEST_KM:
        return _world_window(width, height)
    return Window(
        around, (left + right - across) / 2, (top + bottom - down) / 2, width / across, width, height
    )


def _world_window(width: int, height: int) -> Window:
    """All meridians; the south is cut off where there is nothing but ice, the north is open sea."""
    sheet = WholeWorld()
    east, south = sheet.flat(180, -88)
    scale = width / (2 * east)
    return Window(sheet, -east, south - height / scale, scale, width, height)


def _drawn(places: Sequence[Circle], window: Window, basemap: Basemap) -> Map:
    under = ground(basemap, window)
    sheet = Sheet(window.width, window.height, under.owners)
    scale = _scale_bar(window) if window.projection.same_scale else None
    if scale is not None:
        sheet.taken.append(Box(0, window.height - 44, scale.x + LONGEST_BAR, window.height))
    spots = _spots(places, window, sheet)
    return Map(
        width=window.width,
        height=window.height,
        land=under.land,
        rivers=under.rivers,
        lakes=under.lakes,
        coasts=under.coasts,
        borders=under.borders,
        spots=spots,
        countries=_countries(basemap, sheet),
        scale=scale,
    )


def _spots(places: Sequence[Circle], window: Window, sheet: Sheet) -> tuple[Spot, ...]:
    """The circles, and the names of those that have room for one."""
    circles = []
    for place in places:
        x, y = window.at(place.lon, place.lat)
        true = place.uncertainty_m / 1000 * window.scale
        radius = RING_RADIUS if true < SMALLEST_RADIUS else true
        circles.append((place, x, y, radius, true < SMALLEST_RADIUS))
    boxes = [
        Box(x - radius - GAP, y - radius - GAP, x + radius + GAP, y + radius + GAP)
        for _, x, y, radius, _ in circles
    ]
    # The name of a small circle may stand inside a large one, that of a country may not.
    sheet.taken += [box for box in boxes if box.max_x - box.min_x < LARGE]
    spots = tuple(
        Spot(
            id=place.id,
            label=place.label,
            uncertainty_m=place.uncertainty_m,
            x=_one_decimal(x),
            y=_one_decimal(y),
            radius=_one_decimal(radius),
            exaggerated=exaggerated,
            name=place_name(sheet, x, y, radius, place.label),
        )
        for place, x, y, radius, exaggerated in circles
    )
    sheet.taken += boxes
    return spots


def _countries(basemap: Basemap, sheet: Sheet) -> tuple[Label, ...]:
    """The names of the countries that are seen, those with most room first."""
    seen = Counter(chain.from_iterable(sheet.owners))
    del seen[NOBODY]
    labels = []
    for number in sorted(seen, key=lambda one: (-seen[one], one))[:MOST_COUNTRIES]:
        country = basemap.countries[number]
        label = place_country(sheet, number, country.name, country.code)
        if label is not None:
            labels.append(label)
    return tuple(labels)


def _scale_bar(window: Window) -> ScaleBar:
    """The longest bar of 1, 2 or 5 times a power of ten that fits."""
    most = LONGEST_BAR / window.scale
    power = 10.0 ** floor(log10(most))
    kilometres = max(step * power for step in (1, 2, 5) if step * power <= most)
    return ScaleBar(
        BAR_LEFT, window.height - BAR_RISE, _one_decimal(kilometres * window.scale), round(kilometres, 1)
    )


def _one_decimal(number: float) -> float:
    """The number to one decimal; adding nought turns a minus nought into nought."""
    return round(number, 1) + 0.0
