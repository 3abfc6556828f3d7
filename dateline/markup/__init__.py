# SPDX-License-Identifier: MIT
"""Turns Markdown bodies into HTML that is safe to print: the only module that makes trusted HTML.

`text` looks at what was typed, `syntax` has Markdown read it, `tree` rewrites what Markdown made of
it, and `sanitiser` lets through only what is on a short list. Nothing of the result is HTML that
somebody typed: that is printed as text.
"""

from __future__ import annotations

import re
import sys
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache as once
from functools import partial
from importlib.metadata import version
from typing import Any, cast

from markupsafe import Markup

from dateline.codes import media as media_codes
from dateline.codes import text as codes
from dateline.illustration import Illustration
from dateline.markup import text as body
from dateline.markup.sanitiser import is_sanitised, sanitise, without_tags
from dateline.markup.syntax import Reader
from dateline.markup.text import TextFinding
from dateline.markup.timelimit import OutOfTime, within
from dateline.markup.tree import Note, Rewriter
from dateline.problems import Code, shown

__all__ = [
    "Rendered",
    "TextFinding",
    "from_plain_data",
    "plain",
    "render",
    "to_plain_data",
    "versions",
]

CODES = {
    code.id: code
    for module in (codes, media_codes)
    for code in vars(module).values()
    if isinstance(code, Code)
}
MOST_TAG_FINDINGS = 50
# Of processor time; an honest body takes a hundredth of one.
MOST_SECONDS = 5.0

LOCAL = threading.local()

PREFIX = re.compile(r"[a-z0-9-]*")
NOT_WORDS = re.compile(r'<sup id="fnref-.*?</sup>|<div>\n?<hr>.*\Z', re.DOTALL)
SHOWING = re.compile(r'<(?:img|source|a)(?: [\w-]+="[^"]*")+>')
WAYS = re.compile(r'(?<= )(src|srcset|href)="([^"]*)"')
UP = re.compile(r"(?:^|(?<=, ))(?=\.\./)")
BLOCK_END = re.compile(r"</(?:p|h[2-6]|li|pre|tr|blockquote)>|<(?:br|hr)>")
CELL_END = re.compile(r"</t[hd]>\n")


@dataclass(frozen=True, slots=True)
class Rendered:
    """A body as HTML that may be printed as it is, and what was wrong with it, in reading order.

    One that `timed_out` may do better on another day or machine: it is not to be kept.
    """

    html: Markup
    findings: tuple[TextFinding, ...] = ()
    timed_out: bool = False


def from_deeper(html: Markup, way: str) -> Markup:
    """A body for a page that lies deeper, by `way`, than the one it was made for."""
    if not way:
        return html
    return Markup(SHOWING.sub(lambda tag: WAYS.sub(partial(led, way), tag[0]), str(html)))  # noqa: S704  # ours before, and ours now


def led(way: str, attribute: re.Match[str]) -> str:
    """An attribute that leads from a page that lies deeper to what the same attribute led to."""
    return f'{attribute[1]}="{UP.sub(way, attribute[2])}"'


def render(
    text: str,
    *,
    prefix: str = "",
    media: Mapping[str, Illustration | str] | None = None,
    root: str = "",
    back_label: str = "",
) -> Rendered:
    """The Markdown text as HTML for a page, with what is wrong in it; never raises for any text.

    `prefix` (`a-z`, `0-9`, `-`) keeps ids apart when several bodies share a page. `media` maps the
    names of the files in media/ (`gate.jpg`) to how pages offer them, or to
    where one is found that a reader sees only after a warning. `root` leads from the page to the
    site (`../`, or the site's address in a feed).
    `back_label` names the link back from a footnote, for screen readers, in the page's language.
    A text with an excess of marks, or that takes too long, gives no HTML and one error.
    """
    if PREFIX.fullmatch(prefix) is None:
        raise ValueError(f"a prefix is made of a-z, 0-9 and -, not {prefix!r}")
    return made_from(text, Rewriter(prefix, media or {}, root, back_label))


def made_from(text: str, rewriter: Rewriter) -> Rendered:
    """The result for a text, whatever it is and however long it would take."""
    size = len(text.encode("utf-8", "replace"))
    if size > body.LONGEST_BYTES:
        message = f"the body has {size / 1024:,.0f} kB, the limit is {body.LONGEST_BYTES // 1024}"
        hint = "split the story into several events"
        return Rendered(Markup(), (TextFinding(0, 1, codes.BODY_TOO_LONG, message, hint),))
    markdown = reader()
    try:
        made, findings = within(MOST_SECONDS, lambda: read(text, rewriter, markdown))
    except OutOfTime:
        # The reader stopped anywhere; what it still holds would get into the next body.
        del LOCAL.reader
        message = f"the body takes more than {MOST_SECONDS:g} seconds to read"
        hint = "take out long runs of marks such as * or [, or put them in a code block"
        return Rendered(Markup(), (TextFinding(0, 1, codes.BODY_TOO_SLOW, message, hint),), timed_out=True)
    return Rendered(Markup(sanitise(made)), tuple(findings))  # noqa: S704 - the last wall


def read(text: str, rewriter: Rewriter, markdown: Reader) -> tuple[str, list[TextFinding]]:
    """HTML, not yet sanitised, and findings in reading order."""
    typed = body.clean(text)
    lines = typed.split("\n")
    excess = body.excess(body.without_fences(lines))
    if excess:
        return "", [too_slow(excess.line0, excess.column, excess.what)]
    made = markdown.convert(typed, rewriter)
    if rewriter.too_deep:
        return "", [too_slow(0, 1, "marks nested too deep")]
    masked = body.without_code(lines)
    findings = [*tag_findings(masked), *link_findings(rewriter.notes, masked, typed)]
    return made, sorted(findings, key=lambda finding: (finding.line0, finding.column, finding.code.id))


def reader() -> Reader:
    """The Markdown reader of this thread: it keeps state while it reads."""
    if not hasattr(LOCAL, "reader"):
        LOCAL.reader = Reader()
    return cast("Reader", LOCAL.reader)


@once
def versions() -> list[str]:
    """What else than the arguments and this package decides what comes out."""
    return [version("markdown"), version("nh3"), f"{sys.version_info[0]}.{sys.version_info[1]}"]


def too_slow(line0: int, column: int, what: str) -> TextFinding:
    """The finding that a body is refused for one kind of excess."""
    return TextFinding(line0, column, codes.BODY_TOO_SLOW, what, "take them out, or put them in a code block")


def tag_findings(masked: str) -> list[TextFinding]:
    """A finding for each line on which HTML was tried."""
    found = []
    for offset, tag in body.tags(masked):
        message = f"HTML is not read here: {shown(tag, 40)} is printed as text"
        hint = "write Markdown: **strong**, *emphasis*, [words](https://example.org/)"
        found.append(TextFinding(*body.place_of(masked, offset), codes.HTML_REMOVED, message, hint))
        if len(found) == MOST_TAG_FINDINGS:
            break
    return found


def link_findings(notes: list[Note], masked: str, typed: str) -> list[TextFinding]:
    """The notes on links and images with the place where each was typed, or else the first line."""
    found = []
    after: dict[str, int] = {}
    for note in notes:
        start = after.get(note.needle, 0)
        # An address stands after one of these; without them it may be part of a longer one.
        places = [masked.find(opening + note.needle, start) for opening in ("](", "](<", "<", "]: ", "")]
        offset = next((place for place in places if place >= 0), -1)
        if offset >= 0:
            after[note.needle] = offset + 1
        offset = max(offset, 0)
        found.append(TextFinding(*body.place_of(typed, offset), note.code, note.message, note.hint))
    return found


def to_plain_data(rendered: Rendered) -> dict[str, Any]:
    """The result as data that JSON can hold; of one that timed out there is nothing to keep."""
    if rendered.timed_out:
        return {}
    findings = [[f.line0, f.column, f.code.id, f.message, f.hint] for f in rendered.findings]
    return {"html": str(rendered.html), "findings": findings}


def from_plain_data(entry: Mapping[str, Any]) -> Rendered | None:
    """The result again; nothing where the data is not ours or holds what we would not let through."""
    made, findings = entry.get("html"), entry.get("findings")
    if not isinstance(made, str) or not isinstance(findings, list):
        return None
    if body.clean(made) != made or not is_sanitised(made):
        return None
    if not all(is_finding(finding) for finding in findings):
        return None
    found = (TextFinding(line0, column, CODES[code], *words) for line0, column, code, *words in findings)
    return Rendered(Markup(made), tuple(found))  # noqa: S704 - as the sanitiser leaves it


def is_finding(data: Any) -> bool:
    """Whether data has the shape of a finding and a code that there is."""
    kinds = [int, int, str, str, str]
    return isinstance(data, list) and [type(part) for part in data] == kinds and data[2] in CODES


def plain(text: str) -> str:
    """The words of a Markdown text on separate lines, without marks, links, images and footnotes."""
    made = str(render(text).html)
    lined = CELL_END.sub("\t", BLOCK_END.sub("\n", NOT_WORDS.sub("", made)))
    words = without_tags(lined)
    lines = (" ".join(line.split()) for line in words.split("\n"))
    return "\n".join(line for line in lines if line)


def spoken_in(tag: str, direction: str) -> Markup:
    """The attributes of an element whose words are in another language than those around it."""
    return Markup(' lang="{}" dir="{}"').format(tag, direction)


def paragraphs(text: str) -> Markup:
    """Plain text as paragraphs: blank lines part them, everything is escaped, nothing is Markdown."""
    parts = (" ".join(part.split()) for part in text.split("\n\n"))
    return Markup().join(Markup("<p>{}</p>").format(part) for part in parts if part)
