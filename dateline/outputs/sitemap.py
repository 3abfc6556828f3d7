# SPDX-License-Identifier: MIT
"""What robots read: the site map, robots.txt, and the file that keeps GitHub Pages from Jekyll."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from dateline.digest import digest
from dateline.output import Output
from dateline.slugs import slug
from dateline.spoken import languages
from dateline.theme import Theme
from dateline.timeline import Timeline

SEES = "index"

XMLNS = "http://www.sitemaps.org/schemas/sitemap/0.9"


def plan(timeline: Timeline, theme: Theme) -> Iterator[Output]:
    """The site map needs full addresses, so a site whose address is not known has none."""
    if theme.base_url:
        addresses = tuple(theme.base_url + path for path in (*paths(timeline), *translated_paths(timeline)))
        yield Output("sitemap.xml", digest(addresses), render, (addresses,))
    robots = "User-agent: *\nAllow: /\n" + (
        f"Sitemap: {theme.base_url}sitemap.xml\n" if theme.base_url else ""
    )
    yield Output("robots.txt", digest(robots), robots.encode)
    yield Output(".nojekyll", "", bytes)


def paths(timeline: Timeline) -> Iterator[str]:
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


def render(addresses: tuple[str, ...]) -> bytes:
    """The site map as XML."""
    root = Element("urlset", {"xmlns": XMLNS})
    for address in addresses:
        SubElement(SubElement(root, "url"), "loc").text = address
    indent(root)
    made: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return made + b"\n"
