"""GeoJSON: points with their uncertainty, dates among the properties, other shapes told."""

import pytest

from dateline.importers import geojson
from dateline.table_map import TableMap
from tests.importers.reading import by_title, imported, left, mapping_in


def test_features_give_their_events() -> None:
    made = imported(geojson, "features.geojson")
    events = by_title(made)

    assert list(events) == ["A spring is found", "A mast goes up", "A road opens"]
    assert events["A spring is found"]["place"] == {
        "name": "Aldea",
        "lat": 35.1,
        "lon": 40.55,
        "uncertainty_m": 500,
    }
    assert events["A spring is found"]["external_ids"] == {"geojson": "features/7"}
    assert events["A mast goes up"]["date"] == "1967-22"
    assert events["A road opens"]["tags"] == ["roads", "north-bank"]
    assert left(made) == {
        *((4, "colour", False), (6, "altitude", False), (6, "lat", False)),
        *((8, "geometry", False), (10, "date", True)),
    }


def test_a_mapping_says_how_far_off_points_may_be() -> None:
    mapping = mapping_in("columns: {title: title, date: date}\nmade: {uncertainty_m: '5000'}\n")
    events = by_title(imported(geojson, "features.geojson", mapping))

    assert events["A mast goes up"]["place"] == {
        "name": "35.2, 40.6",
        "lat": 35.2,
        "lon": 40.6,
        "uncertainty_m": 5000,
    }


def test_a_stated_order_counts_here_too() -> None:
    made = imported(geojson, "features.geojson", TableMap(order="dmy"))

    assert by_title(made)["Nobody knows when"]["date"] == "2011-04-03"


@pytest.mark.parametrize("text", ["3", "{}", '{"features": [1, {"properties": 2}]}', "nonsense"])
def test_a_file_that_is_no_geojson_is_named(text: str) -> None:
    made = imported(geojson, "a.geojson", text=text)

    assert made.found == ()
    assert made.left
