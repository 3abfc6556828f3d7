# SPDX-License-Identifier: MIT
"""The events of each slice in short, in JSON: what the table holds, without loss.

Each leads to its page, beside which the whole record of the event is, as `events/ID.json`.
"""

from __future__ import annotations

from dateline.flat import flat
from dateline.json_text import encode
from dateline.slice_pieces import pieces
from dateline.slices import Slice
from dateline.timeline import Entry, Timeline

FILE = "events.json"


def render(one: Slice, timeline: Timeline, base_url: str | None) -> bytes:
    """What the slice is, and its events in order, one a line."""

    def record(entry: Entry) -> str:
        return encode(flat(entry, timeline.registry, base_url)).decode()

    head = encode(
        {
            "timeline": timeline.site.title,
            "title": one.title,
            "url": f"{base_url or ''}{one.page}",
            "licence": timeline.site.licence,
            "count": len(one.entries),
        }
    ).decode()
    events = ",\n".join(pieces(timeline, base_url).of(FILE, one.entries, record))
    return f'{head[:-1]},"events":[\n{events}\n]}}\n'.encode()
