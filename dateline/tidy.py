# SPDX-License-Identifier: MIT
"""A YAML file written as all files of a site are: one order of keys, block style, comments and quotes kept.

What stands between brackets stays so where it fits on a line of 110 characters, and becomes lines of
its own where it does not. A text that was folded over several lines without a sign becomes a block
(`>-`); other texts stay as they were typed.
"""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator
from textwrap import wrap
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.constructor import RoundTripConstructor
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode
from ruamel.yaml.resolver import VersionedResolver
from ruamel.yaml.scalarstring import FoldedScalarString, LiteralScalarString

from dateline.document import REGISTRY, Document, read
from dateline.key_order import Order

LONGEST = 110
"""Characters of a line on which something stands between brackets."""

TEXT_WIDTH = 92
"""Characters of a line of a text that becomes a block."""

ENDLESS = 1_000_000
COMMENT = re.compile(r"(?:^|(?<=[ \t]))#.*$", re.MULTILINE)
UNFIT_FOR_BLOCK = re.compile(
    r"^[ \t\n]|[ \t]\n|\n[ \t]|[ \t\n]\Z|[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]"
)
"""What a block of lines would lose, or could not hold."""


class Untidy(Exception):  # noqa: N818  # it says what a file stays
    """A file cannot be written anew without a change of what it says."""


class Texts(VersionedResolver):
    """Takes every scalar for the text that was typed: `0044`, `no` and `35.10` stay as they are."""

    def resolve(self, kind: Any, value: Any, implicit: Any) -> Any:
        """The tag of a node: that of a text for every scalar."""
        return self.DEFAULT_SCALAR_TAG if kind is ScalarNode else super().resolve(kind, value, implicit)


class Keeper(RoundTripConstructor):
    """Makes blocks of texts over several lines that have no sign of their own."""

    def construct_scalar(self, node: Any) -> Any:
        """A text with all that must be known to write it as it was."""
        if node.style in (">", "|") or node.start_mark.line == node.end_mark.line:
            return super().construct_scalar(node)
        if UNFIT_FOR_BLOCK.search(node.value):
            return super().construct_scalar(node)
        if "\n" in node.value:
            return LiteralScalarString(node.value)
        text = FoldedScalarString(node.value)
        text.fold_pos = list(folds(node.value))
        return text


def folds(text: str) -> Iterator[int]:
    """The places of the spaces at which a text goes on on the next line."""
    place = 0
    for line in wrap(text, TEXT_WIDTH, break_long_words=False, break_on_hyphens=False)[:-1]:
        place = text.index(line, place) + len(line)
        yield place


def tidied(document: Document, order: Order) -> str:
    """The text of a file in the one form, whatever it says; raises Untidy where that cannot be."""
    if not document.data:
        return document.text
    try:
        made = in_order(with_comments_in_line(document.text, in_block_style(document.text, order)), order)
    except YAMLError as error:
        raise Untidy("it is written in a way that cannot be kept") from error
    again = read(document.path, made.encode(), REGISTRY)
    if not isinstance(again, Document) or again.data != document.data:
        raise Untidy("what it says would change")
    if Counter(comments(made)) != Counter(comments(document.text)):
        raise Untidy("a comment would be lost")
    return made


def yaml() -> YAML:
    """The reader and writer."""
    made = YAML()
    made.Resolver = Texts
    made.Constructor = Keeper
    made.preserve_quotes = True
    made.width = ENDLESS
    made.brace_single_entry_mapping_in_flow_sequence = True
    made.indent(mapping=2, sequence=4, offset=2)
    return made


def in_block_style(text: str, order: Order) -> str:
    """The file with its indentation in order, and all that is between brackets."""
    data = yaml().load(text)
    sort_brackets(data, order)
    while True:
        made = dumped(data)
        wide = [one for one, node in pairs(data, yaml().compose(made)) if one and is_wide(node)]
        if not wide:
            return made
        for one in wide:
            one.fa.set_block_style()


def sort_brackets(data: Any, order: Order) -> None:
    """Put the keys between brackets in order."""
    if isinstance(data, CommentedMap):
        for key, value in data.items():
            sort_brackets(value, order.inside(key))
        if data.fa.flow_style():
            for key in order.sorted(list(data)):
                data.move_to_end(key)
    elif isinstance(data, CommentedSeq):
        for value in data:
            sort_brackets(value, order)


def dumped(data: Any) -> str:
    """The text of what was read."""
    stream = io.StringIO()
    yaml().dump(data, stream)
    return stream.getvalue()


def pairs(data: Any, node: Node) -> Iterator[tuple[Any, Node]]:
    """Each list and mapping that stands between brackets, none inside another, with its node."""
    if isinstance(node, CollectionNode) and node.flow_style:
        yield data, node
    elif isinstance(data, CommentedMap):
        for value, (_, inner) in zip(data.values(), node.value, strict=True):
            yield from pairs(value, inner)
    elif isinstance(data, CommentedSeq):
        for value, inner in zip(data, node.value, strict=True):
            yield from pairs(value, inner)


def is_wide(node: Node) -> bool:
    """Whether what stands between brackets does not fit on its line."""
    return bool(node.end_mark.line != node.start_mark.line or node.end_mark.column > LONGEST)


def in_order(text: str, order: Order) -> str:
    """The file with the keys of all blocks in order, each with the comments above it."""
    lines = text.split("\n")
    node = yaml().compose(text)
    move(lines, node, order, len(lines))
    return "\n".join(lines)


def move(lines: list[str], node: Node, order: Order, end: int) -> None:
    """Move the lines of a block, and of the blocks inside it, which goes on until the line `end`."""
    if not isinstance(node, CollectionNode) or node.flow_style:
        return
    inner = node.value if isinstance(node, SequenceNode) else [key for key, _ in node.value]
    starts = [one.start_mark.line for one in inner]
    ends = [*starts[1:], end]
    if isinstance(node, SequenceNode):
        for item, last in zip(node.value, ends, strict=True):
            move(lines, item, order, last)
        return
    for (key, value), last in zip(node.value, ends, strict=True):
        move(lines, value, order.inside(key.value), last)
    names = [key.value for key in inner]
    wanted = order.sorted(names)
    if wanted == names:
        return
    column = inner[0].start_mark.column
    before = lines[starts[0]][:column]
    lines[starts[0]] = " " * column + lines[starts[0]][column:]
    blocks = dict(zip(names, with_comments_above(lines, starts, ends, column), strict=False))
    tail = lines[end - rest_of(lines, starts[-1], end, column) : end]
    moved = [line for name in wanted for line in blocks[name]]
    first = next(number for number, line in enumerate(moved) if not is_beside(line, column))
    moved[first] = before + moved[first][column:]
    lines[starts[0] : end] = [*moved, *tail]


def with_comments_above(
    lines: list[str], starts: list[int], ends: list[int], column: int
) -> Iterator[list[str]]:
    """The lines of each key of a block, and before them those that stand between it and the key above."""
    above: list[str] = []
    for start, end in zip(starts, ends, strict=True):
        until = end - rest_of(lines, start, end, column)
        yield [*above, *lines[start:until]]
        above = lines[until:end]


def rest_of(lines: list[str], start: int, end: int, column: int) -> int:
    """How many lines before `end` belong to what follows: comments no further in than the key, and none."""
    count = 0
    while end - count - 1 > start and is_beside(lines[end - count - 1], column):
        count += 1
    return count


def is_beside(line: str, column: int) -> bool:
    """Whether a line is empty, or a comment that begins no further in than the column."""
    inner = line.lstrip(" ")
    return not inner or (inner.startswith("#") and len(line) - len(inner) <= column)


def with_comments_in_line(old: str, new: str) -> str:
    """The new text with each comment that stood in line with what follows in line with it again."""
    lines = new.split("\n")
    found = list(above_what(new))
    # A comment that was lost is told of later; until then no other is moved for it.
    for (_, was, what), (number, indent, follows) in zip(above_what(old), found, strict=False):
        if was == what and indent != follows:
            lines[number] = " " * follows + lines[number].lstrip(" ")
    return "\n".join(lines)


def above_what(text: str) -> Iterator[tuple[int, int, int]]:
    """Each comment with a line of its own: the line, its indentation, that of the next that is no comment."""
    lines, masked = text.split("\n"), without_texts(text).split("\n")
    for number, line in enumerate(masked):
        if line.lstrip(" \t").startswith("#"):
            after = (lines[later] for later in range(number + 1, len(lines)) if is_content(masked[later]))
            follows = next(after, "")
            yield number, indentation(line), indentation(follows)


def is_content(line: str) -> bool:
    """Whether a line holds more than a comment."""
    return not re.match(r"[ \t]*(#|\Z)", line)


def indentation(line: str) -> int:
    """How many spaces a line begins with."""
    return len(line) - len(line.lstrip(" "))


def comments(text: str) -> list[str]:
    """The comments of a file."""
    return [found.rstrip() for found in COMMENT.findall(without_texts(text))]


def without_texts(text: str) -> str:
    """The file with each of its texts struck out, so that a sign in it is none of YAML; lines stay."""
    kept = list(text)
    for node in scalars(yaml().compose(text)):
        start, end = node.start_mark.index, node.end_mark.index
        if node.style in ("|", ">"):
            start = text.find("\n", start) + 1 or end
        for place in range(start, end):
            kept[place] = kept[place] if kept[place] == "\n" else "x"
    return "".join(kept)


def scalars(node: Node | None) -> Iterator[ScalarNode]:
    """Every text of a file, keys too."""
    if isinstance(node, ScalarNode):
        yield node
    elif isinstance(node, MappingNode):
        for pair in node.value:
            for one in pair:
                yield from scalars(one)
    elif isinstance(node, SequenceNode):
        for one in node.value:
            yield from scalars(one)
