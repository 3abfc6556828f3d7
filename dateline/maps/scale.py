# SPDX-License-Identifier: MIT
"""Measures the scale bar of a map, and keeps a lower corner free for it."""

from __future__ import annotations

from dataclasses import dataclass
from math import floor, log10

from dateline.maps.clip import Box
from dateline.maps.drawing import Window

LONGEST_BAR = 150.0
BAR_LEFT, BAR_RISE, BAR_HEIGHT = 16.0, 14.0, 44.0


@dataclass(frozen=True, slots=True)
class ScaleBar:
    """A bar from `x` that is `width` long and stands for `kilometres` (0.1 or more)."""

    x: float
    y: float
    width: float
    kilometres: float


def bar_rooms(window: Window) -> tuple[Box, Box]:
    """The room that the longest bar and its number take in the lower left and in the lower right."""
    top, wide = window.height - BAR_HEIGHT, BAR_LEFT + LONGEST_BAR
    return Box(0, top, wide, window.height), Box(window.width - wide, top, window.width, window.height)


def scale_bar(window: Window, room: Box) -> ScaleBar:
    """The longest bar of 1, 2 or 5 times a power of ten that fits, at the outer end of its room."""
    most = LONGEST_BAR / window.scale
    power = 10.0 ** floor(log10(most))
    kilometres = max(step * power for step in (1, 2, 5) if step * power <= most)
    width = round(kilometres * window.scale, 1)
    x = BAR_LEFT if room.min_x == 0 else round(window.width - BAR_LEFT - width, 1)
    return ScaleBar(x, window.height - BAR_RISE, width, round(kilometres, 1))
