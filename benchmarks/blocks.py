# SPDX-License-Identifier: MIT
"""Records as YAML in blocks, as somebody would type them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

Fields = dict[str, Any]


def yaml(record: Fields) -> str:
    """A record as a file, its values as people type them: none of those here needs quotes."""
    return "\n".join(lines(record, lambda value: "null" if value is None else str(value))) + "\n"


def front_matter(record: Fields) -> str:
    """A record at the head of a Markdown file, every text in quotes."""
    return "\n".join(["---", *lines(record, json.dumps), "---", ""])


def lines(record: Fields, scalar: Callable[[Any], str], indent: str = "") -> Iterator[str]:
    """The lines of a record, block by block."""
    for key, item in record.items():
        if isinstance(item, dict):
            yield f"{indent}{key}:"
            yield from lines(item, scalar, indent + "  ")
        elif isinstance(item, list):
            yield f"{indent}{key}:" + ("" if item else " []")
            for one in item:
                first, *rest = lines(one, scalar, indent + "    ") if isinstance(one, dict) else [scalar(one)]
                yield f"{indent}  - {first.lstrip()}"
                yield from rest
        elif isinstance(item, str) and "\n" in item:
            yield f"{indent}{key}: |"
            yield from (f"{indent}  {line}" if line else "" for line in item.splitlines())
        else:
            yield f"{indent}{key}: {scalar(item)}"
