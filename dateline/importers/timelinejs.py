# SPDX-License-Identifier: MIT
"""TimelineJS, as JSON or as its spreadsheet in either generation of columns: an event a slide or era.

A slide that a dateline site gave out comes back as the event that it was, in short.
"""

from __future__ import annotations

from html import unescape
from typing import Any

from dateline.incoming import Gathering, Given, Imported, Place
from dateline.json_lines import lines_in, read_json
from dateline.returned import take_flat, tell_in_short
from dateline.slides import take_slide
from dateline.slides_dates import COSMOLOGICAL, is_deep
from dateline.slides_sheet import is_sheet, slide_of
from dateline.tables import table_rows

FILE = "timelinejs.json"
SHEET = "for a table with other columns there is dateline import csv"
CARRIED = {"events", "eras", "title", "scale"}


def read(given: Given) -> Imported:
    """The event of each slide and era."""
    into = Gathering("timelinejs", given.mapping)
    for name, raw in given.files:
        if raw.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"["):
            take_json(into, name, raw)
        else:
            for line, columns in table_rows(name, raw, given.mapping.delimiter, into):
                at = Place(name, line)
                if not is_sheet(columns):
                    into.refuse(
                        Place(name, 1), "", "", "this table has no column 'Headline' of TimelineJS", SHEET
                    )
                    break
                kind, slide = slide_of(into, at, columns)
                take_slide(into, at, slide, kind)
    return into.result()


def take_json(into: Gathering, name: str, raw: bytes) -> None:
    """Add the events of a JSON file."""
    typed, text = read_json(name, raw, into)
    if typed is None:
        return
    if not isinstance(typed, dict) or not isinstance(typed.get("events"), list):
        first = isinstance(typed, dict) and "timeline" in typed
        hint = "it is JSON of the first TimelineJS: export its table as CSV" if first else ""
        into.refuse(Place(name, 1), "", "", "this file is no TimelineJS timeline: it has no 'events'", hint)
        return
    for key in sorted(typed.keys() - CARRIED):
        into.leave(Place(name, 1), str(key), typed[key], "no field holds this")
    if typed.get("title"):
        take_slide(into, Place(name, 1), typed["title"], "title")
    scale = typed.get("scale")
    cosmological = scale == COSMOLOGICAL or (not scale and is_deep(typed["events"]))
    for key, kind in (("events", "event"), ("eras", "era")):
        slides = typed.get(key)
        if not isinstance(slides, list):
            continue
        if any(map(own_record, slides)):
            tell_in_short(into, Place(name, 1), FILE)
        for line, slide in zip(lines_in(text, key, len(slides)), slides, strict=True):
            at = Place(name, line)
            if own := own_record(slide):
                take_flat(into, at, own)
            else:
                take_slide(into, at, slide, kind, cosmological=cosmological)


def own_record(slide: object) -> dict[str, Any]:
    """The event that a dateline site put into a slide as plain data; nothing where none did."""
    if not isinstance(slide, dict) or not isinstance(slide.get("unique_id"), str):
        return {}
    own, text = slide.get("dateline"), slide.get("text")
    if not isinstance(own, dict) or not isinstance(text, dict):
        return {}
    whole = {**own, "id": slide["unique_id"], "title": text.get("headline")}
    return {key: as_typed(value) for key, value in whole.items()}


def as_typed(value: Any) -> Any:
    """A text, or a list of texts, that is escaped for HTML, as it was typed."""
    if isinstance(value, list):
        return [as_typed(one) for one in value]
    return unescape(value) if isinstance(value, str) else value
