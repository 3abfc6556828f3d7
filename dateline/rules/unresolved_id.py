# SPDX-License-Identifier: MIT
"""Every id leads to a record that is there; a plain name has a capital letter or several words.

Bad:
    title: Shells fall near a base
    date: 2022-01-05
    sources: [afp]
    place: gren-village

Good:
    title: Shells fall near a base
    date: 2022-01-05
    sources: [afp]
    place: green-village
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from dateline.addresses import meant_as_address
from dateline.models import Event, Place, Source
from dateline.problems import Finding, Severity, nearest, shown
from dateline.relations import KINDS
from dateline.slugs import is_id, looks_like_id
from dateline.timeline import Timeline

CODE = "D201"
NAME = "unresolved-id"
SEVERITY = Severity.ERROR

# A search for close matches reads every id; after this many the fault is no typing slip.
MOST_GUESSES = 100

Loc = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Kind:
    """What an id may name, and what to do when nothing has that id."""

    what: str
    advice: str
    registries: tuple[str, ...]
    name_allowed: bool = False


OR_NAME = ", or write a name with a capital letter"
PLACE = Kind("place", "add it to places.yaml", ("places",))
PLACE_OR_NAME = Kind("place", PLACE.advice + OR_NAME, ("places",), name_allowed=True)
ACTOR = Kind("actor", "add it to actors.yaml", ("actors",))
ACTOR_OR_NAME = Kind("actor", ACTOR.advice + OR_NAME, ("actors",), name_allowed=True)
SOURCE = Kind("source", "add it to sources.yaml", ("sources",))
CITATION = Kind("source", "add it to sources.yaml, or write a web address in full", ("sources",))
SPEAKER = Kind("actor or source", ACTOR.advice + OR_NAME, ("actors", "sources"), name_allowed=True)
ACCORDING_TO = Kind(
    "claim, actor or source",
    "name a claim of this event or add it to actors.yaml" + OR_NAME,
    ("claims", "actors", "sources"),
    name_allowed=True,
)
CLAIM = Kind("claim", "write the id of another claim of this event", ("claims",))
EVENT = Kind("event", "write the name of an event's file, without .yaml", ("events",))

# The lists of an event whose rows hold an id under one key.
ROWS = {
    ("sources", "source"): CITATION,
    ("actors", "actor"): ACTOR_OR_NAME,
    ("actors", "according_to"): ACCORDING_TO,
    ("claims", "by"): SPEAKER,
    ("claims", "answers"): CLAIM,
    ("claims", "source"): CITATION,
    ("media", "source"): CITATION,
    ("measures", "according_to"): ACCORDING_TO,
    ("casualties", "according_to"): ACCORDING_TO,
    ("damage", "according_to"): ACCORDING_TO,
}

# Where an id stands, the id, and what it should name.
Reference = tuple[Loc, str | None, Kind]


def check(timeline: Timeline) -> Iterator[Finding]:
    """Yield each id that names nothing."""
    known: dict[str, Collection[str]] = {
        "places": timeline.registry.places,
        "actors": timeline.registry.actors,
        "sources": timeline.registry.sources,
        "events": timeline.by_id,
    }
    guesses = MOST_GUESSES
    for kind, ident, references in records(timeline):
        if kind == "event":
            known["claims"] = [claim.id for claim in timeline.by_id[ident].event.claims if claim.id]
        for loc, text, wanted in references:
            if text is None or any(text in known[registry] for registry in wanted.registries):
                continue
            if any({(registry, text), (registry, "")} & timeline.hidden for registry in wanted.registries):
                continue
            if wanted is EVENT and is_id(text) and text in timeline.redirects:
                if loc[1] != "replaces":
                    now = timeline.redirects[text]
                    yield Finding(kind, ident, loc, f"{shown(text)} is now {shown(now)}", f"write {now}")
                continue
            if missing := fault(text, wanted):
                candidates = (name for registry in wanted.registries for name in known[registry])
                close = nearest(text, candidates) if guesses else None
                guesses -= bool(guesses)
                yield Finding(kind, ident, loc, missing, advice(text, close, wanted))


def fault(text: str, wanted: Kind) -> str:
    """What is wrong with a text that names nothing; nothing is where a name or an address is allowed."""
    if looks_like_id(text):
        return f"there is no {wanted.what} {shown(text)}"
    if wanted.name_allowed or (wanted is CITATION and meant_as_address(text)):
        return ""
    if wanted is CITATION:
        return f"{shown(text)} is neither the id of a source nor a web address"
    return f"{shown(text)} is not the id of an event"


def advice(text: str, close: str | None, wanted: Kind) -> str:
    """What to do about it, the close match first."""
    described = wanted is CITATION and not looks_like_id(text)
    todo = "a source that is neither is written in place, as {title: …}" if described else wanted.advice
    return f"did you mean {close}? Else {todo}" if close else todo


def records(timeline: Timeline) -> Iterator[tuple[str, str, Iterable[Reference]]]:
    """Every record with the ids in it."""
    for ident, place in timeline.registry.places.items():
        yield "place", ident, of_place((), place)
    for ident, actor in timeline.registry.actors.items():
        single = [
            (("member_of",), actor.member_of, ACTOR),
            (("label_by",), actor.label_by, ACTOR),
            (("name_source",), actor.name_source, SOURCE),
        ]
        yield "actor", ident, [*single, *each(("possibly_same_as",), actor.possibly_same_as, ACTOR)]
    for ident, source in timeline.registry.sources.items():
        yield "source", ident, of_source((), source)
    for entry in timeline.by_id.values():
        yield "event", entry.id, of_event(entry.event)


def of_place(at: Loc, place: Place) -> Iterator[Reference]:
    """The ids in a place."""
    yield (*at, "part_of"), place.part_of, PLACE
    yield from each((*at, "possibly"), place.possibly, PLACE)
    yield (*at, "source"), place.source, SOURCE


def of_source(at: Loc, source: Source) -> Iterator[Reference]:
    """The ids in a source."""
    yield (*at, "publisher"), source.publisher, ACTOR_OR_NAME
    yield (*at, "via"), source.via, SOURCE
    yield from each((*at, "based_on"), source.based_on, SOURCE)


def of_event(event: Event) -> Iterator[Reference]:
    """The ids in an event."""
    yield ("date_according_to",), event.date_according_to, ACCORDING_TO
    for position, given in enumerate(event.all_places):
        at: Loc = ("places", position) if event.places else ("place",)
        yield (*at, "place"), given.place, PLACE_OR_NAME
        yield (*at, "according_to"), given.according_to, ACCORDING_TO
        if given.inline:
            yield from of_place(at, given.inline)
    for position, citation in enumerate(event.sources):
        if citation.inline:
            yield from of_source(("sources", position), citation.inline)
    for (name, key), wanted in ROWS.items():
        for position, row in enumerate(getattr(event, name)):
            yield (name, position, key), getattr(row, key), wanted
    for kind in KINDS:
        for position, relation in enumerate(getattr(event.relations, kind.name)):
            at = ("relations", kind.name, position)
            yield (*at, "event"), relation.event, EVENT
            yield (*at, "according_to"), relation.according_to, ACCORDING_TO


def each(at: Loc, idents: Sequence[str], wanted: Kind) -> Iterator[Reference]:
    """The ids of a list."""
    return (((*at, position), ident, wanted) for position, ident in enumerate(idents))
