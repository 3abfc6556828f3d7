# SPDX-License-Identifier: MIT
"""Every record of a site, validated, with the way back to the line on which it was typed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from dateline.codes.fields import BAD_ID
from dateline.document import Document, Loc
from dateline.load import Content, RegistryFile
from dateline.models import Actor, Event, Model, Place, Sidecar, Site, Source, Translation
from dateline.problems import Code, Finding, Problem, Severity, shown
from dateline.registry import Registry
from dateline.slugs import is_id, slug
from dateline.validate import as_typed, remainder, validate

M = TypeVar("M", bound=Model)

Owner = tuple[Document, Loc]


@dataclass(frozen=True, slots=True)
class Records:
    """What people typed, by id; of an event with faults, what is sound.

    `owners` leads from a record back to its document. `broken` names the records that are there and
    could not be used, as their registry and id; an empty id stands for a whole registry.
    """

    site: Site | None
    registry: Registry
    events: Mapping[str, tuple[str, Event]]
    owners: Mapping[tuple[str, str], Owner]
    problems: tuple[Problem, ...]
    broken: frozenset[tuple[str, str]]

    def problem(self, code: Code, finding: Finding) -> Problem:
        """The finding of a rule as a problem with its file, line and column."""
        document, prefix = self.owners[finding.kind, finding.id]
        loc = as_typed(document.data, prefix + finding.loc)
        return document.problem(code, loc, finding.message, finding.hint, key=finding.on_key)

    def owner_of_body(self, ident: str, lang: str) -> Owner:
        """Where the body of an event, or of its translation into `lang`, was typed."""
        document, _ = self.owners["event", ident]
        if not lang:
            return document, ("body",)
        sidecar = self.owners.get(("translation", f"{document.path.removesuffix('.yaml')}.{lang}.yaml"))
        return (sidecar[0], ("body",)) if sidecar else (document, ("translations", lang, "body"))


@dataclass(slots=True)
class Gathering:
    """The records found so far."""

    owners: dict[tuple[str, str], Owner] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    broken: set[tuple[str, str]] = field(default_factory=set)

    def keep(self, kind: str, ident: str, model: type[M], owner: Owner) -> M | None:
        """Validate one record and remember where it stands; None when it has problems."""
        found = validate(model, *owner)
        if isinstance(found, tuple):
            self.problems.extend(found)
            self.broken.add((f"{kind}s", ident))
            return None
        self.owners[kind, ident] = owner
        return found

    def registry(self, kind: str, model: type[M], files: Iterable[RegistryFile]) -> dict[str, M]:
        """The records of one registry, by id, sorted."""
        found: dict[str, M] = {}
        for ident, owner in entries(files):
            document, loc = owner
            if not is_id(ident):
                self.problems.append(
                    document.problem(
                        BAD_ID, loc, f"{shown(ident)} is not an id", f"write {slug(ident)}", key=True
                    )
                )
            elif (kind, ident) in self.owners:
                other, there = self.owners[kind, ident]
                where = f"{other.path}:{other.mark(there, key=True).line}"
                self.problems.append(
                    document.problem(
                        BAD_ID, loc, f"{shown(ident)} is already in {where}", "choose another id", key=True
                    )
                )
            elif (record := self.keep(kind, ident, model, owner)) is not None:
                found[ident] = record
        return {ident: found[ident] for ident in sorted(found)}


def entries(files: Iterable[RegistryFile]) -> Iterator[tuple[str, Owner]]:
    """Every registry entry with its place: a file of its own, or a key of a common file."""
    for file in files:
        if file.entry_id is not None:
            yield file.entry_id, (file.document, ())
        else:
            for ident in file.document.data:
                yield ident, (file.document, (ident,))


def gather(content: Content) -> Records:
    """Validate everything that was loaded; of one with problems the rest may be kept for the rules."""
    found = Gathering()
    site = found.keep("site", "", Site, (content.site, ())) if content.site else None
    registry = Registry(
        places=found.registry("place", Place, content.places),
        actors=found.registry("actor", Actor, content.actors),
        sources=found.registry("source", Source, content.sources),
    )
    events: dict[str, tuple[str, Event]] = {}
    for document in content.events:
        ident = stem(document.path)
        event = found.keep("event", ident, Event, (document, ())) or remainder(document)
        if event is not None:
            found.owners["event", ident] = (document, ())
            events[ident] = (document.path, event)
    translated(content.translations, events, found)
    problems = (*content.problems, *found.problems)
    broken = frozenset(found.broken) | frozenset(unread(content.problems))
    return Records(site, registry, events, found.owners, problems, broken)


def unread(problems: Iterable[Problem]) -> Iterator[tuple[str, str]]:
    """What a file that could not be read would have held."""
    for problem in problems:
        if problem.severity is not Severity.ERROR:
            continue
        _, _, inside = problem.path.partition("/")
        kind, slash, _ = inside.partition("/")
        yield (kind, stem(problem.path)) if slash else (kind.removesuffix(".yaml"), "")


def translated(sidecars: Iterable[Document], events: dict[str, tuple[str, Event]], found: Gathering) -> None:
    """Put the translations of sidecar files into their events."""
    for document in sidecars:
        sidecar = found.keep("translation", document.path, Sidecar, (document, ()))
        if sidecar is None:
            continue
        ident, _, lang = stem(document.path).rpartition(".")
        if (sidecar.of, sidecar.lang) != (ident, lang):
            message = (
                f"the file is named for '{ident}' in '{lang}', and says '{sidecar.of}' in '{sidecar.lang}'"
            )
            found.problems.append(document.problem(BAD_ID, ("of",), message, "make the two agree"))
        elif ident not in events:
            continue  # its event has problems of its own; `load` reports a file that belongs to none
        elif lang in events[ident][1].translations:
            message = f"'{ident}' has a translation into '{lang}' in its own file too"
            found.problems.append(document.problem(BAD_ID, ("lang",), message, "keep one of the two"))
        else:
            path, event = events[ident]
            text = Translation.model_construct(
                **{name: getattr(sidecar, name) for name in Translation.model_fields}
            )
            merged = {**event.translations, lang: text}
            events[ident] = (path, event.model_copy(update={"translations": merged}))


def stem(path: str) -> str:
    """The name of a file without its folders and its .yaml."""
    return path.rsplit("/", 1)[-1].removesuffix(".yaml")
