# SPDX-License-Identifier: MIT
"""The rows of a table of comma-separated values, each with the line where it begins."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from itertools import zip_longest
from typing import NamedTuple

from dateline.incoming import Gathering, Place

DELIMITERS = ",;\t|"
STATED = re.compile(r"sep=([,;\t|])[ \t;,]*\r?\n")
"""The first line in which Excel states the sign between values."""


class TableRow(NamedTuple):
    """A row: its first line, and its values by column."""

    line: int
    columns: dict[str, str]


def table_rows(name: str, raw: bytes, delimiter: str, into: Gathering) -> Iterator[TableRow]:
    """The rows of a table that are not empty; what cannot be read is noted.

    The delimiter is that given or, without one, the sign that is most frequent in the first line.
    """
    text = text_of(name, raw, into)
    stated = STATED.match(text)
    first = text.partition("\n")[0]
    sign = delimiter or (stated[1] if stated else max(DELIMITERS, key=first.count))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=sign[:1], strict=True)
    head: list[str] = []
    line = 1
    if stated:
        next(reader)
        line = 2
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                if head:
                    yield row_of(name, head, cells, line, into)
                else:
                    head = numbered([cell.strip() for cell in cells])
            line = reader.line_num + 1
    except csv.Error as error:
        why = f"the table cannot be read from here on: {error}"
        into.refuse(Place(name, line), "", "", why, "inside a value in quotes, write a quote twice")


def row_of(name: str, head: list[str], cells: list[str], line: int, into: Gathering) -> TableRow:
    """A row, with an empty value for each column that it does not reach; values behind the last are noted."""
    for position, value in enumerate(cells[len(head) :], len(head) + 1):
        if value.strip():
            into.leave(
                Place(name, line), f"column {position}", value, "this value stands behind the last column"
            )
    return TableRow(line, dict(zip_longest(head, cells[: len(head)], fillvalue="")))


def numbered(head: list[str]) -> list[str]:
    """The names of columns, each once: a second `Media` is `Media 2`; one without a name is `Column 3`."""
    names: list[str] = []
    for position, cell in enumerate(head, 1):
        name, number = cell or f"Column {position}", 1
        while name in names:
            number += 1
            name = f"{cell} {number}"
        names.append(name)
    return names


def text_of(name: str, raw: bytes, into: Gathering) -> str:
    """The text of a file in UTF-8 or, with its mark, UTF-16; empty, and noted, in any other encoding."""
    wide = raw[:2] in (b"\xff\xfe", b"\xfe\xff")
    hint = "save it as UTF-8 in the program that it comes from; Excel calls that CSV UTF-8"
    if b"\0" in raw[:1000] and not wide:
        into.refuse(Place(name, 1), "", "", "this file is no text in UTF-8", hint)
        return ""
    try:
        return raw.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        into.refuse(Place(name, line), "", "", "this file is not in UTF-8 from here on", hint)
        return ""
