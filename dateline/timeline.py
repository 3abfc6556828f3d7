# SPDX-License-Identifier: MIT
"""Events in their place: in order, with their neighbours, links, speakers and groups.

`link` turns what people typed into entries, `index` gathers the entries into a timeline. Both
are total: a reference that leads nowhere is kept as text here and reported by a rule.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from markupsafe import Markup

from dateline import references
from dateline.dates import Edtf
from dateline.dates.periods import days, months, years
from dateline.models import Event, Relation, Site
from dateline.ordering import in_order
from dateline.redirects import redirected
from dateline.references import Card, Cited, ClaimSaid, Part, PlaceGiven, Speaker
from dateline.registry import Registry
from dateline.relations import KINDS
from dateline.terms import About, Stance, Status


@dataclass(frozen=True, slots=True)
class Related:
    """A link to another event, seen from this one."""

    kind: str
    card: Card
    according_to: Speaker | None
    note: str | None
    ordinal: int | None


@dataclass(frozen=True, slots=True)
class Question:
    """The claims on one question.

    `several` when live accounts of different speakers stand there; `differs` when they do, or when
    one denies or does not confirm.
    """

    about: About
    claims: tuple[ClaimSaid, ...]
    several: bool
    differs: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """An event in its place: `event` is what people typed, the rest is worked out."""

    id: str
    path: str
    event: Event
    card: Card
    zone: str
    previous: Card | None
    next: Card | None
    places: tuple[PlaceGiven, ...]
    actors: tuple[Part, ...]
    questions: tuple[Question, ...]
    speakers: Mapping[str, Speaker]
    cited: tuple[Cited, ...]
    related: tuple[Related, ...]
    body: Markup | None
    translated: Mapping[str, Markup]

    @property
    def date(self) -> Edtf:
        """The event's date."""
        return self.event.date


@dataclass(frozen=True, slots=True)
class TextPage:
    """A page of prose: its id, its title and its safe HTML."""

    id: str
    title: str
    body: Markup


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of content/media/ that can be shown: where it is published and its size in pixels."""

    name: str
    address: str
    width: int
    height: int
    publish: Callable[[], bytes] = field(repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Timeline:
    """Everything that a site shows: entries in order, and every way to find them.

    `groups` maps a grouping (year, month, day, place, actor, source, type, tag) to its keys, each
    with entries in order. `stubs` are entries that were withdrawn; `redirects` leads from ids that
    were given up to the id that stands in their place. `hidden` names what exists and is not shown
    (drafts, embargoed events, records with problems), as its registry or "events" and its id; an
    empty id stands for a whole registry that could not be read.
    """

    site: Site
    registry: Registry
    entries: tuple[Entry, ...]
    groups: Mapping[str, Mapping[str, tuple[Entry, ...]]]
    stubs: tuple[Entry, ...]
    redirects: Mapping[str, str]
    by_id: Mapping[str, Entry] = field(repr=False)
    hidden: frozenset[tuple[str, str]] = frozenset()
    pages: tuple[TextPage, ...] = ()
    pictures: Mapping[str, Picture] = field(default_factory=dict)


GROUPINGS: dict[str, Callable[[Entry, Registry], Iterable[str]]] = {
    "year": lambda entry, _: years(entry.date),
    "month": lambda entry, _: months(entry.date),
    "day": lambda entry, _: days(entry.date),
    "place": lambda entry, registry: [
        ancestor.id
        for place in entry.places
        if place.id
        for ancestor in registry.chain(place.id)
        if ancestor.id
    ],
    "actor": lambda entry, _: references.actor_ids(entry.event),
    "source": lambda entry, registry: references.source_ids(entry.event, registry),
    "type": lambda entry, _: [entry.event.type] if entry.event.type else [],
    "tag": lambda entry, _: entry.event.tags,
}


def link(
    site: Site,
    registry: Registry,
    events: Mapping[str, tuple[str, Event]],
    bodies: Mapping[tuple[str, str], Markup],
) -> tuple[Entry, ...]:
    """Put events in order and resolve what they refer to.

    `events` maps an id to its path and event; `bodies` maps an id and a language to a body as safe
    HTML, the language being empty for the event's own.

    Withdrawn events come along, but are nobody's neighbour and in nobody's links.
    """
    order = in_order({ident: event for ident, (_, event) in events.items()})
    wholes = {link.event for _, event in events.values() for link in event.relations.part_of}
    wholes |= {ident for ident, (_, event) in events.items() if event.relations.has_part}
    cards = {
        ident: references.card(ident, events[ident][1], site, registry, series=ident in wholes)
        for ident in order
    }
    shown = [ident for ident in order if events[ident][1].status is not Status.WITHDRAWN]
    after = dict(pairwise(shown))
    before = {second: first for first, second in after.items()}
    links = related({ident: events[ident][1] for ident in shown}, cards, registry)
    return tuple(
        entry(
            ident,
            events[ident],
            cards[ident],
            site=site,
            registry=registry,
            previous=cards.get(before.get(ident, "")),
            following=cards.get(after.get(ident, "")),
            links=tuple(links.get(ident, ())),
            body=bodies.get((ident, "")),
            translated={
                lang: bodies[ident, lang] for lang in events[ident][1].translations if (ident, lang) in bodies
            },
        )
        for ident in order
    )


def entry(  # noqa: PLR0913  # an entry is made in one place, from everything at once
    ident: str,
    typed: tuple[str, Event],
    card: Card,
    *,
    site: Site,
    registry: Registry,
    previous: Card | None,
    following: Card | None,
    links: tuple[Related, ...],
    body: Markup | None,
    translated: Mapping[str, Markup],
) -> Entry:
    """One event in its place."""
    path, event = typed
    places = references.places(event, registry)
    return Entry(
        id=ident,
        path=path,
        event=event,
        card=card,
        zone=event.timezone or next((place.zone for place in places if place.zone), site.timezone),
        previous=previous,
        next=following,
        places=places,
        actors=references.parts(event, registry),
        questions=questions(references.claims(event, registry)),
        speakers=references.speakers(event, registry),
        cited=references.cited(event, registry),
        related=links,
        body=body,
        translated=translated,
    )


def questions(claims: tuple[ClaimSaid, ...]) -> tuple[Question, ...]:
    """The claims question by question, in the order in which the questions first come."""
    abouts = dict.fromkeys(said.claim.about for said in claims)
    found = []
    for about in abouts:
        answers = tuple(said for said in claims if said.claim.about is about)
        live = [said for said in answers if said.live]
        several = len({said.by.name for said in live}) > 1
        doubted = any(said.claim.stance in (Stance.DENIES, Stance.UNCONFIRMED) for said in live)
        found.append(Question(about, answers, several=several, differs=several or doubted))
    return tuple(found)


def related(
    events: Mapping[str, Event], cards: Mapping[str, Card], registry: Registry
) -> dict[str, list[Related]]:
    """Every event's links, its own and those that others state of it, each once, by kind."""
    found: dict[str, dict[tuple[str, str], Related]] = {ident: {} for ident in events}
    for ident, event in events.items():
        for kind in KINDS:
            for relation in getattr(event.relations, kind.name):
                if relation.event not in events or relation.event == ident:
                    continue
                speaker = references.speaker(relation.according_to, event, registry)
                found[ident][kind.name, relation.event] = seen_from_here(kind.name, relation, speaker, cards)
                found[relation.event].setdefault(
                    (kind.inverse, ident),
                    Related(kind.inverse, cards[ident], speaker, relation.note, relation.ordinal),
                )
    rank = {kind.name: position for position, kind in enumerate(KINDS)}
    place = {ident: position for position, ident in enumerate(events)}
    return {
        ident: sorted(links.values(), key=lambda link: (rank[link.kind], place[link.card.id]))
        for ident, links in found.items()
    }


def seen_from_here(
    kind: str, relation: Relation, speaker: Speaker | None, cards: Mapping[str, Card]
) -> Related:
    """The link as the event that states it sees it."""
    return Related(kind, cards[relation.event], speaker, relation.note, relation.ordinal)


def index(  # noqa: PLR0913  # everything that a site shows comes together here
    site: Site,
    registry: Registry,
    entries: tuple[Entry, ...],
    *,
    pages: tuple[TextPage, ...] = (),
    pictures: Mapping[str, Picture] | None = None,
    hidden: frozenset[tuple[str, str]] = frozenset(),
) -> Timeline:
    """The timeline of the entries, with every group and every redirect."""
    redirects = redirected({one.id: one.event for one in entries})
    live = tuple(
        entry for entry in entries if entry.event.status is not Status.WITHDRAWN and entry.id not in redirects
    )
    groups: dict[str, dict[str, tuple[Entry, ...]]] = {}
    for grouping, keys_of in GROUPINGS.items():
        members: dict[str, list[Entry]] = {}
        for one in live:
            for key in dict.fromkeys(keys_of(one, registry)):
                members.setdefault(key, []).append(one)
        groups[grouping] = {key: tuple(members[key]) for key in sorted(members)}
    return Timeline(
        site=site,
        registry=registry,
        entries=live,
        groups=groups,
        stubs=tuple(
            one for one in entries if one.event.status is Status.WITHDRAWN and one.id not in redirects
        ),
        redirects=redirects,
        by_id={one.id: one for one in entries},
        hidden=hidden,
        pages=pages,
        pictures=pictures or {},
    )
