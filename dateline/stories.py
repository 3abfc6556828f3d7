# SPDX-License-Identifier: MIT
"""An event with all that follows from it and from the registries: what its own page shows.

A story is heavy. It is made when an event has changed and when its page is rendered; what the rest
of the site needs of an event is its row.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from markupsafe import Markup

from dateline import references
from dateline.dates import Edtf
from dateline.models import Event
from dateline.references import Card, Cited, ClaimSaid, Part, PlaceGiven, Speaker
from dateline.setting import Setting
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
class Story:
    """An event told whole: `event` is what people typed, the rest is worked out.

    `previous`, `next` and `related` are there once the event has its place among the others.
    """

    id: str
    path: str
    event: Event
    card: Card
    zone: str
    places: tuple[PlaceGiven, ...]
    actors: tuple[Part, ...]
    questions: tuple[Question, ...]
    speakers: Mapping[str, Speaker]
    cited: tuple[Cited, ...]
    body: Markup | None = None
    translated: Mapping[str, Markup] = field(default_factory=dict)
    previous: Card | None = None
    next: Card | None = None
    related: tuple[Related, ...] = ()

    @property
    def date(self) -> Edtf:
        """The event's date."""
        return self.event.date

    @property
    def is_live(self) -> bool:
        """Whether the event stands for itself: not taken back, and not in favour of another."""
        return self.event.status is not Status.WITHDRAWN and not self.event.relations.replaced_by


def story(
    ident: str, path: str, event: Event, setting: Setting, bodies: Mapping[str, Markup] | None = None
) -> Story:
    """The story of one event.

    `bodies` maps a language to a body as safe HTML, the language being empty for the event's own.
    """
    site, registry = setting.site, setting.registry
    bodies = bodies or {}
    places = references.places(event, registry)
    cited = references.cited(event, registry)
    return Story(
        id=ident,
        path=path,
        event=event,
        card=references.card(ident, event, site, places, cited),
        zone=references.zone(event, places, site),
        places=places,
        actors=references.parts(event, registry),
        questions=questions(references.claims(event, registry)),
        speakers=references.speakers(event, registry),
        cited=cited,
        body=bodies.get(""),
        translated={lang: bodies[lang] for lang in event.translations if lang in bodies},
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
