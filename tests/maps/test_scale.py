from dateline.maps.drawing import Window
from dateline.maps.projection import Around
from dateline.maps.scale import bar_rooms, scale_bar

WINDOW = Window(Around(0, 0), -175, -98.4375, 640 / 350, 640, 360)


def test_a_bar_stands_in_its_corner_and_is_true() -> None:
    left, right = (scale_bar(WINDOW, room) for room in bar_rooms(WINDOW))

    assert (left.x, right.x + right.width) == (16, 640 - 16)
    assert left.kilometres == right.kilometres == 50
    assert left.width == right.width == round(50 * WINDOW.scale, 1)


def test_the_rooms_lie_in_the_lower_corners() -> None:
    left, right = bar_rooms(WINDOW)

    assert (left.min_x, left.max_y, right.max_x, right.max_y) == (0, 360, 640, 360)
    assert not left.meets(right)
