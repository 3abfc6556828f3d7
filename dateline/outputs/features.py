# SPDX-License-Identifier: MIT
"""The features of the events of each slice that has every format, in `events.geojson`."""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter

from dateline.digest import digest
from dateline.engine import engine
from dateline.formats import features
from dateline.output import Output
from dateline.slice_pieces import Writer
from dateline.slices import slices
from dateline.theme import Theme
from dateline.timeline import Timeline

SEES = "index"

FILE = features.FILE


def plan(timeline: Timeline, theme: Theme) -> Iterator[Output]:
    """The features of each of these slices."""
    for one in filter(attrgetter("every"), slices(timeline)):
        key = digest((engine(), FILE, theme.base_url, one.key))
        given = (one, timeline, theme.base_url)
        yield Output(one.address(FILE), key, features.render, given).over(len(one.entries))


def writer(timeline: Timeline, theme: Theme) -> Writer:
    """How an event is written in each of them."""
    return features.writer(timeline, theme.base_url)
