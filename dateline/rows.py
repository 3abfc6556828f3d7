# SPDX-License-Identifier: MIT
"""What all the other pages, and the rules that compare events, need to know of one event.

A row is light and plain: it is kept from build to build, so that an event that nobody touched is
neither read nor checked again. What only the event's own page shows is in its story.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from datetime import datetime
from typing import Any, NamedTuple

from dateline import references
from dateline.cards import card_in, date_in, encoded_card
from dateline.changes import as_text, changes_of
from dateline.dates import Edtf
from dateline.dates.days import Day
from dateline.dates.periods import days, months, years
from dateline.digest import digest
from dateline.likeness import Likeness, likeness
from dateline.models import Event
from dateline.references import Card, Speaker
from dateline.registry import Registry
from dateline.relations import KINDS
from dateline.stories import Story
from dateline.terms import Status

AFTER_EVERY_CLOCK = 24 * 60 + 1


class Link(NamedTuple):
    """A relation as its event states it: its kind, its position in that list, the other event."""

    kind: str
    position: int
    event: str
    speaker: tuple[str | None, str, str, str | None] | None
    note: str | None
    ordinal: int | None


class Stand(NamedTuple):
    """Where an event was: a place of the registry by its id, or else one that it describes in place."""

    id: str
    name: str = ""
    lat: float = 0.0
    lon: float = 0.0
    uncertainty_m: int = 0
    blur_m: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """An event in the timeline's index.

    `digest` stands for everything that the event's own page is made from, but for other events.
    `card_text` is its card as JSON, `card_key` a digest of that, `date_text` its date in EDTF, and
    `likeness_text` what it is compared by, as JSON, as is `changes_text`, what was changed in
    it. `translations_text`, as JSON too, is what lists show of it in other languages.
    `index_key` is a digest of all that follows `card_text`: what the rules that compare events see.
    `order` is its place by itself; `updated` is the newest day that its record gives, or None;
    `reasoned` says whether a withdrawal has its reason. `places`, `actors`, `sources`, `type` and
    `tags`, `verification`, `parts` (a role and an actor each), `years`, `months` and `days` are the
    groups that it is in. `stands` are its places as a map shows them; one that it describes without a
    position is not among them.
    """

    id: str
    path: str
    digest: str
    card_key: str
    card_text: str
    date_text: str
    order: tuple[Any, ...]
    years: tuple[str, ...]
    months: tuple[str, ...]
    days: tuple[str, ...]
    places: tuple[str, ...]
    actors: tuple[str, ...]
    sources: tuple[str, ...]
    type: str | None
    tags: tuple[str, ...]
    verification: str
    parts: tuple[str, ...]
    status: str
    embargo_until: str | None
    updated: tuple[int, int, int] | None
    reasoned: bool
    former_ids: tuple[str, ...]
    translations_text: str
    stands: tuple[Stand, ...]
    links: tuple[Link, ...]
    likeness_text: str
    changes_text: str
    index_key: str = ""

    @property
    def roles(self) -> tuple[str, ...]:
        """The actors that have a part by name, each as "actor:role"; no id holds a colon."""
        named = (part.rpartition(" ") for part in self.parts)
        return tuple(f"{actor}:{role}" for role, _, actor in named if role)

    @property
    def date(self) -> Edtf:
        """The event's date."""
        return date_in(self.date_text)

    @property
    def card(self) -> Card:
        """What other pages show of the event."""
        return card_in(self.card_text)

    @property
    def likeness(self) -> Likeness:
        """By what the event may be taken for another."""
        return Likeness(*map(frozen, json.loads(self.likeness_text)))

    @property
    def translated_into(self) -> tuple[str, ...]:
        """The languages into which its title is translated."""
        return tuple(json.loads(self.translations_text)) if self.translations_text else ()

    @property
    def first_id(self) -> str:
        """The id that it was first published under: its name in feeds and calendars, for ever."""
        return self.former_ids[0] if self.former_ids else self.id

    @property
    def is_withdrawn(self) -> bool:
        """Whether the event was taken back."""
        return self.status == Status.WITHDRAWN

    def is_shown(self, *, drafts: bool, now: datetime | None) -> bool:
        """Whether the event may be seen: not a draft, and not under embargo; without `now` none is."""
        if self.status == Status.DRAFT and not drafts:
            return False
        if self.embargo_until is None or now is None:
            return True
        return datetime.fromisoformat(self.embargo_until) <= now

    def linked(self, kind: str) -> tuple[Link, ...]:
        """The relations of one kind."""
        return tuple(link for link in self.links if link.kind == kind)


def row(story: Story, registry: Registry, made_from: str) -> Row:
    """The row of a story; `made_from` is a digest of all that the story was made from."""
    event, date = story.event, story.date
    newest = updated(story)
    card = encoded_card(story.card)
    made = Row(
        id=story.id,
        path=story.path,
        digest=made_from,
        card_key=digest(card),
        card_text=card,
        date_text=date.text,
        order=sort_key(story.id, event),
        years=tuple(years(date)),
        months=tuple(months(date)),
        days=tuple(days(date)),
        places=tuple(
            dict.fromkeys(
                around.id
                for place in story.places
                if place.id
                for around in registry.chain(place.id)
                if around.id
            )
        ),
        actors=references.actor_ids(event),
        sources=references.source_ids(event, registry),
        type=event.type,
        tags=tuple(event.tags),
        verification=event.verification.value,
        parts=references.part_keys(event),
        status=event.status.value,
        embargo_until=event.embargo_until,
        updated=tuple(newest) if newest else None,  # type: ignore[arg-type]  # a day has three parts
        reasoned=event.withdrawn_reason is not None,
        former_ids=event.former_ids,
        translations_text=translations_text(event),
        stands=tuple(stands(story)),
        links=tuple(links(story, registry)),
        likeness_text=json.dumps(likeness(story, registry), separators=(",", ":")),
        changes_text=as_text(changes_of(event)),
    )
    return replace(made, index_key=digest([made.id, made.path, to_plain(made)[INDEXED:]]))


def translations_text(event: Event) -> str:
    """The title and summary in each language into which the title is translated, or an empty text."""
    found = {code: [one.title, one.summary] for code, one in sorted(event.translations.items()) if one.title}
    return json.dumps(found, separators=(",", ":")) if found else ""


def sort_key(ident: str, event: Event) -> tuple[object, ...]:
    """The place of an event by itself: on one day, a stated hour comes before none."""
    clock = event.time
    first, has_start, last, vagueness, season = event.date.sort_key
    return (
        *(*first, has_start, *last, vagueness, season),
        clock.earliest_minute if clock else AFTER_EVERY_CLOCK,
        clock.latest_minute if clock else AFTER_EVERY_CLOCK,
        event.order or 0,
        ident,
    )


def stands(story: Story) -> Iterator[Stand]:
    """The places of the event that have a record or a position."""
    for given in story.places:
        place = given.place
        if given.id:
            yield Stand(given.id)
        elif place.lat is not None and place.lon is not None and place.uncertainty_m:
            yield Stand("", place.name, place.lat, place.lon, place.uncertainty_m, place.blur_m or 0)


def links(story: Story, registry: Registry) -> list[Link]:
    """The relations that the event states, by kind, with their speakers resolved."""
    found = []
    for kind in KINDS:
        for position, relation in enumerate(getattr(story.event.relations, kind.name)):
            said = references.speaker(relation.according_to, story.event, registry)
            speaker = (said.id, said.name, said.kind, said.claim) if said else None
            found.append(Link(kind.name, position, relation.event, speaker, relation.note, relation.ordinal))
    return found


def speaker_of(link: Link) -> Speaker | None:
    """Who states the link."""
    return Speaker(*link.speaker) if link.speaker else None


def updated(story: Story) -> Day | None:
    """The newest day that the record itself gives: of a correction, a claim or a source; else its own."""
    dates = [correction.date for correction in story.event.corrections]
    dates += [claim.said for claim in story.event.claims if claim.said]
    dates += [cited.source.date for cited in story.cited if cited.source.date]
    found = [date.latest for date in dates if date.latest] or (
        [story.date.latest] if story.date.latest else []
    )
    return max(found, default=None)


NAMES = tuple(item.name for item in fields(Row))
INDEXED = NAMES.index("date_text")
STANDS, LINKS = NAMES.index("stands"), NAMES.index("links")


def to_plain(one: Row) -> list[Any]:
    """The row as plain data for JSON."""
    return [getattr(one, name) for name in NAMES]


def from_plain(plain: list[Any]) -> Row:
    """The row in plain data that came through JSON."""
    values: list[Any] = [tuple(value) if type(value) is list else value for value in plain]
    if values[STANDS]:
        values[STANDS] = tuple(Stand(*one) for one in values[STANDS])
    if values[LINKS]:
        values[LINKS] = tuple(map(link_from, values[LINKS]))
    return Row(*values)


def link_from(plain: list[Any]) -> Link:
    """A relation in plain data."""
    kind, position, event, said, note, ordinal = plain
    return Link(kind, position, event, tuple(said) if said else None, note, ordinal)


def frozen(plain: list[Any]) -> Any:
    """A list of texts, or of points, that nobody can change."""
    return tuple(tuple(one) if type(one) is list else one for one in plain)
