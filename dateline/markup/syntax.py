# SPDX-License-Identifier: MIT
"""The Markdown that bodies are written in: CommonMark's usual marks, tables and footnotes, no HTML.

Python-Markdown does the reading. Its own handling of links, code spans and fences is replaced: it
looks at the rest of the text again for every mark, which 64 kB of marks turn into minutes.
"""

from __future__ import annotations

import html
import re
from functools import cache
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions.footnotes import FootnoteExtension
from markdown.inlinepatterns import InlineProcessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString, code_escape

from dateline.markup import text as body
from dateline.markup.tree import Rewriter

# What a block must hold to be of interest to one of Python-Markdown's processors; a mark is found
# much more quickly than their patterns find that there is nothing.
NEEDED = {"table": "|", "hashheader": "#", "setextheader": "\n", "quote": ">", "reference": "]:"}
REPLACED = ("backtick", "reference", "link", "image_link", "image_reference", "short_reference")
ALSO_REPLACED = ("short_image_ref", "autolink", "automail", "html", "entity")

PARTNERS = re.compile(r"[\[\]]")
TARGET = re.compile(
    r"""\(\s*+(?:<([^<>\n]*+)>|((?:[^\s()<]|\([^\s()]*+\))*+))"""
    r"""(?:\s++(?:"[^"]*+"|'[^']*+'|\([^()]*+\)))?\s*+\)"""
)
LABEL = re.compile(r"[ \n]?\[([^\[\]]*)\]")
BARE_LINK = r"<([A-Za-z][A-Za-z0-9+.-]+:[^<>\s]+|[^<>\s@:/]+@[^<>\s@]+)>"
ENTITY = r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});"
FENCE_MARK = re.compile("\x02fence:([0-9]+)\x03")
BACKSLASH = "\x0292\x03"


class CodeSpan(InlineProcessor):
    """Code between runs of as many backticks; a run without its partner is text."""

    def __init__(self) -> None:
        # Each way begins with a plain character and looks back after it: that is much quicker to look for.
        super().__init__(r"\\(?<!\\\\)\\(?:\\\\)*+(?=`)|`(?<![\\`]`)`*+")

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Any, int, int]:  # type: ignore[override]  # noqa: N802 - Markdown's name
        """The code, or the backslashes before it."""
        if m[0].startswith("\\"):
            return m[0].replace("\\\\", BACKSLASH), m.start(), m.end()
        partner = closing_ticks(len(m[0])).search(data, m.end())
        if partner is None:
            return None, m.start(), m.end()
        code = Element("code")
        code.text = AtomicString(code_escape(data[m.end() : partner.start()].strip()))
        return code, m.start(), partner.end()


@cache
def closing_ticks(length: int) -> re.Pattern[str]:
    """What closes a run of backticks."""
    return re.compile(rf"`(?<!``)`{{{length - 1}}}(?!`)")


class Link(InlineProcessor):
    """Links and images, inline or by reference, in time that does not grow with unmatched brackets."""

    def __init__(self, pattern: str, md: Markdown, tag: str) -> None:
        super().__init__(pattern, md)
        self.tag = tag
        self.text = ""
        self.partners: dict[int, int] = {}

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Any, Any, Any]:  # type: ignore[override]  # noqa: N802 - Markdown's name
        """The link or image, or nothing where the bracket is only a bracket."""
        if data is not self.text:
            self.text, self.partners = data, partners(data)
        closing = self.partners.get(m.end() - 1)
        if closing is None:
            return None, None, None
        words = data[m.end() : closing]
        target = TARGET.match(data, closing + 1)
        if target:
            return (
                self.element(words, target[1] if target[1] is not None else target[2]),
                m.start(),
                target.end(),
            )
        label = LABEL.match(data, closing + 1)
        key = " ".join((label[1] if label and label[1].strip() else words).split()).lower()
        if key not in self.md.references:
            return None, None, None
        end = label.end() if label else closing + 1
        return self.element(words, self.md.references[key][0]), m.start(), end

    def element(self, words: str, address: str) -> Element:
        """The element; its address is judged when the tree is rewritten."""
        address = self.unescape(address)
        if self.tag == "img":
            return Element("img", {"src": address, "alt": self.unescape(words)})
        link = Element("a", {"href": address})
        link.text = words
        return link


def partners(text: str) -> dict[int, int]:
    """Where each opening bracket that is closed has its partner."""
    found: dict[int, int] = {}
    opened: list[int] = []
    for bracket in PARTNERS.finditer(text):
        if bracket[0] == "[":
            opened.append(bracket.start())
        elif opened:
            found[opened.pop()] = bracket.start()
    return found


class BareLink(InlineProcessor):
    """An address in angle brackets."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:  # type: ignore[override]  # noqa: ARG002, N802 - Markdown's signature
        """The link, with the address as its words."""
        address = self.unescape(m[1])
        mailbox = "@" in address and ":" not in address
        link = Element("a", {"href": f"mailto:{address}" if mailbox else address})
        link.text = AtomicString(address)
        return link, m.start(), m.end()


class Entity(InlineProcessor):
    """A character by its HTML name or number."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[str, int, int]:  # type: ignore[override]  # noqa: ARG002, N802 - Markdown's signature
        """The character."""
        return body.clean(html.unescape(m[0])), m.start(), m.end()


class Spaces(Preprocessor):
    """Turns tabs into spaces and empties lines of spaces, but for the first.

    It stands for Markdown's own, which does the same at length: control characters and line ends
    have been put in order before.
    """

    def run(self, lines: list[str]) -> list[str]:
        """The lines, and an empty one after them."""
        first, *rest = "\n".join(lines).expandtabs(body.INDENT).split("\n")
        return [first, *(line if line.strip(" ") else "" for line in rest), "", ""]


class FencePreprocessor(Preprocessor):
    """Puts fenced code aside before anything in it is read as Markdown."""

    code: list[str]

    def run(self, lines: list[str]) -> list[str]:
        """The lines with a mark in place of every fenced block."""
        self.code, kept, position = [], [], 0
        for start, end in body.fences(lines):
            closed = end - 1 if body.FENCE.match(lines[end - 1]) and end - 1 > start else end
            kept += [*lines[position:start], "", f"\x02fence:{len(self.code)}\x03", ""]
            self.code.append("\n".join(lines[start + 1 : closed]).rstrip("\n"))
            position = end
        return kept + lines[position:]


class FenceBlock(BlockProcessor):
    """Puts fenced code back as an element."""

    def __init__(self, parser: Any, fences: FencePreprocessor) -> None:
        super().__init__(parser)
        self.fences = fences

    def test(self, parent: Element, block: str) -> bool:  # noqa: ARG002 - Markdown's signature
        """Whether the block is the mark of a fenced block."""
        return FENCE_MARK.fullmatch(block.strip("\n")) is not None

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Add the code to the parent."""
        number = int(blocks.pop(0).strip("\n")[len("\x02fence:") : -1])
        code = SubElement(SubElement(parent, "pre"), "code")
        code.text = AtomicString(code_escape(self.fences.code[number]) + "\n")


def only_with(mark: str, processor: BlockProcessor) -> None:
    """Have a processor look only at blocks that hold the mark without which it takes none."""
    test = processor.test

    def marked(parent: Element, block: str) -> bool:
        return mark in block and test(parent, block)

    processor.test = marked  # type: ignore[method-assign]  # of this one alone: the class serves others


class Rewriting(Treeprocessor):
    """Hands the finished tree to the rewriter of the body at hand."""

    rewriter: Rewriter

    def run(self, root: Element) -> None:
        """Rewrite the tree in place."""
        self.rewriter.rewrite(root)


class Reader:
    """Markdown, set up once (half a millisecond) and used for one text after another."""

    def __init__(self) -> None:
        footnotes = FootnoteExtension(PLACE_MARKER="\x02", BACKLINK_TITLE="")
        md = Markdown(
            extensions=["tables", "sane_lists", footnotes], output_format="html", tab_length=body.INDENT
        )
        self.md = md
        md.preprocessors.deregister("html_block")
        md.preprocessors.register(Spaces(md), "normalize_whitespace", 30)
        for name in (*REPLACED, *ALSO_REPLACED):
            md.inlinePatterns.deregister(name)
        md.inlinePatterns.register(CodeSpan(), "code", 190)
        md.inlinePatterns.register(Link(r"\[(?<!!\[)", md, "a"), "links", 160)
        md.inlinePatterns.register(Link(r"!\[", md, "img"), "images", 165)
        md.inlinePatterns.register(BareLink(BARE_LINK, md), "bare_links", 120)
        md.inlinePatterns.register(Entity(ENTITY, md), "entities", 80)
        for name, mark in NEEDED.items():
            only_with(mark, md.parser.blockprocessors[name])
        fences = FencePreprocessor(md)
        md.preprocessors.register(fences, "fences", 25)
        md.parser.blockprocessors.register(FenceBlock(md.parser, fences), "fences", 105)
        self.rewriting = Rewriting(md)
        # After everything that Python-Markdown does to the tree itself.
        md.treeprocessors.register(self.rewriting, "rewriting", -10)

    def convert(self, text: str, rewriter: Rewriter) -> str:
        """The text as HTML, rewritten, not yet sanitised."""
        self.md.reset()
        self.rewriting.rewriter = rewriter
        return self.md.convert(text)
