# SPDX-License-Identifier: MIT
"""The site's own record and its registries, validated, with the way back to the lines where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from dateline.blur import blurred_places
from dateline.codes.fields import BAD_ID
from dateline.document import Document, Loc
from dateline.load import Content, RegistryFile
from dateline.models import Actor, Link, Model, Place, Site, Source
from dateline.problems import Code, Finding, Problem, Severity, shown
from dateline.registry import Registry
from dateline.slugs import is_id, slug
from dateline.urls import UrlError, parse_url
from dateline.validate import as_typed, validate

M = TypeVar("M", bound=Model)

Owner = tuple[Document, Loc]


@dataclass(frozen=True, slots=True)
class Records:
    """The site's own record and those of its registries, by id; None where there is no sound site.yaml.

    `owners` leads from a record, as its kind and id, back to its document. `broken` names the
    records that are there and could not be used, as their registry and id; an empty id stands for
    a whole registry.
    """

    site: Site | None
    registry: Registry
    owners: Mapping[tuple[str, str], Owner]
    problems: tuple[Problem, ...]
    broken: frozenset[tuple[str, str]]


def located(owner: Owner, code: Code, finding: Finding) -> Problem:
    """The finding of a rule in a record, as a problem with its file, line and column."""
    document, prefix = owner
    loc = as_typed(document.data, prefix + finding.loc)
    return document.problem(code, loc, finding.message, finding.hint, key=finding.on_key)


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

    def links(self, document: Document | None) -> dict[str, Link]:
        """What is known of web addresses, by address."""
        found: dict[str, Link] = {}
        if document is None:
            return found
        for address in document.data:
            link = self.keep("link", address, Link, (document, (address,)))
            if link is not None and (link.to is None or self.is_address(document, address, link.to)):
                found[address] = link
        return found

    def is_address(self, document: Document, key: str, text: str) -> bool:
        """Whether a text under a key is an address that may be linked; a problem if not."""
        try:
            parse_url(text)
        except UrlError as error:
            self.problems.append(document.problem(error.code, (key, "to"), error.message, error.hint))
            return False
        return True


def entries(files: Iterable[RegistryFile]) -> Iterator[tuple[str, Owner]]:
    """Every registry entry with its place: a file of its own, or a key of a common file."""
    for file in files:
        if file.entry_id is not None:
            yield file.entry_id, (file.document, ())
        else:
            for ident in file.document.data:
                yield ident, (file.document, (ident,))


def gather(content: Content) -> Records:
    """Validate the site's own record and its registries."""
    found = Gathering()
    site = found.keep("site", "", Site, (content.site, ())) if content.site else None
    places = found.registry("place", Place, content.places)
    registry = Registry(
        # From here on nobody sees where a blurred place is; without a site nothing is shown.
        places=blurred_places(places, site) if site else places,
        actors=found.registry("actor", Actor, content.actors),
        sources=found.registry("source", Source, content.sources),
        links=found.links(content.links),
    )
    broken = frozenset(found.broken) | frozenset(unread(content.problems))
    return Records(site, registry, found.owners, tuple(found.problems), broken)


def unread(problems: Iterable[Problem]) -> Iterator[tuple[str, str]]:
    """What a file that could not be used would have held."""
    for problem in problems:
        if problem.severity is not Severity.ERROR:
            continue
        _, _, inside = problem.path.partition("/")
        kind, slash, name = inside.partition("/")
        yield (kind, stem(name)) if slash else (kind.removesuffix(".yaml"), "")


def stem(path: str) -> str:
    """The name of a file without its folders and its .yaml."""
    return path.rsplit("/", 1)[-1].removesuffix(".yaml")
