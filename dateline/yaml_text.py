# SPDX-License-Identifier: MIT
"""Writes plain data as YAML text that every reader takes for the same data: block style, each scalar safe.

A text stands plain only where no YAML reader could take it for something else; else it stands between
double quotes, written as JSON writes it, and a text of several lines in a block. The form in the
browser writes by the same rules (`templates/assets/yaml-text.js`); tests prove the two equal.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias, TypeGuard

Scalar: TypeAlias = str | int | float | bool | None
Data: TypeAlias = "Scalar | Mapping[str, Data] | Sequence[Data]"

INDENT = "  "

PLAIN = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9_./,;()'%+?=&~@!$*-]|[:#](?=[A-Za-z0-9/])| (?=[A-Za-z0-9(]))*")
"""A text that may stand as it is, unless it is one of the two below."""

OTHER = re.compile(r"(?:y|n|yes|no|on|off|true|false|null|nan|inf)", re.IGNORECASE)
"""What some reader takes for a truth value, or for nothing (YAML 1.1, https://yaml.org/type/)."""

NUMBER = re.compile(r"(?!\d{4}-\d{2}-\d{2}\Z)[0-9][0-9A-Fa-fox_.,:;/+-]*")
"""What some reader takes for a number; a day stands plain, as people write it."""

HIDDEN = re.compile(
    "[\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff\ud800-\udfff]"
)
"""What does not show, or ends a line for some readers: written as an escape between quotes."""

UNFIT_FOR_BLOCK = re.compile(r"[\x00-\x09\x0b-\x1f]|^[ \n]| \n|[ \n]\Z")
"""What a block of lines would lose or show badly: indented or empty first lines, spaces at the end of one."""


def yaml_text(data: Mapping[str, Data]) -> str:
    """The YAML text of a record, its keys in the order given; reading it gives the same data."""
    return "".join(f"{line}\n" for line in lines_of(data))


def lines_of(data: Mapping[str, Data]) -> Iterator[str]:
    """The lines of a record."""
    for key, value in data.items():
        if isinstance(value, Mapping) and value:
            yield f"{scalar(key)}:"
            yield from (f"{INDENT}{line}" if line else "" for line in lines_of(value))
        elif is_list(value) and value:
            yield f"{scalar(key)}:"
            yield from (f"{INDENT}{line}" if line else "" for line in items_of(value))
        else:
            first, *rest = single(value)
            yield f"{scalar(key)}: {first}"
            yield from rest


def items_of(values: Sequence[Data]) -> Iterator[str]:
    """The lines of a list."""
    for value in values:
        if isinstance(value, Mapping) and value:
            held = list(lines_of(value))
        elif is_list(value) and value:
            held = list(items_of(value))
        else:
            held = list(single(value))
        yield f"- {held[0]}"
        yield from (f"{INDENT}{line}" if line else "" for line in held[1:])


def is_list(value: Data) -> TypeGuard[Sequence[Data]]:
    """Whether a value is a list of others."""
    return isinstance(value, Sequence) and not isinstance(value, str)


def single(value: Data) -> Iterator[str]:
    """The lines of a value that holds no other; the first goes behind its key."""
    if isinstance(value, str):
        text = value.removesuffix("\n")
        if "\n" in text and not UNFIT_FOR_BLOCK.search(text) and not HIDDEN.search(text):
            yield "|" if value.endswith("\n") else "|-"
            yield from (f"{INDENT}{line}" if line else "" for line in text.split("\n"))
        else:
            yield scalar(value)
    elif value is None or isinstance(value, bool | int | float):
        yield json.dumps(value, allow_nan=False)
    else:
        yield "{}" if isinstance(value, Mapping) else "[]"


def scalar(text: str) -> str:
    """A text on one line: plain where nobody takes that for anything else, else between quotes."""
    if PLAIN.fullmatch(text) and not OTHER.fullmatch(text) and not NUMBER.fullmatch(text):
        return text
    return HIDDEN.sub(escaped, json.dumps(text, ensure_ascii=False))


def escaped(found: re.Match[str]) -> str:
    """A character as an escape."""
    return f"\\u{ord(found[0]):04x}"
