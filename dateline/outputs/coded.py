# SPDX-License-Identifier: MIT
"""The whole timeline as a table with the codes of precision of conflict data, in `coded.csv`."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.dataset import whole_key
from dateline.formats import coded
from dateline.output import Output
from dateline.slice_pieces import Writer
from dateline.theme import Theme
from dateline.timeline import Timeline

SEES = "index"

FILE = coded.FILE


def plan(timeline: Timeline, theme: Theme) -> Iterator[Output]:
    """One file."""
    key, given = whole_key(timeline, theme.base_url), (timeline, theme.base_url)
    yield Output(FILE, key, coded.render, given).over(len(timeline.entries))


def writer(timeline: Timeline, theme: Theme) -> Writer:
    """How an event is written in it."""
    return coded.writer(timeline, theme.base_url)
