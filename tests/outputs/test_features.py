"""The features of a slice are GeoJSON, and no point is there without its circle."""

import json
from typing import Any

from jsonschema import Draft202012Validator

from dateline.outputs import features
from tests.outputs.planning import planned
from tests.outputs.slices_of import every_slice
from tests.rules.small import timeline_of

# From RFC 7946: section 3.1.1 (a position), 3.1.2, 3.1.3, 3.2, 3.3, and 4 for the bounds.
POSITION = {
    "type": "array",
    "prefixItems": [
        {"type": "number", "minimum": -180, "maximum": 180},
        {"type": "number", "minimum": -90, "maximum": 90},
    ],
    "minItems": 2,
    "maxItems": 3,
}
POINT = {"properties": {"type": {"const": "Point"}, "coordinates": POSITION}}
POINTS = {
    "properties": {"type": {"const": "MultiPoint"}, "coordinates": {"type": "array", "items": POSITION}}
}
FEATURE = {
    "type": "object",
    "required": ["type", "geometry", "properties"],
    "properties": {
        "type": {"const": "Feature"},
        "id": {"type": ["string", "number"]},
        "geometry": {"anyOf": [{"type": "null"}, {"type": "object", "anyOf": [POINT, POINTS]}]},
        "properties": {"type": ["object", "null"]},
    },
}
SCHEMA = {
    "type": "object",
    "required": ["type", "features"],
    "properties": {"type": {"const": "FeatureCollection"}, "features": {"type": "array", "items": FEATURE}},
    "not": {"anyOf": [{"required": [name]} for name in ("crs", "coordinates", "geometry", "properties")]},
}


def found() -> dict[str, Any]:
    raw = planned(features, every_slice())["events.geojson"]
    return {one["id"]: one for one in json.loads(raw)["features"]}


def test_each_file_is_geojson() -> None:
    for raw in planned(features, every_slice()).values():
        Draft202012Validator(SCHEMA).validate(json.loads(raw))


def test_a_place_is_a_point_and_several_are_points_on_either_side_of_the_antimeridian() -> None:
    assert found()["day"]["geometry"] == {"type": "Point", "coordinates": [179.9, 35.1]}
    assert found()["both"]["geometry"] == {
        "type": "MultiPoint",
        "coordinates": [[179.9, 35.1], [-179.9, 35.2]],
    }


def test_an_event_without_a_position_has_no_geometry() -> None:
    assert found()["month"]["geometry"] is None


def test_every_point_has_its_circle() -> None:
    circles = found()["both"]["properties"]["positions"]

    assert circles == [
        {"name": "The mill", "uncertainty_m": 500, "blur_m": None},
        {"name": "The quay", "uncertainty_m": 500, "blur_m": None},
    ]
    assert found()["both"]["properties"]["uncertainty_m"] == 500


def test_an_empty_timeline_has_no_features() -> None:
    raw = planned(features, timeline_of())["events.geojson"]

    assert json.loads(raw) == {"type": "FeatureCollection", "features": []}
