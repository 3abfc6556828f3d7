# SPDX-License-Identifier: MIT
"""Reads a basemap of a site's own from GeoJSON (RFC 7946).

Polygons are countries, named by their property `name`; those of `kind` lake are lakes. Lines of `kind`
river are rivers, all others are borders. What two countries share is a border and what one has alone
is its coast, so no line has to be drawn for these.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import isfinite
from typing import Any

from dateline.json_text import decode
from dateline.maps.basemap import Basemap, Shape, closed, country, shape, unwrapped, without_cuts
from dateline.maps.clip import Point

Ring = list[Point]
FEWEST_OF_RING, FEWEST_OF_LINE = 4, 2


class BasemapError(ValueError):
    """What is wrong with a basemap, and what to do."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


@dataclass(slots=True)
class Drawn:
    """The shapes found so far; a country is its code, its name and its rings."""

    countries: list[tuple[str, str, list[Ring]]] = field(default_factory=list)
    lakes: list[Ring] = field(default_factory=list)
    rivers: list[Ring] = field(default_factory=list)
    borders: list[Ring] = field(default_factory=list)


def basemap_in(raw: bytes) -> Basemap:
    """The basemap in the bytes of a GeoJSON file; raises BasemapError where there is none."""
    try:
        data = decode(raw)
    except ValueError as error:
        raise BasemapError(f"it is no JSON: {error}") from None
    if not isinstance(data, dict) or data.get("type") != "FeatureCollection":
        raise BasemapError("it is no FeatureCollection", "export the map as GeoJSON, in WGS 84")
    features = data.get("features")
    if not isinstance(features, list):
        raise BasemapError("its 'features' are no list")
    found = Drawn()
    for number, feature in enumerate(features, 1):
        try:
            add(feature, found)
        except BasemapError as error:
            raise BasemapError(f"feature {number}: {error.message}", error.hint) from None
    if not found.countries:
        raise BasemapError("it has no polygon that is land", "add the countries, each with its 'name'")
    return put_together(found)


def add(feature: Any, found: Drawn) -> None:
    """Put the shapes of one feature where they belong."""
    if not isinstance(feature, dict) or not isinstance(feature.get("geometry"), dict):
        raise BasemapError("it has no geometry")
    said = feature.get("properties")
    properties = said if isinstance(said, dict) else {}
    geometry, kind = feature["geometry"], properties.get("kind", "")
    coordinates = geometry.get("coordinates")
    match geometry.get("type"):
        case "Polygon":
            rings = [ring(one) for one in listed(coordinates)]
        case "MultiPolygon":
            rings = [ring(one) for polygon in listed(coordinates) for one in listed(polygon)]
        case "LineString":
            (found.rivers if kind == "river" else found.borders).append(line(coordinates))
            return
        case "MultiLineString":
            (found.rivers if kind == "river" else found.borders).extend(map(line, listed(coordinates)))
            return
        case other:
            raise BasemapError(f"a map is made of polygons and lines, not of {str(other)[:40]!r}")
    if not rings:
        raise BasemapError("its polygon has no ring")
    if kind == "lake":
        found.lakes.extend(rings)
    else:
        found.countries.append((str(properties.get("code", "")), str(properties.get("name", "")), rings))


def put_together(found: Drawn) -> Basemap:
    """The basemap, with borders and coasts told apart by how many rings share a step."""
    used = Counter(
        step for _, _, rings in found.countries for one in rings for step in map(way, pairwise(one))
    )
    borders: list[Ring] = []
    coasts: list[Ring] = []
    seen: set[tuple[Point, Point]] = set()
    for _, _, rings in found.countries:
        for one in rings:
            for shared, run in runs(one, used, seen):
                (borders if shared else coasts).append(run)
    return Basemap(
        countries=tuple(
            country(code, name, [shape(closed(unwrapped(one[:-1]))) for one in rings])
            for code, name, rings in sorted(found.countries, key=lambda one: (one[1], one[0]))
        ),
        borders=tuple(shape(unwrapped(one)) for one in (*borders, *found.borders)),
        coasts=tuple(shape(part) for one in coasts for part in without_cuts(one)),
        lakes=shapes(found.lakes),
        rivers=shapes(found.rivers),
    )


def shapes(lines: Iterable[Ring]) -> tuple[Shape, ...]:
    """Lines or rings as they are drawn."""
    return tuple(shape(unwrapped(one)) for one in lines)


def runs(
    one: Ring, used: Counter[tuple[Point, Point]], seen: set[tuple[Point, Point]]
) -> Iterator[tuple[bool, Ring]]:
    """The parts of a ring that are shared with another, each drawn once, and those that are not."""
    before: bool | None = None
    run: Ring = []
    for step in pairwise(one):
        key = way(step)
        shared: bool | None = used[key] > 1
        if shared and key in seen:
            shared = None  # its neighbour has drawn it
        seen.add(key)
        if shared is not before:
            if before is not None:
                yield before, run
            run = [step[0]]
        run.append(step[1])
        before = shared
    if before is not None:
        yield before, run


def way(step: tuple[Point, Point]) -> tuple[Point, Point]:
    """A step, whichever way it is gone."""
    return step if step[0] <= step[1] else (step[1], step[0])


def ring(value: object) -> Ring:
    """A ring, which ends where it begins."""
    found = [point(one) for one in listed(value)]
    if len(found) < FEWEST_OF_RING or found[0] != found[-1]:
        raise BasemapError("a ring has four points or more, and ends where it begins")
    return found


def line(value: object) -> Ring:
    """A line of two points or more."""
    found = [point(one) for one in listed(value)]
    if len(found) < FEWEST_OF_LINE:
        raise BasemapError("a line has two points or more")
    return found


def point(value: object) -> Point:
    """A longitude and a latitude in degrees."""
    if isinstance(value, list) and len(value) >= FEWEST_OF_LINE and all(map(number, value[:2])):
        lon, lat = float(value[0]), float(value[1])
        if abs(lon) <= 180 and abs(lat) <= 90:  # noqa: PLR2004  # half a turn, a quarter turn
            return (lon, lat)
    hint = "write longitude before latitude, in degrees of WGS 84; cut what crosses 180 degrees there"
    raise BasemapError(f"{str(value)[:60]} is no longitude and latitude", hint)


def number(value: object) -> bool:
    """Whether a value is a finite number."""
    return isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value)


def listed(value: object) -> Sequence[object]:
    """A list."""
    if not isinstance(value, list):
        raise BasemapError("its coordinates are no list of lists")
    return value
