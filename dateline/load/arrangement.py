# SPDX-License-Identifier: MIT
"""Where each file of a content folder belongs, by its path alone, and which names cannot stay."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dateline.codes.reading import FILE_NAME, NAME_COLLISION, ORPHAN_TRANSLATION, STRAY_FILE
from dateline.load.filenames import (
    is_text,
    printable,
    proposed_id,
    proposed_media_name,
    same_name,
    split_language,
    wrong_id,
    wrong_media_name,
    wrong_name,
    wrong_page,
)
from dateline.load.folder import File
from dateline.problems import Code, Problem, nearest, shown

REGISTRIES = ("actors", "places", "sources")
# For each folder of content, the type that its files have; media files have several.
FOLDERS = {"events": ".yaml", "pages": ".md", "media": ""} | dict.fromkeys(REGISTRIES, ".yaml")
# What people also write for a type, in lower case.
SPELLINGS = {".yaml": {".yaml", ".yml"}, ".md": {".md", ".markdown", ".mdown"}}
KINDS = ("site", "links", *REGISTRIES, "events", "translations", "pages", "media")

_LONGEST_SHOWN = 200


@dataclass(frozen=True, slots=True)
class Named:
    """A file and its id, empty for a file of many entries; one that is not sound has a name to mend."""

    file: File
    id: str
    sound: bool = True


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The files of each kind in order of their paths, and what is wrong with names."""

    files: Mapping[str, tuple[Named, ...]]
    problems: tuple[Problem, ...]


def arrange(files: Sequence[File]) -> Arrangement:
    """Put every file, whose path begins with the content folder, where it belongs.

    One with a path that is not UTF-8 belongs nowhere: what is kept and printed is UTF-8.
    """
    sorted_files: dict[str, list[Named]] = {kind: [] for kind in KINDS}
    problems: list[Problem] = []
    seen: set[str] = set()
    for file in files:
        kind, named, fault = _place(file)
        if kind and is_text(file.path):
            sorted_files[kind].append(named)
        if fault is not None:
            problems.append(fault)
        problems += _new_folders(file.path, seen)
    for kind in KINDS:
        sorted_files[kind], collisions = _without_collisions(kind, sorted_files[kind])
        problems += collisions
    problems += _orphans(sorted_files["events"], sorted_files["translations"])
    return Arrangement({kind: tuple(named) for kind, named in sorted_files.items()}, tuple(problems))


def _place(file: File) -> tuple[str, Named, Problem | None]:
    """The kind of a file, empty where it has none, the file with its id, and what is wrong with its name."""
    _, *folders, name = file.path.split("/")
    if not folders:
        return _top_file(file, name)
    kind = folders[0]
    if kind not in FOLDERS:
        return "", Named(file, ""), None
    if kind == "media":
        fault = wrong_media_name(name)
        problem = _rename(file.path, fault, proposed_media_name(name)) if fault else None
        return kind, Named(file, file.path.partition("/media/")[2], not fault), problem
    stem, dot, extension = name.rstrip(". ").rpartition(".")
    suffix = FOLDERS[kind]
    if (dot + extension).lower() not in SPELLINGS[suffix] or not stem:
        if fault := wrong_name(name):
            return "", Named(file, ""), _rename(file.path, fault, proposed_id(stem or name) + suffix)
        message = f"this file is not read: files in {kind}/ end with '{suffix}'"
        return "", Named(file, ""), _problem(STRAY_FILE, file.path, message, "move it away, or rename it")
    return _named(file, kind, stem, name)


def _named(file: File, kind: str, stem: str, name: str) -> tuple[str, Named, Problem | None]:
    suffix = FOLDERS[kind]
    name_id, language = split_language(stem) if kind == "events" else (stem, "")
    fault = wrong_name(name) or (wrong_page if kind == "pages" else wrong_id)(name_id)
    if not fault and not name.endswith(suffix):
        fault = f"the type of this file is written '{suffix}'"
    kind = "translations" if language else kind
    named = Named(file, f"{name_id}.{language}" if language else name_id, not fault)
    if not fault:
        return kind, named, None
    proposed, language = split_language(stem.lower()) if kind in {"events", "translations"} else (stem, "")
    proposed = proposed if not wrong_id(proposed) else proposed_id(proposed)
    proposed = f"about-{proposed}" if kind == "pages" and wrong_page(proposed) else proposed
    return kind, named, _rename(file.path, fault, proposed + (f".{language}" if language else "") + suffix)


def _top_file(file: File, name: str) -> tuple[str, Named, Problem | None]:
    stem, _, extension = name.rpartition(".")
    known = ("site", "links", *REGISTRIES)
    if extension == "yaml" and stem in known:
        return stem, Named(file, ""), None
    if stem.lower() in known and extension.lower() in {"yaml", "yml"}:
        problem = _rename(file.path, "this file is not read under this name", f"{stem.lower()}.yaml")
        return stem.lower(), Named(file, "", sound=False), problem
    near = nearest(stem, known)
    hint = f"did you mean '{near}.yaml'?" if near else "events belong in events/, pages in pages/"
    return "", Named(file, ""), _problem(STRAY_FILE, file.path, "this file is not read", hint)


def _new_folders(path: str, seen: set[str]) -> Iterator[Problem]:
    """What is wrong with the folders on the way to a file, each once."""
    content, *folders, _ = path.split("/")
    for depth, name in enumerate(folders):
        folder = "/".join((content, *folders[: depth + 1]))
        if folder in seen:
            continue
        seen.add(folder)
        if depth == 0 and name not in FOLDERS:
            near = nearest(name, FOLDERS)
            hint = f"did you mean '{near}'?" if near else f"folders here are {', '.join(sorted(FOLDERS))}"
            yield _problem(STRAY_FILE, folder, "this folder is not read", hint)
            return
        if depth and (fault := wrong_id(name)):
            yield _rename(folder, fault, proposed_id(name))


def _without_collisions(kind: str, files: list[Named]) -> tuple[list[Named], list[Problem]]:
    """The files, those sound no more that take a name which another has, and a problem for each."""
    first: dict[str, Named] = {}
    kept: list[Named] = []
    problems: list[Problem] = []
    for named in files:
        # Files of many entries have no id; a folder of entries may stand beside one.
        key = same_name(named.id) if named.id else named.file.path
        other = first.setdefault(key, named)
        if other is named:
            kept.append(named)
            continue
        kept.append(Named(named.file, named.id, named.sound and not other.sound))
        message = f"{_told_apart(named, other)} and {_told_apart(other, named)} have one name"
        if named.id == other.id:
            message += f" among {kind}: '{printable(named.id)}'"
        hint = "rename or remove one of them; some computers cannot even hold both"
        problems.append(_problem(NAME_COLLISION, named.file.path, message, hint))
    return kept, problems


def _told_apart(named: Named, other: Named) -> str:
    """The path in quotes; escaped where only the encoding of an accent tells the two apart."""
    path = printable(named.file.path)
    if named.id != other.id and named.id.casefold() != other.id.casefold():
        path = path.encode("ascii", "backslashreplace").decode("ascii")
    return shown(path, _LONGEST_SHOWN)


def _orphans(events: list[Named], translations: list[Named]) -> Iterator[Problem]:
    ids = {event.id for event in events}
    for translation in translations:
        name_id, language = split_language(translation.id)
        if name_id in ids:
            continue
        near = nearest(name_id, ids)
        hint = (
            f"did you mean '{near}.{language}.yaml'?" if near else "add the event, or remove its translation"
        )
        message = f"there is no event {shown(printable(name_id))} that this could translate"
        yield _problem(ORPHAN_TRANSLATION, translation.file.path, message, hint)


def _rename(path: str, fault: str, proposed: str) -> Problem:
    return _problem(
        FILE_NAME, path, f"{shown(printable(path.rpartition('/')[2]))}: {fault}", f"rename it to '{proposed}'"
    )


def _problem(code: Code, path: str, message: str, hint: str) -> Problem:
    return Problem(printable(path), 1, 1, code, message, hint, code.severity)
