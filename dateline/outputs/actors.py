# SPDX-License-Identifier: MIT
"""A page for each actor of the registry, and the list of all actors."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.groups import Chronology
from dateline.listing_page import Item, OtherName, list_pages, other_names
from dateline.models import Actor
from dateline.output import Output
from dateline.registry import Name
from dateline.shelf_pages import shelf_pages
from dateline.shelves import Part, shelves
from dateline.strips import Line
from dateline.theme import Page, Theme
from dateline.timeline import Timeline

SEES = "index"
SPEAKS = "each"


@dataclass(frozen=True, slots=True)
class ActorPage:
    """What an actor's page shows."""

    actor: Actor
    names: tuple[OtherName, ...]
    label_by: Name | None
    name_source: Name | None
    member_of: Name | None
    members: tuple[Name, ...]
    possibly: tuple[Name, ...]
    count: int
    parts: tuple[Part, ...]
    chronology: Chronology
    line: Line


def plan(timeline: Timeline, theme: Theme) -> Iterator[Output]:
    """The actors, one by one, then the list."""
    _ = theme.language.gettext
    registry, groups = timeline.registry, timeline.groups["actor"]
    members: dict[str, list[Name]] = {}
    alike: dict[str, dict[str, Name]] = {}
    for ident, actor in registry.actors.items():
        if actor.member_of:
            members.setdefault(actor.member_of, []).append(Name(ident, actor.name))
        for other in actor.possibly_same_as:
            if other in registry.actors:
                alike.setdefault(ident, {})[other] = Name(other, registry.actors[other].name)
                alike.setdefault(other, {})[ident] = Name(ident, actor.name)
    for ident, actor in registry.actors.items():
        entries = groups.get(ident, ())
        page = Page(f"actors/{ident}.html", actor.name, current="actors")
        shelf, *rest = shelves(entries, page.path)
        line = Line(entries, theme, actor=ident)
        view = ActorPage(
            actor=actor,
            names=other_names(actor.names),
            label_by=registry.actor_name(actor.label_by),
            name_source=registry.source_name(actor.name_source),
            member_of=registry.actor_name(actor.member_of),
            members=tuple(members.get(ident, ())),
            possibly=tuple(alike.get(ident, {}).values()),
            count=len(entries),
            parts=shelf.parts,
            chronology=shelf.chronology,
            line=line,
        )
        yield theme.page("actor.html", page, view)
        yield from shelf_pages(_("Actors"), page, rest, line)
    items = tuple(
        Item(
            actor.name,
            f"actors/{ident}.html",
            len(groups.get(ident, ())),
            theme.term(actor.type) if actor.type else "",
        )
        for ident, actor in sorted(registry.actors.items(), key=lambda pair: pair[1].name.casefold())
    )
    explanation = _("Those who take part, are accused, or speak. A name is the wording of whoever uses it.")
    page = Page("actors.html", _("Actors"), current="actors")
    yield from list_pages(page, explanation, items, theme)
