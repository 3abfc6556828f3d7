# SPDX-License-Identifier: MIT
"""GeoJSON (RFC 7946): an event for each feature that has a date among its properties; points are carried.

The features that a dateline site gives out come back as the events that they were, in short.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from dateline.carried import is_flat
from dateline.incoming import Gathering, Given, Imported, Place
from dateline.json_lines import lines_in, read_json
from dateline.returned import Point, is_number, take_flat, tell_in_short
from dateline.returned import text_in as plain_text
from dateline.table_guess import usual
from dateline.table_map import TableMap
from dateline.table_rows import take_row

FILE = "events.geojson"
COORDINATES = 2


def read(given: Given) -> Imported:
    """The event of each feature; properties go by the columns of the mapping or by their usual names."""
    into = Gathering("geojson", given.mapping)
    for name, raw in given.files:
        typed, text = read_json(name, raw, into)
        features = features_of(typed)
        if features is None:
            if typed is not None:
                into.refuse(Place(name, 1), "", "", "this file is no GeoJSON: it has no features")
            continue
        into.mapping = given.mapping if given.mapping.columns else by_names(given.mapping, features)
        ours = [not given.mapping.columns and is_ours(feature) for feature in features]
        if any(ours):
            tell_in_short(into, Place(name, 1), FILE)
        lines = lines_in(text, "features", len(features)) if "features" in typed else [1]
        for line, feature, is_short in zip(lines, features, ours, strict=True):
            at = Place(name, line)
            if is_short:
                take_flat(into, at, feature["properties"], points_of(feature))
            else:
                take_feature(into, at, feature)
    return into.result()


def features_of(typed: object) -> list[Any] | None:
    """The features of a collection, or the one feature of a file; None where there are none."""
    if not isinstance(typed, dict):
        return None
    if typed.get("type") == "Feature":
        return [typed]
    features = typed.get("features")
    return features if isinstance(features, list) else None


def by_names(mapping: TableMap, features: Sequence[Any]) -> TableMap:
    """The mapping with those properties whose names say which field they fill."""
    found = [one.get("properties") for one in features if isinstance(one, dict)]
    names = {str(key) for one in found if isinstance(one, dict) for key in one}
    return replace(mapping, columns={"": (), **{name: usual(name) for name in sorted(names) if usual(name)}})


def take_feature(into: Gathering, at: Place, feature: object) -> None:
    """Add the event of a feature."""
    if not isinstance(feature, dict) or not isinstance(feature.get("properties"), dict):
        into.refuse(at, "feature", "", "this feature has no properties")
        return
    columns = {str(key): text_in(value) for key, value in feature["properties"].items()}
    known = point_of(into, at, feature.get("geometry"))
    if isinstance(feature.get("id"), str | int):
        known["id"] = str(feature["id"])
    take_row(into, at, columns, known)


def is_ours(feature: object) -> bool:
    """Whether a dateline site wrote this feature."""
    return isinstance(feature, dict) and is_flat(feature.get("properties"))


def points_of(feature: Mapping[str, Any]) -> list[Point]:
    """The points of a feature that a dateline site wrote, each with its place and its circle."""
    geometry, told = feature.get("geometry"), feature["properties"].get("positions")
    if not isinstance(geometry, dict) or not isinstance(told, list):
        return []
    found = geometry.get("coordinates")
    pairs = [found] if geometry.get("type") == "Point" else found if isinstance(found, list) else []
    return [
        Point(plain_text(one.get("name")), pair[1], pair[0], one["uncertainty_m"])
        for one, pair in zip(told, pairs, strict=False)
        if isinstance(one, dict)
        and isinstance(one.get("uncertainty_m"), int)
        and isinstance(pair, list)
        and len(pair) == COORDINATES
        and all(map(is_number, pair))
    ]


def point_of(into: Gathering, at: Place, geometry: object) -> dict[str, str]:
    """Latitude and longitude of a point, which GeoJSON writes the other way round; other shapes are noted."""
    if not isinstance(geometry, dict):
        return {}
    kind, coordinates = geometry.get("type"), geometry.get("coordinates")
    if kind == "Point" and isinstance(coordinates, list) and len(coordinates) >= COORDINATES:
        if coordinates[COORDINATES:]:
            into.leave(at, "altitude", text_in(coordinates[COORDINATES:]), "no field holds an altitude")
        return {"lat": text_in(coordinates[1]), "lon": text_in(coordinates[0])}
    into.leave(at, "geometry", text_in(kind), "only a single point is carried; no line, area or set is")
    return {}


def text_in(value: object) -> str:
    """A value as text: a list of plain values with semicolons between, anything else as JSON."""
    if value is None:
        return ""
    if isinstance(value, list) and all(isinstance(item, str | int | float) for item in value):
        return "; ".join(map(text_in, value))
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
