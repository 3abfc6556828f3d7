# SPDX-License-Identifier: MIT
"""The timeline as a data set: its files with their sizes and sums, described for people and for programs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from dateline.csv_text import BETWEEN
from dateline.digest import digest
from dateline.engine import engine
from dateline.flat import COLUMNS, Column
from dateline.formats import coded, database, features, listing, table
from dateline.output import Measure
from dateline.slices import slices
from dateline.theme import Theme
from dateline.timeline import Timeline

LICENCES = "https://spdx.org/licenses/"
KINDS = {
    table.FILE: ("CSV", "text/csv"),
    listing.FILE: ("JSON", "application/json"),
    features.FILE: ("GeoJSON", "application/geo+json"),
    coded.FILE: ("CSV (UCDP, ACLED)", "text/csv"),
    database.FILE: ("SQLite", "application/vnd.sqlite3"),
}
"""The files of the whole timeline, each with what it is called and its media type."""

FILES = tuple(KINDS)
TABLES = {table.FILE: COLUMNS, coded.FILE: coded.COLUMNS}
"""The files that are tables, with their columns; the first is the key."""


@dataclass(frozen=True, slots=True)
class Download:
    """A file of the whole timeline: its address, what kind it is of, its size in bytes and its SHA-256."""

    path: str
    format: str
    type: str
    size: int
    sha256: str


@lru_cache(maxsize=1)
def whole_key(timeline: Timeline, base_url: str | None) -> str:
    """A digest of all that the files of the whole are made from, registries and links included."""
    links = {ident: [(one.kind, one.entry.id) for one in held] for ident, held in timeline.links.items()}
    return digest((engine(), base_url, timeline.site, timeline.registry, slices(timeline)[0].key, links))


def downloads(measures: Mapping[str, Measure]) -> tuple[Download, ...]:
    """The files that hold every event, as far as they are published."""
    return tuple(
        Download(path, *KINDS[path], measures[path].size, measures[path].sha256)
        for path in KINDS
        if path in measures
    )


def package(timeline: Timeline, theme: Theme, files: Iterable[Download]) -> dict[str, Any]:
    """The data set as a Frictionless Data Package, with what each column means."""
    site = timeline.site
    made: dict[str, Any] = {"name": "timeline", "title": site.title, "profile": "data-package"}
    made |= {"description": site.scope or site.tagline} if site.scope or site.tagline else {}
    made |= {"homepage": theme.base_url} if theme.base_url else {}
    if site.licence:
        made["licenses"] = [{"name": site.licence, "path": f"{LICENCES}{site.licence}.html"}]
    if site.publisher:
        made["contributors"] = [{"title": site.publisher, "role": "publisher"}]
    return {**made, "resources": [resource(one) for one in files]}


def resource(one: Download) -> dict[str, Any]:
    """A file of the package; a table says what its columns hold."""
    made: dict[str, Any] = {
        "name": one.path.replace(".", "-"),
        "path": one.path,
        "title": one.format,
        "format": one.path.rpartition(".")[2],
        "mediatype": one.type,
        "bytes": one.size,
        "hash": f"sha256:{one.sha256}",
    }
    if one.path not in TABLES:
        return made
    schema = table_schema(TABLES[one.path])
    return {**made, "profile": "tabular-data-resource", "encoding": "utf-8", "schema": schema}


def table_schema(columns: tuple[Column, ...]) -> dict[str, Any]:
    """The columns of a table; a list is a text there, its items parted by a semicolon and a blank."""
    fields, key = [], columns[0].name
    for column in columns:
        several = (
            f' Several are parted by "{BETWEEN}"; a semicolon in one is doubled.'
            if column.type == "array"
            else ""
        )
        kind = "string" if column.type == "array" else column.type
        rule = {"constraints": {"required": True, "unique": True}} if column.name == key else {}
        fields.append({"name": column.name, "type": kind, "description": column.says + several, **rule})
    return {"fields": fields, "primaryKey": [key], "missingValues": [""]}


def linked_data(timeline: Timeline, theme: Theme, files: Iterable[Download]) -> dict[str, Any]:
    """The data set as schema.org describes one, with the files that it can be had as."""
    site = timeline.site
    made: dict[str, Any] = {"@context": "https://schema.org", "@type": "Dataset", "name": site.title}
    made |= {"description": site.scope or site.tagline} if site.scope or site.tagline else {}
    made |= {"inLanguage": site.lang}
    if site.licence:
        made["license"] = f"{LICENCES}{site.licence}.html"
    if site.publisher:
        made["publisher"] = {"@type": "Organization", "name": site.publisher}
    if theme.base_url:
        made["url"] = f"{theme.base_url}data.html"
        made["distribution"] = [
            {
                "@type": "DataDownload",
                "encodingFormat": one.type,
                "contentUrl": f"{theme.base_url}{one.path}",
                "contentSize": f"{one.size} B",
                "sha256": one.sha256,
            }
            for one in files
        ]
    return made
