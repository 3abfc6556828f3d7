"""Many places on one drawing: each is held by exactly one mark, and no two discs touch."""

import re
from itertools import combinations
from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.maps.basemap import world
from dateline.maps.framing import Circle
from dateline.maps.overview import HEIGHT, LARGE, REACH, WIDTH, Dot, Overview, dot, marks, overview, window_of
from dateline.maps.projection import Around, WholeWorld

sides = st.floats(0, 640)
dots = st.lists(st.builds(Dot, sides, sides, st.floats(0, 60), st.floats(0, 60)), max_size=40)


def circles(*points: tuple[float, float], uncertainty_m: float = 5_000) -> list[Circle]:
    return [Circle(f"p{n}", f"P{n}", lat, lon, uncertainty_m) for n, (lat, lon) in enumerate(points)]


def drawn(*points: tuple[float, float], uncertainty_m: float = 5_000) -> Overview:
    found = circles(*points, uncertainty_m=uncertainty_m)
    return overview(found, [1] * len(found), world(), lambda members: f"{len(members)} here")


@given(dots, st.sampled_from([1.0, 2.5, 32.0]))
def test_every_circle_is_in_exactly_one_mark(found: list[Dot], zoom: float) -> None:
    made = marks(found, [1] * len(found), zoom)

    assert sorted(number for mark in made for number in mark.members) == list(range(len(found)))


@given(dots, st.sampled_from([1.0, 2.5, 32.0]))
def test_marks_that_keep_their_size_do_not_touch(found: list[Dot], zoom: float) -> None:
    small = [mark for mark in marks(found, [1] * len(found), zoom) if mark.dot.ry * zoom < LARGE]

    assert all(
        hypot(one.dot.x - other.dot.x, one.dot.y - other.dot.y) >= REACH / zoom - 1e-9
        for one, other in combinations(small, 2)
    )


@given(dots)
def test_a_large_circle_stands_for_itself(found: list[Dot]) -> None:
    large = {number for number, one in enumerate(found) if one.ry >= LARGE}

    assert all(len(mark.members) == 1 for mark in marks(found, [1] * len(found)) if large & {*mark.members})


def test_the_heaviest_gathers_its_neighbours_and_drawing_near_parts_them() -> None:
    found = [Dot(100, 100, 1, 1), Dot(120, 100, 1, 1), Dot(139, 100, 1, 1), Dot(300, 100, 5, 5)]
    weights = [1, 3, 2, 1]

    assert [(mark.members, mark.kind, mark.dot.x) for mark in marks(found, weights)] == [
        ((3,), "circle", 300),
        ((1, 2, 0), "cluster", 120),
    ]
    assert {mark.members for mark in marks(found, weights, 4)} == {(0,), (1,), (2,), (3,)}
    assert [mark.kind for mark in marks(found[:1], weights)] == ["ring"]
    assert [mark.kind for mark in marks(found[:1], weights, 4)] == ["circle"]


def test_what_is_close_to_the_edge_of_a_square_is_found_in_the_next() -> None:
    found = [Dot(REACH - 1, 2 * REACH - 1, 1, 1), Dot(REACH + 1, 2 * REACH + 1, 1, 1)]

    assert len(marks(found, [1, 1])) == 1


def test_the_drawing_is_cropped_to_what_there_is() -> None:
    assert window_of(circles((35.1, 40.5), (33.3, 44.2))).projection.same_scale
    levant, all_over = drawn((35.1, 40.5), (33.3, 44.2)), drawn((35, 40), (-33, -70), (50, 150))

    assert {label.text for label in levant.countries} == {"Iraq", "Syria"}
    assert levant.scale is not None
    assert all_over.scale is None
    assert all_over.kilometre == 0
    assert len(all_over.countries) > 5


def test_a_name_stands_beside_a_mark() -> None:
    texts = [label.text for label in drawn((35.1, 40.5), (35.12, 40.52), (33.3, 44.2)).names]

    assert texts == ["2 here", "1 here"]


FIJI = [(-18.1, 178.4), (-16.8, -179.9), (1.4, 173.0), (1.9, -157.4), (-13.3, -176.2)]


def test_islands_on_both_sides_of_the_date_line_are_neighbours() -> None:
    found = drawn(*FIJI)
    across = [one.x for one in found.dots]

    assert isinstance(window_of(circles(*FIJI)).projection, Around)
    assert all(24 <= one.x <= WIDTH - 24 and 24 <= one.y <= HEIGHT - 24 for one in found.dots)
    assert across[2] < across[0] < across[1] < across[4] < across[3]
    assert across[1] - across[0] < 40
    assert found.land


def test_no_coast_crosses_a_map_across_the_date_line() -> None:
    for piece in drawn(*FIJI).coasts.split("M")[1:]:
        steps = re.findall(r"-?(?:\d+(?:\.\d+)?|\.\d+)", piece.partition("l")[2])

        assert max(abs(float(step)) for step in steps) < 40


@pytest.mark.parametrize("pole", [90.0, -90.0])
def test_a_pole_can_be_drawn(pole: float) -> None:
    found = drawn((pole, 0.0), (pole - 2 * pole / 90, 120.0))

    assert all(0 <= one.x <= WIDTH and 0 <= one.y <= HEIGHT for one in found.dots)


def test_on_the_sheet_of_the_world_a_circle_is_as_wide_as_its_parallel_makes_it() -> None:
    window = window_of(circles((35, 40), (-33, -70), (50, 150)))
    assert isinstance(window.projection, WholeWorld)
    equator, north, pole = (dot(Circle("", "", lat, 0, 500_000), window) for lat in (0, 60, 90))

    assert equator.rx == equator.ry
    assert north.rx == pytest.approx(2 * north.ry, abs=0.01)
    assert pole.rx <= WIDTH / 2
