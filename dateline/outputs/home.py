# SPDX-License-Identifier: MIT
"""The home page: scope, strip and the whole chronology, with series as bands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from dateline.dates.periods import date_of, in_time
from dateline.groups import Chronology
from dateline.output import Output
from dateline.references import Card
from dateline.shelves import MOST
from dateline.strip import Strip
from dateline.strips import strip_of
from dateline.theme import Page, Theme
from dateline.timeline import Entry, Timeline

SEES = "index"
SPEAKS = "each"

LATEST = 30
"""How many events the home page of a long timeline shows."""

MOST_BANDS = 12
"""How many series have a band, and how many of its parts a band names; the latest of each."""

MOST_YEARS = 500
"""How many years the home page leads to; each page of a year leads to the one before it."""


@dataclass(frozen=True, slots=True)
class Band:
    """A series with the latest of its parts, and how many it has in all."""

    card: Card
    parts: tuple[Card, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Year:
    """A year that has a page."""

    label: str
    address: str
    count: int


@dataclass(frozen=True, slots=True)
class HomePage:
    """What the home page shows; of many events only the latest, with a way to each year."""

    chronology: Chronology
    latest_only: bool
    bands: tuple[Band, ...]
    more_bands: int
    strip: Strip | None
    years: tuple[Year, ...]
    more_years: int
    linked_data: dict[str, Any]


def plan(timeline: Timeline, theme: Theme) -> Iterator[Output]:
    """The home page."""
    parts = [
        [part.key for part in parts_of(entry, timeline)] for entry in timeline.entries if entry.is_series
    ]
    made_from = (Chronology(timeline.entries), parts)
    output = theme.page_later("index.html", "index.html", made_from, described, timeline, theme)
    yield output.over(len(timeline.entries))


def described(timeline: Timeline, theme: Theme) -> tuple[Page, HomePage]:
    """The home page and what it shows."""
    site = timeline.site
    rows = [entry for entry in timeline.entries if not entry.is_series]
    series = [entry for entry in timeline.entries if entry.is_series]
    years = sorted(timeline.groups["year"].items(), key=lambda year: in_time(year[0]))
    view = HomePage(
        chronology=Chronology(rows if len(rows) <= MOST else rows[-LATEST:]),
        latest_only=len(rows) > MOST,
        bands=tuple(band(entry, timeline) for entry in series[-MOST_BANDS:]),
        more_bands=max(len(series) - MOST_BANDS, 0),
        strip=strip_of(timeline.entries, theme),
        years=tuple(
            Year(theme.date_words(date_of(key)), f"{key}.html", len(entries))
            for key, entries in years[-MOST_YEARS:]
        ),
        more_years=max(len(years) - MOST_YEARS, 0),
        linked_data=linked_data(timeline, theme),
    )
    return Page("index.html", site.title, site.tagline or site.scope or "", current="timeline"), view


def band(entry: Entry, timeline: Timeline) -> Band:
    """A series as the home page shows it."""
    parts = parts_of(entry, timeline)
    return Band(entry.card, tuple(part.card for part in parts[-MOST_BANDS:]), len(parts))


def parts_of(entry: Entry, timeline: Timeline) -> tuple[Entry, ...]:
    """The events that belong to a series."""
    return tuple(one.entry for one in timeline.links.get(entry.id, ()) if one.kind == "has_part")


def linked_data(timeline: Timeline, theme: Theme) -> dict[str, Any]:
    """The site as schema.org describes a data set."""
    site = timeline.site
    found: dict[str, Any] = {"@context": "https://schema.org", "@type": "Dataset", "name": site.title}
    if site.scope or site.tagline:
        found["description"] = site.scope or site.tagline
    if theme.base_url:
        found["url"] = theme.full_address("index.html")
        found["distribution"] = {
            "@type": "DataDownload",
            "encodingFormat": "application/json",
            "contentUrl": f"{theme.base_url}timeline.json",
        }
    if site.publisher:
        found["publisher"] = {"@type": "Organization", "name": site.publisher}
    return found
