# SPDX-License-Identifier: MIT
"""A mapping: which field each column of a table fills, in which words, and what holds for all its events."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from dateline.codes.importing import IMPORT_MAP
from dateline.dates.typed import ORDERS
from dateline.document import Document, Loc, read
from dateline.models import Event
from dateline.problems import Problem, nearest, shown
from dateline.yaml_text import Data, yaml_text

KEYS = ("order", "delimiter", "origin", "columns", "values", "made", "always")
FIELDS = (
    *("id", "title", "date", "date_end", "date_precision", "time", "end_time", "timezone", "text"),
    *("summary", "body", "notes", "place", "lat", "lon", "uncertainty_m", "precision", "country"),
    *("actor", "type", "tag", "source", "source_title", "source_url", "source_date", "source_publisher"),
    *("verification", "outcome", "lang", "date_original", "killed", "killed_reported", "killed_low"),
    *("killed_best", "killed_high", "injured", "injured_low", "injured_best", "injured_high"),
)
"""What a column can fill; besides, extra.NAME and external.NAME."""


@dataclass(frozen=True, slots=True)
class TableMap:
    """What a mapping says.

    `columns` leads from a column to the fields that it fills, none where it is left out on purpose;
    `values` from a field and a value of the table to what is written; `made` from a field to a text
    with {columns} in it; `always` holds fields as they are written in an event. `order` is that of
    dates in figures and `origin` the name under which ids are kept.
    """

    columns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    made: Mapping[str, str] = field(default_factory=dict)
    always: Mapping[str, Data] = field(default_factory=dict)
    order: str = ""
    delimiter: str = ""
    origin: str = ""

    def fields_of(self, column: str) -> tuple[str, ...] | None:
        """The fields that a column fills; None for a column that the mapping does not know.

        A mapping without columns takes those that are named like a field.
        """
        if self.columns:
            return self.columns.get(column)
        return (column.strip().lower(),) if is_field(column.strip().lower()) else None


PLAIN_MAP = TableMap()


def is_field(name: str) -> bool:
    """Whether a column can fill this."""
    head, _, tail = name.partition(".")
    return name in FIELDS or (head in ("extra", "external") and bool(tail))


def read_map(path: str, raw: bytes) -> TableMap | tuple[Problem, ...]:
    """The mapping in the bytes of a file, or everything that is wrong with it."""
    document = read(path, raw)
    if not isinstance(document, Document):
        return document
    data = document.data
    problems = [
        *unknown(document, (), data, KEYS),
        *unknown(document, ("always",), table(data, "always"), Event.model_fields),
    ]
    columns: dict[str, tuple[str, ...]] = {}
    for column, typed in table(data, "columns").items():
        columns[column] = fields_in(typed)
        problems += [
            wrong(document, ("columns", column), one) for one in columns[column] if not is_field(one)
        ]
    for key in ("values", "made"):
        problems += [wrong(document, (key, one), one) for one in table(data, key) if not is_field(one)]
    order = data.get("order", "")
    if order not in ("", *ORDERS):
        message = f"{shown(order)} is no order of day, month and year"
        problems.append(document.problem(IMPORT_MAP, ("order",), message, f"write {', '.join(ORDERS)}"))
    if problems:
        return tuple(problems)
    return TableMap(
        columns,
        {name: texts(value) for name, value in table(data, "values").items()},
        texts(table(data, "made")),
        table(data, "always"),
        str(order or ""),
        str(data.get("delimiter") or ""),
        str(data.get("origin") or ""),
    )


def unknown(document: Document, at: Loc, data: Mapping[str, Any], known: Any) -> list[Problem]:
    """A problem for each key that is not known, with the nearest that is."""
    strange = [key for key in data if key not in known]
    return [
        document.problem(
            IMPORT_MAP, (*at, key), f"{shown(key)} is not known here", meant(key, known), key=True
        )
        for key in strange
    ]


def wrong(document: Document, at: Loc, name: str) -> Problem:
    """The problem of a field that no column can fill."""
    message = f"no column can fill {shown(name)}"
    return document.problem(IMPORT_MAP, at, message, meant(name, FIELDS))


def meant(name: str, known: Any) -> str:
    """The nearest word, or all words there are."""
    near = nearest(name, known)
    return f"did you mean {near}?" if near else f"the words are: {', '.join(known)}"


def table(data: Mapping[str, Any], key: str) -> dict[str, Any]:
    """The mapping under a key; an empty one where there is none."""
    found = data.get(key)
    return found if isinstance(found, dict) else {}


def texts(value: object) -> dict[str, str]:
    """The texts of a mapping."""
    return {key: str(item or "") for key, item in value.items()} if isinstance(value, dict) else {}


def fields_in(typed: object) -> tuple[str, ...]:
    """One field, a list of fields, or none."""
    return tuple(map(str, typed)) if isinstance(typed, list) else (str(typed),) if typed else ()


def map_text(mapping: TableMap) -> str:
    """The mapping as a file."""
    columns: dict[str, Data] = {
        column: (list(fields) if len(fields) > 1 else fields[0]) if fields else None
        for column, fields in mapping.columns.items()
    }
    whole: dict[str, Data] = {
        "order": mapping.order,
        "delimiter": mapping.delimiter,
        "origin": mapping.origin,
        "columns": columns,
        "values": {name: dict(words) for name, words in mapping.values.items()},
        "made": dict(mapping.made),
        "always": dict(mapping.always),
    }
    return yaml_text({key: value for key, value in whole.items() if value})
