# SPDX-License-Identifier: MIT
"""The rules of `check` as data, for the form in a reader's browser: limits, patterns, and the same words.

Where a message stands in a table it is taken from there; else a faulty event is checked, and what is
said of it is what the form will say. What is code has a twin in templates/assets, which tests prove equal.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from dateline import clock, draft, slugs
from dateline.dates import LONGEST, USUAL
from dateline.dates.hints import DASHES, READERS, Only, Padded
from dateline.document import Document, read
from dateline.document.decoding import readable_size
from dateline.form import REFERENCES, Asked, asked, every
from dateline.models import Event, Site
from dateline.validate import validate
from dateline.yaml_text import Data, yaml_text

WHOLE = {"title": "x", "date": "2022-01-05", "sources": ["x"]}
"""An event in which nothing is wrong."""

ROWS: Mapping[str, Mapping[str, Data]] = {
    "actors": {"actor": "x"},
    "claims": {"by": "x", "about": "occurrence", "text": "x"},
}
"""A row of each list of records in which nothing is wrong."""


def form_rules(site: Site) -> dict[str, Any]:
    """Everything that the form needs to say what `check` says."""
    fields = [one for group in asked(site) for one in every(group)]
    return {
        "order": list(Event.model_fields),
        "fields": {".".join(one.path): of_field(one) for one in fields if one.kind != "record"},
        "dates": date_rules(),
        "times": time_rules(),
        "ids": {
            "longest": draft.LONGEST,
            "folder": draft.FOLDER,
            "devices": sorted(slugs.DEVICES),
            "reserved": sorted(slugs.RESERVED),
            "latin": {chr(letter): plain for letter, plain in sorted(slugs.LATIN.items())},
        },
        "known_until": site.knowledge_date.text if site.knowledge_date else None,
    }


def of_field(one: Asked) -> dict[str, Any]:
    """How a field is read, and what is said when it is missing or too long."""
    wanted = REFERENCES.get(one.path)
    rules: dict[str, Any] = {"kind": one.kind}
    if one.required:
        rules["missing"] = missing(one.path)
    if one.most and one.kind != "language":
        rules["most"], rules["long"] = one.most, too_long(one)
    if wanted:
        rules["names"] = {
            "what": wanted.what,
            "advice": wanted.advice,
            "registries": wanted.registries,
            "free": wanted.name_allowed,
        }
    return rules


@cache
def missing(path: tuple[str, ...]) -> list[str]:
    """What is said of an event, or of a row, that lacks the key; and what to do."""
    *owner, name = path
    if owner:
        row = {key: value for key, value in ROWS[owner[0]].items() if key != name}
        return said({**WHOLE, owner[0]: [row or {"note": "x"}]}, f"'{name}'")
    return said({key: value for key, value in WHOLE.items() if key != name}, f"'{name}'")


def too_long(one: Asked) -> list[str]:
    """What is said of a value with too many characters, `{length}` or `{size}` of them; and what to do."""
    name, text = one.name, "x" * (one.most + 1)
    if len(one.path) > 1:
        owner = one.path[0]
        faulty: dict[str, Data] = {**WHOLE, owner: [{**ROWS[owner], name: text}]}
    else:
        faulty = {**WHOLE, name: [text] if one.several else text}
    message, hint = said(faulty, "the limit is")
    size = readable_size(one.most + 1)
    return [message.replace(f"{one.most + 1:,}", "{length}").replace(f"{size} long", "{size} long"), hint]


def said(event: Mapping[str, Data], about: str) -> list[str]:
    """The message and the hint of the problem of a faulty event that speaks of something."""
    document = read("content/events/x.yaml", yaml_text(event).encode())
    found = validate(Event, document) if isinstance(document, Document) else document
    problems = found if isinstance(found, tuple) else ()
    return next([one.message, one.hint] for one in problems if about in one.message)


def date_rules() -> dict[str, Any]:
    """What a text that is no date was probably meant to be."""
    return {
        "longest": LONGEST,
        "usual": USUAL,
        "dashes": "".join(map(chr, sorted(DASHES))),
        "readers": [[in_script(pattern.pattern), reader_words(reader)] for pattern, reader in READERS],
    }


def reader_words(reader: object) -> dict[str, Any] | str:
    """A reader of the table as data, or the name of one that is code and has a twin."""
    if isinstance(reader, Only):
        return {"message": reader.message, "forms": reader.forms, "hint": reader.hint}
    if isinstance(reader, Padded):
        return {"message": reader.message, "year": reader.year, "month": reader.month, "day": reader.day}
    return str(getattr(reader, "__name__", "")).strip("_")


def time_rules() -> dict[str, Any]:
    """What no clock shows, and how times are written that are not quite right."""
    return {
        "longest": clock.LONGEST,
        "usual": clock.USUAL,
        "parts": list(clock.PARTS_OF_DAY),
        "never": [
            [in_script(pattern.pattern), message, hint] for pattern, message, hint in clock.NEVER_SHOWN
        ],
        "loose": in_script(clock.LOOSE.pattern),
        "zone": in_script(clock.ZONE.pattern),
    }


def in_script(pattern: str) -> str:
    """A pattern that Python reads in ASCII, as JavaScript spells it."""
    return pattern.replace("(?P<", "(?<").replace(r"\s", r"[ \t\n\r\f\v]").replace(".*", r"[^\n]*")
