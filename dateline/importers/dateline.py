# SPDX-License-Identifier: MIT
"""The JSON of a dateline site, of one event or of a timeline: each event as it was, under its own id.

The list of a timeline has its events in short.
"""

from __future__ import annotations

from typing import Any

from dateline.carried import is_flat
from dateline.dates import DateError, parse
from dateline.incoming import OWN, Gathering, Given, Imported, Place
from dateline.json_lines import DEEPEST, is_deep, lines_in, read_json
from dateline.models import Event
from dateline.returned import take_flat, tell_in_short

WORKED_OUT = {"id", "url", "worked_out"}
LIST = "events.json"
REGISTRIES = ("places", "actors", "sources")


def read(given: Given) -> Imported:
    """The event of each record."""
    into = Gathering(OWN, given.mapping)
    for name, raw in given.files:
        typed, text = read_json(name, raw, into)
        if not isinstance(typed, dict):
            if typed is not None:
                into.refuse(Place(name, 1), "", "", "this file is no JSON of a dateline site")
            continue
        events = typed.get("events")
        if not isinstance(events, list):
            take_event(into, Place(name, 1), typed)
            continue
        for key in REGISTRIES:
            if typed.get(key):
                why = "registries are not carried: copy the entries that the events name into content/"
                into.leave(Place(name, 1), key, ", ".join(map(str, typed[key])), why)
        if any(map(is_flat, events)):
            tell_in_short(into, Place(name, 1), LIST)
        for line, record in zip(lines_in(text, "events", len(events)), events, strict=True):
            take_event(into, Place(name, line), record)
    return into.result()


def take_event(into: Gathering, at: Place, record: Any) -> None:
    """Add the event of a record, without what was worked out."""
    if not isinstance(record, dict) or not isinstance(record.get("id"), str):
        into.refuse(at, "id", "", "this is no event of a dateline site: it has no id")
        return
    if is_deep(record):
        into.refuse(at, "id", record["id"], f"this event is nested deeper than {DEEPEST}")
        return
    if is_flat(record):
        take_flat(into, at, record)
        return
    try:
        parse(str(record.get("date", "")))
    except DateError as error:
        into.refuse(at, "date", str(record.get("date", "")), error.message, error.hint)
        return
    for key in sorted(record.keys() - WORKED_OUT - Event.model_fields.keys()):
        into.leave(at, key, record[key], "no field holds this")
    fields = {key: described(value) for key, value in record.items() if key in Event.model_fields}
    into.keep(at, fields, record["id"])


def described(value: Any) -> Any:
    """A value in which what is described in place stands as people write it."""
    if isinstance(value, list):
        return [described(one) for one in value]
    if isinstance(value, dict) and isinstance(value.get("inline"), dict):
        return {**value["inline"], **{key: one for key, one in value.items() if key != "inline"}}
    return value
