# SPDX-License-Identifier: MIT
"""The pages that a long list needs beside its first one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dateline.dates.periods import date_of
from dateline.output import Output
from dateline.shelves import Shelf
from dateline.stretches import Stretch
from dateline.strips import Line
from dateline.theme import Page, Theme


@dataclass(frozen=True, slots=True)
class ShelfPage:
    """What one page of a long list shows; `whole` is the address of its first page.

    Only the first page of a period has a line of time.
    """

    kind: str
    name: str
    whole: str
    shelf: Shelf
    line: Line | None


def shelf_pages(kind: str, first: Page, rest: Iterable[Shelf], whole: Line) -> Iterator[Output]:
    """A page for each shelf after the first, titled with the list's name and what it holds.

    `whole` is the line of the whole list.
    """
    for shelf in rest:
        period = None if shelf.goes_on else shelf.period
        line = whole.within(shelf.entries, date_of(period)) if period else None
        made_from = (kind, first, shelf.period, shelf.count, shelf.listed, shelf.chronology, line)
        given = (kind, first, shelf, line, whole.theme)
        output = whole.theme.page_later("shelf.html", shelf.address, made_from, described, *given)
        yield output.over(len(line.entries) if line else 0)


def described(
    kind: str, first: Page, shelf: Shelf, line: Line | None, theme: Theme
) -> tuple[Page, ShelfPage]:
    """The page of one shelf."""
    page = Page(shelf.address, f"{first.title}: {held_words(shelf, theme)}", current=first.current)
    return page, ShelfPage(kind, first.title, first.path, shelf, line)


def held_words(shelf: Shelf, theme: Theme) -> str:
    """What a shelf holds: its period, and on a further page which events."""
    words = [theme.date_words(date_of(shelf.period))] if shelf.period else []
    if shelf.goes_on:
        words.append(range_words(shelf.listed.here, theme))
    return theme.language.comma.join(words)


def range_words(stretch: Stretch, theme: Theme) -> str:
    """Which events a page shows, from the first to the last."""
    quantity = theme.language.quantity
    return f"{quantity(stretch.first)}\N{EN DASH}{quantity(stretch.last)}"
