# SPDX-License-Identifier: MIT
"""The events of each slice as GeoJSON (RFC 7946): points that are the middles of circles, in WGS 84.

A point never stands alone: `uncertainty_m` is the radius of the circle that surely holds the place. An
event with several places is a MultiPoint, and one without a position has no geometry.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from dateline.flat import flat
from dateline.json_text import encode
from dateline.positions import Position, positions
from dateline.registry import Registry
from dateline.slice_pieces import Writer, in_one, pieces
from dateline.slices import Slice
from dateline.timeline import Entry, Timeline

FILE = "events.geojson"

SHOWN = (
    *("id", "title", "date", "earliest", "latest", "date_precision", "date_qualifier", "moment", "type"),
    *("verification", "places", "uncertainty_m", "blur_m", "position_of", "context", "url"),
)
"""What a map asks of an event; the rest is in the table and the list."""


def render(one: Slice, timeline: Timeline, base_url: str | None) -> bytes:
    """A feature for each event, one a line."""
    features = pieces(writer(timeline, base_url), one.entries, timeline)
    return in_one(b'{"type":"FeatureCollection","features":[\n', features, b"\n]}\n", between=b",\n")


def writer(timeline: Timeline, base_url: str | None) -> Writer:
    """How an event is written."""
    return Writer(FILE, base_url, partial(feature, registry=timeline.registry, base_url=base_url))


def feature(entry: Entry, registry: Registry, base_url: str | None) -> str:
    """An event as a feature."""
    where = positions(entry, registry)
    told = flat(entry, registry, base_url)
    properties = {**{name: told[name] for name in SHOWN}, "positions": [of(one) for one in where]}
    plain = {"type": "Feature", "id": entry.id, "geometry": geometry(where), "properties": properties}
    return encode(plain).decode()


def geometry(where: tuple[Position, ...]) -> dict[str, Any] | None:
    """A point, several of them, or nothing; the longitude stands first."""
    points = [[one.lon, one.lat] for one in where]
    if len(points) > 1:
        return {"type": "MultiPoint", "coordinates": points}
    return {"type": "Point", "coordinates": points[0]} if points else None


def of(one: Position) -> dict[str, Any]:
    """What a point is the middle of."""
    return {"name": one.of, "uncertainty_m": one.uncertainty_m, "blur_m": one.blur_m or None}
