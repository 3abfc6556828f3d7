# SPDX-License-Identifier: MIT
"""The strip of time above a list of entries, with its labels in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from urllib.parse import urlencode

from dateline.dates import Edtf
from dateline.dates.days import ordinal
from dateline.digest import digest, digest_of_keys
from dateline.strip import MOST_BARS, MOST_COLUMNS, WIDTH, Item, Strip, spans, strip
from dateline.strip.timescale import Scale, scale_of
from dateline.theme import Theme
from dateline.timeline import Entry

FEWEST = 2

LIST_BARS, LIST_COLUMNS = 40, 80
"""How much a list that is not the whole timeline draws: a page has many other things to show."""


class Line:
    """The strip of a list that is one of many, drawn when its page shows it.

    `chosen_by` is by what the browser chooses these events out of all.
    """

    __slots__ = ("chosen_by", "entries", "theme")

    def __init__(self, entries: Iterable[Entry], theme: Theme, **chosen_by: str | Sequence[str]) -> None:
        self.entries = tuple(entries)
        self.theme = theme
        self.chosen_by = chosen_by

    def within(self, entries: Iterable[Entry], period: Edtf) -> Line:
        """The strip of those that belong to a period."""
        return Line(entries, self.theme, **self.chosen_by, **{"from": period.text, "to": period.text})

    @property
    def scope(self) -> str:
        """By what the browser chooses, as a query."""
        return urlencode(self.chosen_by, doseq=True)

    @property
    def key(self) -> str:
        """A digest of the entries as they are drawn."""
        return digest((self.chosen_by, digest_of_keys([entry.key for entry in self.entries])))

    @property
    def drawn(self) -> Strip | None:
        """The strip, or None where there is nothing to compare."""
        return strip_of(self.entries, self.theme, LIST_BARS, LIST_COLUMNS)


def strip_of(
    entries: Sequence[Entry], theme: Theme, bars: int = MOST_BARS, columns: int = MOST_COLUMNS
) -> Strip | None:
    """The strip of the entries, or None where there are too few to compare.

    Where there are too many for a bar each, only series and events that lead a column are put into words.
    """
    if len(entries) < FEWEST:
        return None
    draw = partial(strip, mirrored=theme.language.direction == "rtl", most_bars=bars, most_columns=columns)
    if sum(not entry.is_series for entry in entries) <= bars:
        return draw([item(entry, label(entry, theme)) for entry in entries])
    items = [item(entry, label(entry, theme) if entry.is_series else "") for entry in entries]
    drawn = draw(items)
    leading = {bar.id for bar in drawn.bars}
    labels = {entry.id: label(entry, theme) for entry in entries if entry.id in leading}
    return replace(drawn, bars=tuple(replace(bar, label=labels[bar.id]) for bar in drawn.bars))


def scale_of_entries(entries: Sequence[Entry]) -> Scale:
    """The scale that the strip of these entries, at least one, has."""
    return scale_of(spans([item(entry, "") for entry in entries]), WIDTH)


def label(entry: Entry, theme: Theme) -> str:
    """A bar in words."""
    return f"{theme.filters['date_words'](entry.date)}: {entry.card.title}"


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
