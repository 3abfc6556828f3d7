# SPDX-License-Identifier: MIT
"""The Atom feed of events (RFC 4287), the newest knowledge first.

Entry ids never change with titles or addresses. `updated` is the newest date that the entry itself
gives: its last correction, else the day on which its sources became public, never the build's clock.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from heapq import nlargest
from uuid import NAMESPACE_URL, uuid5
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from dateline import __version__
from dateline.dates.days import Day
from dateline.digest import digest
from dateline.engine import engine
from dateline.output import Output
from dateline.terms import Term
from dateline.theme import Theme
from dateline.timeline import Entry, Timeline

SEES = "index"

ATOM = "http://www.w3.org/2005/Atom"
MOST = 100
EPOCH = "1970-01-01T00:00:00Z"


def plan(timeline: Timeline, theme: Theme) -> Iterator[Output]:
    """The feed of the events that became known last."""
    newest = nlargest(MOST, timeline.entries, key=lambda entry: (updated(entry), entry.id))
    shown = [(entry.id, entry.key, entry.row.tags, entry.row.updated) for entry in newest]
    key = digest((engine(), theme.base_url, theme.as_of, timeline.site, shown))
    yield Output("feed.xml", key, partial(render, timeline, theme, tuple(newest)))


def render(timeline: Timeline, theme: Theme, entries: tuple[Entry, ...]) -> bytes:
    """The feed as XML."""
    site = timeline.site
    feed = Element("feed", {"xmlns": ATOM, "xml:lang": site.lang})
    SubElement(feed, "id").text = identifier(timeline, "feed")
    SubElement(feed, "title").text = site.title
    if site.tagline:
        SubElement(feed, "subtitle").text = site.tagline
    SubElement(feed, "updated").text = max(map(updated, entries), default=EPOCH)
    SubElement(SubElement(feed, "author"), "name").text = site.publisher or site.title
    if site.licence:
        SubElement(feed, "rights").text = site.licence
    SubElement(feed, "generator", {"version": __version__}).text = "dateline"
    if theme.base_url:
        SubElement(
            feed, "link", {"rel": "self", "type": "application/atom+xml", "href": f"{theme.base_url}feed.xml"}
        )
        SubElement(feed, "link", {"rel": "alternate", "type": "text/html", "href": theme.base_url})
    for entry in entries:
        feed.append(item(entry, timeline, theme))
    indent(feed)
    made: bytes = tostring(feed, encoding="utf-8", xml_declaration=True)
    return made + b"\n"


def item(entry: Entry, timeline: Timeline, theme: Theme) -> Element:
    """One event; its summary begins with how well it is supported."""
    card = entry.card
    made = Element("entry", {"xml:lang": card.lang})
    SubElement(made, "id").text = identifier(timeline, f"events/{entry.id}")
    SubElement(made, "title").text = card.title
    SubElement(made, "updated").text = updated(entry)
    address = f"{theme.base_url or ''}events/{entry.id}.html"
    SubElement(made, "link", {"rel": "alternate", "type": "text/html", "href": address})
    for tag in entry.row.tags:
        SubElement(made, "category", {"term": tag})
    label: Term = card.verification
    said = [
        theme.term(label),
        theme.date_words(card.date),
        *([card.summary] if card.summary else []),
    ]
    SubElement(made, "summary", {"type": "text"}).text = (
        ". ".join(part[:1].upper() + part[1:].rstrip(".") for part in said) + "."
    )
    return made


def identifier(timeline: Timeline, path: str) -> str:
    """A URN that stays when titles and addresses change: made of the repository's name and the id."""
    site = timeline.site
    return uuid5(NAMESPACE_URL, f"{site.url or site.repository or site.title}#{path}").urn


def updated(entry: Entry) -> str:
    """The newest date of the entry's record, at the start of that day in UTC, as RFC 3339 asks.

    Atom has no dates without a time; this one says when the record changed, not when the event was.
    """
    day = Day(*entry.row.updated) if entry.row.updated else Day(1970, 1, 1)
    if not 1 <= day.year <= 9999:  # noqa: PLR2004  # years of RFC 3339
        return EPOCH
    return f"{day.year:04}-{day.month:02}-{day.day:02}T00:00:00Z"
