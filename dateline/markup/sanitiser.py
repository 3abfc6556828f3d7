# SPDX-License-Identifier: MIT
"""The last wall: of HTML only what is on a short list gets through, and all of it is written here."""

from __future__ import annotations

import html
import re

import nh3

from dateline.illustration import SIZES
from dateline.markup.tree import REL

OUTSIDE = re.compile(r"(?:https?://|mailto:)[!-~]+")
PICTURE = r"(?:(?:\.\./)*|https?://[A-Za-z0-9./_~:%\[\]-]+/)media/[A-Za-z0-9][A-Za-z0-9._/-]*"
OWN_TARGET = re.compile(rf"#(?:fn|fnref)-[a-z0-9-]+|#media|{PICTURE}")
ALLOWED_VALUES = {
    "src": re.compile(PICTURE),
    "srcset": re.compile(rf"{PICTURE} [0-9]{{1,5}}w(?:, {PICTURE} [0-9]{{1,5}}w)*"),
    "sizes": re.compile(re.escape(SIZES)),
    "type": re.compile("image/(?:avif|webp|jpeg|png)"),
    "width": re.compile("[0-9]{1,5}"),
    "height": re.compile("[0-9]{1,5}"),
    "loading": re.compile("lazy"),
    "decoding": re.compile("async"),
    "id": re.compile(r"(?:c|fn|fnref)-[a-z0-9-]+"),
    "start": re.compile("[0-9]{1,9}"),
    "scope": re.compile("col"),
    "dir": re.compile("auto"),
}

# Never svg, math, style, template, noscript or form: they are how sanitisers are fooled.
TAGS = frozenset(
    (
        *(
            "p",
            "br",
            "hr",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "ul",
            "ol",
            "li",
            "blockquote",
            "pre",
            "code",
            "em",
            "strong",
        ),
        *("a", "img", "picture", "source", "sup", "div", "table", "thead", "tbody", "tr", "th", "td"),
    )
)
ATTRIBUTES = {
    "a": {"href", "dir", "aria-label"},
    "img": {"src", "srcset", "sizes", "alt", "width", "height", "loading", "decoding"},
    "source": {"type", "srcset", "sizes"},
    "ol": {"start"},
    "th": {"scope", "dir"},
    "td": {"dir"},
    "p": {"dir"},
    "li": {"dir", "id"},
    "sup": {"id"},
    **{f"h{level}": {"dir", "id"} for level in (2, 3, 4, 5, 6)},
}


def keep_value(tag: str, name: str, value: str) -> str | None:  # noqa: ARG001 - nh3's signature
    """The value of an attribute if it is one that `tree` writes."""
    if name == "href":
        return value if OUTSIDE.fullmatch(value) or OWN_TARGET.fullmatch(value) else None
    allowed = ALLOWED_VALUES.get(name)
    return value if allowed is None or allowed.fullmatch(value) else None


CLEANER = nh3.Cleaner(
    tags=set(TAGS),
    clean_content_tags=set(),
    attributes=ATTRIBUTES,
    attribute_filter=keep_value,
    link_rel=REL,
    url_schemes={"http", "https", "mailto"},
)
STRIPPER = nh3.Cleaner(tags=set(), clean_content_tags=set(), attributes={})


def sanitise(made: str) -> str:
    """The HTML without anything that is not on the list; sanitising the result changes nothing."""
    safe = CLEANER.clean(made)
    # A text that reads differently the second time is how sanitisers have been fooled.
    if safe == made or CLEANER.clean(safe) == safe:
        return safe
    return html.escape(html.unescape(STRIPPER.clean(safe)), quote=False)


def is_sanitised(made: str) -> bool:
    """Whether there is nothing in the HTML that would not be let through."""
    return CLEANER.clean(made) == made


def without_tags(made: str) -> str:
    """The words of the HTML."""
    return html.unescape(STRIPPER.clean(made))
