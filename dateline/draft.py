# SPDX-License-Identifier: MIT
"""An event that is about to be written: its id, its file, and the text of the file."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from dataclasses import dataclass

from dateline.dates import DateError, Edtf, Precision, parse
from dateline.models import Event
from dateline.slugs import DEVICES, fold
from dateline.yaml_text import Data, yaml_text

FOLDER = "content/events"
LONGEST = 60
"""So many letters of a title go into an id."""

FIRST_LONG_YEAR = 10_000
SHOWN = {Precision.DAY: 10, Precision.MONTH: 7, Precision.YEAR: 4, Precision.SEASON: 4}
"""So many characters of the first day say as much as is known."""

NOT_PLAIN = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Draft:
    """An event that is about to be written; `path` is that of its file in the site's folder."""

    id: str
    path: str
    text: str


def draft(fields: Mapping[str, Data], taken: Container[str], *, schema: str = "") -> Draft:
    """The event with these fields, as they are typed in a file, under an id that is not among the taken.

    `schema` leads from the file to the JSON Schema of an event, for editors; keys that the schema does
    not know come last, so that `check` can tell of them.
    """
    ident = free(proposed_id(str(fields.get("date", "")), str(fields.get("title", ""))), taken)
    ordered = {key: fields[key] for key in Event.model_fields if key in fields}
    ordered |= {key: value for key, value in fields.items() if key not in ordered}
    head = f"# yaml-language-server: $schema={schema}\n" if schema else ""
    return Draft(ident, path_of(ident, str(fields.get("date", ""))), head + yaml_text(ordered))


def proposed_id(date: str, title: str) -> str:
    """An id that begins with the date as far as it is known and goes on with the title; never empty.

    A title in letters that an id cannot hold gives none of them: the id then says the date alone, or
    "event" where that is not known either.
    """
    words = NOT_PLAIN.sub("-", fold(title)).strip("-")
    if len(words) > LONGEST:
        words = words[: LONGEST + 1].rpartition("-")[0] or words[:LONGEST]
    found = "-".join(part for part in (day_words(date), words) if part) or "event"
    return f"{found}-event" if found in DEVICES else found


def day_words(date: str) -> str:
    """The date as an id says it: `2022-01-05`, or `2022`, or `196x`; empty where it has no start."""
    known = parsed(date)
    begun = (known.start or known) if known else None
    first = begun.earliest if begun else None
    if begun is None or first is None or not 0 < first.year < FIRST_LONG_YEAR:
        return ""
    shown = SHOWN.get(begun.precision)
    words = f"{first.year:04}-{first.month:02}-{first.day:02}"[:shown] if shown else begun.text
    return NOT_PLAIN.sub("-", words.lower()).strip("-")


def path_of(ident: str, date: str) -> str:
    """Where the event's file belongs: in the folder of its year, where that is known."""
    year = day_words(date)[:4] if day_words(date)[:4].isdigit() else ""
    return "/".join(part for part in (FOLDER, year, f"{ident}.yaml") if part)


def parsed(date: str) -> Edtf | None:
    """The date, if it is one."""
    try:
        return parse(date)
    except DateError:
        return None


def free(wanted: str, taken: Container[str]) -> str:
    """The id, or, where another event has it, the id with the first number that is free."""
    number, found = 1, wanted
    while found in taken:
        number += 1
        found = f"{wanted}-{number}"
    return found
