# SPDX-License-Identifier: MIT
"""What a YAML parser says of the nodes of a file, in the few words that reading needs."""

from __future__ import annotations

from typing import Protocol

from dateline.document.decoding import Place


class Position(Protocol):
    """A place as a YAML parser gives it; line and column from 0."""

    line: int
    column: int


class Node(Protocol):
    """The event of a YAML parser that begins a scalar, a list or a mapping."""

    anchor: str | None
    tag: str | None
    start_mark: Position
    end_mark: Position


class ScalarNode(Node, Protocol):
    """A scalar's event; `style` is None or empty for a plain one, else its quote or block sign."""

    value: str
    style: str | None


def place_of(position: Position) -> Place:
    """A parser's place, counted from 1."""
    return position.line + 1, position.column + 1
