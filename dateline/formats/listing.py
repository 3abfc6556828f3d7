# SPDX-License-Identifier: MIT
"""The events of each slice in short, in JSON: what the table holds, without loss.

Each leads to its page, beside which the whole record of the event is, as `events/ID.json`.
"""

from __future__ import annotations

from functools import partial

from dateline.flat import flat
from dateline.json_text import encode
from dateline.registry import Registry
from dateline.slice_pieces import Writer, in_one, pieces
from dateline.slices import Slice
from dateline.timeline import Entry, Timeline

FILE = "events.json"


def render(one: Slice, timeline: Timeline, base_url: str | None) -> bytes:
    """What the slice is, and its events in order, one a line."""
    head = encode(
        {
            "timeline": timeline.site.title,
            "title": one.title,
            "url": f"{base_url or ''}{one.page}",
            "licence": timeline.site.licence,
            "count": len(one.entries),
        }
    )
    events = pieces(writer(timeline, base_url), one.entries, timeline)
    return in_one(head[:-1] + b',"events":[\n', events, b"\n]}\n", between=b",\n")


def writer(timeline: Timeline, base_url: str | None) -> Writer:
    """How an event is written."""
    return Writer(FILE, base_url, partial(record, registry=timeline.registry, base_url=base_url))


def record(entry: Entry, registry: Registry, base_url: str | None) -> str:
    """An event as a JSON object."""
    return encode(flat(entry, registry, base_url)).decode()
