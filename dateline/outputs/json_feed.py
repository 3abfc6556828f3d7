# SPDX-License-Identifier: MIT
"""The feed of each slice as JSON Feed 1.1, with the events of its Atom feed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dateline.feeds import feed_key, name_of, newest, said, subtitle, title_of, updated
from dateline.json_text import encode
from dateline.output import Output
from dateline.slices import Slice, slices
from dateline.theme import Theme
from dateline.timeline import Entry, Timeline

SEES = "index"

FILE = "feed.json"
VERSION = "https://jsonfeed.org/version/1.1"


def plan(timeline: Timeline, theme: Theme) -> Iterator[Output]:
    """For each slice the feed of the events that became known last."""
    for one in slices(timeline):
        entries = newest(one, timeline)
        yield Output(one.address(FILE), feed_key(one, entries, theme), render, (one, theme, entries))


def render(one: Slice, theme: Theme, entries: tuple[Entry, ...]) -> bytes:
    """The feed as JSON."""
    site, base = theme.site, theme.base_url
    made: dict[str, Any] = {"version": VERSION, "title": title_of(one, site)}
    if base:
        made |= {"home_page_url": theme.full_address(one.page), "feed_url": f"{base}{one.address(FILE)}"}
    if said_of_it := subtitle(one, theme):
        made["description"] = said_of_it
    made |= {"authors": [{"name": site.publisher or site.title}], "language": site.lang}
    return encode({**made, "items": [item(entry, theme) for entry in entries]}, indent=1) + b"\n"


def item(entry: Entry, theme: Theme) -> dict[str, Any]:
    """One event: its id is that of the Atom feed, and `_dateline` holds when it was.

    `date_modified` says when the record changed; JSON Feed has no word for when an event was.
    """
    card = entry.card
    return {
        "id": name_of(theme.site, entry),
        "url": f"{theme.base_url or ''}events/{entry.id}.html",
        "title": card.title,
        "content_text": said(entry, theme),
        "date_modified": updated(entry),
        "language": card.lang,
        **({"tags": list(entry.row.tags)} if entry.row.tags else {}),
        "_dateline": {"date": card.date.text, "verification": card.verification.value},
    }
