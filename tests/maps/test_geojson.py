"""A site's own basemap in GeoJSON, and everything that can be wrong with one."""

import json
from typing import Any

import pytest

from dateline.maps import places_map
from dateline.maps.framing import Circle
from dateline.maps.geojson import BasemapError, basemap_in

WEST = [[0, 0], [10, 0], [10, 10], [0, 10], [0, 0]]
EAST = [[10, 0], [20, 0], [20, 10], [10, 10], [10, 0]]


def feature(shape: str, coordinates: Any, **properties: str) -> dict[str, Any]:
    return {
        "type": "Feature",
        "properties": properties,
        "geometry": {"type": shape, "coordinates": coordinates},
    }


def raw(*features: Any) -> bytes:
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()


TWO = (feature("Polygon", [WEST], name="West"), feature("MultiPolygon", [[EAST]], name="East", code="002"))


def test_what_two_countries_share_is_a_border_and_the_rest_is_coast() -> None:
    found = basemap_in(raw(*TWO))

    assert [(one.name, one.code) for one in found.countries] == [("East", "002"), ("West", "")]
    assert [sorted(shape.points) for shape in found.borders] == [[(10, 0), (10, 10)]]
    assert sum(len(shape.points) - 1 for shape in found.coasts) == 6


def test_lakes_rivers_and_lines_of_ones_own_have_their_layers() -> None:
    lake = feature("Polygon", [[[1, 1], [2, 1], [2, 2], [1, 1]]], kind="lake")
    river = feature("LineString", [[3, 3], [4, 4]], kind="river")
    line = feature("MultiLineString", [[[5, 5], [6, 6]]], kind="border")
    found = basemap_in(raw(*TWO, lake, river, line))

    assert len(found.lakes) == 1
    assert [shape.points for shape in found.rivers] == [((3, 3), (4, 4))]
    assert ((5, 5), (6, 6)) in [shape.points for shape in found.borders]


def test_a_country_cut_at_the_date_line_has_no_coast_there() -> None:
    left = [[170, 0], [180, 0], [180, 10], [170, 10], [170, 0]]
    right = [[-180, 0], [-170, 0], [-170, 10], [-180, 10], [-180, 0]]
    found = basemap_in(raw(feature("MultiPolygon", [[left], [right]], name="Isles")))

    assert all(
        {abs(x) for x, _ in pair} != {180}
        for shape in found.coasts
        for pair in zip(shape.points, shape.points[1:], strict=False)
    )


def test_maps_are_drawn_on_it() -> None:
    drawn = places_map([Circle("", "Here", 5.0, 9.0, 1_000)], basemap=basemap_in(raw(*TWO)))

    assert drawn.borders
    assert {label.text for label in drawn.countries} == {"West", "East"}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (b"{", "it is no JSON"),
        (b"\xff\xfe", "it is no JSON"),
        (b"[" * 50_000, "it is no JSON"),
        (b"[]", "it is no FeatureCollection"),
        (b'{"type": "Topology"}', "it is no FeatureCollection"),
        (b'{"type": "FeatureCollection"}', "its 'features' are no list"),
        (raw(), "it has no polygon that is land"),
        (raw(7), "feature 1: it has no geometry"),
        (raw(*TWO, {"geometry": None}), "feature 3: it has no geometry"),
        (raw(feature("Point", [1, 2])), "feature 1: a map is made of polygons and lines, not of 'Point'"),
        (raw(feature("Polygon", [])), "feature 1: its polygon has no ring"),
        (raw(feature("Polygon", None)), "feature 1: its coordinates are no list"),
        (raw(feature("Polygon", [[[0, 0], [1, 1], [0, 0]]])), "feature 1: a ring has four points"),
        (raw(feature("Polygon", [[[0, 0], [1, 1], [2, 0], [3, 3]]])), "feature 1: a ring has four points"),
        (raw(feature("Polygon", [[[500_000, 4_000_000], [1, 1], [2, 0], [3, 3]]])), "is no longitude"),
        (raw(feature("Polygon", [[["1", 2], [1, 1], [2, 0], [3, 3]]])), "is no longitude and latitude"),
        (raw(feature("LineString", [[1, 1]])), "feature 1: a line has two points or more"),
    ],
)
def test_what_is_wrong_is_said(text: bytes, message: str) -> None:
    with pytest.raises(BasemapError) as raised:
        basemap_in(text)

    assert message in raised.value.message
