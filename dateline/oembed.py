# SPDX-License-Identifier: MIT
"""What oEmbed answers of a page (https://oembed.com, version 1.0, type rich)."""

from __future__ import annotations

from dateline.embedding import WIDTH, frame, named, path
from dateline.json_text import encode
from dateline.theme import Theme


def answer(page: str, title: str, high: int, theme: Theme) -> bytes:
    """The answer for the page at that address, on a site whose own is known."""
    address, site = theme.full_address(path(page)), theme.site
    assert address is not None, "only a site with an address answers"  # noqa: S101  # for the type
    said = {
        "version": "1.0",
        "type": "rich",
        "title": title,
        **({"author_name": site.publisher} if site.publisher else {}),
        "provider_name": site.title,
        "provider_url": theme.full_address("index.html"),
        "html": frame(address, named(title, site.title), high),
        "width": WIDTH,
        "height": high,
    }
    return encode(said, indent=1) + b"\n"
