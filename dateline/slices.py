# SPDX-License-Identifier: MIT
"""What slices of a timeline there are: each is some of the events, with a page of its own.

The whole is one, and each year, place, actor, source, type and tag. Every format that a slice can be
taken in asks here. Their files lie below the page: what `places/mill.html` shows is in
`places/mill/feed.xml`, `places/mill/events.csv` and so on; the files of the whole are at the root.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from dateline.dates.periods import date_of, in_time
from dateline.dates.words import words
from dateline.digest import digest
from dateline.language import language
from dateline.positions import positions
from dateline.slugs import slug
from dateline.timeline import Entry, Timeline

FOLDERS = {"place": "places", "actor": "actors", "source": "sources", "type": "types", "tag": "tags"}

LEAST, SHARE = 10, 100
"""A slice needs so many events for files of its own, and of a long timeline one event in `SHARE`.

The files of many small slices would take more room than the pages.
"""

SHORT = LEAST * SHARE
"""In a timeline of more events than this, a slice has files in two formats fewer: see `in_every_format`."""

FEED_MOST = 100
"""How many events a feed names, the newest; of slices as well as of the whole."""


@dataclass(frozen=True, slots=True, eq=False)
class Slice:
    """Some of the events, in order: `stem` is the address of their page without `.html`.

    The whole has an empty stem and an empty `kind`; `name` is the slice's key among those of its kind.
    `key` is a digest of all that a file of the slice can show of its events. `title` is in the site's
    own language.
    """

    kind: str
    name: str
    title: str
    stem: str
    entries: tuple[Entry, ...]
    key: str
    every: bool
    """Whether it has a file in every format."""

    @property
    def page(self) -> str:
        """The address of the page that shows the slice."""
        return f"{self.stem or 'index'}.html"

    def address(self, name: str) -> str:
        """Where the file of that name is."""
        return address(self.stem, name)


def address(stem: str, name: str) -> str:
    """Where the file of that name is, of the slice whose page has that stem."""
    return f"{stem}/{name}" if stem else name


def has_files(timeline: Timeline, kind: str, count: int) -> bool:
    """Whether a slice of so many events has files: the whole and the years always, others by site.yaml."""
    if kind in ("", "year"):
        return True
    usual = max(LEAST, len(timeline.entries) // SHARE)
    least = usual if timeline.site.slice_min is None else timeline.site.slice_min
    return 0 < least <= count


def in_every_format(timeline: Timeline, kind: str) -> bool:
    """Whether a slice that has files has JSON and GeoJSON too: these repeat most bytes of a long timeline.

    There the whole and the years have them, and all slices where site.yaml says which have files.
    """
    return kind in ("", "year") or timeline.site.slice_min is not None or len(timeline.entries) <= SHORT


class Files(NamedTuple):
    """The files of a slice, for its page: the folder that they lie in, with its slash."""

    below: str
    every: bool
    """Whether there is one in every format."""


def files_below(timeline: Timeline, kind: str, stem: str, count: int) -> Files | None:
    """The files of a slice of so many events, or None where it has none."""
    there = has_files(timeline, kind, count)
    return Files(f"{stem}/", in_every_format(timeline, kind)) if there else None


@lru_cache(maxsize=1)
def slices(timeline: Timeline) -> tuple[Slice, ...]:
    """Every slice that has files, the whole first."""
    return tuple(found(timeline, marks(timeline)))


def found(timeline: Timeline, known: Mapping[str, str]) -> Iterator[Slice]:
    """The slices, each with a key made from the marks of its events."""

    def cut(kind: str, name: str, title: str, stem: str, entries: tuple[Entry, ...]) -> Slice:
        key = digest((title, stem, [known[one.id] for one in entries]))
        return Slice(kind, name, title, stem, entries, key, in_every_format(timeline, kind))

    yield cut("", "", timeline.site.title, "", timeline.entries)
    years = timeline.groups["year"]
    for key in sorted(years, key=in_time):
        yield cut("year", key, words(date_of(key), language(timeline.site.lang)), key, years[key])
    for kind, folder in FOLDERS.items():
        for key, entries in timeline.groups[kind].items():
            title = titles(timeline, kind).get(key)
            if title is not None and has_files(timeline, kind, len(entries)):
                yield cut(kind, key, title, f"{folder}/{slug(key)}", entries)


def titles(timeline: Timeline, kind: str) -> Mapping[str, str]:
    """What each slice of a kind that has a page is called."""
    registry, used = timeline.registry, timeline.groups[kind]
    if kind == "place":
        return {ident: place.name for ident, place in registry.places.items()}
    if kind == "actor":
        return {ident: actor.name for ident, actor in registry.actors.items()}
    if kind == "source":
        return {ident: source.title for ident, source in registry.sources.items()}
    declared = timeline.site.vocabularies.get(kind, {})
    return {key: declared[key].label if key in declared else key.replace("_", " ") for key in used}


@lru_cache(maxsize=1)
def marks(timeline: Timeline) -> Mapping[str, str]:
    """The mark of each event by its id."""
    return {entry.id: mark(entry, timeline) for entry in timeline.entries}


def mark(entry: Entry, timeline: Timeline) -> str:
    """Stands for all that a file may show of an event; neither its body nor its claims are."""
    row = entry.row
    return digest(
        (
            entry.key,
            row.first_id,
            positions(entry, timeline.registry),
            row.actors,
            row.parts,
            row.sources,
            row.tags,
            row.updated,
        )
    )
