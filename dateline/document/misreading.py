# SPDX-License-Identifier: MIT
"""Text that YAML takes otherwise than its writer meant, and that would pass in silence."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from dateline.codes.reading import (
    EMPTY_FILE,
    HASH_COMMENT,
    NOT_A_MAPPING,
    SMART_QUOTES,
    STRAY_KEY,
    SYNTAX,
    TAB,
)
from dateline.document.decoding import Place, Text
from dateline.document.nodes import ScalarNode, place_of
from dateline.document.syntax import quoted, space_after_colon
from dateline.problems import Problem, shown

SMART = "\u201c\u201d\u201e\u201f\u2018\u2019\u201a\u201b"
"""Double and single quotation marks: left, right, low, reversed."""

_TIGHT_DASH = re.compile(r"-[^\s\d.-]|-.*\s-", re.DOTALL)
_TIGHT_HASH = re.compile(r"[ \t]+#[^\s#]")
_TAB_INDENT = re.compile(r"^ *\t[ \t]*(?=\S)", re.MULTILINE)


def not_a_mapping(text: Text, root: object) -> Problem:
    """The problem of a file whose whole is `root`: None, a list or a text."""
    hint = "write keys and values, such as 'title: Power returns'"
    if root is None:
        message = "this file holds only comments" if text.text.strip() else "this file is empty"
        return text.problem(EMPTY_FILE, (1, 1), message, hint)
    if isinstance(root, list):
        return text.problem(NOT_A_MAPPING, (1, 1), "this file is a list; it needs keys and values", hint)
    for number, line in enumerate(text.lines, 1):
        if line.strip() and (advice := space_after_colon(text, number)) is not None:
            return text.problem(NOT_A_MAPPING, advice.place, advice.message, advice.hint)
    return text.problem(NOT_A_MAPPING, (1, 1), "this file is plain text; it needs keys and values", hint)


def mend_tabs(text: Text, scalars: Callable[[str], Iterable[ScalarNode]]) -> tuple[list[Problem], Text]:
    """The problem of tabs that indent, and the text with spaces in their place, so that reading can go on.

    `scalars` gives the scalars of a text: inside one of several lines a tab is content.
    """
    if "\t" not in text.text:
        return [], text
    candidates = [number for number, line in enumerate(text.lines, 1) if _TAB_INDENT.match(line)]
    if not candidates:
        return [], text
    mended = Text(text.path, _TAB_INDENT.sub(lambda match: " " * len(match.group()), text.text))
    inside: set[int] = set()
    for node in scalars(mended.text):
        # The end of a block of text is the beginning of the line after it.
        last = node.end_mark.line + (1 if node.end_mark.column else 0)
        inside.update(range(node.start_mark.line + 2, last + 1))
    wrong = [number for number in candidates if number not in inside]
    if not wrong:
        return [], text
    more = f" ({len(wrong)} lines from here on)" if len(wrong) > 1 else ""
    place = (wrong[0], text.line(wrong[0]).index("\t") + 1)
    hint = "set your editor to write two spaces for a tab"
    return [text.problem(TAB, place, f"indent with spaces, not tabs{more}", hint)], mended


def hash_comments(text: Text, scalars: Callable[[str], Iterable[ScalarNode]]) -> Iterator[Problem]:
    """Warn of a text cut off by its own number sign: `title: Fire at well #5`."""
    if "#" not in text.text or _TIGHT_HASH.search(text.text) is None:
        return
    for node in scalars(text.text):
        line, column = place_of(node.end_mark)
        rest = text.line(line)[column - 1 :]
        if node.style or (match := _TIGHT_HASH.match(rest)) is None:
            continue
        whole = quoted(f"{node.value} {rest.strip()}".strip())
        message = f"{shown(rest.strip())} is a comment, not part of the value"
        hint = f"to keep it, write {whole}; a comment has a space after its #"
        yield text.problem(HASH_COMMENT, (line, column + match.end() - 2), message, hint)


def tight_dash(text: Text, node: ScalarNode, key_line: int | None) -> Iterator[Problem]:
    """Refuse a list without spaces after its dashes, which YAML takes for a text that begins with one."""
    line, column = place_of(node.start_mark)
    if key_line is not None and line > key_line and _TIGHT_DASH.match(node.value):
        hint = f"- {text.line(line)[column:].strip()}"
        yield text.problem(SYNTAX, (line, column), "a list item needs a space after its dash", hint)


def smart_quotes(text: Text, node: ScalarNode) -> Iterator[Problem]:
    """Warn of curly quotes around a whole value."""
    value = node.value
    if len(value) > 1 and value[-1] in SMART and not any(quote in value[1:-1] for quote in SMART):
        hint = f"where quotes only mark the text, write {quoted(value[1:-1])}"
        message = "these curly quotes are part of the text"
        yield text.problem(SMART_QUOTES, place_of(node.start_mark), message, hint)


def key_after_comma(text: Text, before: dict[str, object], key: str, end: Place) -> Iterator[Problem]:
    """Refuse a key without a colon, as the b of `{text: a, b}`; `before` holds what stands before it."""
    if text.line(end[0])[end[1] - 1 :].lstrip().startswith(":"):
        return
    message, hint = f"{shown(key)} has no value", "if this is text, put it in quotes, with its { and }"
    if ":" in key:
        name, _, rest = key.partition(":")
        message, hint = "a colon needs a space after it", f"{name}: {rest}"
    elif before and isinstance(value := before[name := next(reversed(before))], str):
        message += ": between { and } a comma begins the next key"
        hint = f"{name}: {quoted(f'{value}, {key}')}"
    yield text.problem(STRAY_KEY, (end[0], max(end[1] - len(key), 1)), message, hint)
