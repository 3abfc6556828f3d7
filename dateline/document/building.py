# SPDX-License-Identifier: MIT
"""Nodes of a YAML file become dicts, lists and texts, one by one and without recursion."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from dateline.codes.reading import (
    BAD_ESCAPE,
    CONTROL_CHARACTER,
    DEPTH,
    DUPLICATE_KEY,
    FEATURE,
    SYNTAX,
    TOO_MANY_KEYS,
    VALUE_TOO_BIG,
)
from dateline.document import misreading
from dateline.document.decoding import UNSAFE, Place, Text, character_name, readable_size
from dateline.document.nodes import Node, Position, ScalarNode, place_of
from dateline.problems import Problem, shown

NULLS = frozenset({"", "null", "Null", "NULL"})
PLACES_SHOWN = 10
"""So many uses of one refused feature are listed: a bomb of 5,000 aliases is one fault, not 5,000."""

_ESCAPE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.)|$)", re.MULTILINE)
# The escapes of YAML 1.1, section 5.6, that stand for characters a text may not hold.
_SHORT_ESCAPES = dict(zip("0abevfrNLP", "\0\a\b\x1b\v\f\r\x85\u2028\u2029", strict=True))


@dataclass(frozen=True, slots=True)
class Limits:
    """How large a file may be: bytes, keys, levels, characters of one value; whether it may be empty."""

    size: int = 256_000
    keys: int = 500
    depth: int = 10
    value: int = 64_000
    empty: bool = False


class StopReading(Exception):  # noqa: N818 - it ends the reading of a file, it is not an error of ours
    """Nothing more can be said of a file after the last problem."""


class Builder:
    """What has been built of one file so far, and what is wrong with it."""

    def __init__(self, text: Text, limits: Limits) -> None:
        self.text = text
        self.limits = limits
        self.root: object = None
        self.problems: list[Problem] = []
        self.warnings: list[Problem] = []
        self.brackets: list[Place | None] = []
        self._open: list[dict[str, object] | list[object]] = []
        # For each open mapping, the line of each of its keys.
        self._key_lines: list[dict[str, int]] = []
        self._key: str | None = None
        self._keys_left = limits.keys
        self._key_end: Position | None = None
        self._refused: Counter[str] = Counter()

    def scalar(self, node: ScalarNode) -> None:
        """Add a text; plain and empty or null becomes None."""
        value = node.value
        if node.anchor is not None or node.tag is not None:
            self._refuse_marked(node)
        if len(value) > self.limits.value:
            self._value_too_big(node)
        if self._expects_key():
            self._add_key(node)
        elif node.style:
            self._check_escapes(node)
            self._add(value)
        elif value in NULLS:
            if not value and self.brackets and self.brackets[-1] is not None:
                self._check_flow_key()
            self._add(None)
        else:
            if value[0] == "-":
                self.problems += misreading.tight_dash(self.text, node, self._key_line())
            elif value[0] in misreading.SMART:
                self.warnings += misreading.smart_quotes(self.text, node)
            self._add(value)

    def open(self, container: dict[str, object] | list[object], node: Node, *, flow: bool) -> None:
        """Begin a list or a mapping."""
        if node.anchor is not None or node.tag is not None:
            self._refuse_marked(node)
        place = place_of(node.start_mark)
        if self._expects_key():
            self.refuse("a list or mapping as a key", place, "if this is text, put it in quotes")
            raise StopReading
        if len(self._open) >= self.limits.depth:
            message = f"nested deeper than {self.limits.depth}"
            self._stop(
                self.text.problem(DEPTH, place, message, "if these brackets are text, put it in quotes")
            )
        self._add(container)
        self._open.append(container)
        self._key_lines.append({})
        self.brackets.append(place if flow else None)

    def close(self) -> None:
        """End the innermost list or mapping."""
        self._open.pop()
        self._key_lines.pop()
        self.brackets.pop()

    def alias(self, name: str, position: Position) -> None:
        """Refuse an alias and go on with nothing in its place."""
        hint = f'write the value out; if it is text, put it in quotes: "*{name}"'
        self.refuse(f"an alias ('*{name}')", place_of(position), hint)
        if self._expects_key():
            self._key = f"*{name}"
        else:
            self._add(None)

    def refuse(self, what: str, place: Place, hint: str) -> None:
        """Note a feature of YAML that is not allowed, each kind at its first places."""
        kind = what.partition(" (")[0]
        self._refused[kind] += 1
        if self._refused[kind] > PLACES_SHOWN:
            return
        message = f"{what} is not allowed"
        if kind in {"an anchor", "an alias", "a tag", "a merge key"}:
            message = f'anchors, aliases, tags and "<<" are not allowed; this is {what}'
        self.problems.append(self.text.problem(FEATURE, place, message, hint))

    def _expects_key(self) -> bool:
        return self._key is None and bool(self._open) and type(self._open[-1]) is dict

    def _add(self, value: object) -> None:
        if not self._open:
            self.root = value
            return
        container = self._open[-1]
        if isinstance(container, list):
            container.append(value)
        elif self._key is not None:
            container[self._key] = value
            self._key = None

    def _add_key(self, node: ScalarNode) -> None:
        key = node.value
        if node.style:
            self._check_escapes(node)
        elif key in {"", "<<"}:
            self._refuse_key(node)
        lines = self._key_lines[-1]
        if key not in lines:
            lines[key] = node.start_mark.line + 1
        elif node.style or key != "<<":
            message = f'"{shown(key)[1:-1]}" is already set on line {lines[key]}'
            hint = "keep one of the two; to say several things, write a list"
            self.problems.append(self.text.problem(DUPLICATE_KEY, place_of(node.start_mark), message, hint))
        self._key, self._key_end = key, node.end_mark
        self._keys_left -= 1
        if self._keys_left < 0:
            message = f"this file holds more than {self.limits.keys:,} keys"
            hint = (
                "use a folder with one file per entry"
                if self.limits.empty
                else "write one file for each event"
            )
            self._stop(self.text.problem(TOO_MANY_KEYS, place_of(node.start_mark), message, hint))

    def _stop(self, problem: Problem) -> None:
        self.problems.append(problem)
        raise StopReading

    def _refuse_key(self, node: ScalarNode) -> None:
        place = place_of(node.start_mark)
        if node.value == "<<":
            self.refuse("a merge key ('<<')", place, "write the keys out")
        else:
            message = "there is no key before this colon"
            self.problems.append(self.text.problem(SYNTAX, place, message, "write 'key: value'"))

    def _refuse_marked(self, node: Node) -> None:
        place = place_of(node.start_mark)
        source = self.text.line(place[0])[place[1] - 1 :]
        if node.anchor is not None:
            hint = (
                f'write the value out where it is needed; if it is text, put it in quotes: "{source.strip()}"'
            )
            self.refuse(f"an anchor ('&{node.anchor}')", place, hint)
        if node.tag is not None:
            typed = re.match(r"\S*", source)
            hint = "leave it out, every value is read as text; if it begins a text, put that in quotes"
            self.refuse(f"a tag ({shown(typed.group() if typed else node.tag)})", place, hint)

    def _value_too_big(self, node: ScalarNode) -> None:
        sizes = readable_size(len(node.value)), readable_size(self.limits.value)
        message = f"this value is {sizes[0]} long, the limit is {sizes[1]}"
        self.problems.append(
            self.text.problem(VALUE_TOO_BIG, place_of(node.start_mark), message, "shorten it")
        )

    def _check_escapes(self, node: ScalarNode) -> None:
        """Refuse what only unescaping brings to light, such as a terminal's control sequences."""
        if node.style != '"' or (found := UNSAFE.search(node.value)) is None:
            return
        place, escape = self._escape_of(node, found.group())
        if "\ud800" <= found.group() <= "\udfff":
            hint = "this is one half of a character; write the character itself"
            problem = self.text.problem(BAD_ESCAPE, place, f"{shown(escape)} stands for no character", hint)
        else:
            message = f"{shown(escape)} is {character_name(found.group())}, which does not belong in a text"
            problem = self.text.problem(
                CONTROL_CHARACTER, place, message, r"delete it; for a backslash write \\"
            )
        self.problems.append(problem)

    def _escape_of(self, node: ScalarNode, character: str) -> tuple[Place, str]:
        """Where the escape that stands for a character is, and how it was typed."""
        first, last = node.start_mark, node.end_mark
        for number in range(first.line, last.line + 1):
            start = first.column + 1 if number == first.line else 0
            for match in _ESCAPE.finditer(self.text.line(number + 1), start):
                digits = match[1] or match[2] or match[3]
                stands_for = chr(int(digits, 16)) if digits else _SHORT_ESCAPES.get(match[4])
                if stands_for == character:
                    return (number + 1, match.start() + 1), match.group()
        return place_of(first), character_name(character)

    def _check_flow_key(self) -> None:
        container = self._open[-1]
        if isinstance(container, dict) and self._key is not None and self._key_end is not None:
            self.problems += misreading.key_after_comma(
                self.text, container, self._key, place_of(self._key_end)
            )

    def _key_line(self) -> int | None:
        """The line of the key that waits for its value."""
        return None if self._key is None else self._key_lines[-1][self._key]
