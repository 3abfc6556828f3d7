# SPDX-License-Identifier: MIT
"""A YAML file becomes plain data in which every key and value knows its line and column.

No YAML library builds anything: the parser's events are read one by one, so that anchors, tags and
other features are refused on sight, and every scalar stays the text that was typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import yaml

from dateline.codes.reading import CONTROL_CHARACTER, FEATURE, MANY_DOCUMENTS, SYNTAX
from dateline.document.building import Builder, Limits, StopReading
from dateline.document.decoding import Text, decode, digest_of
from dateline.document.misreading import hash_comments, mend_tabs, not_a_mapping
from dateline.document.nodes import place_of
from dateline.document.syntax import Fault, Token, explain
from dateline.problems import Code, Problem, in_reading_order

EVENT = Limits()
# One file for all places is long; beyond this a registry is a folder with one file per entry.
REGISTRY = Limits(size=4_000_000, keys=50_000, empty=True)

Loc = tuple[str | int, ...]
"""A path of keys and list indexes into a document's data; () is the whole document."""

# libyaml where PyYAML was built with it: the pure parser needs 15 s for one scalar of 5 MB.
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DIRECTIVE = re.compile(r"(?:[ \t]*(?:#.*)?\n)*%")


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in a file; line and column count characters from 1."""

    line: int
    column: int


@dataclass(frozen=True)
class Document:
    """One YAML file: its text with newlines as line ends, the digest of its bytes, and its data.

    Data is made of dict, list, str and None: a scalar is the text that was typed, and None only
    where it is empty or a plain null. `keys` and `values` are worked out when first asked for.
    """

    path: str
    text: str
    digest: str
    data: dict[str, object]
    warnings: tuple[Problem, ...] = ()

    @property
    def keys(self) -> Mapping[Loc, Mark]:
        """Where each key stands."""
        return self._marks[0]

    @property
    def values(self) -> Mapping[Loc, Mark]:
        """Where each value begins; for a block of text that is its `|` or `>`."""
        return self._marks[1]

    def mark(self, loc: Loc, *, key: bool = False) -> Mark:
        """The place of a value or, on demand, of its key; else that of the nearest thing around it."""
        if key and loc in self.keys:
            return self.keys[loc]
        while loc and loc not in self.values:
            loc = loc[:-1]
        return self.values.get(loc) or Mark(1, 1)

    def mark_inside(self, loc: Loc, line: int, column: int = 1) -> Mark:
        """The place of a character of a value's text: line from 0, column from 1.

        Exact for literal blocks and for one-line texts without escapes, else where the value begins.
        """
        start = self.mark(loc)
        value = self._at(loc)
        rows = value.split("\n") if isinstance(value, str) else []
        if not 0 <= line < len(rows):
            return start
        opening = self._source.line(start.line)[start.column - 1 :]
        if opening.startswith("|"):
            number, typed = start.line + 1 + line, self._source.line(start.line + 1 + line)
            if typed.endswith(rows[line]):
                return Mark(number, len(typed) - len(rows[line]) + column)
        for quote in ("", opening[:1]):
            if len(rows) == 1 and opening.startswith(quote + rows[0]):
                return Mark(start.line, start.column + len(quote) + column - 1)
        return start

    def problem(self, code: Code, loc: Loc, message: str, hint: str = "", *, key: bool = False) -> Problem:
        """A problem of a value or, on demand, of its key."""
        return self.problem_at(code, self.mark(loc, key=key), message, hint)

    def problem_at(self, code: Code, mark: Mark, message: str, hint: str = "") -> Problem:
        """A problem at a place, with the line that stands there."""
        return self._source.problem(code, (mark.line, mark.column), message, hint)

    @cached_property
    def _source(self) -> Text:
        return Text(self.path, self.text)

    @cached_property
    def _marks(self) -> tuple[dict[Loc, Mark], dict[Loc, Mark]]:
        # Read again rather than kept: few documents have problems, and marks take more room than data.
        return _marks(_events(self.text))

    def _at(self, loc: Loc) -> object:
        value: object = self.data
        for step in loc:
            if isinstance(value, dict) and isinstance(step, str):
                value = value.get(step)
            elif isinstance(value, list) and isinstance(step, int) and 0 <= step < len(value):
                value = value[step]
            else:
                return None
        return value


def read(path: str, raw: bytes, limits: Limits = EVENT) -> Document | tuple[Problem, ...]:
    """The document in the bytes of a file, or everything that is wrong with it; never raises."""
    decoded = decode(path, raw, limits.size)
    if decoded.text is None:
        return decoded.problems
    text = Text(path, decoded.text)
    problems = list(decoded.problems)
    if (directive := _DIRECTIVE.match(text.text)) is not None:
        place = text.place(directive.end() - 1)
        hint = "delete the line; if it is text, put it in quotes after its key"
        return (*problems, text.problem(FEATURE, place, "a directive (%) is not allowed", hint))
    tabs, text = mend_tabs(text, _scalars)
    problems += tabs
    builder = Builder(text, limits)
    # A refused character or a tab may itself be what breaks the syntax: name the cause, not the effect.
    sure = not tabs and not any(problem.code is CONTROL_CHARACTER for problem in problems)
    fault = _build(builder)
    problems += builder.problems
    if fault is not None and sure and not any(problem.line == fault.line for problem in builder.problems):
        problems.append(fault)
    data = {} if limits.empty and builder.root is None else builder.root
    if isinstance(data, dict) and not problems:
        warnings = in_reading_order((*builder.warnings, *hash_comments(text, _scalars)))
        return Document(path, text.text, digest_of(raw), data, warnings)
    return in_reading_order(problems or (not_a_mapping(text, data),))


def _events(text: str) -> Iterator[Any]:
    loader = _LOADER(text)
    try:
        while (event := loader.get_event()) is not None:
            yield event
    except (ValueError, OverflowError) as error:
        # The pure parser lets chr() complain of "\UFFFFFFFF".
        raise yaml.YAMLError(str(error)) from error
    finally:
        loader.dispose()


def _scalars(text: str) -> Iterator[Any]:
    """The scalars of a text, as far as it can be read."""
    with suppress(yaml.YAMLError):
        yield from (event for event in _events(text) if type(event) is yaml.ScalarEvent)


def _build(builder: Builder) -> Problem | None:
    """Feed the events of a text to its builder; the problem of the syntax that ends them, if any."""
    last: Any = None
    documents = 0
    try:
        for event in _events(builder.text.text):
            if type(event) is yaml.DocumentStartEvent:
                documents += 1
                if documents > 1:
                    return _second_document(builder.text, event)
            else:
                _feed(builder, event)
            last = event
    except StopReading:
        return None
    except yaml.YAMLError as error:
        return _syntax_problem(builder, error, last)
    return None


def _feed(builder: Builder, event: Any) -> None:
    kind = type(event)
    if kind is yaml.ScalarEvent:
        builder.scalar(event)
    elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
        builder.close()
    elif kind is yaml.MappingStartEvent:
        builder.open({}, event, flow=event.flow_style)
    elif kind is yaml.SequenceStartEvent:
        builder.open([], event, flow=event.flow_style)
    elif kind is yaml.AliasEvent:
        builder.alias(event.anchor, event.start_mark)


def _second_document(text: Text, event: Any) -> Problem:
    place = place_of(event.start_mark)
    message = "a second document begins here; a file holds one"
    return text.problem(
        MANY_DOCUMENTS, place, message, "move it to a file of its own, or delete the line ---"
    )


def _syntax_problem(builder: Builder, error: yaml.YAMLError, last: Any) -> Problem:
    text = builder.text
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        return text.problem(SYNTAX, (1, 1), "this file cannot be read as YAML")
    place = place_of(error.problem_mark)
    opened = place_of(error.context_mark) if error.context_mark else place
    brackets = [bracket for bracket in builder.brackets if bracket is not None]
    fault = Fault(
        text,
        error.problem or "",
        error.context or "",
        place,
        opened,
        _token(last),
        brackets[-1] if brackets else None,
    )
    advice = explain(fault)
    # A fault that shows at the end of the file is one of its last line, where there is something to see.
    last_line = max(len(text.text.rstrip("\n").split("\n")), 1)
    line, column = (
        advice.place if advice.place[0] <= last_line else (last_line, len(text.line(last_line)) + 1)
    )
    return text.problem(advice.code, (line, column), advice.message, advice.hint)


def _token(event: Any) -> Token | None:
    if event is None or event.start_mark is None:
        return None
    kind = "other"
    if isinstance(event, yaml.CollectionEndEvent):
        kind = "closed"
    elif isinstance(event, yaml.ScalarEvent) and event.style in {"'", '"'}:
        kind = "quoted"
    return Token(kind, place_of(event.start_mark), place_of(event.end_mark))


def _marks(events: Iterable[Any]) -> tuple[dict[Loc, Mark], dict[Loc, Mark]]:
    """Where each key and each value stands."""
    keys: dict[Loc, Mark] = {}
    values: dict[Loc, Mark] = {}
    # For each open list or mapping: its place, and the next index or the key that waits for its value.
    stack: list[tuple[Loc, int | str | None]] = []
    for event in events:
        kind = type(event)
        if kind in {yaml.MappingEndEvent, yaml.SequenceEndEvent}:
            stack.pop()
        if kind not in {yaml.ScalarEvent, yaml.MappingStartEvent, yaml.SequenceStartEvent}:
            continue
        mark = Mark(event.start_mark.line + 1, event.start_mark.column + 1)
        loc: Loc = ()
        if stack:
            around, step = stack[-1]
            if step is None:
                keys[(*around, event.value)] = mark
                stack[-1] = (around, event.value)
                continue
            stack[-1] = (around, step + 1 if isinstance(step, int) else None)
            loc = (*around, step)
        values[loc] = mark
        if kind is not yaml.ScalarEvent:
            stack.append((loc, 0 if kind is yaml.SequenceStartEvent else None))
    return keys, values
