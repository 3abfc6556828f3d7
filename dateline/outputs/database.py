# SPDX-License-Identifier: MIT
"""The whole timeline as a SQLite file, which opens in Datasette and in every reader of SQLite."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.dataset import whole_key
from dateline.formats.database import FILE, render
from dateline.output import Output
from dateline.theme import Theme
from dateline.timeline import Timeline

SEES = "index"


def plan(timeline: Timeline, theme: Theme) -> Iterator[Output]:
    """One file."""
    key, given = whole_key(timeline, theme.base_url), (timeline, theme.base_url)
    yield Output(FILE, key, render, given).over(len(timeline.entries))
