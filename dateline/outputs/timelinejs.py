# SPDX-License-Identifier: MIT
"""The whole timeline as TimelineJS reads it, so that a page with it can show the events of this one.

TimelineJS draws a date as exact as it is given: a month stays a month, and `display_date` says in words
what is known. It takes texts for HTML, so they are escaped.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from html import escape
from typing import Any

from dateline.dates import Edtf, Kind, Precision
from dateline.dates.days import Day
from dateline.digest import digest
from dateline.engine import engine
from dateline.feeds import said, said_with
from dateline.json_text import encode
from dateline.output import Output
from dateline.slice_pieces import Writer, pieces
from dateline.slices import slices
from dateline.theme import Theme
from dateline.timeline import Entry, Timeline

SEES = "index"

FILE = "timelinejs.json"
FARTHEST = 271_000
"""Years away from 1970 beyond which dates of JavaScript end, and TimelineJS counts in years alone."""


def plan(timeline: Timeline, theme: Theme) -> Iterator[Output]:
    """One file."""
    key = digest((engine(), said_with(theme), slices(timeline)[0].key))
    yield Output(FILE, key, partial(render, timeline, theme))


def render(timeline: Timeline, theme: Theme) -> bytes:
    """The file as JSON: a title, and a slide for each event in order, one a line."""
    far = any(abs(entry.date.anchor.year) > FARTHEST for entry in timeline.entries)
    head = {
        "title": {"text": {"headline": escape(theme.site.title), "text": escape(theme.site.tagline or "")}},
        "scale": "cosmological" if far else "human",
    }
    slides = b",\n".join(pieces(writer(timeline, theme), timeline.entries, timeline))
    return b'%b,"events":[\n%b\n]}\n' % (encode(head)[:-1], slides)


def writer(_timeline: Timeline, theme: Theme) -> Writer:
    """How an event is written."""
    return Writer(FILE, said_with(theme), partial(written, theme=theme))


def written(entry: Entry, theme: Theme) -> str:
    """The slide of an event as JSON."""
    return encode(slide(entry, theme)).decode()


def slide(entry: Entry, theme: Theme) -> dict[str, Any]:
    """An event; it leads to its page, where its sources are."""
    card, first, last = entry.card, *ends(entry.date)
    href = escape(f"{theme.base_url or ''}events/{entry.id}.html")
    text = f'<p>{escape(said(entry, theme))}</p><p><a href="{href}">{escape("; ".join(card.sources))}</a></p>'
    return {
        "unique_id": entry.id,
        "start_date": first,
        **({"end_date": last} if last else {}),
        "display_date": escape(theme.date_words(card.date)),
        "text": {"headline": escape(card.title), "text": text},
        **({"group": escape(theme.word(card.type, "type"))} if card.type else {}),
    }


def ends(date: Edtf) -> tuple[dict[str, int], dict[str, int] | None]:
    """Where a date begins and, unless that is one day, month or year, where it ends."""
    first, last = date.earliest or date.anchor, date.latest
    if date.kind is Kind.INTERVAL:
        start, end = date.start, date.end
        begins = as_exact(first, start.precision if start else date.precision)
        return begins, as_exact(last, end.precision) if last and end and start else None
    begins = as_exact(first, date.precision)
    closes = as_exact(last, date.precision) if last else None
    return begins, closes if closes != begins else None


def as_exact(day: Day, precision: Precision) -> dict[str, int]:
    """The day, or the month or the year that it is in; years are astronomical, as those of JavaScript."""
    parts = {"year": day.year}
    if precision in (Precision.DAY, Precision.MONTH):
        parts["month"] = day.month
    if precision is Precision.DAY:
        parts["day"] = day.day
    return parts
