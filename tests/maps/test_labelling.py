from dateline.maps.clip import Box
from dateline.maps.labelling import Sheet, moved_country, place_country, place_name, text_box

LEFT, RIGHT = 1, 2


def halves() -> Sheet:
    sheet = Sheet(400, 200)
    sheet.fill(LEFT, [[(0, 0), (200, 0), (200, 200), (0, 200)]])
    sheet.fill(RIGHT, [[(200, 0), (400, 0), (400, 200), (200, 200)]])
    return sheet


def test_a_country_is_named_in_its_middle() -> None:
    name = place_country(halves(), LEFT, "Syria", "760")

    assert name is not None
    assert name.middle == (100.0, 100.0)
    assert abs(name.label.x - 100) <= 4
    assert (name.label.text, name.label.code) == ("Syria", "760")


def test_a_name_never_lies_on_another_country() -> None:
    sheet = halves()
    label = place_country(sheet, RIGHT, "Iraq", "368")

    assert label is not None
    assert sheet.taken[-1].min_x >= 200


def test_a_name_that_does_not_fit_is_left_out() -> None:
    assert place_country(halves(), LEFT, "A country with a very long name", "") is None


def test_a_country_that_is_hardly_seen_has_no_name() -> None:
    sheet = Sheet(400, 200)
    sheet.fill(LEFT, [[(0, 0), (9, 0), (9, 9), (0, 9)]])

    assert place_country(sheet, LEFT, "Syria", "760") is None


def test_a_name_may_reach_out_over_water() -> None:
    sheet = Sheet(400, 200)
    sheet.fill(LEFT, [[(180, 80), (220, 80), (220, 120), (180, 120)]])

    assert place_country(sheet, LEFT, "Trinidad and Tobago", "780") is not None


def test_a_hole_belongs_to_nobody() -> None:
    sheet = Sheet(80, 80)
    sheet.fill(LEFT, [[(0, 0), (80, 0), (80, 80), (0, 80)], [(24, 24), (56, 24), (56, 56), (24, 56)]])

    assert sheet.owners[5][5] != LEFT
    assert sheet.owners[0][0] == LEFT


def test_names_keep_clear_of_what_is_taken() -> None:
    sheet = halves()
    sheet.taken.append(Box(60, 60, 140, 140))
    label = place_country(sheet, LEFT, "Syria", "760")

    assert label is not None
    assert not sheet.taken[0].meets(sheet.taken[-1])


def test_the_name_of_a_circle_stands_beside_it() -> None:
    sheet = Sheet(400, 200)
    above = place_name(sheet, 200, 100, 10, "Here")
    below = place_name(sheet, 200, 100, 10, "Here")

    assert above is not None
    assert below is not None
    assert above.y < 90
    assert below.y > 110


def test_a_circle_at_the_edge_is_named_inside_of_the_sheet() -> None:
    label = place_name(Sheet(400, 200), 2, 2, 5, "Here")

    assert label is None
    label = place_name(Sheet(400, 200), 20, 100, 5, "A long name")

    assert label is not None
    assert text_box(label.x, label.y, label.text).min_x > 0


def test_a_name_goes_far_from_the_middle_where_nothing_nearer_is_free() -> None:
    sheet = halves()
    sheet.taken.append(Box(0, 26, 200, 180))
    assert place_country(sheet, LEFT, "Syria", "760") is None
    sheet.taken[:] = [Box(0, 40, 200, 200)]
    name = place_country(sheet, LEFT, "Syria", "760")

    assert name is not None
    assert name.label.y < 40


def test_a_name_in_the_way_moves_within_its_country_or_is_left_out() -> None:
    sheet = halves()
    name = place_country(sheet, LEFT, "Syria", "760")

    assert name is not None
    assert sheet.taken == [name.room]
    sheet.taken[:] = [Box(60, 60, 140, 140)]
    moved = moved_country(sheet, name)

    assert moved is not None
    assert (moved.text, moved.code) == ("Syria", "760")
    assert not sheet.taken[0].meets(sheet.taken[1])
    assert sheet.taken[1].max_x <= 200
    sheet.taken[:] = [Box(0, 0, 200, 200)]

    assert moved_country(sheet, name) is None


def test_the_name_of_a_small_island_moves_too() -> None:
    """One square of land is in none of every second rows."""
    sheet = Sheet(400, 200)
    sheet.fill(LEFT, [[(184, 88), (216, 88), (216, 96), (184, 96)]])
    name = place_country(sheet, LEFT, "Fiji", "242")

    assert name is not None
    sheet.taken[:] = [Box(120, 60, 170, 140)]

    assert moved_country(sheet, name) is not None
