# SPDX-License-Identifier: MIT
"""No text gives coordinates inside the circle of a place that is blurred on purpose.

Bad:
    name: Safe house
    lat: 35.10
    lon: 40.55
    uncertainty_m: 1000
    blur_m: 20000
    note: The gate is at 35.1012, 40.5523.

Good:
    name: Safe house
    lat: 35.10
    lon: 40.55
    uncertainty_m: 1000
    blur_m: 20000
    note: It stands near the river.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import product

from dateline.geo import distance_m
from dateline.models import Model, Place
from dateline.problems import Finding, Severity
from dateline.setting import Setting
from dateline.stories import Story
from dateline.timeline import Timeline

CODE = "D232"
NAME = "blurred-yet-told"
SEVERITY = Severity.ERROR

HINT = "leave them out of the text, here and in the history of the files, or do not blur the place"
DECIMAL = r"(\d{1,3}\.\d{2,15})(?!\d)"
PAIR = re.compile(rf"(?<![\d.]){DECIMAL}[^\d.]{{1,12}}?{DECIMAL}")
# Signs for minutes and seconds: straight, prime, or the closing quotation mark of a word processor.
SEXAGESIMAL = re.compile(
    r"(\d{1,3})\s?[\u00b0\u00ba]\s?(\d{1,2}(?:\.\d{1,15})?)\s?['\u2032\u2019]\s?"
    r"(?:(\d{1,2}(?:\.\d{1,15})?)\s?(?:[\"\u2033\u201d]|''))?"
)


def of_event(story: Story, _: Setting) -> Iterator[Finding]:
    """Yield each text of the event that tells where one of its blurred places is."""
    places = hidden(given.place for given in story.places)
    if places:
        for loc, name in told(story.event, places):
            yield Finding("event", story.id, loc, message(name), HINT)


def check(timeline: Timeline) -> Iterator[Finding]:
    """Yield each text of the registries that tells where a blurred place is."""
    registry = timeline.registry
    places = hidden(registry.places.values())
    if not places:
        return
    for kind, records in (
        ("place", registry.places),
        ("actor", registry.actors),
        ("source", registry.sources),
    ):
        for ident, record in records.items():
            for loc, name in told(record, places):
                yield Finding(kind, ident, loc, message(name), HINT)


def hidden(places: Iterable[Place]) -> tuple[Place, ...]:
    """Those of some places that are blurred."""
    return tuple(place for place in places if place.blur_m and place.lat is not None)


def told(record: Model, places: Iterable[Place]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Where a record has coordinates in a text, and the name of the blurred place that they lie in."""
    for loc, text in texts(record.model_dump(mode="json", exclude_unset=True)):
        for first, second in pairs(text):
            inside = next((place for place in places if holds(place, first, second)), None)
            if inside:
                yield loc, inside.name
                break


def texts(data: object, loc: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Every text in plain data, with its place there."""
    if isinstance(data, str):
        yield loc, data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from texts(value, loc if key == "inline" else (*loc, key))
    elif isinstance(data, list):
        for position, value in enumerate(data):
            yield from texts(value, (*loc, position))


def pairs(text: str) -> Iterator[tuple[float, float]]:
    """Every two decimal numbers that stand together in a text; degrees and minutes count as decimal."""
    plain = SEXAGESIMAL.sub(decimal, text)
    for first, second in PAIR.findall(plain):
        yield float(first), float(second)


def decimal(found: re.Match[str]) -> str:
    """Degrees, minutes and seconds as decimal degrees."""
    degrees, minutes, seconds = (float(part or 0) for part in found.groups())
    return f"{degrees + minutes / 60 + seconds / 3600:.5f}"


def holds(place: Place, first: float, second: float) -> bool:
    """Whether two numbers, in either order and with either sign, are coordinates within the circle."""
    return any(
        distance_m(lat, lon, place.lat or 0, place.lon or 0) <= (place.uncertainty_m or 0)
        for one, other in ((first, second), (second, first))
        for lat, lon in product((one, -one), (other, -other))
        if abs(lat) <= 90  # noqa: PLR2004  # a quarter turn
    )


def message(name: str) -> str:
    """What is wrong."""
    return f"this text gives coordinates where '{name}' is, which is blurred on purpose"
