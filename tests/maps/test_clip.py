from dateline.maps.clip import Box, clip_line, clip_ring

UNIT = Box(0, 0, 10, 10)


def test_a_ring_inside_stays_as_it_is() -> None:
    ring = [(1.0, 1.0), (5.0, 1.0), (5.0, 5.0)]

    assert clip_ring(ring, UNIT) == ring


def test_a_ring_outside_is_gone() -> None:
    assert clip_ring([(11.0, 1.0), (15.0, 1.0), (15.0, 5.0)], UNIT) == []


def test_a_ring_round_the_box_becomes_the_box() -> None:
    corners = clip_ring([(-5.0, -5.0), (15.0, -5.0), (15.0, 15.0), (-5.0, 15.0)], UNIT)

    assert set(corners) == {(0, 0), (10, 0), (10, 10), (0, 10)}


def test_an_edge_is_cut_where_it_crosses_and_not_pressed_to_the_side() -> None:
    triangle = clip_ring([(5.0, 5.0), (15.0, 0.0), (15.0, 10.0)], UNIT)

    assert set(triangle) == {(5.0, 5.0), (10, 2.5), (10, 7.5)}


def test_a_line_that_leaves_and_comes_back_is_two_pieces() -> None:
    line = [(2.0, 5.0), (12.0, 5.0), (12.0, 7.0), (2.0, 7.0)]

    assert clip_line(line, UNIT) == [[(2.0, 5.0), (10.0, 5.0)], [(10.0, 7.0), (2.0, 7.0)]]


def test_a_line_inside_stays_one_piece() -> None:
    line = [(1.0, 1.0), (2.0, 2.0), (3.0, 1.0)]

    assert clip_line(line, UNIT) == [line]


def test_a_line_through_the_box_is_cut_at_both_sides() -> None:
    assert clip_line([(-5.0, 5.0), (15.0, 5.0)], UNIT) == [[(0.0, 5.0), (10.0, 5.0)]]


def test_a_line_past_a_corner_is_gone() -> None:
    assert clip_line([(-3.0, 8.0), (1.0, 12.0)], UNIT) == []


def test_boxes_that_touch_meet() -> None:
    assert UNIT.meets(Box(10, 10, 20, 20))
    assert not UNIT.meets(Box(11, 0, 20, 10))
    assert UNIT.holds(Box(0, 0, 5, 10))
    assert not UNIT.holds(Box(0, 0, 5, 11))
