# SPDX-License-Identifier: MIT
"""A table of the events of each slice, in `events.csv`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from dateline.digest import digest
from dateline.engine import engine
from dateline.formats.table import FILE, render
from dateline.output import Output
from dateline.slices import slices
from dateline.theme import Theme
from dateline.timeline import Timeline

SEES = "index"


def plan(timeline: Timeline, theme: Theme) -> Iterator[Output]:
    """A table for each slice."""
    for one in slices(timeline):
        key = digest((engine(), FILE, theme.base_url, one.key))
        yield Output(one.address(FILE), key, partial(render, one, timeline, theme.base_url))
