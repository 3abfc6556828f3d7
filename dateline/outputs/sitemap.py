# SPDX-License-Identifier: MIT
"""What robots read: the site map, robots.txt, and the file that keeps GitHub Pages from Jekyll."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from xml.sax.saxutils import escape

from dateline.digest import digest
from dateline.output import Output
from dateline.slugs import slug
from dateline.spoken import languages
from dateline.theme import Theme
from dateline.timeline import Timeline

SEES = "index"

FILE = "sitemap.xml"
XMLNS = "http://www.sitemaps.org/schemas/sitemap/0.9"
DECLARED = "<?xml version='1.0' encoding='utf-8'?>"

MOST = 50_000
"""So many addresses one site map may hold; of more there are several, and a list of them.

https://www.sitemaps.org/protocol.html
"""


def plan(timeline: Timeline, theme: Theme) -> Iterator[Output]:
    """The site map needs full addresses, so a site whose address is not known has none."""
    if theme.base_url:
        paths = list(every_path(timeline))
        starts = range(0, len(paths), MOST)
        for number, start in enumerate(starts, 1):
            key = digest((theme.base_url, paths[start : start + MOST]))
            where = name(number) if len(starts) > 1 else FILE
            yield Output(where, key, render, (timeline, theme.base_url, start)).over(len(timeline.entries))
        if len(starts) > 1:
            yield Output(FILE, digest((theme.base_url, len(starts))), listed, (theme.base_url, len(starts)))
    robots = "User-agent: *\nAllow: /\n" + (
        f"Sitemap: {theme.base_url}sitemap.xml\n" if theme.base_url else ""
    )
    yield Output("robots.txt", digest(robots), robots.encode)
    yield Output(".nojekyll", "", bytes)


def every_path(timeline: Timeline) -> Iterator[str]:
    """The addresses in every language."""
    yield from own_paths(timeline)
    yield from translated_paths(timeline)


def own_paths(timeline: Timeline) -> Iterator[str]:
    """The addresses of the pages that a search engine should know, in the site's own language."""
    yield from list_paths(timeline)
    yield from (f"events/{entry.id}.html" for entry in timeline.entries)
    yield from (f"{text.id}.html" for text in timeline.pages)


def translated_paths(timeline: Timeline) -> Iterator[str]:
    """Those of the pages in other languages, of events only where there is a translation."""
    for code in languages(timeline.site)[1:]:
        yield from (f"{code}/{path}" for path in list_paths(timeline))
        yield from (
            f"{code}/events/{entry.id}.html"
            for entry in timeline.entries
            if entry.row.card.lang == code or code in entry.row.translated_into
        )


def list_paths(timeline: Timeline) -> Iterator[str]:
    """The addresses of the home page, of the map and of the lists."""
    yield from ("", "map.html")
    yield from (f"{key}.html" for key in timeline.groups["year"])
    yield from (
        f"{key.replace('-', '/')}.html" for key in (*timeline.groups["month"], *timeline.groups["day"])
    )
    yield from ("on-this-day.html", "disputed.html", "accessibility.html", "contribute.html", "data.html")
    registry = timeline.registry
    types = dict.fromkeys((*timeline.site.vocabularies.get("type", {}), *timeline.groups["type"]))
    folders: dict[str, Iterable[str]] = {
        "places": registry.places,
        "actors": registry.actors,
        "sources": registry.sources,
        "types": map(slug, types),
        "tags": map(slug, timeline.groups["tag"]),
    }
    for folder, names in folders.items():
        yield f"{folder}.html"
        yield from (f"{folder}/{name}.html" for name in names)


def render(timeline: Timeline, base_url: str, start: int) -> bytes:
    """A site map as XML, of so many addresses as it may hold, after so many others."""
    addresses = islice(every_path(timeline), start, start + MOST)
    return written("urlset", "url", (base_url + path for path in addresses))


def listed(base_url: str, count: int) -> bytes:
    """The list of so many site maps as XML."""
    return written("sitemapindex", "sitemap", (f"{base_url}{name(number)}" for number in range(1, count + 1)))


def name(number: int) -> str:
    """The path of one of several site maps."""
    return f"sitemap-{number}.xml"


def written(root: str, item: str, addresses: Iterable[str]) -> bytes:
    """Addresses as XML, each in an element of its own."""
    lines = "".join(f"  <{item}>\n    <loc>{escape(one)}</loc>\n  </{item}>\n" for one in addresses)
    return f'{DECLARED}\n<{root} xmlns="{XMLNS}">\n{lines}</{root}>\n'.encode()
