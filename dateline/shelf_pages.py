# SPDX-License-Identifier: MIT
"""The pages that a long list needs beside its first one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from dateline.dates.periods import date_of
from dateline.output import Output
from dateline.shelves import Shelf
from dateline.theme import Page, Theme


@dataclass(frozen=True, slots=True)
class ShelfPage:
    """What one page of a long list shows; `whole` is the address of its first page."""

    kind: str
    name: str
    whole: str
    shelf: Shelf


def shelf_pages(kind: str, first: Page, rest: Iterable[Shelf], theme: Theme) -> Iterator[Output]:
    """A page for each shelf after the first, titled with the list's name and its period."""
    for shelf in rest:
        made_from = (kind, first, shelf.period, shelf.count, shelf.parts, shelf.chronology)
        yield theme.page_later(
            "shelf.html", shelf.address, made_from, partial(described, kind, first, shelf, theme)
        )


def described(kind: str, first: Page, shelf: Shelf, theme: Theme) -> tuple[Page, ShelfPage]:
    """The page of one shelf."""
    period = theme.date_words(date_of(shelf.period or ""))
    page = Page(shelf.address, f"{first.title}: {period}", current=first.current)
    return page, ShelfPage(kind, first.title, first.path, shelf)
