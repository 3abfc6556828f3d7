# SPDX-License-Identifier: MIT
"""The whole timeline as TimelineJS reads it, so that a page with it can show the events of this one.

TimelineJS draws a date as exact as it is given: a month stays a month, and `display_date` says in words
what is known. It takes texts for HTML, so they are escaped. Years before our era are those that it shows: -44
is 44 BCE, but for deep time, where years are counted as they stand. Under `dateline`, which TimelineJS passes
over, stands the event as plain data, so that it can come back as it was; its texts are escaped as well.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from html import escape
from typing import Any

from dateline.carried import CARRIED
from dateline.dates import Edtf, Kind, Precision
from dateline.dates.days import Day
from dateline.digest import digest
from dateline.engine import engine
from dateline.feeds import said, said_with
from dateline.flat import flat
from dateline.json_text import encode
from dateline.output import Output
from dateline.registry import Registry
from dateline.slice_pieces import Writer, in_one, pieces
from dateline.slices import slices
from dateline.theme import Theme
from dateline.timeline import Entry, Timeline

SEES = "index"

FILE = "timelinejs.json"
ALSO = tuple(name for name in (*CARRIED[FILE], "url") if name not in ("id", "title"))
"""What a slide has no words for; its id and its headline are those of the event."""

FARTHEST = 271_000
"""Years away from 1970 beyond which dates of JavaScript end, and TimelineJS counts in years alone."""


def plan(timeline: Timeline, theme: Theme) -> Iterator[Output]:
    """One file."""
    key = digest((engine(), said_with(theme), slices(timeline)[0].key))
    yield Output(FILE, key, render, (timeline, theme)).over(len(timeline.entries))


def render(timeline: Timeline, theme: Theme) -> bytes:
    """The file as JSON: a title, and a slide for each event in order, one a line."""
    head = {
        "title": {"text": {"headline": escape(theme.site.title), "text": escape(theme.site.tagline or "")}},
        "scale": "cosmological" if is_deep(timeline) else "human",
    }
    slides = pieces(writer(timeline, theme), timeline.entries, timeline)
    return in_one(encode(head)[:-1] + b',"events":[\n', slides, b"\n]}\n", between=b",\n")


def is_deep(timeline: Timeline) -> bool:
    """Whether the timeline reaches beyond the dates of JavaScript."""
    return any(abs(entry.date.anchor.year) > FARTHEST for entry in timeline.entries)


def writer(timeline: Timeline, theme: Theme) -> Writer:
    """How an event is written."""
    deep = is_deep(timeline)
    write = partial(written, registry=timeline.registry, theme=theme, deep=deep)
    return Writer(FILE, (said_with(theme), deep), write)


def written(entry: Entry, registry: Registry, theme: Theme, *, deep: bool) -> str:
    """The slide of an event as JSON."""
    return encode(slide(entry, registry, theme, deep=deep)).decode()


def slide(entry: Entry, registry: Registry, theme: Theme, *, deep: bool) -> dict[str, Any]:
    """An event; it leads to its page, where its sources are."""
    card, first, last = entry.card, *ends(entry.date, deep=deep)
    href = escape(f"{theme.base_url or ''}events/{entry.id}.html")
    text = f'<p>{escape(said(entry, theme))}</p><p><a href="{href}">{escape("; ".join(card.sources))}</a></p>'
    told = flat(entry, registry, theme.base_url)
    plain = {name: told[name] for name in ALSO if told[name] not in (None, [])}
    return {
        "unique_id": entry.id,
        "start_date": first,
        **({"end_date": last} if last else {}),
        "display_date": escape(theme.date_words(card.date)),
        "text": {"headline": escape(card.title), "text": text},
        **({"group": escape(theme.word(card.type, "type"))} if card.type else {}),
        "dateline": {name: harmless(value) for name, value in plain.items()},
    }


def harmless(value: Any) -> Any:
    """A text, or a list of texts, as HTML that shows it."""
    return [escape(one) for one in value] if isinstance(value, list) else escape(value)


def ends(date: Edtf, *, deep: bool) -> tuple[dict[str, int], dict[str, int] | None]:
    """Where a date begins and, unless that is one day, month or year, where it ends."""
    first, last = date.earliest or date.anchor, date.latest
    if date.kind is Kind.INTERVAL:
        start, end = date.start, date.end
        begins = as_exact(first, start.precision if start else date.precision, deep=deep)
        return begins, as_exact(last, end.precision, deep=deep) if last and end and start else None
    begins = as_exact(first, date.precision, deep=deep)
    closes = as_exact(last, date.precision, deep=deep) if last else None
    return begins, closes if closes != begins else None


def as_exact(day: Day, precision: Precision, *, deep: bool) -> dict[str, int]:
    """The day, or the month or the year that it is in; `deep` years are counted as they stand."""
    parts = {"year": day.year if deep or day.year > 0 else day.year - 1}
    if precision in (Precision.DAY, Precision.MONTH):
        parts["month"] = day.month
    if precision is Precision.DAY:
        parts["day"] = day.day
    return parts
