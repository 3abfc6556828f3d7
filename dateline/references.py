# SPDX-License-Identifier: MIT
"""What an event refers to, resolved: places, actors, sources and who says what.

A value that looks like an id is looked up in the registries; anything else is a name or an
address. What cannot be found stays as the text that was typed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dateline.clock import Clock
from dateline.dates import Edtf
from dateline.models import Actor, Citation, Claim, Event, Link, Place, Site, Source
from dateline.registry import Name, Registry
from dateline.slugs import is_id
from dateline.terms import Rank, Stance, Verification
from dateline.urls import Url, UrlError, parse_url


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says something: a name, with the claim or the source when one was named."""

    id: str | None
    name: str
    kind: str
    claim: str | None = None


@dataclass(frozen=True, slots=True)
class PlaceGiven:
    """A place as an event gives it, with the places it lies in, the nearest first."""

    id: str | None
    place: Place
    role: str | None
    according_to: Speaker | None
    within: tuple[Name, ...]
    zone: str | None
    source: Name | None


@dataclass(frozen=True, slots=True)
class Part:
    """An actor's part in an event, and who says so."""

    id: str | None
    actor: Actor
    role: str | None
    according_to: Speaker | None
    label_by: Name | None
    name_source: Name | None
    note: str | None


@dataclass(frozen=True, slots=True)
class Cited:
    """A source as an event cites it, how its address last answered, and through which it is known."""

    id: str | None
    source: Source
    locator: str | None
    publisher: Name | None
    url: Url | None
    archive: Url | None
    via: tuple[Name, ...]
    link: Link | None = None
    moved_to: Url | None = None


@dataclass(frozen=True, slots=True)
class ClaimSaid:
    """A claim with its speaker and its source; `live` unless its speaker no longer holds it."""

    claim: Claim
    by: Speaker
    source: Name | None
    answers: Name | None
    live: bool


@dataclass(frozen=True, slots=True)
class CardPlace:
    """A place of an event, with what it is to the event."""

    id: str | None
    name: str
    role: str | None


@dataclass(frozen=True, slots=True)
class Card:
    """What other pages show of an event; `zone` is that of a time on the clock."""

    id: str
    title: str
    date: Edtf
    time: Clock | None
    zone: str | None
    summary: str | None
    type: str | None
    verification: Verification
    places: tuple[CardPlace, ...]
    sources: tuple[str, ...]
    context: bool
    series: bool
    featured: bool
    lang: str


def places(event: Event, registry: Registry) -> tuple[PlaceGiven, ...]:
    """The places of an event, the primary one first."""
    found = []
    for given in event.all_places:
        ident = given.place if given.place in registry.places else None
        place = given.inline or registry.places.get(given.place or "") or Place(name=given.place or "")
        chain = registry.chain(ident) if ident else registry.chain(place.part_of or "")
        zone = place.timezone or next(
            (zone for ancestor in chain if ancestor.id and (zone := registry.places[ancestor.id].timezone)),
            None,
        )
        within = chain[1:] if ident else chain
        said_by = speaker(given.according_to, event, registry)
        source = registry.source_name(place.source)
        found.append(PlaceGiven(ident, place, given.role, said_by, within, zone, source))
    return tuple(found)


def parts(event: Event, registry: Registry) -> tuple[Part, ...]:
    """The actors of an event with their roles."""
    return tuple(
        Part(
            id=part.actor if part.actor in registry.actors else None,
            actor=(actor := registry.actors.get(part.actor) or Actor(name=part.actor)),
            role=part.role,
            according_to=speaker(part.according_to, event, registry),
            label_by=registry.actor_name(actor.label_by),
            name_source=registry.source_name(actor.name_source),
            note=part.note,
        )
        for part in event.actors
    )


def speaker(reference: str | None, event: Event, registry: Registry) -> Speaker | None:
    """Who `according_to` means: a claim of this event, then an actor, then a source, then a name."""
    if reference is None:
        return None
    for claim in event.claims:
        if claim.id == reference:
            said_by = speaker_named(claim.by, registry)
            return Speaker(said_by.id, said_by.name, said_by.kind, claim.id)
    return speaker_named(reference, registry)


def speaker_named(reference: str, registry: Registry) -> Speaker:
    """An actor, a source or a plain name."""
    if reference in registry.actors:
        return Speaker(reference, registry.actors[reference].name, "actor")
    if reference in registry.sources:
        return Speaker(reference, registry.sources[reference].title, "source")
    return Speaker(None, reference, "name")


def speakers(event: Event, registry: Registry) -> dict[str, Speaker]:
    """Every `according_to` of the event, resolved."""
    stated = [row.according_to for row in (*event.measures, *event.casualties)]
    stated += [row.according_to for row in event.damage]
    references = {name for name in (*stated, event.date_according_to) if name}
    return {
        reference: said
        for reference in sorted(references)
        if (said := speaker(reference, event, registry)) is not None
    }


def claims(event: Event, registry: Registry) -> tuple[ClaimSaid, ...]:
    """The claims of an event with their speakers, in the order typed."""
    by_id = {claim.id: claim for claim in event.claims if claim.id}
    return tuple(
        ClaimSaid(
            claim=claim,
            by=speaker_named(claim.by, registry),
            source=registry.source_name(claim.source),
            answers=Name(claim.answers, speaker_named(by_id[claim.answers].by, registry).name)
            if claim.answers in by_id and claim.answers
            else None,
            live=claim.rank is not Rank.DEPRECATED and claim.stance is not Stance.RETRACTS,
        )
        for claim in event.claims
    )


def cited(event: Event, registry: Registry) -> tuple[Cited, ...]:
    """The sources of an event as it cites them."""
    return tuple(citation(given, registry) for given in event.sources)


def citation(given: Citation, registry: Registry) -> Cited:
    """One source as an event cites it."""
    known = registry.sources.get(given.source or "")
    ident = given.source if known else None
    source = known or given.inline or Source(title=given.source or "", url=address_in(given.source))
    return source_cited(ident, source, registry, given.locator)


def source_cited(ident: str | None, source: Source, registry: Registry, locator: str | None = None) -> Cited:
    """A source with everything that a reader needs to find it."""
    through = [
        name
        for name in (registry.source_name(source.via), *map(registry.source_name, source.based_on))
        if name
    ]
    link = registry.links.get(source.url or "")
    return Cited(
        id=ident,
        source=source,
        locator=locator,
        publisher=registry.actor_name(source.publisher),
        url=url_or_none(source.url),
        archive=url_or_none(source.archive_url),
        via=tuple(through),
        link=link,
        moved_to=url_or_none(link.to) if link else None,
    )


def address_in(text: str | None) -> str | None:
    """The text if it is a web address rather than an id."""
    return text if text and not is_id(text) and url_or_none(text) else None


def url_or_none(text: str | None) -> Url | None:
    """The address, or None when the text is not one that may be linked."""
    if text is None:
        return None
    try:
        return parse_url(text)
    except UrlError:
        return None


def card(ident: str, event: Event, site: Site, given: Sequence[PlaceGiven], sources: Iterable[Cited]) -> Card:
    """What other pages show of an event; whether it is a series, only its place among others tells."""
    return Card(
        id=ident,
        title=event.title,
        date=event.date,
        time=event.time,
        zone=zone(event, given, site) if event.time and not event.time.named else None,
        summary=event.summary,
        type=event.type,
        verification=event.verification,
        places=tuple(CardPlace(one.id, one.place.name, one.role) for one in given),
        sources=tuple(dict.fromkeys(label(one) for one in sources)),
        context=site.context_tag in event.tags,
        series=False,
        featured=event.featured,
        lang=event.lang or site.lang,
    )


def zone(event: Event, given: Iterable[PlaceGiven], site: Site) -> str:
    """The time zone of an event: its own, else that of its places, else that of the site."""
    return event.timezone or next((place.zone for place in given if place.zone), site.timezone)


def label(one: Cited) -> str:
    """A source in a few words: its publisher, else its host, else its title."""
    if one.publisher:
        return one.publisher.name
    return one.url.shown_host if one.url and one.source.title == one.url.text else one.source.title


def actor_ids(event: Event) -> tuple[str, ...]:
    """The actors that an event names: in a role, or as a speaker."""
    named = [part.actor for part in event.actors] + [claim.by for claim in event.claims]
    return tuple(dict.fromkeys(name for name in named if is_id(name)))


SPEAKER = "speaker"
"""The role of those who say something, whether or not the event names them in it."""


def part_keys(event: Event) -> tuple[str, ...]:
    """The parts that actors have in an event: a role, a space and an id each; the role may be empty."""
    named = [f"{part.role or ''} {part.actor}" for part in event.actors if is_id(part.actor)]
    named += [f"{SPEAKER} {claim.by}" for claim in event.claims if is_id(claim.by)]
    return tuple(dict.fromkeys(named))


def source_ids(event: Event, registry: Registry) -> tuple[str, ...]:
    """The registered sources that an event or one of its claims cites."""
    named = [given.source for given in event.sources] + [claim.source for claim in event.claims]
    return tuple(dict.fromkeys(name for name in named if name in registry.sources and name))
