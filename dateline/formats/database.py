# SPDX-License-Identifier: MIT
"""The whole timeline as one SQLite file: events, what they refer to, and an index to search their texts.

The same content gives the same bytes: the file is built in memory in one order, and the version of
SQLite that wrote it, which the header would name, is taken out.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from io import BytesIO
from typing import Any

from dateline.flat import COLUMNS
from dateline.formats import listing
from dateline.json_text import decode
from dateline.slice_pieces import pieces
from dateline.timeline import Timeline

FILE = "timeline.sqlite"

TYPES = {"string": "TEXT", "number": "REAL", "integer": "INTEGER", "boolean": "INTEGER"}
KEPT = tuple(column for column in COLUMNS if column.type in TYPES)
PLACES = ("name", "part_of", "lat", "lon", "uncertainty_m", "blur_m", "precision", "timezone", "country")
ACTORS = ("name", "type", "member_of", "country")
SOURCES = ("title", "publisher", "author", "date", "url", "archive_url", "lang", "type", "standing")
MANY = ("places", "actors", "sources")
SCHEMA = f"""
CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT);
CREATE TABLE events (
    {", ".join(f"{one.name} {TYPES[one.type]}{' PRIMARY KEY' * (one.name == 'id')}" for one in KEPT)}
);
CREATE TABLE places (id TEXT PRIMARY KEY, {", ".join(PLACES)});
CREATE TABLE actors (id TEXT PRIMARY KEY, {", ".join(ACTORS)});
CREATE TABLE sources (id TEXT PRIMARY KEY, {", ".join(SOURCES)});
CREATE TABLE event_tags (event TEXT NOT NULL REFERENCES events (id), tag TEXT NOT NULL);
CREATE TABLE relations (
    event TEXT NOT NULL REFERENCES events (id),
    kind TEXT NOT NULL,
    other TEXT NOT NULL REFERENCES events (id)
);
""" + "".join(
    f"CREATE TABLE event_{many} (event TEXT NOT NULL REFERENCES events (id), "
    f"{many[:-1]} TEXT NOT NULL REFERENCES {many} (id));\n"
    f"CREATE INDEX {many}_of_events ON event_{many} ({many[:-1]}, event);\n"
    for many in MANY
)
SEARCH = """
CREATE VIRTUAL TABLE events_search USING fts5 (title, summary, content="events", tokenize='unicode61');
INSERT INTO events_search (events_search) VALUES ('rebuild');
"""
IN_MEMORY = "file:timeline?vfs=memdb"
"""In one piece, of which one copy is made: https://www.sqlite.org/c3ref/serialize.html."""

VERSION_AT = 96
"""Where a file says which version of SQLite wrote it (https://www.sqlite.org/fileformat.html, 1.3)."""


def render(timeline: Timeline, base_url: str | None) -> bytes:
    """The file as bytes."""
    with closing(sqlite3.connect(IN_MEMORY, uri=True)) as connection:
        connection.executescript("PRAGMA page_size = 4096; PRAGMA foreign_keys = ON;" + SCHEMA)
        for table, rows in tables(timeline, base_url):
            columns = connection.execute(f"SELECT * FROM {table}").description  # noqa: S608  # our own names
            marks = ", ".join("?" * len(columns))
            connection.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)  # noqa: S608  # our own names
        connection.commit()
        connection.executescript(SEARCH + "VACUUM;")
        whole = BytesIO(connection.serialize())
    whole.seek(VERSION_AT)
    whole.write(bytes(4))
    return whole.getvalue()


def tables(timeline: Timeline, base_url: str | None) -> Iterator[tuple[str, Iterable[tuple[Any, ...]]]]:
    """The rows of each table, in an order in which whatever is referred to comes first."""
    registry, site = timeline.registry, timeline.site
    shown = {entry.id for entry in timeline.entries}
    records = pieces(listing.writer(timeline, base_url), timeline.entries, timeline)
    flats = map(decode, records)
    yield "about", [("title", site.title), ("licence", site.licence), ("url", base_url)]
    yield "events", (tuple(one[column.name] for column in KEPT) for one in flats)
    yield "places", plain(registry.places, PLACES)
    yield "actors", plain(registry.actors, ACTORS)
    yield "sources", plain(registry.sources, SOURCES)
    yield "event_tags", [(one.id, tag) for one in timeline.entries for tag in dict.fromkeys(one.row.tags)]
    yield (
        "relations",
        [
            (one.id, linked.kind, linked.entry.id)
            for one in timeline.entries
            for linked in timeline.links.get(one.id, ())
            if linked.entry.id in shown
        ],
    )
    for many in MANY:
        known = getattr(registry, many)
        yield (
            f"event_{many}",
            [
                (one.id, ident)
                for one in timeline.entries
                for ident in dict.fromkeys(getattr(one.row, many))
                if ident in known
            ],
        )


def plain(records: Any, names: tuple[str, ...]) -> list[tuple[Any, ...]]:
    """The records of a registry with some of their fields, as SQLite holds them."""
    return [(ident, *(held(getattr(one, name)) for name in names)) for ident, one in records.items()]


def held(value: Any) -> Any:
    """A value as SQLite holds it: a date as its EDTF, a word as its text."""
    return value if value is None or isinstance(value, int | float) else getattr(value, "text", str(value))
