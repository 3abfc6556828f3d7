# SPDX-License-Identifier: MIT
"""A row of a TimelineJS spreadsheet, in either generation of columns, as a slide of its JSON."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dateline.incoming import Gathering, Place

# Where each column goes in a slide. The first generation has a start and an end date in one column each.
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "Start Date": ("start_date", "typed"),
    "End Date": ("end_date", "typed"),
    "Year": ("start_date", "year"),
    "Month": ("start_date", "month"),
    "Day": ("start_date", "day"),
    "Time": ("start_date", "time"),
    "End Year": ("end_date", "year"),
    "End Month": ("end_date", "month"),
    "End Day": ("end_date", "day"),
    "End Time": ("end_date", "time"),
    "Display Date": ("display_date",),
    "Headline": ("text", "headline"),
    "Text": ("text", "text"),
    "Media": ("media", "url"),
    "Media Credit": ("media", "credit"),
    "Media Caption": ("media", "caption"),
    "Media Thumbnail": ("media", "thumbnail"),
    "Alt Text": ("media", "alt"),
    "Tag": ("group",),
    "Group": ("group",),
    "Background": ("background", "url"),
}
KINDS = {"": "event", "event": "event", "title": "title", "start": "title", "era": "era"}


def slide_of(into: Gathering, at: Place, columns: Mapping[str, str]) -> tuple[str, dict[str, Any]]:
    """The kind of a row, event, title or era, and its slide; a column that is not known is noted."""
    slide: dict[str, Any] = {}
    by_name = {name.lower(): path for name, path in COLUMNS.items()}
    kind = "event"
    for column, typed in columns.items():
        value, path = typed.strip(), by_name.get(column.lower())
        if not value:
            continue
        if column.lower() == "type":
            kind = KINDS.get(value.lower(), "event")
            if value.lower() not in KINDS:
                into.leave(at, column, value, "this is no type of slide, so it is taken for an event")
        elif path is None:
            into.leave(at, column, value, "TimelineJS has no such column")
        elif len(path) == 1:
            slide[path[0]] = value
        else:
            slide.setdefault(path[0], {})[path[1]] = value
    return kind, slide


def is_sheet(columns: Mapping[str, str]) -> bool:
    """Whether a table with these columns is one of TimelineJS."""
    return "headline" in {column.lower() for column in columns}
