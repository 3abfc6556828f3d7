import pytest

from dateline.geo import EARTH_RADIUS_M, distance_m

PI = 3.141592653589793


def test_a_place_is_nowhere_but_where_it_is() -> None:
    assert distance_m(35.1, 40.55, 35.1, 40.55) == 0


def test_a_degree_along_the_equator_is_as_long_as_one_along_a_meridian() -> None:
    degree = EARTH_RADIUS_M * PI / 180

    assert distance_m(0, 0, 0, 1) == pytest.approx(degree)
    assert distance_m(10, 5, 11, 5) == pytest.approx(degree)


def test_from_pole_to_pole_is_half_way_round() -> None:
    assert distance_m(90, 0, -90, 123) == pytest.approx(EARTH_RADIUS_M * PI)


def test_the_short_way_over_the_date_line_is_taken() -> None:
    assert distance_m(0, 179.5, 0, -179.5) == pytest.approx(distance_m(0, 0, 0, 1))


def test_baghdad_to_damascus_is_about_750_kilometres() -> None:
    assert distance_m(33.315, 44.366, 33.513, 36.292) == pytest.approx(750_000, rel=0.01)
