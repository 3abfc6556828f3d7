# SPDX-License-Identifier: MIT
"""The strip of time above a list of entries, with its labels in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.dates.days import ordinal
from dateline.strip import MOST_BARS, Item, Strip, strip
from dateline.theme import Theme
from dateline.timeline import Entry

FEWEST = 2


def strip_of(entries: Sequence[Entry], theme: Theme) -> Strip | None:
    """The strip of the entries, or None where there are too few to compare.

    Where there are too many for a bar each, only series and events that lead a column are put into words.
    """
    if len(entries) < FEWEST:
        return None
    mirrored = theme.language.direction == "rtl"
    if sum(not entry.is_series for entry in entries) <= MOST_BARS:
        return strip([item(entry, label(entry, theme)) for entry in entries], mirrored=mirrored)
    items = [item(entry, label(entry, theme) if entry.is_series else "") for entry in entries]
    drawn = strip(items, mirrored=mirrored)
    leading = {bar.id for bar in drawn.bars}
    labels = {entry.id: label(entry, theme) for entry in entries if entry.id in leading}
    return replace(drawn, bars=tuple(replace(bar, label=labels[bar.id]) for bar in drawn.bars))


def label(entry: Entry, theme: Theme) -> str:
    """A bar in words."""
    return f"{theme.date_words(entry.date)}: {entry.card.title}"


def item(entry: Entry, words: str) -> Item:
    """One bar; an end that is open or unknown stops at the end that is known, and fades."""
    date = entry.date
    first, last = date.earliest or date.anchor, date.latest or date.anchor
    return Item(
        id=entry.id,
        label=words,
        start=ordinal(first),
        end=ordinal(last),
        text=entry.card.title if words else "",
        kind="series" if entry.is_series else "event",
        uncertain=date.uncertain or date.approximate or date.kind == "set",
        open_start=date.earliest is None,
        open_end=date.latest is None,
    )
