from random import Random

import pytest

from dateline.maps.drawing import Window
from dateline.maps.framing import (
    CONTEXT_KM,
    ROOM_AT_EDGE,
    Circle,
    drawn_radius,
    framed,
    is_exaggerated,
    world_window,
)
from dateline.maps.projection import Around


def around(seed: int, lat: float, lon: float) -> list[Circle]:
    """One to four places not far from a point, some of them large."""
    random = Random(seed)  # noqa: S311  # nothing is secret
    spread = random.choice([0.1, 0.5, 2, 5])
    return [
        Circle(
            "",
            "",
            max(-90.0, min(90.0, lat + random.uniform(-spread, spread))),
            (lon + random.uniform(-spread, spread) + 180) % 360 - 180,
            random.choice([200, 10_000, 120_000]),
        )
        for _ in range(random.randrange(1, 5))
    ]


def across(window: Window) -> float:
    return window.width / window.scale


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize(("lat", "lon"), [(35, 44), (-18, 179.9), (89, 20), (-90, 0), (0, 0), (64, -20)])
def test_a_circle_lies_well_inside_its_window(seed: int, lat: float, lon: float) -> None:
    places = around(seed, lat, lon)
    window = framed(places, CONTEXT_KM, 640, 360)
    for place in places:
        x, y = window.at(place.lon, place.lat)
        room = drawn_radius(place, window) + ROOM_AT_EDGE

        assert room <= x <= 640 - room
        assert room <= y <= 360 - room


@pytest.mark.parametrize("apart", [0.3, 1, 1.4, 2, 3, 4, 6, 9])
@pytest.mark.parametrize("shift", range(8))
@pytest.mark.parametrize("along", [(1, 0), (0, 1), (1, 1)])
def test_a_window_is_not_much_larger_than_its_places(
    apart: float, shift: int, along: tuple[int, int]
) -> None:
    """The most against the smallest window of any place that shows both with a seventh of it free."""
    lat, lon = 10 + shift / 7, 20 + shift / 3
    first = Circle("", "", lat, lon, 1000)
    second = Circle("", "", lat + apart * along[1], lon + apart * along[0], 1000)
    window = framed((first, second), CONTEXT_KM, 640, 360)
    (x, y), (end_x, end_y) = window.at(first.lon, first.lat), window.at(second.lon, second.lat)
    least = 1.4 * max(abs(x - end_x), abs(y - end_y) * 640 / 360) / 640

    assert across(window) == pytest.approx(CONTEXT_KM) or 1 / 1.6 <= least <= 1


def test_neighbours_have_the_same_window() -> None:
    grid = [(35 + up / 50, 40 + right / 50) for up in range(20) for right in range(20)]
    windows = {framed((Circle("", "", lat, lon, 2000),), CONTEXT_KM, 640, 360) for lat, lon in grid}

    assert len(windows) <= 9


def test_a_window_goes_over_the_date_line() -> None:
    west, east = (
        framed((Circle("", "", -17.8, lon, 5000),), CONTEXT_KM, 640, 360) for lon in (179.99, -179.99)
    )

    assert west == east


def test_near_a_pole_there_are_few_windows() -> None:
    windows = {framed((Circle("", "", 89.95, lon, 10),), CONTEXT_KM, 640, 360) for lon in range(-180, 180)}

    assert windows == {Window(Around(90.0, 0.0), -175.0, -98.4375, 640 / 350, 640, 360)}


def test_places_all_over_the_world_have_the_whole_sheet() -> None:
    far = [Circle("", "", 40, lon, 1000) for lon in (-120.0, 0.0, 170.0)]

    assert framed(far, CONTEXT_KM, 640, 360) == world_window(640, 360)


def test_the_widest_window_is_tried_before_the_whole_sheet() -> None:
    window = framed((Circle("", "", 60, 95, 2_500_000),), CONTEXT_KM, 640, 360)

    assert window.projection.same_scale


def test_a_ring_stands_for_a_circle_too_small_to_see() -> None:
    window = world_window(640, 360)
    small, large = Circle("", "", 0, 0, 2000), Circle("", "", 0, 0, 1_000_000)

    assert is_exaggerated(small, window)
    assert drawn_radius(small, window) == 7
    assert not is_exaggerated(large, window)
    assert drawn_radius(large, window) == 1000 * window.scale
