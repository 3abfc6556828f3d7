# SPDX-License-Identifier: MIT
"""What all feeds and calendars say of an event alike: its id for ever, when its record changed, its words.

Ids never change with titles or addresses. What counts as a change is the newest date that the record
itself gives: its last correction, else the day on which its sources became public, never the clock.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from heapq import nlargest
from uuid import NAMESPACE_URL, uuid5

from dateline.dates.days import Day
from dateline.digest import digest
from dateline.engine import engine
from dateline.models import Site
from dateline.slices import FEED_MOST, Slice
from dateline.theme import Theme
from dateline.timeline import Entry, Timeline

EPOCH = "1970-01-01T00:00:00Z"


def newest(one: Slice, timeline: Timeline) -> tuple[Entry, ...]:
    """The events of a slice that became known last, the newest first: as many as a feed names."""
    rank = ranks(timeline)
    return tuple(nlargest(FEED_MOST, one.entries, key=lambda entry: rank[entry.id]))


@lru_cache(maxsize=1)
def ranks(timeline: Timeline) -> Mapping[str, int]:
    """The place of each event in the order in which events became known, by id."""
    known = sorted(timeline.entries, key=lambda entry: (updated(entry), entry.id))
    return {entry.id: place for place, entry in enumerate(known)}


def identifier(site: Site, path: str) -> str:
    """A URN that stays when titles and addresses change: made of the repository's name and the id."""
    return uuid5(NAMESPACE_URL, f"{site.url or site.repository or site.title}#{path}").urn


def name_of(site: Site, entry: Entry) -> str:
    """The name of an event, alike in every feed and calendar; it stays when the event gets another id."""
    return identifier(site, f"events/{entry.row.first_id}")


def updated(entry: Entry) -> str:
    """The newest date of the entry's record; see `start_of`."""
    return start_of(Day(*entry.row.updated) if entry.row.updated else None)


def start_of(day: Day | None) -> str:
    """The start of a day in UTC, as RFC 3339 asks, which has no dates without a time.

    It says when a record changed, not when the event was.
    """
    if day is None or not 1 <= day.year <= 9999:  # noqa: PLR2004  # years of RFC 3339
        return EPOCH
    return f"{day.year:04}-{day.month:02}-{day.day:02}T00:00:00Z"


def said(entry: Entry, theme: Theme) -> str:
    """The event in a few sentences, of which the first is how well it is supported."""
    card = entry.card
    parts = [theme.term(card.verification), theme.date_words(card.date)]
    parts += [card.summary] if card.summary else []
    return ". ".join(part[:1].upper() + part[1:].rstrip(".") for part in parts) + "."


def said_with(theme: Theme) -> object:
    """All that `said` and the ids look at besides the event."""
    return theme.base_url, theme.as_of, theme.language.code, theme.site


def title_of(one: Slice, site: Site) -> str:
    """What a feed of a slice is called."""
    return f"{one.title} \N{MIDDLE DOT} {site.title}" if one.kind else site.title


def subtitle(one: Slice, theme: Theme) -> str:
    """What a feed of a slice says of itself; often nothing."""
    return " ".join(part for part in (theme.site.tagline if not one.kind else "", extent(one, theme)) if part)


def feed_key(one: Slice, entries: Sequence[Entry], theme: Theme) -> str:
    """A digest of all that a feed of a slice is made from, when it names these entries."""
    shown = [
        (entry.row.first_id, entry.id, entry.key, entry.row.tags, entry.row.updated) for entry in entries
    ]
    of_slice = (one.title, one.stem, extent(one, theme))
    return digest((engine(), said_with(theme), of_slice, shown))


def extent(one: Slice, theme: Theme) -> str:
    """Which of the events of a slice its feed names, and where all of them are; empty where it names all."""
    count = len(one.entries)
    if count <= FEED_MOST:
        return ""
    words = theme.language.gettext("The newest %(shown)s of %(count)s events; all of them are in %(file)s.")
    quantity = theme.language.quantity
    where = f"{theme.base_url or ''}{one.address('events.csv')}"
    return words % {"shown": quantity(FEED_MOST), "count": quantity(count), "file": where}
