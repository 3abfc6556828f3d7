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

from bisect import bisect
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from dateline.models import Event, Place, Source
from dateline.problems import Finding, Severity, nearest, shown
from dateline.reference_kinds import (
    ACCORDING_TO,
    ACTOR,
    ACTOR_OR_NAME,
    EVENT,
    PLACE,
    PLACE_OR_NAME,
    ROWS,
    SOURCE,
    Kind,
    advice,
    fault,
)
from dateline.registry import Registry
from dateline.relations import KINDS
from dateline.setting import Setting
from dateline.slugs import is_id
from dateline.stories import Story
from dateline.timeline import Timeline

CODE = "D201"
NAME = "unresolved-id"
SEVERITY = Severity.ERROR

# A search for close matches reads every id; after this many the fault is no typing slip.
MOST_GUESSES = 100
# Thousands of events may each have a fault: of one event fewer are searched for, and where there are
# many ids, only among so many that begin alike and so many that end alike.
MOST_GUESSES_OF_EVENT = 5
MOST_ALIKE = 100

Loc = tuple[str | int, ...]

# Where an id stands, the id, and what it should name.
Reference = tuple[Loc, str | None, Kind]
Known = Mapping[str, Collection[str]]
Hidden = frozenset[tuple[str, str]]


def of_event(story: Story, setting: Setting) -> Iterator[Finding]:
    """Yield each id in the event that names neither a record of a registry nor a claim of its own."""
    known = {**ids(setting.registry), "claims": {claim.id for claim in story.event.claims if claim.id}}
    guesses = MOST_GUESSES_OF_EVENT
    for loc, text, wanted, message in unresolved(in_event(story.event), known, setting.hidden):
        close = nearest(text, alike(text, names(wanted, known))) if guesses else None
        guesses -= bool(guesses)
        yield Finding("event", story.id, loc, message, advice(text, close, wanted))


def check(timeline: Timeline) -> Iterator[Finding]:
    """Yield each id in a registry, and each event that another is linked to, that is not there."""
    known = {**ids(timeline.registry), "events": timeline.by_id}
    hidden = timeline.hidden | timeline.setting.hidden
    guesses = MOST_GUESSES
    for kind, ident, references in records(timeline):
        for loc, text, wanted, message in unresolved(references, known, hidden):
            if wanted is EVENT and is_id(text) and text in timeline.redirects:
                if loc[1] != "replaces":
                    now = timeline.redirects[text]
                    yield Finding(kind, ident, loc, f"{shown(text)} is now {shown(now)}", f"write {now}")
                continue
            close = nearest(text, names(wanted, known)) if guesses else None
            guesses -= bool(guesses)
            yield Finding(kind, ident, loc, message, advice(text, close, wanted))


def ids(registry: Registry) -> dict[str, Collection[str]]:
    """The ids of each registry."""
    return {"places": registry.places, "actors": registry.actors, "sources": registry.sources}


def names(wanted: Kind, known: Known) -> Iterator[str]:
    """All ids that would do."""
    return (name for registry in wanted.registries for name in known[registry])


def unresolved(
    references: Iterable[Reference], known: Known, hidden: Hidden
) -> Iterator[tuple[Loc, str, Kind, str]]:
    """Those that name nothing, not even what is hidden, each with what is wrong with it."""
    for loc, text, wanted in references:
        if text is None or any(text in known[registry] for registry in wanted.registries):
            continue
        if any({(registry, text), (registry, "")} & hidden for registry in wanted.registries):
            continue
        if message := fault(text, wanted):
            yield loc, text, wanted, message


def alike(text: str, candidates: Iterable[str]) -> list[str]:
    """Of many ids those that begin most like the text, and those that end most like it."""
    forward = sorted(candidates)
    if len(forward) <= 2 * MOST_ALIKE:
        return forward
    backward = sorted(name[::-1] for name in forward)
    return [*around(text, forward), *(name[::-1] for name in around(text[::-1], backward))]


def around(text: str, ordered: Sequence[str]) -> Sequence[str]:
    """The ids next to where the text would stand in their order."""
    place = max(0, bisect(ordered, text) - MOST_ALIKE // 2)
    return ordered[place : place + MOST_ALIKE]


def records(timeline: Timeline) -> Iterator[tuple[str, str, Iterable[Reference]]]:
    """Every record of a registry with the ids in it, and every event with those that it is linked to."""
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
        if entry.row.links:
            yield (
                "event",
                entry.id,
                [
                    (("relations", link.kind, link.position, "event"), link.event, EVENT)
                    for link in entry.row.links
                ],
            )


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


def in_event(event: Event) -> Iterator[Reference]:
    """The ids in an event, but for those of other events."""
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
            yield ("relations", kind.name, position, "according_to"), relation.according_to, ACCORDING_TO


def each(at: Loc, idents: Sequence[str], wanted: Kind) -> Iterator[Reference]:
    """The ids of a list."""
    return (((*at, position), ident, wanted) for position, ident in enumerate(idents))
