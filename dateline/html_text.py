# SPDX-License-Identifier: MIT
"""HTML that people typed into another tool becomes plain text or Markdown, without loss of words."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from dateline.pieces import escaped, is_address, marks_escaped

BLOCKS = frozenset(
    "p div section article header footer blockquote ul ol li table tr h1 h2 h3 h4 h5 h6 pre figure".split()  # noqa: SIM905
)
MARKED = {"b": "**", "strong": "**", "i": "*", "em": "*"}
HEADINGS = {f"h{level}": "#" * max(level, 2) + " " for level in range(1, 7)}
UNREAD = frozenset({"script", "style"})
SAYS_NOTHING = frozenset({"p", "div", "span", "br", "html", "body"})
LINE_END = re.compile(r"\r?\n")
ADDRESSED = ("src", "href")
"""What an address stands in that is not that of a link."""


@dataclass(frozen=True, slots=True)
class Read:
    """A text as Markdown and without any marks, and what was in it that neither can hold."""

    markdown: str
    plain: str
    is_plain: bool
    lost: tuple[str, ...] = ()


@dataclass(slots=True)
class Lines:
    """Blocks of text, the last still open."""

    blocks: list[str] = field(default_factory=lambda: [""])

    def add(self, text: str) -> None:
        """Add to the open block."""
        self.blocks[-1] += text

    def end_block(self) -> None:
        """Begin another block."""
        if self.blocks[-1].strip():
            self.blocks.append("")

    def text(self) -> str:
        """The blocks with an empty line between."""
        return "\n\n".join(tidy for block in self.blocks if (tidy := tidied(block)))


class Reader(HTMLParser):
    """Reads HTML and writes both texts along."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.markdown = Lines()
        self.plain = Lines()
        self.lost: list[str] = []
        self.is_plain = True
        self.lists: list[int | None] = []
        self.links: list[str] = []
        self.unread = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a block, a mark or a link."""
        self.is_plain = self.is_plain and tag in SAYS_NOTHING
        self.unread += tag in UNREAD
        if tag in BLOCKS:
            self.end_block()
        if tag == "br":
            self.markdown.add("  \n")
            self.plain.add("\n")
        elif tag in ("ul", "ol"):
            self.lists.append(1 if tag == "ol" else None)
        elif tag == "li":
            self.begin_item()
        elif tag == "blockquote":
            self.markdown.add("> ")
        elif tag in HEADINGS:
            self.markdown.add(HEADINGS[tag])
        elif tag in MARKED:
            self.markdown.add(MARKED[tag])
        elif tag == "a":
            address = dict(attrs).get("href") or ""
            self.links.append(address if is_address(address) else "")
            self.markdown.add("[" if self.links[-1] else "")
            if address and not self.links[-1]:
                self.lost.append(f"link to {address}")
        else:
            self.note_rest(tag, dict(attrs))

    def note_rest(self, tag: str, attributes: dict[str, str | None]) -> None:
        """Note what another element points to or says for those who cannot see it."""
        for name in ADDRESSED:
            if value := attributes.get(name):
                self.lost.append(f"{tag} {value}")
        if alt := attributes.get("alt"):
            self.handle_data(alt)

    def begin_item(self) -> None:
        """Write what a line of a list begins with."""
        number = self.lists[-1] if self.lists else None
        if number is not None:
            self.lists[-1] = number + 1
        self.markdown.add(f"{number}. " if number else "- ")

    def handle_endtag(self, tag: str) -> None:
        """Close a block, a mark or a link."""
        self.unread -= tag in UNREAD and self.unread > 0
        if tag in MARKED:
            self.markdown.add(MARKED[tag])
        elif tag == "a" and self.links:
            address = self.links.pop()
            self.markdown.add(f"](<{address}>)" if address else "")
        elif tag in ("ul", "ol") and self.lists:
            self.lists.pop()
        if tag in BLOCKS:
            self.end_block()

    def handle_data(self, data: str) -> None:
        """Add text; white space is one space, as in a browser."""
        if self.unread:
            self.lost.append(data)
            return
        text = re.sub(r"\s+", " ", data)
        line = self.markdown.blocks[-1].rpartition("\n")[2]
        self.markdown.add(marks_escaped(text) if line.strip() else escaped(text.lstrip()))
        self.plain.add(text)

    def handle_comment(self, data: str) -> None:
        """Note a comment, which no reader saw."""
        self.lost.append(f"comment {data.strip()}")

    def unknown_decl(self, data: str) -> None:
        """Note what is no element."""
        self.lost.append(data)

    def handle_decl(self, decl: str) -> None:
        """Note what is about the document."""
        self.lost.append(decl)

    def handle_pi(self, data: str) -> None:
        """Note what is for another program."""
        self.lost.append(data)

    def close_open(self) -> None:
        """Close what the end of the text leaves open."""
        while self.links:
            self.handle_endtag("a")

    def end_block(self) -> None:
        """End the open block of both texts."""
        self.markdown.end_block()
        self.plain.end_block()


def read_html(text: str) -> Read:
    """The text as Markdown and plain; a text without elements keeps its line breaks."""
    reader = Reader()
    broken = text if re.search(r"<(?:p|br|div|li)\b", text, re.IGNORECASE) else paragraphs(text)
    reader.feed(broken)
    reader.close()
    reader.close_open()
    return Read(reader.markdown.text(), reader.plain.text(), reader.is_plain, tuple(reader.lost))


def paragraphs(text: str) -> str:
    """Typed line breaks as elements."""
    parts = re.split(r"(?:\r?\n[ \t]*){2,}", text)
    return "".join(f"<p>{LINE_END.sub('<br>', part)}</p>" for part in parts if part.strip())


def tidied(block: str) -> str:
    """A block without white space at its ends, or before the end of a line but for a break."""
    lines = (line.strip(" ") + ("  " if line.endswith("  ") else "") for line in block.split("\n"))
    return "\n".join(lines).strip()
