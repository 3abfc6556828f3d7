# SPDX-License-Identifier: MIT
"""The events of each slice as a table, in CSV (RFC 4180): one record a line, in UTF-8."""

from __future__ import annotations

from dateline.csv_text import line
from dateline.flat import NAMES, flat
from dateline.slice_pieces import pieces
from dateline.slices import Slice
from dateline.timeline import Entry, Timeline

FILE = "events.csv"


def render(one: Slice, timeline: Timeline, base_url: str | None) -> bytes:
    """The table of a slice: the names of the columns, then its events in order."""

    def record(entry: Entry) -> str:
        return line(flat(entry, timeline.registry, base_url).values())

    return "".join([line(NAMES), *pieces(timeline, base_url).of(FILE, one.entries, record)]).encode()
