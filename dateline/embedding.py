# SPDX-License-Identifier: MIT
"""What other pages are given to show a page of ours: a frame with its embed, or a card without one.

The embed of a page lies at the same address below `embed/`. Both codes are HTML for somebody else's
page: they need no script, and none of what they say can leave its attribute or its element.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from html import escape

from dateline.language import Language, direction
from dateline.page import Page

FOLDER = "embed/"
WIDTH = 600
"""How wide a frame is, in CSS pixels, for whoever asks for a number; the code says the whole width."""

LETTERS, LINE, BETWEEN = 52, 25, 10
"""Letters of a line, where a frame is 480 CSS pixels wide; its height, and the room after a paragraph."""

AROUND = 160
"""How high all that is which stands around the texts, in CSS pixels: the site's name, and the ways out."""

OF_LIST, LEAST, MOST, STEP = 600, 300, 900, 20
"""The height of a list, the lowest and the highest of an event, and the steps between, in CSS pixels."""

SANDBOX = "allow-same-origin allow-popups allow-popups-to-escape-sandbox"
"""No scripts, no forms, and not the page around: only our own style, and links that open a tab.

`allow-same-origin` lets the embed be of our site, as its policy wants; it gives nothing to a frame
without scripts.
"""


@dataclass(frozen=True, slots=True)
class Home:
    """What pages belong to: the title of their site, their language, and how to tell an address in full."""

    title: str
    language: Language
    full_address: Callable[[str], str | None]


@dataclass(frozen=True, slots=True)
class Embed:
    """The codes for a page, and the address of what oEmbed answers of it."""

    answer: str
    frame: str
    card: str


def path(page: str) -> str:
    """Where the embed of a page is."""
    return FOLDER + page


def answer_path(page: str) -> str:
    """Where the answer of oEmbed is, for a page."""
    return FOLDER + page.removesuffix(".html") + ".json"


def height(texts: Iterable[str]) -> int:
    """How high a frame has to be for these texts, each a paragraph, in CSS pixels."""
    needed = AROUND + sum(-(-len(text) // LETTERS) * LINE + BETWEEN for text in texts if text)
    return min(max(-(-needed // STEP) * STEP, LEAST), MOST)


def embed(home: Home, page: Page, high: int = OF_LIST, said: str = "", tongue: str = "") -> Embed | None:
    """The codes for a page, or None where the site's address is not known.

    `said` is what the card says below the title, and `tongue` the language of the title where that
    may be another than the page's.
    """
    whole, framed = home.full_address(page.path), home.full_address(path(page.path))
    answer = home.full_address(answer_path(page.path))
    if whole is None or framed is None or answer is None:
        return None
    title = named(page.title, home.title)
    return Embed(answer, frame(framed, title, high), card(home, whole, page.title, said, tongue))


def named(title: str, site: str) -> str:
    """The title of a page with that of its site."""
    return title if title == site else f"{title} \N{MIDDLE DOT} {site}"


def frame(address: str, title: str, high: int) -> str:
    """The code of a frame that shows an embed.

    Its width and its border are said in attributes: a page whose policy refuses styles shows it too.
    """
    return (
        f'<iframe src="{escape(address)}" title="{escape(title)}" width="100%" height="{high}"'
        f' frameborder="0" loading="lazy" referrerpolicy="no-referrer" sandbox="{SANDBOX}"></iframe>'
    )


def card(home: Home, address: str, title: str, said: str, tongue: str) -> str:
    """The code of a card: the title as a link, what is said below it, and the name of the site."""
    language = home.language
    spoken = f' lang="{escape(tongue)}" dir="{direction(tongue)}"' if tongue else ""
    link = f'<a href="{escape(address)}"{spoken}>{escape(title)}</a>'
    below = f"<p>{escape(said)}</p>" if said else ""
    return (
        f'<blockquote cite="{escape(address)}" lang="{escape(language.code)}" dir="{language.direction}">'
        f"<p>{link}</p>{below}<p>{escape(home.title)}</p></blockquote>"
    )
