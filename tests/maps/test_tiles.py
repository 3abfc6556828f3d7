"""Drawn near, the ground is the same ground, finer and in pieces."""

import re

import pytest

from dateline.maps import tiles
from dateline.maps.basemap import Basemap, close, world
from dateline.maps.clip import Box
from dateline.maps.drawing import Window
from dateline.maps.framing import Circle
from dateline.maps.ground import ground
from dateline.maps.overview import window_of

SICILY = window_of([Circle("", "", 37.5, 14.0, 1_000), Circle("", "", 38.1, 15.6, 1_000)])
FIJI = window_of([Circle("", "", -18.1, 178.4, 1_000), Circle("", "", -16.8, -179.9, 1_000)])
NUMBER = re.compile(r"-?(?:\d+(?:\.\d)?|\.\d)")


def starts(path: str) -> list[tuple[float, float]]:
    """The first point of each piece of a path."""
    return [(float(x), float(y)) for x, y in re.findall(rf"M({NUMBER.pattern}) ({NUMBER.pattern})", path)]


def length(path: str) -> float:
    """How long all lines of a path are, in its own units."""
    found = 0.0
    for piece in path.split("M")[1:]:
        steps = [float(one) for one in NUMBER.findall(piece.partition("l")[2])]
        found += sum((x * x + y * y) ** 0.5 for x, y in zip(steps[::2], steps[1::2], strict=True))
    return found


@pytest.mark.parametrize("window", [SICILY, FIJI])
def test_each_piece_lies_in_its_tile(window: Window) -> None:
    for column, row in tiles.tiles():
        found = tiles.tile(world(), window, column, row)
        wide, high = window.width * tiles.FINER / tiles.ACROSS, window.height * tiles.FINER / tiles.ACROSS
        for path in (found.land, found.coasts, found.borders, found.rivers, found.lakes):
            for x, y in starts(path):
                assert column * wide - 5 <= x <= (column + 1) * wide + 5
                assert row * high - 5 <= y <= (row + 1) * high + 5


def test_the_pieces_show_the_coast_of_the_whole_in_more_detail() -> None:
    whole = length(ground(world(), SICILY).coasts)
    finer = sum(length(tiles.tile(world(), SICILY, *one).coasts) for one in tiles.tiles()) / tiles.FINER

    assert whole < finer < 2 * whole


def test_across_the_date_line_both_sides_have_their_coasts() -> None:
    with_coast = {column for column, row in tiles.tiles() if tiles.tile(world(), FIJI, column, row).coasts}

    assert {2, 3} <= with_coast


def test_a_basemap_of_ones_own_is_cut_as_it_is() -> None:
    square = Basemap((), (), (), (), ())

    assert tiles.tile(square, SICILY, 0, 0) == tiles.Tile("", "", "", "", "")


def test_only_what_is_near_is_read() -> None:
    near = close(Box(10, 35, 20, 40))
    names = {country.name for country in near.countries}

    assert {"Italy", "Tunisia"} <= names
    assert "Japan" not in names
    assert near.lakes == world().lakes


def test_what_is_near_across_the_date_line_is_read() -> None:
    names = {country.name for country in close(Box(170, -20, 190, -10)).countries}

    assert "Fiji" in names
    assert "Portugal" not in names


def test_a_border_stays_one_where_only_one_of_its_countries_is_near() -> None:
    """Else a country whose neighbour was not read would seem to lie at the sea."""
    inland = close(Box(102, 45, 106, 47))

    assert {country.name for country in inland.countries} >= {"Mongolia"}
    assert not any(shape.box.meets(Box(90, 43, 118, 52)) for shape in inland.coasts)
