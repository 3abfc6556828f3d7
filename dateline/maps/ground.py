# SPDX-License-Identifier: MIT
"""Draws the land, the water, the borders and the names of a window, the same whatever stands on them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from math import ceil, floor

from dateline.maps.basemap import Basemap, Country, Shape
from dateline.maps.clip import Box
from dateline.maps.drawing import Window, area_paths, areas, in_sight, lines
from dateline.maps.labelling import NOBODY, Name, Owners, Sheet, place_country
from dateline.maps.scale import bar_rooms

# On smaller maps than this, in units a kilometre, rivers are a tangle.
SCALE_OF_RIVERS = 0.05
# A ground takes some 25 kilobytes, the sheet of the whole world ten times that.
MOST_KEPT, MOST_REGIONS = 256, 64
# In degrees; windows within the same steps share one region.
REGION_STEP = 10
MOST_COUNTRIES = 10


@dataclass(frozen=True, slots=True)
class Ground:
    """SVG path data for each layer, the country that each square belongs to, and the names on it."""

    land: str
    rivers: str
    lakes: str
    coasts: str
    borders: str
    owners: Owners
    names: tuple[Name, ...]


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
        owners=sheet.owners,
        names=tuple(_names(basemap, window, sheet)),
    )


def _names(basemap: Basemap, window: Window, sheet: Sheet) -> Iterator[Name]:
    """The names of the countries that are seen, those with most room first."""
    if window.projection.same_scale:
        sheet.taken.append(bar_rooms(window)[0])
    seen = Counter(chain.from_iterable(sheet.owners))
    del seen[NOBODY]
    for number in sorted(seen, key=lambda one: (-seen[one], one))[:MOST_COUNTRIES]:
        country = basemap.countries[number]
        name = place_country(sheet, number, country.name, country.code)
        if name is not None:
            yield name


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
