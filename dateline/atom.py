# SPDX-License-Identifier: MIT
"""An Atom feed as XML (RFC 4287), made of what its entries say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from dateline import __version__
from dateline.feeds import EPOCH, identifier
from dateline.theme import Theme

ATOM = "http://www.w3.org/2005/Atom"


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a feed; `address` is that of its page, below the site's root."""

    id: str
    title: str
    updated: str
    address: str
    summary: str
    lang: str
    categories: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Feed:
    """What a feed says of itself: `path` is its address, `page` that of the page with the same."""

    name: str
    title: str
    subtitle: str
    path: str
    page: str


def atom(feed: Feed, items: Sequence[Item], theme: Theme) -> bytes:
    """The feed in UTF-8; `name` makes its id, which stays."""
    site = theme.site
    root = Element("feed", {"xmlns": ATOM, "xml:lang": site.lang})
    SubElement(root, "id").text = identifier(site, feed.name)
    SubElement(root, "title").text = feed.title
    if feed.subtitle:
        SubElement(root, "subtitle").text = feed.subtitle
    SubElement(root, "updated").text = max((one.updated for one in items), default=EPOCH)
    SubElement(SubElement(root, "author"), "name").text = site.publisher or site.title
    if site.licence:
        SubElement(root, "rights").text = site.licence
    SubElement(root, "generator", {"version": __version__}).text = "dateline"
    if theme.base_url:
        own = {"rel": "self", "type": "application/atom+xml", "href": f"{theme.base_url}{feed.path}"}
        page = {"rel": "alternate", "type": "text/html", "href": theme.full_address(feed.page) or ""}
        SubElement(root, "link", own)
        SubElement(root, "link", page)
    for one in items:
        root.append(entry(one, theme))
    indent(root)
    made: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return made + b"\n"


def entry(item: Item, theme: Theme) -> Element:
    """One entry."""
    made = Element("entry", {"xml:lang": item.lang})
    SubElement(made, "id").text = item.id
    SubElement(made, "title").text = item.title
    SubElement(made, "updated").text = item.updated
    href = f"{theme.base_url or ''}{item.address}"
    SubElement(made, "link", {"rel": "alternate", "type": "text/html", "href": href})
    for word in item.categories:
        SubElement(made, "category", {"term": word})
    SubElement(made, "summary", {"type": "text"}).text = item.summary
    return made
