# SPDX-License-Identifier: MIT
"""A site's folder becomes documents, pages and media files, and a list of what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from dateline.codes.reading import NAME_COLLISION, NO_SITE
from dateline.document import EVENT, REGISTRY, Document, read
from dateline.document.building import Limits
from dateline.document.decoding import decode, digest_of
from dateline.load.arrangement import REGISTRIES, Arrangement, Named, arrange
from dateline.load.filenames import printable, split_language
from dateline.load.folder import Folder
from dateline.problems import Problem, in_reading_order
from dateline.states import State

CONTENT = "content"
MEDIA_LIMIT = 64_000_000
"""A media file is at most so many bytes long."""


class ChangedMeanwhile(Exception):  # noqa: N818  # it names what happened
    """A file is not as it was when this build read it first; a new build is what helps."""

    hint = "Run the command again."

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path

    def __str__(self) -> str:
        return f"{self.path} changed while the site was built; the site was not touched"


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
    """A file below content/media: `name` is its path there."""

    path: str
    name: str
    state: State
    folder: Folder = field(repr=False)

    @property
    def size(self) -> int:
        """Its size in bytes."""
        return self.state.size

    def read(self) -> bytes | Problem:
        """The bytes as they are now, or why they are not to be had."""
        return self.folder.read(self.path, MEDIA_LIMIT)


@dataclass(frozen=True, slots=True)
class EventFiles:
    """The files of one event: its own and its translations, as listed; nothing is read yet.

    `id` is empty where there are only files whose names have to be mended.
    """

    id: str
    own: Named | None
    translations: tuple[Named, ...] = ()

    @property
    def named(self) -> tuple[Named, ...]:
        """All of them, the event's own first."""
        return (self.own, *self.translations) if self.own else self.translations

    @property
    def paths(self) -> tuple[str, ...]:
        """The paths of all of them."""
        return tuple(named.file.path for named in self.named)

    @property
    def key(self) -> str:
        """The path of the first, which no other event has."""
        return self.named[0].file.path


@dataclass(frozen=True, slots=True)
class Content:
    """Everything in a site's content folder, each kind sorted by path; events are not read yet.

    Problems are those of names and of what was read, the documents' warnings included. A file with
    an error is left out of the rest, so that what is there can be trusted.
    """

    folder: Folder
    site: Document | None = None
    actors: tuple[RegistryFile, ...] = ()
    places: tuple[RegistryFile, ...] = ()
    sources: tuple[RegistryFile, ...] = ()
    links: Document | None = None
    events: tuple[EventFiles, ...] = ()
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
        return Content(source, problems=(problem,))
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
        source,
        site=next(_sound(arrangement.files["site"], documents), None),
        actors=registries["actors"],
        places=registries["places"],
        sources=registries["sources"],
        links=next(_sound(arrangement.files["links"], documents), None),
        events=_events(arrangement),
        pages=pages,
        media=tuple(
            MediaFile(named.file.path, named.id, named.file.state, source)
            for named in arrangement.files["media"]
            if named.sound
        ),
        problems=in_reading_order(problems),
    )


def document(folder: Folder, path: str, limits: Limits = EVENT) -> Document | tuple[Problem, ...]:
    """The document in a file of the site, or everything that is wrong with it."""
    raw = folder.read(path, limits.size)
    return (raw,) if isinstance(raw, Problem) else read(printable(path), raw, limits)


def _documents(source: Folder, arrangement: Arrangement, problems: list[Problem]) -> dict[str, Document]:
    """The files of the site, links and registries by path, those under a wrong name too: all faults show."""
    documents: dict[str, Document] = {}
    for kind in ("site", "links", *REGISTRIES):
        for named in arrangement.files[kind]:
            path = named.file.path
            found = document(source, path, EVENT if kind == "site" or named.id else REGISTRY)
            if isinstance(found, Document):
                documents[path] = found
                problems += found.warnings
            else:
                problems += found
    return documents


def _events(arrangement: Arrangement) -> tuple[EventFiles, ...]:
    """Each event's file with those of its translations; a translation of no event stands alone."""
    translations: dict[str, list[Named]] = {}
    for named in arrangement.files["translations"]:
        translations.setdefault(split_language(named.id)[0], []).append(named)
    events = [
        EventFiles(named.id, named, tuple(translations.pop(named.id, ())) if named.sound else ())
        for named in arrangement.files["events"]
    ]
    orphans = [EventFiles("", None, (named,)) for files in translations.values() for named in files]
    return tuple(events + orphans)


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
