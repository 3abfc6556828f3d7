# SPDX-License-Identifier: MIT
"""Chooses the window of a map: one of a grid of windows, so that maps of neighbours share what lies beneath.

Windows come in a few widths and stand at the points of a net on the globe. A place is therefore seldom
in the very middle of its map, but always well inside, and no map is much wider than its places need.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from math import ceil, cos, hypot, log, radians, sqrt

from dateline.maps.drawing import Window
from dateline.maps.projection import KM_PER_DEGREE, Around, WholeWorld, middle

# Enough round a small place for a reader to see coasts, borders and the names of countries.
CONTEXT_KM = 350.0
# The width of a map against what is shown on it: one circle alone, or several places together.
ROOM_FOR_ONE, ROOM_FOR_MANY = 4.0, 1.4
# Half of a map that is larger than this is best shown on a sheet of the whole world.
FURTHEST_KM = 9_000.0
# Each width against the next smaller one.
WIDER = sqrt(2)
# From one window to the next, in parts of its size.
SHIFT = 1 / 6
# But never more kilometres: a circle too far from the middle of its map would be none.
LONGEST_SHIFT_KM = 500.0
# Kept free between a circle, or the ring that stands for it, and the edge of the drawing.
ROOM_AT_EDGE = 24.0
SMALLEST_RADIUS = 4.0
RING_RADIUS = 7.0


@dataclass(frozen=True, slots=True)
class Circle:
    """A circle that surely holds a place: its centre in degrees (WGS 84), its radius in metres.

    `blur_m` is by how much the place is blurred on purpose, nought where it is not.
    """

    id: str
    label: str
    lat: float
    lon: float
    uncertainty_m: float
    blur_m: int = 0


def framed(places: Sequence[Circle], context: float, width: int, height: int) -> Window:
    """The smallest window of the grid, at least `context` kilometres wide, with room round all circles."""
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
    lon, lat = around.globe((left + right) / 2, (top + bottom) / 2)
    for wide in _widths(across, 2 * FURTHEST_KM * width / hypot(width, height)):
        window = _nearest(lon, lat, wide, width, height)
        if _well_inside(places, window):
            return window
    return world_window(width, height)


def drawn_radius(place: Circle, window: Window) -> float:
    """The radius of a circle in true scale, or of the ring that stands for one too small to see."""
    return RING_RADIUS if is_exaggerated(place, window) else place.uncertainty_m / 1000 * window.scale


def is_exaggerated(place: Circle, window: Window) -> bool:
    """Whether the circle is too small to see, so that a larger ring stands for it."""
    return place.uncertainty_m / 1000 * window.scale < SMALLEST_RADIUS


def world_window(width: int, height: int) -> Window:
    """All meridians; the south is cut off where there is nothing but ice, the north is open sea."""
    sheet = WholeWorld()
    east, south = sheet.flat(180, -88)
    scale = width / (2 * east)
    return Window(sheet, -east, south - height / scale, scale, width, height)


def _widths(least: float, most: float) -> Iterator[float]:
    """The widths of windows from `least` kilometres on, the last of them `most`."""
    if least > most:
        return
    # Rounded so that a width which is on the grid is not taken for one beyond it.
    for step in count(max(0, ceil(round(log(least / CONTEXT_KM, WIDER), 6)))):
        wide = CONTEXT_KM * WIDER**step
        yield min(wide, most)
        if wide >= most:
            return


def _nearest(lon: float, lat: float, across: float, width: int, height: int) -> Window:
    """The window of the net whose middle is nearest: rows of latitude, each parted evenly all round."""
    down = across * height / width
    north = min(SHIFT * down, LONGEST_SHIFT_KM) / KM_PER_DEGREE
    row = max(-90.0, min(90.0, round(lat / north) * north))
    east = min(SHIFT * across, LONGEST_SHIFT_KM) / KM_PER_DEGREE
    in_row = max(1, round(360 * cos(radians(row)) / east))
    turned = round(lon / 360 * in_row) % in_row * 360 / in_row
    around = Around(row, turned if turned <= 180 else turned - 360)  # noqa: PLR2004  # half a turn
    return Window(around, -across / 2, -down / 2, width / across, width, height)


def _well_inside(places: Sequence[Circle], window: Window) -> bool:
    """Whether every circle keeps its distance from the edge."""
    for place in places:
        x, y = window.at(place.lon, place.lat)
        needed = drawn_radius(place, window) + ROOM_AT_EDGE
        if not (needed <= x <= window.width - needed and needed <= y <= window.height - needed):
            return False
    return True
