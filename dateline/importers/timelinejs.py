# SPDX-License-Identifier: MIT
"""TimelineJS, as JSON or as its spreadsheet in either generation of columns: an event a slide or era."""

from __future__ import annotations

from dateline.incoming import Gathering, Given, Imported, Place
from dateline.json_lines import lines_in, read_json
from dateline.slides import take_slide
from dateline.slides_sheet import slide_of
from dateline.tables import table_rows

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
                kind, slide = slide_of(into, at, columns)
                take_slide(into, at, slide, kind)
    return into.result()


def take_json(into: Gathering, name: str, raw: bytes) -> None:
    """Add the events of a JSON file."""
    typed, text = read_json(name, raw, into)
    if typed is None:
        return
    if not isinstance(typed, dict) or not isinstance(typed.get("events"), list):
        into.refuse(Place(name, 1), "", "", "this file is no TimelineJS timeline: it has no 'events'")
        return
    for key in typed.keys() - CARRIED:
        into.leave(Place(name, 1), str(key), typed[key], "no field holds this")
    if typed.get("title"):
        take_slide(into, Place(name, 1), typed["title"], "title")
    cosmological = typed.get("scale") == "cosmological"
    for key, kind in (("events", "event"), ("eras", "era")):
        slides = typed.get(key)
        if isinstance(slides, list):
            for line, slide in zip(lines_in(text, key, len(slides)), slides, strict=True):
                take_slide(into, Place(name, line), slide, kind, cosmological=cosmological)
