# SPDX-License-Identifier: MIT
"""How far two places on the Earth are apart."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

# The mean radius R1 of the IUGG's reference ellipsoid (Moritz, Geodetic Reference System 1980).
EARTH_RADIUS_M = 6_371_008.8


def distance_m(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Metres between two points given in degrees, along a great circle of a round Earth.

    The haversine formula (R. W. Sinnott, "Virtues of the Haversine", Sky and Telescope 68, 1984),
    within about 0.5 % of the true distance on the ellipsoid.
    """
    up = sin(radians(lat2 - lat1) / 2) ** 2
    across = sin(radians(lon2 - lon1) / 2) ** 2
    chord = up + cos(radians(lat1)) * cos(radians(lat2)) * across
    return 2 * EARTH_RADIUS_M * asin(sqrt(min(1.0, chord)))
