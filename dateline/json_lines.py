# SPDX-License-Identifier: MIT
"""Reads a JSON file of records, and tells on which line each record of its lists begins."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

from dateline.incoming import Gathering, Place
from dateline.tables import text_of

DEEPEST = 10
"""Lists and records in a record are nested no deeper, as in a file of a site."""

BETWEEN = re.compile(r"[\s,]*")


def read_json(name: str, raw: bytes, into: Gathering) -> tuple[Any, str]:
    """The data of a JSON file and its text; None, and noted, where it is not JSON."""
    text = text_of(name, raw, into)
    try:
        return json.loads(text), text
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", 1)
        if text:
            into.refuse(Place(name, line), "", "", "this file is not JSON from here on")
        return None, text


def is_deep(value: Any, most: int = DEEPEST) -> bool:
    """Whether lists and records in a value are nested deeper than that."""
    inside = [value]
    for _ in range(most + 1):
        inside = [item for one in inside for item in items_of(one)]
    return bool(inside)


def items_of(value: Any) -> Iterable[Any]:
    """What is in a list or a record; nothing in any other value."""
    return value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()


def lines_in(text: str, key: str, count: int) -> list[int]:
    """The line of each record of the list under a key; all of them 1 where that cannot be told."""
    decoder = json.JSONDecoder()
    for opening in re.finditer(rf'"{re.escape(key)}"\s*:\s*\[', text):
        lines: list[int] = []
        line, told, at = 1, 0, opening.end()
        try:
            while len(lines) < count:
                at = BETWEEN.match(text, at).end()  # type: ignore[union-attr]  # it matches nothing too
                line, told = line + text.count("\n", told, at), at
                _, at = decoder.raw_decode(text, at)
                lines.append(line)
        except (ValueError, RecursionError):
            continue
        return lines
    return [1] * count
