# SPDX-License-Identifier: MIT
"""A table of comma-separated values, an event a row, whose columns a mapping gives their meaning."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.incoming import Gathering, Given, Imported, Place
from dateline.table_guess import guess
from dateline.table_map import TableMap, map_text
from dateline.table_rows import take_row
from dateline.tables import table_rows

HEAD = """\
# Proposed by the names of the columns; look at each line before you use it.
# A column with null fills no field: it is left out on purpose.
"""


def read(given: Given) -> Imported:
    """The event of each row."""
    into = Gathering("csv", given.mapping)
    for name, raw in given.files:
        for line, columns in table_rows(name, raw, given.mapping.delimiter, into):
            if not fills(given.mapping, columns, "date"):
                hint = "print a mapping with --guess, look at it, and give it with --map"
                into.refuse(Place(name, 1), "", "", "no column of this table is a date", hint)
                break
            take_row(into, Place(name, line), columns)
    return into.result()


def fills(mapping: TableMap, columns: Iterable[str], field: str) -> bool:
    """Whether a column fills this field."""
    return any(field in (mapping.fields_of(column) or ()) for column in columns) or field in mapping.made


def propose(given: Given) -> str:
    """A mapping for the table, as the text of a file."""
    name, raw = given.files[0]
    mapping = given.mapping
    first = next(table_rows(name, raw, mapping.delimiter, Gathering("csv")), None)
    columns = first.columns if first else {}
    return HEAD + map_text(guess(columns, order=mapping.order, delimiter=mapping.delimiter))
