# SPDX-License-Identifier: MIT
"""The pages that a long list needs beside its first one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from dateline.dates.periods import date_of
from dateline.output import Output
from dateline.shelves import Shelf
from dateline.strips import Line
from dateline.theme import Page


@dataclass(frozen=True, slots=True)
class ShelfPage:
    """What one page of a long list shows; `whole` is the address of its first page."""

    kind: str
    name: str
    whole: str
    shelf: Shelf
    line: Line


def shelf_pages(kind: str, first: Page, rest: Iterable[Shelf], whole: Line) -> Iterator[Output]:
    """A page for each shelf after the first, titled with the list's name and its period.

    `whole` is the line of the whole list.
    """
    for shelf in rest:
        line = whole.within(shelf.entries, date_of(shelf.period or ""))
        made_from = (kind, first, shelf.period, shelf.count, shelf.parts, shelf.chronology, line)
        make = partial(described, kind, first, shelf, line)
        yield whole.theme.page_later("shelf.html", shelf.address, made_from, make)


def described(kind: str, first: Page, shelf: Shelf, line: Line) -> tuple[Page, ShelfPage]:
    """The page of one shelf."""
    period = line.theme.date_words(date_of(shelf.period or ""))
    page = Page(shelf.address, f"{first.title}: {period}", current=first.current)
    return page, ShelfPage(kind, first.title, first.path, shelf, line)
