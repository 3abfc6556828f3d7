import re
from dataclasses import replace
from itertools import combinations, pairwise
from math import cos, hypot, sin

import pytest

from dateline.geo import distance_m
from dateline.maps import Circle, Map, locator, places_map
from dateline.maps.clip import Box
from dateline.maps.framing import framed
from dateline.maps.ground import ground
from dateline.maps.labelling import BASELINE, text_box
from dateline.maps.projection import Around

BAGHDAD = Circle("baghdad-airport", "Baghdad airport", 33.2625, 44.2346, 3000)
OMAR = Circle("al-omar", "Al-Omar oil field", 35.10, 40.55, 10_000)
PROVINCE = Circle("deir-ezzor", "Deir Ezzor province", 35.288, 40.309, 120_000)
# The first of the two would lie on a scale bar in the lower left.
CORNERED = [Circle("south", "South", 30.0, 40, 10_000), Circle("north", "North", 32.0, 45, 10_000)]
NUMBER = re.compile(r"-?(?:\d+(?:\.\d+)?|\.\d+)")


def kilometres_across(drawn: Map) -> float:
    assert drawn.scale is not None
    return drawn.width / drawn.scale.width * drawn.scale.kilometres


def names(drawn: Map) -> set[str]:
    return {label.text for label in drawn.countries}


def test_a_small_place_is_shown_with_borders_and_names_round_it() -> None:
    drawn = locator(35.10, 40.55, 10_000)

    assert kilometres_across(drawn) == pytest.approx(350, rel=0.01)
    assert drawn.land
    assert drawn.borders
    assert drawn.rivers
    assert {"Syria", "Iraq"} <= names(drawn)


def test_a_place_lies_near_the_middle_in_true_scale() -> None:
    (spot,) = locator(35.10, 40.55, 10_000).spots

    assert abs(spot.x - 320) <= 640 / 12
    assert abs(spot.y - 180) <= 360 / 12
    assert spot.radius == pytest.approx(10 * 640 / 350, abs=0.1)
    assert not spot.exaggerated


def test_a_large_circle_takes_a_fifth_of_the_width_or_more() -> None:
    drawn = locator(35.288, 40.309, 120_000)

    assert kilometres_across(drawn) == pytest.approx(990, rel=0.01)
    assert 64 < drawn.spots[0].radius <= 80
    assert {"Syria", "Iraq", "Turkey"} <= names(drawn)


def test_a_circle_too_small_to_see_is_a_ring_that_says_so() -> None:
    (spot,) = locator(38.9, -77.03, 200).spots

    assert spot.exaggerated
    assert spot.radius == 7


def test_a_place_at_sea_is_shown_with_a_coast() -> None:
    drawn = locator(0, 0, 1000)

    assert drawn.coasts
    assert {"Ghana", "Nigeria"} <= names(drawn)
    assert drawn.spots[0].exaggerated


def test_the_date_line_does_not_show() -> None:
    drawn = locator(-17.8, 179.9, 5000)
    xs = [float(start.split()[0]) for start in re.findall(r"M([^l]+)", drawn.coasts)]

    assert names(drawn) == {"Fiji"}
    assert min(xs) < 320 < max(xs)


def test_a_place_near_the_pole_is_drawn_as_seen_from_above_it() -> None:
    drawn = locator(89.5, 20, 20_000)

    assert {"Greenland", "Canada", "Russia"} <= names(drawn)
    assert abs(drawn.spots[0].x - 320) <= 640 / 12
    assert abs(drawn.spots[0].y - 180) <= 360 / 12


def test_the_south_pole_lies_on_land() -> None:
    drawn = locator(-90, 0, 50_000)

    assert names(drawn) == {"Antarctica"}
    assert drawn.coasts


@pytest.mark.parametrize(
    "places",
    [
        [BAGHDAD, OMAR, PROVINCE],
        [Circle("a", "Suva", -18.1, 178.4, 5000), Circle("b", "Apia", -13.8, -171.8, 5000)],
        [Circle("a", "London", 51.5, -0.1, 5000), Circle("b", "Sydney", -33.9, 151.2, 5000)],
    ],
)
def test_every_circle_of_several_lies_on_the_map(places: list[Circle]) -> None:
    drawn = places_map(places)
    sheet = Box(0, 0, drawn.width, drawn.height)

    assert [spot.id for spot in drawn.spots] == [place.id for place in places]
    assert all(
        sheet.holds(
            Box(spot.x - spot.radius, spot.y - spot.radius, spot.x + spot.radius, spot.y + spot.radius)
        )
        for spot in drawn.spots
    )


def test_distances_between_places_are_true() -> None:
    drawn = places_map([BAGHDAD, OMAR])
    first, second = drawn.spots
    apart = (
        ((first.x - second.x) ** 2 + (first.y - second.y) ** 2) ** 0.5
        * kilometres_across(drawn)
        / drawn.width
    )

    assert apart == pytest.approx(distance_m(33.2625, 44.2346, 35.10, 40.55) / 1000, rel=0.01)


@pytest.mark.parametrize("place", [PROVINCE, Circle("", "", 60, 95, 2_500_000), Circle("", "", 71, 170, 9e5)])
def test_a_large_circle_off_the_middle_is_still_one(place: Circle) -> None:
    """What lies on the circle on the globe is drawn on it, to a unit."""
    beneath = framed((place,), 350.0, 640, 360)
    x, y = beneath.at(place.lon, place.lat)
    around = Around(place.lat, place.lon)
    radius = place.uncertainty_m / 1000
    rim = [around.globe(radius * sin(turn), radius * cos(turn)) for turn in range(12)]

    assert {
        abs(hypot(x - at_x, y - at_y) - radius * beneath.scale) < 1 for at_x, at_y in beneath.all_at(rim)
    } == {True}


def test_the_scale_bar_gives_way_to_a_circle() -> None:
    drawn = places_map(CORNERED)

    assert drawn.scale is not None
    assert drawn.scale.x + drawn.scale.width == 640 - 16
    bar = Box(drawn.scale.x, 360 - 44, 640, 360)

    assert not any(bar.meets(text_box(label.x, label.y - BASELINE, label.text)) for label in drawn.countries)


def test_neighbouring_places_share_one_ground() -> None:
    ground.cache_clear()
    close = [replace(OMAR, lat=35.0 + step / 100, lon=40.4 + step / 100) for step in range(20)]
    drawn = [places_map([one]) for one in close] + [places_map(pair) for pair in pairwise(close)]

    assert len({(spot.x, spot.y) for one in drawn for spot in one.spots}) == len(close)
    assert ground.cache_info().misses <= 2


def test_a_map_is_the_same_whatever_was_drawn_before() -> None:
    wanted = [[BAGHDAD], [OMAR], [PROVINCE], [OMAR, PROVINCE], [BAGHDAD, OMAR], [replace(OMAR, lat=35.2)]]
    ground.cache_clear()
    forth = [places_map(places) for places in wanted]
    ground.cache_clear()
    back = [places_map(places) for places in wanted[::-1]]

    assert forth == back[::-1]


def test_places_with_the_same_circle_are_drawn_once() -> None:
    drawn = places_map([OMAR, Circle("green-village", "Green Village base", 35.10, 40.55, 10_000)])

    assert [spot.id for spot in drawn.spots] == ["al-omar"]


def test_places_all_over_the_world_share_a_sheet_without_a_scale() -> None:
    drawn = places_map([Circle("a", "London", 51.5, -0.1, 5000), Circle("b", "Sydney", -33.9, 151.2, 5000)])

    assert drawn.scale is None
    assert len(drawn.land) + len(drawn.coasts) + len(drawn.borders) < 200_000


def test_a_whole_country_is_drawn_on_one_map() -> None:
    drawn = locator(60, 95, 2_500_000)

    assert drawn.scale is not None
    assert drawn.spots[0].radius > drawn.width / 10


@pytest.mark.parametrize("place", [BAGHDAD, OMAR, PROVINCE, Circle("", "Null island", 0, 0, 1000)])
def test_no_name_covers_another_or_a_circle(place: Circle) -> None:
    drawn = places_map([place])
    labels = [*drawn.countries, *(spot.name for spot in drawn.spots if spot.name)]
    boxes = [text_box(label.x, label.y - BASELINE, label.text) for label in labels]
    circles = [
        Box(spot.x - spot.radius, spot.y - spot.radius, spot.x + spot.radius, spot.y + spot.radius)
        for spot in drawn.spots
    ]

    assert not any(first.meets(second) for first, second in combinations(boxes + circles, 2))
    assert all(Box(0, 0, drawn.width, drawn.height).holds(box) for box in boxes)


@pytest.mark.parametrize(
    "place", [BAGHDAD, PROVINCE, Circle("", "", -17.8, 179.9, 5000), Circle("", "", 89.5, 0, 9)]
)
def test_nothing_is_drawn_far_beyond_the_edge(place: Circle) -> None:
    drawn = places_map([place])
    for path in (drawn.land, drawn.lakes, drawn.rivers, drawn.coasts, drawn.borders):
        for subpath in path.split("M")[1:]:
            numbers = [float(number) for number in NUMBER.findall(subpath)]
            x, y = 0.0, 0.0
            for across, down in zip(numbers[::2], numbers[1::2], strict=True):
                x, y = x + across, y + down

                assert -4.2 <= x <= drawn.width + 4.2
                assert -4.2 <= y <= drawn.height + 4.2


def test_numbers_have_one_decimal_and_no_minus_nought() -> None:
    drawn = locator(0, 0, 1000)

    assert not re.search(r"-0(?![.\d])|\.\d\d|e", drawn.land + drawn.coasts)
    assert str(drawn.spots[0].x) == "320.0"


def test_the_same_place_gives_the_same_map() -> None:
    assert locator(35.10, 40.55, 10_000) == locator(35.10, 40.55, 10_000)


def test_the_scale_bar_is_a_round_number_of_kilometres() -> None:
    for uncertainty in (1000, 60_000, 120_000, 333_000, 900_000):
        scale = locator(35.10, 40.55, uncertainty).scale

        assert scale is not None
        assert str(scale.kilometres)[0] in "125"
        assert 50 < scale.width <= 150


def test_a_map_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="a map needs a place"):
        places_map([])
