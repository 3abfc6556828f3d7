# SPDX-License-Identifier: MIT
"""The Atom feed of each slice (RFC 4287), the newest knowledge first."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.atom import Feed, Item, atom
from dateline.feeds import feed_key, name_of, newest, said, subtitle, title_of, updated
from dateline.output import Output
from dateline.slices import Slice, slices
from dateline.theme import Theme
from dateline.timeline import Entry, Timeline

SEES = "index"

FILE = "feed.xml"


def plan(timeline: Timeline, theme: Theme) -> Iterator[Output]:
    """For each slice the feed of the events that became known last."""
    for one in slices(timeline):
        entries = newest(one, timeline)
        yield Output(one.address(FILE), feed_key(one, entries, theme), render, (one, theme, entries))


def render(one: Slice, theme: Theme, entries: tuple[Entry, ...]) -> bytes:
    """The feed as XML."""
    site = theme.site
    feed = Feed(one.address("feed"), title_of(one, site), subtitle(one, theme), one.address(FILE), one.page)
    return atom(feed, [item(entry, theme) for entry in entries], theme)


def item(entry: Entry, theme: Theme) -> Item:
    """One event, with the same id in every feed."""
    return Item(
        id=name_of(theme.site, entry),
        title=entry.card.title,
        updated=updated(entry),
        address=f"events/{entry.id}.html",
        summary=said(entry, theme),
        lang=entry.card.lang,
        categories=entry.row.tags,
    )
