# SPDX-License-Identifier: MIT
"""A table of the events of each slice, in `events.csv`."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.digest import digest
from dateline.engine import engine
from dateline.formats import table
from dateline.output import Output
from dateline.slice_pieces import Writer
from dateline.slices import slices
from dateline.theme import Theme
from dateline.timeline import Timeline

SEES = "index"

FILE = table.FILE


def plan(timeline: Timeline, theme: Theme) -> Iterator[Output]:
    """A table for each slice."""
    for one in slices(timeline):
        key = digest((engine(), FILE, theme.base_url, one.key))
        given = (one, timeline, theme.base_url)
        yield Output(one.address(FILE), key, table.render, given).over(len(one.entries))


def writer(timeline: Timeline, theme: Theme) -> Writer:
    """How an event is written in each of them."""
    return table.writer(timeline, theme.base_url)
