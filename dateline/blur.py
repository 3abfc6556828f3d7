# SPDX-License-Identifier: MIT
"""Moves the point of a place that is blurred on purpose, before anything else sees it.

The Earth is laid out in cells, each within `blur_m` of its own centre, and a place stands at the
centre of its cell: every place of a cell has the same point, and nothing leads back from it. The
circle grows by `blur_m`, whatever the way, so that it still holds the place and its size tells
nothing of where in the cell that is. Two different blurs of one place would tell more than one.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil, cos, floor, log10, radians

from dateline.geo import EARTH_RADIUS_M
from dateline.models import Event, EventPlace, Place, Site
from dateline.terms import Precision

METRES_PER_DEGREE = radians(EARTH_RADIUS_M)
# The half diagonal of a square cell would be 0.71 sides; the rest is for the round Earth and rounding.
SIDE = 1.25
# A rounded centre is off by less than a hundredth of the blur.
DIGITS = 7


def blurred_places(places: Mapping[str, Place], site: Site) -> dict[str, Place]:
    """The places of a registry as they may be published; what is blurred once is so under every name."""
    most: dict[tuple[float | None, float | None], int] = {}
    for place in places.values():
        point = (place.lat, place.lon)
        most[point] = max(most.get(point, 0), place.blur_m or 0, site.blur_m or 0)
    return {ident: blurred(place, most[place.lat, place.lon]) for ident, place in places.items()}


def blurred(place: Place, blur: int) -> Place:
    """The place as it may be published, moved to the centre of its cell unless `blur` is nought."""
    if not blur or place.lat is None or place.lon is None:
        return place
    lat, lon = centre(place.lat, place.lon, blur)
    changed: dict[str, object] = {
        "lat": lat,
        "lon": lon,
        "uncertainty_m": (place.uncertainty_m or 0) + blur,
        "blur_m": blur,
    }
    if place.precision is Precision.EXACT:
        changed["precision"] = Precision.NEAR
    return place.model_copy(update=changed)


def with_blurred_places(event: Event, site: Site) -> Event:
    """The event with the places that it describes itself as they may be published."""
    if not any(given.inline and given.inline.lat is not None for given in event.all_places):
        return event
    if event.place is not None:
        return event.model_copy(update={"place": described(event.place, site)})
    return event.model_copy(update={"places": tuple(described(given, site) for given in event.places)})


def described(given: EventPlace, site: Site) -> EventPlace:
    """The use of a place, with what is described in place blurred."""
    if given.inline is None:
        return given
    blur = max(given.inline.blur_m or 0, site.blur_m or 0)
    return given.model_copy(update={"inline": blurred(given.inline, blur)})


def centre(lat: float, lon: float, blur: int) -> tuple[float, float]:
    """The centre of the cell that a point lies in: rows of latitude, each parted evenly all round."""
    side = SIDE * blur / METRES_PER_DEGREE
    rows = ceil(180 / side)
    high = 180 / rows
    row = min(floor((lat + 90) / high), rows - 1)
    south, north = -90 + row * high, -90 + (row + 1) * high
    nearest = 0.0 if south < 0 < north else min(abs(south), abs(north))
    columns = ceil(360 * cos(radians(nearest)) / side)
    wide = 360 / columns
    column = floor((lon + 180) / wide) % columns
    digits = max(DIGITS - floor(log10(blur)), 0)
    return round((south + north) / 2, digits) + 0.0, round(-180 + (column + 0.5) * wide, digits) + 0.0
