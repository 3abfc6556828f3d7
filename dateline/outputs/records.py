# SPDX-License-Identifier: MIT
"""The events as data: JSON for each, JSON for the whole, and the schema that they follow."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, partial
from typing import Any

from dateline.dates.periods import date_of
from dateline.digest import digest
from dateline.engine import engine
from dateline.json_text import encode
from dateline.output import Output
from dateline.schema import SCHEMAS, schema
from dateline.shelves import Shelf, shelves
from dateline.stretches import Stretch
from dateline.theme import Theme
from dateline.timeline import Entry, Timeline

MOST = 1_000
"""How many events one file holds; a longer timeline is cut by year, and where need be by month."""


def plan(timeline: Timeline, theme: Theme) -> Iterator[Output]:
    """One file an event, one of everything or of each period of it, and the JSON Schemas."""
    keys: dict[str, str] = {}
    for entry in timeline.entries:
        key = keys[entry.id] = digest((engine(), theme.base_url, made_from(entry, timeline)))
        yield Output(f"events/{entry.id}.json", key, one_event, (entry, timeline, theme))
    first, *rest = shelves(timeline.entries, "timeline.json", most=MOST)
    describe = partial(described, timeline, theme)
    for shelf in (first, *rest):
        say = describe if shelf is first else dict
        shared = describe() if shelf is first else shelf.period
        held = [keys[entry.id] for entry in shelf.chronology.entries]
        key = digest((engine(), theme.base_url, shared, shelf.listed.parts, further(shelf), held))
        yield Output(shelf.address, key, together, (shelf, timeline, theme, say))
    for name in SCHEMAS:
        yield Output(f"schema/{name}.json", f"{engine()} {name}", encoded_schema, (name,))


def made_from(entry: Entry, timeline: Timeline) -> list[object]:
    """What stands for all that the record of an entry holds."""
    before, after = timeline.before.get(entry.id), timeline.after.get(entry.id)
    return [
        *(entry.id, entry.row.digest, before.id if before else None, after.id if after else None),
        *((one.kind, one.entry.id) for one in timeline.links.get(entry.id, ())),
    ]


def one_event(entry: Entry, timeline: Timeline, theme: Theme) -> bytes:
    """The record of an event as JSON."""
    return encoded(record(entry, timeline, theme))


def together(shelf: Shelf, timeline: Timeline, theme: Theme, describe: Callable[[], dict[str, Any]]) -> bytes:
    """The records of a shelf as JSON, and where those of its shorter periods and its further ones are."""
    listed = shelf.listed
    period = {"period": date_of(shelf.period).text} if shelf.period else {}
    parts = [{"period": part.date.text, "file": part.address, "events": part.count} for part in listed.parts]
    parts += [{**period, "file": one.address, "events": one.last - one.first + 1} for one in further(shelf)]
    events = [record(entry, timeline, theme) for entry in shelf.chronology.entries]
    return encoded({**describe(), **period, **({"parts": parts} if parts else {}), "events": events})


def further(shelf: Shelf) -> tuple[Stretch, ...]:
    """The files that go on with what the first file of a period holds; that one names them."""
    return () if shelf.goes_on else shelf.listed.stretches[1:]


@cache
def encoded_schema(name: str) -> bytes:
    """A JSON Schema as JSON."""
    return encoded(schema(name))


def encoded(value: object) -> bytes:
    """Strict JSON in UTF-8: no NaN, keys in the order given, a line break at the end."""
    return encode(value, indent=1) + b"\n"


def record(entry: Entry, timeline: Timeline, theme: Theme) -> dict[str, Any]:
    """An event as plain data, with its address, its neighbours and what it is linked to."""
    plain = timeline.exported(entry)
    before, after = timeline.before.get(entry.id), timeline.after.get(entry.id)
    placed = {
        "previous": before.id if before else None,
        "next": after.id if after else None,
        "relations": [{"kind": one.kind, "event": one.entry.id} for one in timeline.links.get(entry.id, ())],
    }
    return {
        "id": entry.id,
        **({"url": f"{theme.base_url}events/{entry.id}.html"} if theme.base_url else {}),
        **plain,
        "worked_out": {**plain["worked_out"], **placed},
    }


def described(timeline: Timeline, theme: Theme) -> dict[str, Any]:
    """What the file of everything says besides its events: the site and its registries."""
    site, registry = timeline.site, timeline.registry
    return {
        "title": site.title,
        **({"url": theme.base_url} if theme.base_url else {}),
        "licence": site.licence,
        "knowledge_date": site.knowledge_date.text if site.knowledge_date else None,
        "places": dumped(registry.places),
        "actors": dumped(registry.actors),
        "sources": dumped(registry.sources),
    }


def dumped(records: Any) -> dict[str, Any]:
    """Registry entries by id, without what they leave out."""
    return {ident: one.model_dump(mode="json", exclude_unset=True) for ident, one in records.items()}
