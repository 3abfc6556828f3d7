from itertools import pairwise
from math import hypot

import pytest

from dateline.geo import distance_m
from dateline.maps.projection import Around, WholeWorld, dense, middle


@pytest.mark.parametrize("centre", [(33.26, 44.23), (0, 0), (-17.8, 179.9), (89.5, 20), (-90, 0)])
@pytest.mark.parametrize("place", [(34, 45), (-1, 2), (-17.5, -179.8), (88, -160), (-85, 90)])
def test_distances_from_the_centre_are_true(centre: tuple[float, float], place: tuple[float, float]) -> None:
    x, y = Around(*centre).flat(place[1], place[0])

    assert hypot(x, y) == pytest.approx(distance_m(*centre, *place) / 1000, rel=1e-6)


def test_east_is_to_the_right_and_north_is_up() -> None:
    here = Around(33, 44)

    assert here.flat(45, 33)[0] > 0
    assert here.flat(44, 34)[1] < 0
    assert here.flat(44, 33) == (0, 0)


def test_the_date_line_parts_nothing() -> None:
    x, _ = Around(-17.8, 179.9).flat(-179.9, -17.8)

    assert 0 < x < 30


@pytest.mark.parametrize("lat", [-60, 0, 33, 75])
def test_what_is_in_reach_lies_in_the_box(lat: float) -> None:
    box = Around(lat, 10).reach(500)

    assert box.min_x < 10 < box.max_x
    assert distance_m(lat, 10, lat, box.max_x) > 500_000
    assert distance_m(lat, 10, box.max_y, 10) > 500_000


def test_near_a_pole_every_meridian_is_in_reach() -> None:
    assert Around(89.5, 20).reach(300)[::2] == (-180, 180)
    assert Around(89.5, 20).reach(300)[3] == 90


def test_the_whole_world_is_a_sheet_of_degrees() -> None:
    x, y = WholeWorld().flat(180, 90)

    assert x == pytest.approx(-2 * y)
    assert not WholeWorld().same_scale


def test_long_steps_are_parted() -> None:
    points = list(dense([(0.0, 0.0), (10.0, 0.0)]))

    assert len(points) == 12
    assert max(second[0] - first[0] for first, second in pairwise(points)) < 1


def test_the_middle_is_found_over_the_date_line() -> None:
    lon, lat = middle([(179, 10), (-179, 10)])

    assert abs(lon) == pytest.approx(180)
    assert lat == pytest.approx(10, abs=0.01)


@pytest.mark.parametrize("centre", [(33.26, 44.23), (0, 0), (-17.8, 179.9), (89.5, 20), (-90, 0)])
@pytest.mark.parametrize("place", [(34, 45), (-1, 2), (-17.5, -179.8), (88, -160), (-85, 90)])
def test_paper_leads_back_to_the_globe(centre: tuple[float, float], place: tuple[float, float]) -> None:
    around = Around(*centre)
    lon, lat = around.globe(*around.flat(place[1], place[0]))

    assert distance_m(lat, lon, *place) < 1


def test_the_middle_of_the_paper_is_the_centre() -> None:
    assert Around(33, 44).globe(0, 0) == (44, 33)
