# SPDX-License-Identifier: MIT
"""CSV as RFC 4180 has it, which no spreadsheet takes for formulas.

A text that a spreadsheet could read as a formula gets an apostrophe in front, a year before 0000 too,
which begins with a hyphen; so does one that begins with apostrophes before such a sign. So whoever knows
that a cell was written here can take exactly these away again. A semicolon inside one of several texts in a
cell is doubled.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

RISKY = frozenset(
    "=+-@\t\r\N{FULLWIDTH EQUALS SIGN}\N{FULLWIDTH PLUS SIGN}"
    "\N{FULLWIDTH HYPHEN-MINUS}\N{FULLWIDTH COMMERCIAL AT}"
)
INVISIBLE = frozenset({"Cf", "Cc", "Zs", "Zl", "Zp", "Mn"})
BETWEEN = "; "
PLAIN = re.compile(r'[^\W_][^",\r\n]*')
"""A text that begins with a letter or a digit and holds nothing that has to be quoted: most are."""

APOSTROPHE = "'"
PART = re.compile(r"(?:[^;]|;;)*")


def line(values: Iterable[object]) -> str:
    """One record with its line break, which is CR LF."""
    return ",".join(map(cell, values)) + "\r\n"


def cell(value: object) -> str:
    """A value as a cell: None is empty, a number is bare, a list is joined with "; "."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    text = joined(value) if isinstance(value, list | tuple) else str(value)
    return text if PLAIN.fullmatch(text) else quoted(harmless(text))


def joined(texts: Iterable[str]) -> str:
    """Several texts in one; a semicolon inside one of them is doubled."""
    return BETWEEN.join(text.replace(";", ";;") for text in texts)


def parted(text: str) -> list[str]:
    """The texts that `joined` made one of; none in an empty text."""
    found: list[str] = []
    at = 0
    while text and at <= len(text):
        end = PART.match(text, at).end()  # type: ignore[union-attr]  # it matches nothing too
        found.append(text[at:end].replace(";;", ";"))
        at = end + len(BETWEEN)
    return found


def quoted(text: str) -> str:
    """The text, in quotes where it has to be."""
    if any(sign in text for sign in '",\r\n'):
        return '"' + text.replace('"', '""') + '"'
    return text


def harmless(text: str) -> str:
    """The text, with an apostrophe in front where it begins as a formula does, be it after a blank."""
    return f"{APOSTROPHE}{text}" if begins(text.lstrip(APOSTROPHE)) in RISKY else text


def as_was(text: str) -> str:
    """The text that `harmless` was given."""
    return text[1:] if text[:1] == APOSTROPHE and begins(text.lstrip(APOSTROPHE)) in RISKY else text


def begins(text: str) -> str:
    """The first sign of a text that can be seen, a tab or a line break; empty where there is none."""
    for sign in text:
        if sign in RISKY or (not sign.isspace() and unicodedata.category(sign) not in INVISIBLE):
            return sign
    return ""
