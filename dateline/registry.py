# SPDX-License-Identifier: MIT
"""The places, actors and sources of a site, by id, and what follows from how they hang together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dateline.models import Actor, Link, Place, Source


@dataclass(frozen=True, slots=True)
class Name:
    """What something is called, with the id of its page when it has one."""

    id: str | None
    name: str


@dataclass(frozen=True, slots=True)
class Registry:
    """The places, actors and sources of a site, by id, and what is known of web addresses, by address."""

    places: Mapping[str, Place]
    actors: Mapping[str, Actor]
    sources: Mapping[str, Source]
    links: Mapping[str, Link] = field(default_factory=dict)

    def chain(self, ident: str) -> tuple[Name, ...]:
        """A place and the places that it lies in, the smallest first; a circle ends it."""
        found: dict[str, Name] = {}
        step: str | None = ident
        while step and step not in found and step in self.places:
            found[step] = Name(step, self.places[step].name)
            step = self.places[step].part_of
        return tuple(found.values())

    def source_name(self, ident: str | None) -> Name | None:
        """The title of a source, or what was typed."""
        if ident is None:
            return None
        return Name(ident, self.sources[ident].title) if ident in self.sources else Name(None, ident)

    def actor_name(self, ident: str | None) -> Name | None:
        """The name of an actor, or what was typed."""
        if ident is None:
            return None
        return Name(ident, self.actors[ident].name) if ident in self.actors else Name(None, ident)

    def roots(self, ident: str) -> frozenset[str]:
        """The sources on which a source rests in the end, through via and based_on."""
        roots, seen, waiting = set(), set(), [ident]
        while waiting:
            step = waiting.pop()
            if step in seen:
                continue
            seen.add(step)
            source = self.sources.get(step)
            parents = [*source.based_on, *([source.via] if source.via else [])] if source else []
            waiting.extend(parents)
            if not parents:
                roots.add(step)
        return frozenset(roots)
