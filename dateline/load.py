# SPDX-License-Identifier: MIT
"""A site's folder becomes documents, pages and media files, and a list of what is wrong with them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from dateline.codes.reading import (
    FILE_NAME,
    NAME_COLLISION,
    NO_SITE,
    ORPHAN_TRANSLATION,
    STRAY_FILE,
)
from dateline.decoding import decode, digest_of
from dateline.document import EVENT, REGISTRY, Document, read
from dateline.building import Limits
from dateline.filenames import (
    printable,
    proposed_id,
    proposed_media_name,
    same_name,
    split_language,
    wrong_id,
    wrong_media_name,
)
from dateline.folder import File, Folder
from dateline.problems import Code, Problem, in_reading_order, nearest, shown

CONTENT = "content"
REGISTRIES = ("actors", "places", "sources")
MEDIA_LIMIT = 64_000_000
"""A media file is at most so many bytes long; hosts of static pages refuse larger ones too."""


@dataclass(frozen=True, slots=True)
class RegistryFile:
    """A file of a registry: all entries by id, or the one entry whose id is the file's stem."""

    document: Document
    entry_id: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """A page of Markdown text with newlines as line ends; `digest` is that of its bytes."""

    path: str
    id: str
    text: str
    digest: str


@dataclass(frozen=True, slots=True)
class MediaFile:
    """A file below content/media: `name` is its path there, `size` is in bytes."""

    path: str
    name: str
    size: int
    folder: Folder = field(repr=False)

    def read(self) -> bytes | Problem:
        """The bytes as they are now, or why they are not to be had."""
        return self.folder.read(self.path, MEDIA_LIMIT)


@dataclass(frozen=True, slots=True)
class Content:
    """Everything in a site's content folder, each kind sorted by path.

    Problems are those of reading, warnings of the documents included; a file with an error of
    its own is left out of the rest.
    """

    site: Document | None = None
    actors: tuple[RegistryFile, ...] = ()
    places: tuple[RegistryFile, ...] = ()
    sources: tuple[RegistryFile, ...] = ()
    events: tuple[Document, ...] = ()
    translations: tuple[Document, ...] = ()
    pages: tuple[Page, ...] = ()
    media: tuple[MediaFile, ...] = ()
    problems: tuple[Problem, ...] = ()


def load(folder: Path) -> Content:
    """Read a site's folder; what is wrong with its files is in the content's problems."""
    source = Folder(folder)
    listing = source.list(CONTENT)
    if listing is None:
        hint = "name the folder of a site with --source, or begin one with 'dateline init'"
        problem = Problem(CONTENT, 1, 1, NO_SITE, f"there is no folder '{CONTENT}' here", hint)
        return Content(problems=(problem,))
    loading = _Loading(source, listing.files, list(listing.problems))
    return loading.content()


def event_id(path: str) -> str:
    """The id of the event in a file, or of the event that a translation belongs to."""
    return split_language(PurePosixPath(path).stem)[0]


def language_of(path: str) -> str:
    """The language of a translation's file, `ar` for `fire.ar.yaml`; empty for an event's own file."""
    return split_language(PurePosixPath(path).stem)[1]


class _Loading:
    """One reading of a content folder: takes each file once, in order, and notes what is wrong."""

    def __init__(self, source: Folder, files: tuple[File, ...], problems: list[Problem]) -> None:
        self.source = source
        self.files = files
        self.problems = problems
        self._wrong_folders: set[str] = set()

    def content(self) -> Content:
        """Everything that could be read."""
        registries = [self._registry(name) for name in REGISTRIES]
        events, translations = self._events()
        return Content(
            site=self._site(),
            actors=registries[0],
            places=registries[1],
            sources=registries[2],
            events=events,
            translations=translations,
            pages=self._pages(),
            media=self._media(),
            problems=self._all_problems(),
        )
