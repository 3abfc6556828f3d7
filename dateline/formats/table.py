# SPDX-License-Identifier: MIT
"""The events of each slice as a table, in CSV (RFC 4180): one record a line, in UTF-8."""

from __future__ import annotations

from functools import partial

from dateline.csv_text import line
from dateline.flat import NAMES, flat
from dateline.registry import Registry
from dateline.slice_pieces import Writer, in_one, pieces
from dateline.slices import Slice
from dateline.timeline import Entry, Timeline

FILE = "events.csv"


def render(one: Slice, timeline: Timeline, base_url: str | None) -> bytes:
    """The table of a slice: the names of the columns, then its events in order."""
    records = pieces(writer(timeline, base_url), one.entries, timeline)
    return in_one(line(NAMES).encode(), records, b"")


def writer(timeline: Timeline, base_url: str | None) -> Writer:
    """How an event is written."""
    return Writer(FILE, base_url, partial(record, registry=timeline.registry, base_url=base_url))


def record(entry: Entry, registry: Registry, base_url: str | None) -> str:
    """A line of the table."""
    return line(flat(entry, registry, base_url).values())
