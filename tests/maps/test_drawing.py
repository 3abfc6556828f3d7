import re

from dateline.maps import basemap
from dateline.maps.basemap import Shape
from dateline.maps.drawing import Window, area_paths, areas, lines
from dateline.maps.projection import Around

WINDOW = Window(Around(0, 0), -100, -50, 1, 200, 100)


def shape(*points: tuple[float, float]) -> Shape:
    return basemap.shape(points)


def test_a_line_is_a_start_and_steps_with_one_decimal() -> None:
    path = lines([shape((0, 0), (0.1, 0), (0.1, 0.1))], WINDOW)

    assert path == "M100 50l11.1 0 0-11.1"


def test_a_line_that_is_far_away_is_not_drawn() -> None:
    assert lines([shape((50, 0), (51, 0)), shape((179, 0), (180, 0))], WINDOW) == ""


def test_an_area_that_is_larger_than_the_window_fills_it() -> None:
    (ring,) = areas([shape((-9, -9), (9, -9), (9, 9), (-9, 9))], WINDOW)

    assert {(round(x), round(y)) for x, y in ring} >= {(-4, -4), (204, -4), (204, 104), (-4, 104)}
    assert re.fullmatch(r"M-?[\d.]+ -?[\d.]+l[-\d. ]+z", area_paths([ring], WINDOW))


def test_a_shape_on_the_other_side_of_the_date_line_is_drawn() -> None:
    fiji = Window(Around(0, 179.9), -100, -50, 1, 200, 100)

    assert lines([shape((-179.9, 0), (-179.8, 0))], fiji) == "M122.2 50l11.2 0"
    assert lines([shape((179.9, 0), (180.1, 0))], fiji) == "M100 50l22.2 0"


def test_points_too_near_to_tell_apart_are_left_out() -> None:
    path = lines([shape((0, 0), (0.001, 0), (0.002, 0), (0.1, 0))], WINDOW)

    assert path == "M100 50l11.1 0"


def test_a_speck_is_left_out() -> None:
    rings = areas([shape((0, 0), (0.001, 0), (0.001, 0.001))], WINDOW)

    assert area_paths(rings, WINDOW) == ""
