# SPDX-License-Identifier: MIT
"""A site's folder becomes documents, pages and media files, and a list of what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from dateline.codes.reading import NAME_COLLISION, NO_SITE
from dateline.document import EVENT, REGISTRY, Document, read
from dateline.document.decoding import decode, digest_of
from dateline.load.arrangement import REGISTRIES, Arrangement, Named, arrange
from dateline.load.filenames import printable, split_language
from dateline.load.folder import Folder
from dateline.problems import Problem, in_reading_order

CONTENT = "content"
MEDIA_LIMIT = 64_000_000
"""A media file is at most so many bytes long."""


@dataclass(frozen=True, slots=True)
class RegistryFile:
    """A file of a registry: all entries by id, or the one entry whose id is the file's stem."""

    document: Document
    entry_id: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """A page of Markdown with newlines as line ends; `digest` is that of its bytes."""

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

    Problems are those of reading, the documents' warnings included. A file with an error is left
    out of the rest, so that what is there can be trusted.
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
    """Read a site's folder; what is wrong with its files is among the content's problems."""
    source = Folder(folder)
    listing = source.listing(CONTENT)
    if listing is None:
        hint = "name the folder of a site with --source; a site has content/site.yaml and content/events/"
        problem = Problem(CONTENT, 1, 1, NO_SITE, f"there is no folder '{CONTENT}' here", hint)
        return Content(problems=(problem,))
    arrangement = arrange(listing.files)
    problems = [*listing.problems, *arrangement.problems]
    documents = _documents(source, arrangement, problems)
    registries = {name: _registry(name, arrangement, documents, problems) for name in REGISTRIES}
    pages = tuple(_pages(source, arrangement.files["pages"], problems))
    if not arrangement.files["site"] and not any(
        problem.path == f"{CONTENT}/site.yaml" for problem in problems
    ):
        hint = "write one with at least a title, such as 'title: Attacks on hospitals, 2022'"
        problems.append(Problem(f"{CONTENT}/site.yaml", 1, 1, NO_SITE, "'site.yaml' is missing", hint))
    return Content(
        site=next(_sound(arrangement.files["site"], documents), None),
        actors=registries["actors"],
        places=registries["places"],
        sources=registries["sources"],
        events=tuple(_sound(arrangement.files["events"], documents)),
        translations=tuple(_sound(arrangement.files["translations"], documents)),
        pages=pages,
        media=tuple(
            MediaFile(named.file.path, named.id, named.file.size, source)
            for named in arrangement.files["media"]
            if named.sound
        ),
        problems=in_reading_order(problems),
    )


def event_id(path: str) -> str:
    """The id of the event in a file, or of the event that a translation belongs to."""
    return split_language(PurePosixPath(path).stem)[0]


def language_of(path: str) -> str:
    """The language of a translation's file, `ar` for `fire.ar.yaml`; empty for an event's own file."""
    return split_language(PurePosixPath(path).stem)[1]


def _documents(source: Folder, arrangement: Arrangement, problems: list[Problem]) -> dict[str, Document]:
    """Every YAML file by path, read once; those under a wrong name too, so that all faults show at once."""
    documents: dict[str, Document] = {}
    for kind in ("site", *REGISTRIES, "events", "translations"):
        for named in arrangement.files[kind]:
            path = named.file.path
            limits = REGISTRY if kind in REGISTRIES and not named.id else EVENT
            raw = source.read(path, limits.size)
            if isinstance(raw, Problem):
                problems.append(raw)
                continue
            document = read(printable(path), raw, limits)
            if isinstance(document, Document):
                documents[path] = document
                problems += document.warnings
            else:
                problems += document
    return documents


def _sound(files: tuple[Named, ...], documents: dict[str, Document]) -> Iterator[Document]:
    return (documents[named.file.path] for named in files if named.sound and named.file.path in documents)


def _registry(
    name: str, arrangement: Arrangement, documents: dict[str, Document], problems: list[Problem]
) -> tuple[RegistryFile, ...]:
    """The files of one registry; an entry that also has a file of its own is named once too often."""
    found = [
        RegistryFile(documents[named.file.path], named.id or None)
        for named in arrangement.files[name]
        if named.sound and named.file.path in documents
    ]
    own = {file.entry_id: file.document.path for file in found if file.entry_id}
    for file in found:
        if file.entry_id is None:
            for entry_id in sorted(own.keys() & file.document.data.keys()):
                message = f"'{entry_id}' also has a file of its own, '{own[entry_id]}'"
                hint = "keep one of the two"
                problems.append(file.document.problem(NAME_COLLISION, (entry_id,), message, hint, key=True))
    return tuple(found)


def _pages(source: Folder, files: tuple[Named, ...], problems: list[Problem]) -> Iterator[Page]:
    for named in files:
        path = named.file.path
        raw = source.read(path, EVENT.size)
        if isinstance(raw, Problem):
            problems.append(raw)
            continue
        decoded = decode(printable(path), raw, EVENT.size)
        problems += decoded.problems
        if named.sound and decoded.text is not None and not decoded.problems:
            yield Page(path, named.id, decoded.text, digest_of(raw))
