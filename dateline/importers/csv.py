# SPDX-License-Identifier: MIT
"""A table of comma-separated values, an event a row, whose columns a mapping gives their meaning.

The table that a dateline site gives out needs none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from dateline.carried import is_flat
from dateline.csv_text import as_was, parted
from dateline.flat import COLUMNS
from dateline.incoming import Gathering, Given, Imported, Place
from dateline.pieces import decimal_of
from dateline.returned import take_flat, tell_in_short
from dateline.table_guess import guess
from dateline.table_map import TableMap, map_text
from dateline.table_rows import take_row
from dateline.tables import table_rows

FILE = "events.csv"
HEAD = """\
# Proposed by the names of the columns; look at each line before you use it.
# A column with null fills no field: it is left out on purpose.
"""


def read(given: Given) -> Imported:
    """The event of each row."""
    into = Gathering("csv", given.mapping)
    for name, raw in given.files:
        ours = False
        for line, columns in table_rows(name, raw, given.mapping.delimiter, into):
            if is_flat(columns) and not given.mapping.columns:
                if not ours:
                    tell_in_short(into, Place(name, 1), FILE)
                ours = True
                take_flat(into, Place(name, line), typed(columns))
                continue
            if not fills(given.mapping, columns, "date"):
                hint = "print a mapping with --guess, look at it, and give it with --map"
                into.refuse(Place(name, 1), "", "", "no column of this table is a date", hint)
                break
            take_row(into, Place(name, line), unguarded(columns))
    return into.result()


def typed(columns: Mapping[str, str]) -> dict[str, Any]:
    """The values of a row that a dateline site wrote, as it had them."""
    kinds = {column.name: column.type for column in COLUMNS}
    return {name: value_in(cell, kinds.get(name, "string")) for name, cell in columns.items()}


def value_in(cell: str, kind: str) -> Any:
    """The value of a cell, without an apostrophe that it got for spreadsheets."""
    text = as_was(cell)
    if kind == "array":
        return parted(text)
    if kind in ("number", "integer"):
        number = decimal_of(text)
        return int(number) if number is not None and kind == "integer" else number
    return text


def unguarded(columns: Mapping[str, str]) -> Mapping[str, str]:
    """The values of a row; those of the coded table without the apostrophes that it has for spreadsheets."""
    if "date_edtf" not in columns or "ucdp_date_prec" not in columns:
        return columns
    return {name: as_was(cell) for name, cell in columns.items()}


def fills(mapping: TableMap, columns: Iterable[str], field: str) -> bool:
    """Whether a column fills this field."""
    return any(field in (mapping.fields_of(column) or ()) for column in columns) or field in mapping.made


def propose(given: Given) -> str:
    """A mapping for the table, as the text of a file."""
    name, raw = given.files[0]
    mapping = given.mapping
    first = next(table_rows(name, raw, mapping.delimiter, Gathering("csv")), None)
    columns = first.columns if first else {}
    made = guess(columns, order=mapping.order, delimiter=mapping.delimiter)
    return HEAD + "".join(f"# {words}\n" for words in missing(made)) + map_text(made)


def missing(mapping: TableMap) -> Iterator[str]:
    """What a mapping lacks that its events need."""
    filled = {field for fields in mapping.columns.values() for field in fields} | mapping.made.keys()
    for needed in ("date", "title"):
        if needed not in filled:
            yield f"No column is named like a {needed}, and no event can do without: name the one that is."
    if "type" in filled:
        yield "Types are words of the site's vocabulary: add them to site.yaml, or change them under values."
    if "lat" in filled and "uncertainty_m" not in filled:
        radius = "made: {uncertainty_m: '5000'}"
        yield f"A point needs the radius in metres of a circle that surely holds it: {radius}"
