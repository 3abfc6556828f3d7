# SPDX-License-Identifier: MIT
"""The page to search on, which without an index or a script leads to the lists."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.dates.periods import date_of, in_time
from dateline.output import Output
from dateline.theme import MOST_PERIODS, Page, Theme
from dateline.timeline import Timeline

SEES = "index"
SPEAKS = "each"


@dataclass(frozen=True, slots=True)
class Year:
    """A year that has a page; `key` is its name in the index."""

    key: str
    label: str
    address: str
    count: int


@dataclass(frozen=True, slots=True)
class SearchPage:
    """What the search page leads to, whether or not there is an index."""

    years: tuple[Year, ...]
    more_years: int


def plan(timeline: Timeline, theme: Theme) -> Iterator[Output]:
    """The search page; a site without a search keeps it, for those who come by an old link."""
    years = sorted(timeline.groups["year"].items(), key=lambda year: in_time(year[0]))
    shown = tuple(
        Year(key, theme.date_words(date_of(key)), f"{key}.html", len(entries))
        for key, entries in years[-MOST_PERIODS:]
    )
    title = theme.language.gettext("Search")
    page = Page("search.html", title, indexed=False, current="search")
    yield theme.page("search.html", page, SearchPage(shown, max(len(years) - MOST_PERIODS, 0)))
