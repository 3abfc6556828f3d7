# SPDX-License-Identifier: MIT
"""Draws where places are, as plain numbers and paths for a template: no tiles, no script, no pin.

A place is a circle that surely holds it, in true scale. Where that would be too small to see, a ring
of fixed size stands for it and says so. Nothing marks a centre: nobody knows that the place is there.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import floor, hypot, log10

from dateline.basemap import Basemap, Shape, world
from dateline.clip import Box, clip_line, clip_ring
from dateline.clip import Point as Position
from dateline.labelling import Label, Sheet, place_country, place_name
from dateline.projection import Around, Projection, WholeWorld, dense, middle

WIDTH, HEIGHT = 640, 360
# Enough round a small place for a reader to see coasts, borders and the names of countries.
CONTEXT_KM = 350.0
MOST_DOUBLINGS = 3
# The width of a map against what is shown on it: one circle alone, or several places together.
ROOM_FOR_ONE, ROOM_FOR_MANY = 4.0, 1.4
# Half of a map that is larger than this is best shown on a sheet of the whole world.
FURTHEST_KM = 9_000.0
SMALLEST_RADIUS = 4.0
RING_RADIUS = 7.0
MOST_COUNTRIES = 10
# Drawn beyond the edge, so that the end of a line is never in sight.
MARGIN = 4
FINEST = 1.0
LONGEST_BAR = 150.0
BAR_LEFT, BAR_RISE = 16.0, 14.0


@dataclass(frozen=True, slots=True)
class Place:
    """A place to show: degrees (WGS 84) and the radius in metres of a circle that surely holds it."""

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


@dataclass(frozen=True, slots=True)
class Window:
    """What part of the flat Earth is seen: `left` and `top` in kilometres, `scale` in units a kilometre."""

    projection: Projection
    left: float
    top: float
    scale: float
    width: int
    height: int

    def at(self, lon: float, lat: float) -> Position:
        """Where a place falls on the drawing."""
        east, south = self.projection.flat(lon, lat)
        return ((east - self.left) * self.scale, (south - self.top) * self.scale)

    @property
    def sheet(self) -> Box:
        """The drawing with its margin."""
        return Box(-MARGIN, -MARGIN, self.width + MARGIN, self.height + MARGIN)

    @property
    def degrees(self) -> Box:
        """A box in degrees that holds all that is seen."""
        right, bottom = self.left + self.width / self.scale, self.top + self.height / self.scale
        furthest = hypot(max(abs(self.left), abs(right)), max(abs(self.top), abs(bottom)))
        return self.projection.reach(furthest + MARGIN / self.scale)


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
    place = Place("", label, lat, lon, uncertainty_m)
    return places_map((place,), width=width, height=height, basemap=basemap)


def places_map(
    places: Iterable[Place], *, width: int = WIDTH, height: int = HEIGHT, basemap: Basemap | None = None
) -> Map:
    """One map of several places, at least one; those with the same circle are drawn once."""
    shown = tuple({(one.lat, one.lon, one.uncertainty_m): one for one in reversed(tuple(places))}.values())[::-1]
    if not shown:
        raise ValueError("a map needs a place")
    ground = world() if basemap is None else basemap
    for doubling in range(MOST_DOUBLINGS + 1):
        window = _window(shown, CONTEXT_KM * 2**doubling, width, height)
        coasts, borders = _lines(ground.coasts, window), _lines(ground.borders, window)
        # A circle of nothing but sea or sand tells nobody where it is: step back.
        if coasts or borders:
            break
    return _drawn(shown, window, ground, coasts, borders)


def _window(places: Sequence[Place], context: float, width: int, height: int) -> Window:
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
    room = ROOM_FOR_ONE if len(places) == 1 else ROOM_FOR_MANY
    across = max(context, room * (right - left), ROOM_FOR_MANY * (bottom - top) * width / height)
    down = across * height / width
    if hypot(across, down) / 2 > FURTHEST_KM:
        sheet = WholeWorld()
        edge = sheet.flat(180, -90)
        scale = min(width / (2 * edge[0]), height / (2 * edge[1]))
        return Window(sheet, -width / scale / 2, -height / scale / 2, scale, width, height)
    return Window(
        around, (left + right - across) / 2, (top + bottom - down) / 2, width / across, width, height
    )


def _drawn(places: Sequence[Place], window: Window, ground: Basemap, coasts: str, borders: str) -> Map:
    sheet = Sheet(window.width, window.height)
    scale = _scale_bar(window) if window.projection.same_scale else None
    if scale is not None:
        sheet.taken.append(Box(0, window.height - 44, scale.x + LONGEST_BAR, window.height))
    land = []
    for number, country in enumerate(ground.countries):
        rings = _areas(country.rings, window)
        sheet.fill(number, rings)
        land += rings
    spots = _spots(places, window, sheet)
    return Map(
        width=window.width,
        height=window.height,
        land=_area_paths(land),
        rivers=_lines(ground.rivers, window),
        lakes=_area_paths(_areas(ground.lakes, window)),
        coasts=coasts,
        borders=borders,
        spots=spots,
        countries=_countries(ground, sheet),
        scale=scale,
    )


def _spots(places: Sequence[Place], window: Window, sheet: Sheet) -> tuple[Spot, ...]:
    """The circles, and the names of those that have room for one."""
    circles = []
    for place in places:
        x, y = window.at(place.lon, place.lat)
        true = place.uncertainty_m / 1000 * window.scale
        radius = RING_RADIUS if true < SMALLEST_RADIUS else true
        circles.append((place, x, y, radius, true < SMALLEST_RADIUS))
        sheet.taken.append(Box(x - radius, y - radius, x + radius, y + radius))
    return tuple(
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


def _countries(ground: Basemap, sheet: Sheet) -> tuple[Label, ...]:
    """The names of the countries that are seen, those with most room first."""
    seen: dict[int, int] = {}
    for line in sheet.owners:
        for owner in line:
            seen[owner] = seen.get(owner, 0) + 1
    seen.pop(-1, None)
    labels = []
    for number in sorted(seen, key=lambda one: (-seen[one], one))[:MOST_COUNTRIES]:
        country = ground.countries[number]
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
