# SPDX-License-Identifier: MIT
"""The home page: scope, strip and the whole chronology, with series as bands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from dateline.dates.periods import date_of
from dateline.groups import DayGroup, chronology
from dateline.output import Output
from dateline.references import Card
from dateline.shelves import MOST
from dateline.strip import Strip
from dateline.strips import strip_of
from dateline.theme import Page, Theme
from dateline.timeline import Timeline

LATEST = 30
"""How many events the home page of a long timeline shows."""


@dataclass(frozen=True, slots=True)
class Band:
    """A series with its parts."""

    card: Card
    parts: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Year:
    """A year that has a page."""

    label: str
    address: str
    count: int


@dataclass(frozen=True, slots=True)
class HomePage:
    """What the home page shows; of many events only the latest, with a way to each year."""

    chronology: tuple[DayGroup, ...]
    latest_only: bool
    bands: tuple[Band, ...]
    strip: Strip | None
    years: tuple[Year, ...]
    linked_data: dict[str, Any]


def plan(timeline: Timeline, theme: Theme) -> Iterator[Output]:
    """The home page."""
    site = timeline.site
    rows = [entry for entry in timeline.entries if not entry.card.series]
    view = HomePage(
        chronology=chronology(rows if len(rows) <= MOST else rows[-LATEST:], timeline),
        latest_only=len(rows) > MOST,
        bands=tuple(
            Band(entry.card, tuple(link.card for link in entry.related if link.kind == "has_part"))
            for entry in timeline.entries
            if entry.card.series
        ),
        strip=strip_of(timeline.entries, theme),
        years=tuple(
            Year(theme.date_words(date_of(key)), f"{key}.html", len(entries))
            for key, entries in sorted(
                timeline.groups["year"].items(), key=lambda year: date_of(year[0]).sort_key
            )
        ),
        linked_data=linked_data(timeline, theme),
    )
    description = site.tagline or site.scope or ""
    yield theme.page("index.html", Page("index.html", site.title, description, current="timeline"), view)


def linked_data(timeline: Timeline, theme: Theme) -> dict[str, Any]:
    """The site as schema.org describes a data set."""
    site = timeline.site
    found: dict[str, Any] = {"@context": "https://schema.org", "@type": "Dataset", "name": site.title}
    if site.scope or site.tagline:
        found["description"] = site.scope or site.tagline
    if theme.base_url:
        found["url"] = theme.base_url
        found["distribution"] = {
            "@type": "DataDownload",
            "encodingFormat": "application/json",
            "contentUrl": f"{theme.base_url}timeline.json",
        }
    if site.publisher:
        found["publisher"] = {"@type": "Organization", "name": site.publisher}
    return found
