# SPDX-License-Identifier: MIT
"""Rewrites the tree that Markdown made of a body: links, images, headings and footnotes made safe.

The tree is ElementTree's. Markdown itself made every element of it, so what it says of itself,
such as the class of a footnote's link, can be believed: nobody can type a class.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element, SubElement

from dateline.codes import text as codes
from dateline.illustration import SIZES, Choice, Illustration
from dateline.images import missing
from dateline.markup.text import clean
from dateline.problems import Code
from dateline.slugs import slug
from dateline.urls import UrlError, parse_url

DEEPEST = 60
HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
PAGE_TITLE = 1
FOLDER = "media/"
COVERED = "a picture behind a content warning is only linked to from a text"
# As the sanitiser would write it, which then has nothing to change and need not look twice.
REL = "nofollow ugc noopener noreferrer"
FOOTNOTE_TARGET = re.compile(r"(?:#?fn(ref)?)([0-9]*):(.*)", re.DOTALL)
REMOTE = re.compile(r"(?:[A-Za-z][A-Za-z0-9+.-]*:|//|\\)")
NO_BREAK_SPACE = re.compile("\x02qq[0-9]+zz\x03")
BLOCKS = frozenset({"p", "li", "td", "th", "h2", "h3", "h4", "h5", "h6"})
# Letters written from right to left, and the controls that turn a line round.
TURNS = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u200e\u200f\u202a-\u202e\u2066-\u2069\U00010800-\U00010fff]"
)
CONTROLS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class Note:
    """Something wrong with a link or an image; `needle` is how it was typed, to find its line."""

    needle: str
    code: Code
    message: str
    hint: str = ""


@dataclass(slots=True)
class Rewriter:
    """One body's rewriting; `notes` and `too_deep` are filled by `rewrite`."""

    prefix: str
    media: Mapping[str, Illustration | str]
    root: str
    back_label: str
    notes: list[Note] = field(default_factory=list)
    too_deep: bool = False
    above: list[int] = field(default_factory=list)
    ids: dict[str, int] = field(default_factory=dict)
    footnotes: dict[str, int] = field(default_factory=dict)
    marks: set[str] = field(default_factory=set)

    def rewrite(self, root: Element) -> None:
        """Make the tree fit for a page; a tree deeper than browsers like is emptied."""
        if depth(root) > DEEPEST:
            self.too_deep = True
            root.clear()
            return
        self.number_footnotes(root)
        for element, inside_link in walk(root):
            self.rewrite_element(element, inside_link=inside_link)
        for element in root.iter():
            isolate(element)
            escape_ampersands(element)

    def rewrite_element(self, element: Element, *, inside_link: bool) -> None:
        """Do what the element's tag asks for."""
        if element.tag in HEADINGS:
            element.tag = f"h{self.heading_level(HEADINGS[element.tag])}"
            element.set("id", self.heading_id(element))
        elif element.tag == "a":
            self.rewrite_link(element, inside_link=inside_link)
        elif element.tag == "img":
            self.rewrite_image(element, inside_link=inside_link)
        elif element.tag == "th":
            element.set("scope", "col")
        elif element.tag == "ol" and not re.fullmatch("[0-9]{1,9}", element.get("start", "1"), re.ASCII):
            del element.attrib["start"]

    def heading_level(self, typed: int) -> int:
        """One below the nearest heading above that was typed larger: none is skipped, h1 is the page's."""
        while self.above and self.above[-1] >= typed:
            self.above.pop()
        self.above.append(typed)
        return PAGE_TITLE + len(self.above)

    def heading_id(self, heading: Element) -> str:
        """An id for a heading that no other heading of the body has."""
        words = "".join(text for text in text_of(heading, without="sup"))
        wanted = given = f"c-{self.prefix}{slug(words)}"
        while given in self.ids:
            # Counted for each wording, so that a thousand equal headings take a thousand steps.
            self.ids[wanted] += 1
            given = f"{wanted}-{self.ids[wanted]}"
        self.ids[given] = 1
        return given

    def number_footnotes(self, root: Element) -> None:
        """Give footnotes and their marks ids by number, whatever they were called."""
        for item in root.iter("li"):
            if item.get("id"):
                self.footnotes[item.attrib["id"].partition(":")[2]] = len(self.footnotes) + 1
        for element in root.iter():
            if element.get("id"):
                element.set("id", self.footnote_id(element.attrib["id"]))
                self.marks.add(element.attrib["id"])

    def footnote_id(self, given: str) -> str:
        """The id for `fn:label`, `fnref:label` or, the second time it is cited, `fnref2:label`."""
        found = FOOTNOTE_TARGET.fullmatch(given)
        if found is None or found[3] not in self.footnotes:
            return f"fn-{self.prefix}0"
        again = f"-{found[2]}" if found[2] else ""
        return f"fn{found[1] or ''}-{self.prefix}{self.footnotes[found[3]]}{again}"

    def rewrite_link(self, link: Element, *, inside_link: bool) -> None:
        """Keep a link that is safe; turn another into its text, with a note."""
        kind, typed = link.get("class", ""), link.get("href", "")
        link.attrib.clear()
        if kind.startswith("footnote-"):
            self.rewrite_footnote_link(link, kind, self.footnote_id(typed))
            return
        if inside_link:
            link.tag = "span"
            return
        try:
            url = parse_url(clean(html.unescape(typed)))
        except UrlError as error:
            link.tag = "span"
            self.notes.append(Note(typed, error.code, error.message, error.hint))
            return
        link.attrib.update(href=url.href, rel=REL)
        if not "".join(link.itertext()).strip() and link.find(".//img") is None:
            link.text = url.href
        if url.warning:
            # The reader sees the real host whatever the link's words say.
            link.tail = f" ({url.shown_host}){link.tail or ''}"
            self.notes.append(Note(typed, url.warning.code, url.warning.message, url.warning.hint))

    def rewrite_footnote_link(self, link: Element, kind: str, target: str) -> None:
        """Point the mark at its note, or the note back at its mark."""
        if kind == "footnote-backref":
            link.text = "\u21a9\ufe0e"
            if self.back_label:
                link.set("aria-label", f"{self.back_label} {target.removeprefix(f'fnref-{self.prefix}')}")
        if target in self.marks:
            link.attrib.update(href=f"#{target}", rel=REL)
        else:
            link.tag, link.text = "span", ""

    def rewrite_image(self, image: Element, *, inside_link: bool) -> None:
        """Keep an image that is in media/, or the way to one that needs a warning; leave out another."""
        typed, alt = image.get("src", ""), image.get("alt", "")
        image.attrib.clear()
        source = clean(html.unescape(typed)).strip()
        name = source if source in self.media else source.removeprefix(FOLDER)
        found = self.media.get(name)
        if found is None:
            image.tag = "span"
            self.notes.append(self.absent(typed, source))
            return
        if isinstance(found, str):
            image.tag, image.text = ("span" if inside_link else "a"), alt.strip() or name
            image.attrib.update({} if inside_link else {"href": found, "rel": REL})
            if not found.startswith("#"):
                self.notes.append(Note(typed, codes.IMAGE_COVERED, COVERED, "list it under 'media'"))
        else:
            self.offer(image, found, alt)
        if not alt.strip():
            self.notes.append(
                Note(
                    typed,
                    codes.IMAGE_ALT,
                    "the image has no words for those who cannot see it",
                    f"![what it shows]({source})",
                )
            )

    def offer(self, image: Element, picture: Illustration, alt: str) -> None:
        """Show a picture in the sizes and kinds of file from which a browser chooses."""
        *better, last = picture.choices(self.root) or (Choice("", ""),)
        shown = image
        if better:
            image.tag = "picture"
            for choice in better:
                SubElement(image, "source", sizes=SIZES, srcset=choice.srcset, type=choice.type)
            shown = SubElement(image, "img")
        size = {"width": str(picture.width), "height": str(picture.height)}
        chosen = {"srcset": last.srcset, "sizes": SIZES} if last.srcset else {}
        found = {"src": self.root + picture.usual, "alt": alt, "loading": "lazy", "decoding": "async"}
        # In the order in which the sanitiser would write them.
        shown.attrib.update(sorted({**found, **size, **chosen}.items()))

    def absent(self, typed: str, source: str) -> Note:
        """The note for an image that is not in media/."""
        if REMOTE.match(source):
            return Note(
                typed,
                codes.REMOTE_IMAGE,
                "put the file in media/ (readers would be tracked)",
                "![words](media/name.jpg)",
            )
        before = FOLDER if source.startswith(FOLDER) else ""
        error = missing(source, [f"{before}{name}" for name in self.media])
        return Note(typed, error.code, error.message, error.hint)


def walk(root: Element) -> Iterator[tuple[Element, bool]]:
    """Every element in reading order, and whether it stands inside a link."""
    stack = [(root, False)]
    while stack:
        element, inside_link = stack.pop()
        # Ask before the caller may turn the element into something else.
        within = inside_link or element.tag == "a"
        children = list(reversed(element))
        yield element, inside_link
        stack.extend((child, within) for child in children)


def depth(root: Element) -> int:
    """How many elements stand inside each other at most."""
    deepest, level = 0, [root]
    while level:
        deepest += 1
        level = [child for element in level for child in element]
    return deepest


def text_of(element: Element, without: str) -> Iterator[str]:
    """The words of an element, leaving out those in elements of one tag."""
    if element.tag != without:
        yield element.text or ""
        for child in element:
            yield from text_of(child, without)
            yield child.tail or ""


def isolate(element: Element) -> None:
    """Let a block find its own direction, so that what it holds cannot turn its neighbours round."""
    if element.tag in BLOCKS or element.tag == "a":
        pattern = CONTROLS if element.tag == "a" else TURNS
        if any(not text.isascii() and pattern.search(text) for text in element.itertext()):
            element.set("dir", "auto")


def escape_ampersands(element: Element) -> None:
    """Keep `&lt;` that stands for itself: the serialiser would take it for a character."""
    for name, value in element.items():
        element.set(name, clean(value).replace("&", "&amp;"))
    if element.text:
        # Markdown has escaped code already.
        element.text = element.text if element.tag == "code" else plain_text(element.text)
    if element.tail:
        element.tail = plain_text(element.tail)


def plain_text(text: str) -> str:
    """Text as the serialiser wants it."""
    return clean(NO_BREAK_SPACE.sub("\u00a0", text) if "\x02" in text else text).replace("&", "&amp;")
