# SPDX-License-Identifier: MIT
"""Lays the round Earth flat: degrees become kilometres east and south of a centre.

One place is drawn azimuthal equidistant: every distance from the centre is true, so a circle of
uncertainty is a circle everywhere, poles included. Places all over the world share the plain sheet.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import asin, atan2, cos, degrees, hypot, pi, radians, sin
from typing import Protocol

from dateline.geo import EARTH_RADIUS_M
from dateline.maps.clip import Box, Point

EARTH_RADIUS_KM = EARTH_RADIUS_M / 1000
KM_PER_DEGREE = EARTH_RADIUS_KM * pi / 180
# A straight step in degrees is a curve on the map: no longer step than this is drawn as one line.
LONGEST_STEP = 1.0
# How much further than asked `reach` looks, so that its straight sides stay outside of the circle.
SLACK = 1.05


class Projection(Protocol):
    """A way to lay the Earth flat."""

    @property
    def same_scale(self) -> bool:
        """Whether one scale bar holds all over the map."""

    def flat(self, lon: float, lat: float) -> Point:
        """Kilometres east and south of the centre."""

    def flats(self, points: Iterable[Point]) -> Iterable[Point]:
        """The same of many points, each a longitude and a latitude."""

    def reach(self, radius: float) -> Box:
        """A box in degrees that holds all within `radius` kilometres of the centre."""


@dataclass(frozen=True, slots=True)
class Around:
    """Azimuthal equidistant round a place (J. P. Snyder, Map Projections: A Working Manual, 1987, p. 195)."""

    lat: float
    lon: float
    same_scale: bool = True

    def flat(self, lon: float, lat: float) -> Point:
        """Kilometres east and south of the centre."""
        ((east, south),) = self.flats([(lon, lat)])
        return (east, south)

    def flats(self, points: Iterable[Point]) -> Iterator[Point]:
        """The same of many points, each a longitude and a latitude."""
        sin_here, cos_here, centre = sin(radians(self.lat)), cos(radians(self.lat)), self.lon
        for lon, lat in points:
            turn, there = radians(lon - centre), radians(lat)
            sin_there, cos_there, cos_turn = sin(there), cos(there), cos(turn)
            east = cos_there * sin(turn)
            north = cos_here * sin_there - sin_here * cos_there * cos_turn
            ahead = sin_here * sin_there + cos_here * cos_there * cos_turn
            aside = hypot(east, north)
            scale = EARTH_RADIUS_KM * (atan2(aside, ahead) / aside if aside else 1.0)
            yield (east * scale, -north * scale)

    def globe(self, east: float, south: float) -> Point:
        """The longitude and latitude of a point on paper."""
        sin_here, cos_here = sin(radians(self.lat)), cos(radians(self.lat))
        away = hypot(east, south)
        if not away:
            return (self.lon, self.lat)
        sin_away, cos_away = sin(away / EARTH_RADIUS_KM), cos(away / EARTH_RADIUS_KM)
        north = -south / away
        lat = asin(max(-1.0, min(1.0, cos_away * sin_here + north * sin_away * cos_here)))
        turn = atan2(east / away * sin_away, cos_here * cos_away - north * sin_here * sin_away)
        return (self.lon + degrees(turn), degrees(lat))

    def reach(self, radius: float) -> Box:
        """A box in degrees that holds all within `radius` kilometres of the centre."""
        angle = min(pi / 2, radius * SLACK / EARTH_RADIUS_KM)
        south, north = self.lat - degrees(angle), self.lat + degrees(angle)
        if south <= -90 or north >= 90:  # noqa: PLR2004  # a pole is inside, and with it every meridian
            return Box(-180.0, max(-90.0, south), 180.0, min(90.0, north))
        half = degrees(asin(min(1.0, sin(angle) / cos(radians(self.lat)))))
        return Box(self.lon - half, south, self.lon + half, north)


@dataclass(frozen=True, slots=True)
class WholeWorld:
    """The sheet of degrees itself: all places at once, distances true only along the meridians."""

    same_scale: bool = False

    def flat(self, lon: float, lat: float) -> Point:
        """Kilometres, as at the equator, east and south of 0, 0."""
        return (lon * KM_PER_DEGREE, -lat * KM_PER_DEGREE)

    def flats(self, points: Iterable[Point]) -> Iterator[Point]:
        """The same of many points, each a longitude and a latitude."""
        return ((lon * KM_PER_DEGREE, -lat * KM_PER_DEGREE) for lon, lat in points)

    def reach(self, radius: float) -> Box:  # noqa: ARG002  # it always holds all
        """The whole world."""
        return Box(-180.0, -90.0, 180.0, 90.0)


def dense(points: Sequence[Point]) -> Iterable[Point]:
    """The points with more between them where two are far apart."""
    before_x, before_y = points[0]
    for point in points:
        x, y = point
        across, up = x - before_x, y - before_y
        steps = int(max(abs(across), abs(up)) / LONGEST_STEP)
        for step in range(1, steps + 1):
            part = step / (steps + 1)
            yield (before_x + part * across, before_y + part * up)
        yield point
        before_x, before_y = x, y


def middle(places: Iterable[Point]) -> Point:
    """The place (longitude, latitude) in the middle of others, on the globe rather than on paper."""
    found = list(places)
    x = sum(cos(radians(lat)) * cos(radians(lon)) for lon, lat in found)
    y = sum(cos(radians(lat)) * sin(radians(lon)) for lon, lat in found)
    z = sum(sin(radians(lat)) for _, lat in found)
    return (degrees(atan2(y, x)), degrees(atan2(z, hypot(x, y))))
