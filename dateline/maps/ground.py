# SPDX-License-Identifier: MIT
"""Draws the land, the water and the borders of a window, which are the same whatever stands on them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import ceil, floor

from dateline.maps.basemap import Basemap, Country, Shape
from dateline.maps.clip import Box
from dateline.maps.drawing import Window, area_paths, areas, in_sight, lines
from dateline.maps.labelling import Sheet

# On smaller maps than this, in units a kilometre, rivers are a tangle.
SCALE_OF_RIVERS = 0.05
MOST_KEPT, MOST_REGIONS = 4, 64
# In degrees; windows within the same steps share one region.
REGION_STEP = 10


@dataclass(frozen=True, slots=True)
class Ground:
    """SVG path data for each layer, and the number of the country that each square belongs to."""

    land: str
    rivers: str
    lakes: str
    coasts: str
    borders: str
    owners: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Region:
    """What of a basemap is in or near a box in degrees; each country with its number."""

    countries: tuple[tuple[int, Country], ...]
    borders: tuple[Shape, ...]
    coasts: tuple[Shape, ...]
    lakes: tuple[Shape, ...]
    rivers: tuple[Shape, ...]


@lru_cache(maxsize=MOST_KEPT)
def ground(basemap: Basemap, window: Window) -> Ground:
    """What is seen of a basemap; kept for a while, above all the sheet of the whole world."""
    near = region(basemap, outwards(window.degrees))
    sheet = Sheet(window.width, window.height)
    land = []
    for number, country in near.countries:
        rings = areas(country.rings, window)
        sheet.fill(number, rings)
        land += rings
    return Ground(
        land=area_paths(land, window),
        rivers=lines(near.rivers, window) if window.scale > SCALE_OF_RIVERS else "",
        lakes=area_paths(areas(near.lakes, window), window),
        coasts=lines(near.coasts, window),
        borders=lines(near.borders, window),
        owners=tuple(map(tuple, sheet.owners)),
    )


@lru_cache(maxsize=MOST_REGIONS)
def region(basemap: Basemap, box: Box) -> Region:
    """The part of a basemap that is looked through for each of many windows close to each other."""
    return Region(
        tuple(pair for pair in enumerate(basemap.countries) if in_sight(pair[1].box, box)),
        *(
            tuple(shape for shape in layer if in_sight(shape.box, box))
            for layer in (basemap.borders, basemap.coasts, basemap.lakes, basemap.rivers)
        ),
    )


def outwards(box: Box) -> Box:
    """The box with its sides moved out to whole steps."""
    low = (floor(side / REGION_STEP) * REGION_STEP for side in (box.min_x, box.min_y))
    high = (ceil(side / REGION_STEP) * REGION_STEP for side in (box.max_x, box.max_y))
    return Box(*low, *high)
