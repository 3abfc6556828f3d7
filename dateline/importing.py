# SPDX-License-Identifier: MIT
"""Imported events reach the disk, and what there is to say of them becomes lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from dateline.document import Document
from dateline.draft import FOLDER
from dateline.incoming import Found
from dateline.landing import ASIDE, Existing, Fate, Landing, landings, untouched
from dateline.load import Content, document, load
from dateline.problems import Problem, Severity
from dateline.report import safe
from dateline.saving import save_all

MOST_SHOWN = 20
"""So many warnings and notices of a check are shown at most, and so many events to compare."""


@dataclass(frozen=True, slots=True)
class Landed:
    """What became of the events; with problems, files of the site cannot be read, and nothing was done."""

    landings: tuple[Landing, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def conflicts(self) -> bool:
        """Whether a person has to compare two versions."""
        return any(one.fate is Fate.CONFLICT for one in self.landings)


def folder_in(source: Path, into: Path | None) -> str | None:
    """The folder for new files as a path in the site; None where it is not in content/events."""
    if into is None:
        return FOLDER
    root = source.resolve()
    asked = (root / into).resolve() if (root / into).resolve().is_relative_to(root) else into.resolve()
    home = root / FOLDER
    return asked.relative_to(root).as_posix() if asked.is_relative_to(home) else None


def land(source: Path, folder: str, found: Iterable[Found]) -> Landed:
    """Write what is new or renewed, each file whole, and say what became of each event."""
    content = load(source)
    existing, problems = events_in(content)
    if content.site is None or problems:
        return Landed(problems=(*(content.problems if content.site is None else ()), *problems))
    planned = landings(found, existing, taken(existing), folder)
    made = tuple(beside_edited(source, one) if one.fate is Fate.CONFLICT else one for one in planned)
    write(source, [one for one in made if one.text])
    return Landed(made)


def events_in(content: Content) -> tuple[list[Existing], tuple[Problem, ...]]:
    """The events that are there, and the problems of files that cannot be read."""
    existing: list[Existing] = []
    problems: list[Problem] = []
    for files in content.events:
        if files.own is None:
            continue
        path = files.own.file.path
        made = document(content.folder, path)
        if isinstance(made, Document):
            existing.append(Existing(path, files.id, made))
        else:
            problems += made
    return existing, tuple(problems)


def taken(existing: Iterable[Existing]) -> Iterator[str]:
    """The ids that no new event can have: those of events, and those that they had before."""
    for one in existing:
        yield one.id
        former = one.document.data.get("former_ids")
        yield from map(str, former if isinstance(former, list) else ())


def beside_edited(source: Path, landing: Landing) -> Landing:
    """The new version of an event in a file that nobody has edited, or in a new one."""
    stem, number, path = landing.path.removesuffix(".yaml"), 1, landing.path
    while (source / path).exists() and not untouched((source / path).read_text("utf-8", "replace")):
        number += 1
        path = f"{stem}-{number}.yaml"
    return replace(landing, path=path)


def write(source: Path, landed: Iterable[Landing]) -> None:
    """Write all of the files or, where one cannot be written, none; never through a link out of the site."""
    texts = {source / one.path: one.text for one in landed}
    for path in texts:
        if not path.parent.resolve().is_relative_to(source.resolve()):
            raise OSError(0, "this folder is a link out of the site", str(path.parent))
    save_all(texts)


def worth_showing(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """Errors, and of the rest those of a small import: `dateline check` lists them all."""
    errors = tuple(one for one in problems if one.severity is Severity.ERROR)
    return tuple(problems) if len(problems) - len(errors) <= MOST_SHOWN else errors


def told(made: Sequence[Landing]) -> Iterator[str]:
    """What became of the events: a line for each that a person should look at, and the counts."""
    conflicts = [one for one in made if one.fate is Fate.CONFLICT]
    for one in conflicts[:MOST_SHOWN]:
        what = "the new version of an event that was edited here; compare the two"
        yield f"{safe(one.path)}: {what}, then take its first line over"
    if more := conflicts[MOST_SHOWN:]:
        yield f"{len(more)} more of these are in {ASIDE}/"
    counts = Counter(one.fate for one in made)
    parts = [f"{counts[fate]} {fate.value}" for fate in Fate if counts[fate]]
    yield f"{len(made)} events imported: {', '.join(parts)}" if made else "No events were imported."
