# SPDX-License-Identifier: MIT
"""The events as data: JSON for each, JSON for the whole, and the schema that they follow."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from typing import Any

from dateline import __version__
from dateline.dates.words import iso_bounds
from dateline.digest import digest
from dateline.models import Claim
from dateline.output import Output
from dateline.schema import SCHEMAS, schema
from dateline.theme import Theme
from dateline.timeline import Entry, Timeline


def plan(timeline: Timeline, theme: Theme) -> Iterator[Output]:
    """One file an event, one of everything, and the JSON Schemas."""
    for entry in timeline.entries:
        path = f"events/{entry.id}.json"
        yield Output(path, key(theme, entry.id, entry), partial(rendered, record, entry, theme))
    everything = (timeline.site, timeline.entries, timeline.registry)
    yield Output(
        "timeline.json", key(theme, "timeline", everything), partial(rendered, whole, timeline, theme)
    )
    for name in SCHEMAS:
        yield Output(f"schema/{name}.json", f"{__version__} {name}", partial(encoded_schema, name))


def key(theme: Theme, name: str, value: object) -> str:
    """A digest of what a data file is made from."""
    return digest((__version__, theme.base_url, name, value))


def rendered(make: Any, subject: Any, theme: Theme) -> bytes:
    """The record as JSON."""
    return encoded(make(subject, theme))


def encoded_schema(name: str) -> bytes:
    """A JSON Schema as JSON."""
    return encoded(schema(name))


def encoded(value: object) -> bytes:
    """Strict JSON in UTF-8: no NaN, keys in the order given, a line break at the end."""
    return (json.dumps(value, ensure_ascii=False, allow_nan=False, indent=1) + "\n").encode()


def record(entry: Entry, theme: Theme) -> dict[str, Any]:
    """An event as typed, with what was worked out beside it.

    What is absent was left out; null was typed, and says that something is not known.
    `earliest` and `latest` are days; they are bounds of what is known and never a more exact date.
    """
    earliest, latest = iso_bounds(entry.date)
    return {
        "id": entry.id,
        **({"url": f"{theme.base_url}events/{entry.id}.html"} if theme.base_url else {}),
        **entry.event.model_dump(mode="json", exclude_unset=True),
        "verification": entry.event.verification.value,
        **({"claims": [claimed(claim) for claim in entry.event.claims]} if entry.event.claims else {}),
        "worked_out": {
            "earliest": earliest,
            "latest": latest,
            "precision": entry.date.precision.value,
            "timezone": entry.zone,
            "previous": entry.previous.id if entry.previous else None,
            "next": entry.next.id if entry.next else None,
            "relations": [{"kind": link.kind, "event": link.card.id} for link in entry.related],
        },
    }


def claimed(claim: Claim) -> dict[str, Any]:
    """A claim as typed, with its stance and rank even where they go without saying."""
    typed = claim.model_dump(mode="json", exclude_unset=True)
    return {**typed, "stance": claim.stance.value, "rank": claim.rank.value}


def whole(timeline: Timeline, theme: Theme) -> dict[str, Any]:
    """The whole timeline with its registries."""
    site, registry = timeline.site, timeline.registry
    return {
        "title": site.title,
        **({"url": theme.base_url} if theme.base_url else {}),
        "licence": site.licence,
        "knowledge_date": site.knowledge_date.text if site.knowledge_date else None,
        "events": [record(entry, theme) for entry in timeline.entries],
        "places": dumped(registry.places),
        "actors": dumped(registry.actors),
        "sources": dumped(registry.sources),
    }


def dumped(records: Any) -> dict[str, Any]:
    """Registry entries by id, without what they leave out."""
    return {ident: one.model_dump(mode="json", exclude_unset=True) for ident, one in records.items()}
