# SPDX-License-Identifier: MIT
"""The ground of a drawing again, finer and in pieces, for a reader who draws nearer.

The drawing is parted into `ACROSS` times `ACROSS` tiles. Path data of a tile is in units of which
`FINER` make one unit of the drawing, counted from the corner of the drawing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from dateline.maps.basemap import Basemap, close, world
from dateline.maps.clip import Box, Point, clip_line, clip_ring
from dateline.maps.drawing import MARGIN, Window, area_paths, areas, line_paths, pieces
from dateline.maps.ground import outwards, region

ACROSS, FINER = 6, 8

Lines = tuple[tuple[Box, Sequence[Point]], ...]


@dataclass(frozen=True, slots=True)
class Tile:
    """SVG path data for each layer of one tile."""

    land: str
    rivers: str
    lakes: str
    coasts: str
    borders: str


@dataclass(frozen=True, slots=True)
class Fine:
    """Everything that is seen of a window, in fine units: areas, then lines."""

    land: Lines
    lakes: Lines
    rivers: Lines
    coasts: Lines
    borders: Lines


def tiles() -> Iterator[tuple[int, int]]:
    """The column and the row of each tile."""
    return ((column, row) for row in range(ACROSS) for column in range(ACROSS))


def tile(basemap: Basemap, window: Window, column: int, row: int) -> Tile:
    """One tile of what is seen of a basemap."""
    large, found = finer(window), fine(basemap, window)
    wide, high = large.width / ACROSS, large.height / ACROSS
    box = Box(
        *(column * wide - MARGIN, row * high - MARGIN),
        *((column + 1) * wide + MARGIN, (row + 1) * high + MARGIN),
    )
    return Tile(
        land=area_paths(parts(found.land, box), large),
        rivers=line_paths(cut(found.rivers, box), large),
        lakes=area_paths(parts(found.lakes, box), large),
        coasts=line_paths(cut(found.coasts, box), large),
        borders=line_paths(cut(found.borders, box), large),
    )


def finer(window: Window) -> Window:
    """The same window in fine units."""
    return Window(
        window.projection,
        window.left,
        window.top,
        window.scale * FINER,
        window.width * FINER,
        window.height * FINER,
    )


@lru_cache(maxsize=1)
def fine(basemap: Basemap, window: Window) -> Fine:
    """All of a window in fine units; where our own basemap is drawn near, its countries are at 1:10m."""
    large = finer(window)
    box = outwards(large.degrees)
    chosen = close(box) if basemap is world() and window.projection.same_scale else basemap
    near = region(chosen, box)
    return Fine(
        land=boxed(areas(chain.from_iterable(one.rings for _, one in near.countries), large)),
        lakes=boxed(areas(near.lakes, large)),
        rivers=boxed(pieces(near.rivers, large)),
        coasts=boxed(pieces(near.coasts, large)),
        borders=boxed(pieces(near.borders, large)),
    )


def boxed(lines: Iterable[Sequence[Point]]) -> Lines:
    """Each line with the box round it."""
    found = []
    for line in lines:
        across, up = [x for x, _ in line], [y for _, y in line]
        found.append((Box(min(across), min(up), max(across), max(up)), line))
    return tuple(found)


def parts(rings: Lines, box: Box) -> Iterator[Sequence[Point]]:
    """What of some areas lies in a box."""
    for edge, ring in rings:
        if edge.meets(box):
            part = clip_ring(ring, box)
            if part:
                yield part


def cut(lines: Lines, box: Box) -> Iterator[Sequence[Point]]:
    """What of some lines lies in a box."""
    for edge, line in lines:
        if edge.meets(box):
            yield from clip_line(line, box)
