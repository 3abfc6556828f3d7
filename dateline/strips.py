# SPDX-License-Identifier: MIT
"""The strip of time above a list of entries, with its labels in words."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.dates.days import ordinal
from dateline.strip import Item, Strip, strip
from dateline.theme import Theme
from dateline.timeline import Entry

FEWEST = 2


def strip_of(entries: Iterable[Entry], theme: Theme) -> Strip | None:
    """The strip of the entries, or None where there are too few to compare."""
    items = [item(entry, theme) for entry in entries]
    return strip(items, mirrored=theme.language.direction == "rtl") if len(items) >= FEWEST else None


def item(entry: Entry, theme: Theme) -> Item:
    """One bar; an end that is open or unknown stops at the end that is known, and fades."""
    date = entry.date
    first, last = date.earliest or date.anchor, date.latest or date.anchor
    return Item(
        id=entry.id,
        label=f"{theme.date_words(date)}: {entry.event.title}",
        start=ordinal(first),
        end=ordinal(last),
        text=entry.event.title,
        kind="series" if entry.card.series else "event",
        uncertain=date.uncertain or date.approximate or date.kind == "set",
        open_start=date.earliest is None,
        open_end=date.latest is None,
    )
