import pytest

from dateline.maps import Circle, places_map
from dateline.maps.basemap import world
from dateline.maps.clip import Box
from dateline.maps.drawing import Window, in_sight
from dateline.maps.ground import ground, outwards, region
from dateline.maps.labelling import NOBODY
from dateline.maps.projection import Around
from tests.maps.test_maps import BAGHDAD, OMAR


def window(lat: float, lon: float) -> Window:
    return Window(Around(lat, lon), -175, -98.4375, 640 / 350, 640, 360)


@pytest.mark.parametrize(("lat", "lon"), [(33.3, 44.2), (-17.8, 179.9), (35.0, 40.0), (89.0, 0.0)])
def test_a_region_holds_all_that_a_window_in_it_may_show(lat: float, lon: float) -> None:
    degrees = window(lat, lon).degrees
    near = region(world(), outwards(degrees))

    assert outwards(degrees).holds(degrees)
    for layer in ("borders", "coasts", "lakes", "rivers"):
        seen = {id(shape) for shape in getattr(world(), layer) if in_sight(shape.box, degrees)}
        kept = {id(shape) for shape in getattr(near, layer)}

        assert seen <= kept
        assert len(kept) < len(getattr(world(), layer))


def test_countries_keep_their_numbers() -> None:
    drawn = ground(world(), window(33.3, 44.2))
    numbers = {number for line in drawn.owners for number in line} - {NOBODY}

    assert "Iraq" in {world().countries[number].name for number in numbers}
    for number, country in region(world(), Box(40, 30, 50, 40)).countries:
        assert world().countries[number] is country


def test_places_all_over_the_world_share_one_sheet() -> None:
    ground.cache_clear()
    far = [OMAR, BAGHDAD, *(Circle("x", "", -40.0, lon, 1000) for lon in (-120.0, 0.0, 170.0))]
    first, second = places_map(far), places_map(far[1:])

    assert first.scale is None
    assert first.land is second.land
    assert ground.cache_info().misses == 1
