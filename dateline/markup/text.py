# SPDX-License-Identifier: MIT
"""The text of a Markdown body before Markdown reads it: cleaned, its code fences found, excess refused.

Python-Markdown needs time that grows with the square of some marks: 64 kB of `[` would take it
about 20 minutes. Every check here reads the text once, so what passes is quick to render.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.problems import Code

LONGEST_BYTES = 64 * 1024
DEEPEST = 20
MOST_UNMATCHED = 200
MOST_BLOCK_MARKS = 200
MOST_CELLS = 10_000
INDENT = 4

# What neither HTML nor XML may hold; the reader of files refuses it with a better message.
FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
LINE_END = re.compile("\r\n?")

FENCE = re.compile(r" {0,3}(`{3,}(?=[^`]*$)|~{3,})")
CONTAINERS = re.compile(r"(?:[ \t]*+(?:>|(?:[-*+]|[0-9]+\.)(?=[ \t])))++")
CONTAINER = re.compile(r">|[-*+]|[0-9]+\.")
RULE = re.compile(r"[ \t]*(?:[-_*][ \t]*)+")
BLOCK_MARK = re.compile(r"[ >]*(?:#|=+[ ]*$|[-_*][-_* ]*$|\[[^\]]*\]:)")
BRACKETS = re.compile(r"\\.|[\[\]]", re.DOTALL)
# In this order: what comes later may rely on there being few of what comes before. Each begins with
# letters of which it holds or follows one, so that where there are few letters nothing is looked for.
COUNTED = (
    ("[", re.compile(r"\["), 1000, '"["'),
    ("[", re.compile(r"\[\^"), 400, 'footnote marks "[^"'),
    ("[", re.compile(r"^ {0,3}\[\^[^\]]*\]:", re.MULTILINE), 200, "footnotes"),
    ("`", re.compile(r"`+"), 1000, "runs of backticks"),
    ("*_", re.compile(r"\*+|_+"), 4000, 'runs of "*" and "_"'),
    ("\n", re.compile(r"^[ \t>]*(?:[-*+]|[0-9]+\.)[ \t]", re.MULTILINE), 3000, "list items"),
)
CODE_SPAN = re.compile(r"(`(?<!``)`*+)(?:.+?)(?<!`)\1(?!`)", re.DOTALL)
TAG = re.compile(
    r"<(?:/?[A-Za-z][A-Za-z0-9-]*+(?::[A-Za-z][A-Za-z0-9-]*+)?(?:(?:[\s/][^<>]*)?>|[\s/]+[A-Za-z:-]+\s*=)|!--|!doctype|!\[CDATA\[|\?[a-z])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class TextFinding:
    """What is wrong at one place of a body; `line0` counts from 0 in the body, `column` from 1."""

    line0: int
    column: int
    code: Code
    message: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Excess:
    """A run of marks that would make a body slow to read; `line0` counts from 0, `column` from 1."""

    line0: int
    column: int
    what: str


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that stand together, without an empty line or a code fence between them."""

    line0: int
    lines: tuple[str, ...]


def clean(text: str) -> str:
    """The text with line feeds alone at line ends and without characters that no page may hold."""
    return FORBIDDEN.sub("", LINE_END.sub("\n", text) if "\r" in text else text)


def fences(lines: Sequence[str]) -> list[tuple[int, int]]:
    """The first line and the line after the last of every fenced code block; one left open runs on."""
    found: list[tuple[int, int]] = []
    opening: tuple[int, str] | None = None
    for number, line in enumerate(lines):
        fence = FENCE.match(line)
        if opening is None:
            opening = (number, fence[1]) if fence else None
        elif fence and fence[1].startswith(opening[1]) and not line[fence.end() :].strip():
            found.append((opening[0], number + 1))
            opening = None
    if opening is not None:
        found.append((opening[0], len(lines)))
    return found


def without_fences(lines: Sequence[str]) -> list[str]:
    """The lines with fenced code emptied, so that line numbers stay."""
    kept = list(lines)
    for start, end in fences(lines):
        kept[start:end] = [""] * (end - start)
    return kept


def without_code(lines: Sequence[str]) -> str:
    """The text with code blanked out, so that lines and columns stay, for looking for something in it."""
    text = "\n".join(without_fences(lines))
    return CODE_SPAN.sub(lambda span: re.sub(r"[^\n]", " ", span[0]), text)


def tags(masked: str) -> Iterator[tuple[int, str]]:
    """Where HTML was tried, as an offset and the tag as typed, at most once a line."""
    last_line_end = -1
    for tag in TAG.finditer(masked):
        if tag.start() > last_line_end:
            end = masked.find("\n", tag.start())
            last_line_end = end if end >= 0 else len(masked)
            yield tag.start(), tag[0]


def blocks(lines: Sequence[str]) -> Iterator[Block]:
    """The blocks of the lines."""
    start = 0
    for number, line in enumerate([*lines, ""]):
        if not line.strip():
            if number > start:
                yield Block(start, tuple(lines[start:number]))
            start = number + 1


def excess(lines: Sequence[str]) -> Excess | None:
    """The first reason not to give these lines, without their fenced code, to Markdown."""
    for number, line in enumerate(lines):
        found = too_deep(number, line)
        if found:
            return found
    for block in blocks(lines):
        found = too_many_block_marks(block)
        if found:
            return found
    return unmatched_brackets(lines) or too_many_marks(lines)


def too_deep(number: int, line: str) -> Excess | None:
    """A line that opens more quotes and lists inside each other than anybody reads."""
    spaced = line.expandtabs(INDENT)
    indent = len(spaced) - len(spaced.lstrip(" "))
    if line.strip() and indent > DEEPEST * INDENT:
        return Excess(number, 1, f"a line indented by {indent:,} spaces, the limit is {DEEPEST * INDENT}")
    containers = CONTAINERS.match(line)
    if containers and RULE.fullmatch(line) is None:
        depth = len(CONTAINER.findall(containers[0])) + indent // INDENT
        if depth > DEEPEST:
            return Excess(number, 1, f"quotes and lists nested {depth:,} deep, the limit is {DEEPEST}")
    return None


def too_many_block_marks(block: Block) -> Excess | None:
    """Headings, rules and definitions without an empty line between them, or a table too large."""
    if len(block.lines) > MOST_BLOCK_MARKS:
        marks = [number for number, line in enumerate(block.lines) if BLOCK_MARK.match(line)]
        if len(marks) > MOST_BLOCK_MARKS:
            what = f"{len(marks):,} headings, rules or definitions without an empty line between them"
            return Excess(block.line0 + marks[0], 1, f"{what}, the limit is {MOST_BLOCK_MARKS}")
    widest = max(line.count("|") for line in block.lines)
    if widest * len(block.lines) > MOST_CELLS:
        what = f"a table of {widest * len(block.lines):,} cells, the limit is {MOST_CELLS:,}"
        return Excess(block.line0, 1, what)
    return None


def unmatched_brackets(lines: Sequence[str]) -> Excess | None:
    """Brackets without a partner in their block, counted over the whole body."""
    if few("[]", "".join(lines), MOST_UNMATCHED):
        return None
    count = 0
    place: tuple[int, int, str] | None = None
    for block in blocks(lines):
        opened: list[tuple[int, int, str]] = []
        for number, line in enumerate(block.lines, block.line0):
            for bracket in BRACKETS.finditer(line):
                if bracket[0] == "[":
                    opened.append((number, bracket.start() + 1, "["))
                elif bracket[0] == "]" and opened and opened[-1][2] == "[":
                    opened.pop()
                elif bracket[0] == "]":
                    opened.append((number, bracket.start() + 1, "]"))
        count += len(opened)
        place = place or (opened[0] if opened else None)
    if place and count > MOST_UNMATCHED:
        return Excess(place[0], place[1], f'{count:,} unmatched "{place[2]}", the limit is {MOST_UNMATCHED}')
    return None


def too_many_marks(lines: Sequence[str]) -> Excess | None:
    """Marks of which nobody needs so many in one body."""
    text = "\n".join(lines)
    for letters, mark, most, what in COUNTED:
        if few(letters, text, most):
            continue
        places = [found.start() for found in mark.finditer(text)]
        if len(places) > most:
            line0, column = place_of(text, places[0])
            return Excess(line0, column, f"{len(places):,} {what}, the limit is {most:,}")
    return None


def few(letters: str, text: str, most: int) -> bool:
    """Whether a text holds fewer of the letters than `most`; much quicker than to look for patterns."""
    return sum(text.count(letter) for letter in letters) < most


def place_of(text: str, offset: int) -> tuple[int, int]:
    """The line, from 0, and the column, from 1, of an offset in a text."""
    return text.count("\n", 0, offset), offset - text.rfind("\n", 0, offset)
