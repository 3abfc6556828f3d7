# SPDX-License-Identifier: MIT
"""A page for each actor of the registry, and the list of all actors."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dateline.groups import Chronology, Lines
from dateline.listing_page import Item, OtherName, list_pages, other_names
from dateline.models import Actor
from dateline.output import Output
from dateline.registry import Name
from dateline.shelf_pages import held_words, shelf_pages
from dateline.shelves import Listed, shelves
from dateline.slices import Files, files_below
from dateline.slugs import slug
from dateline.strips import Line
from dateline.theme import Page, Theme
from dateline.timeline import Entry, Timeline

SEES = "index"
SPEAKS = "each"


LATEST = 10
"""So many events of each role an actor's page tells in a line; the others are on the role's own page."""

MOST_LINES = 250
"""How many events one page tells in a line each; a page of so many stays well below 150 kB."""


@dataclass(frozen=True, slots=True)
class Role:
    """What an actor is said to have been, and in which events: the latest, and how many in all.

    `address` is that of the page with all of them, where the actor's own page does not tell each.
    """

    label: str
    count: int
    latest: Lines
    address: str | None


@dataclass(frozen=True, slots=True)
class RolePage:
    """What the page of an actor in one role shows, or one of its shorter periods; `whole` is the first."""

    actor: str
    actor_address: str
    whole: str
    count: int
    listed: Listed
    lines: Lines


@dataclass(frozen=True, slots=True)
class ActorPage:
    """What an actor's page shows; `roles` is empty where the actor has one role throughout."""

    actor: Actor
    names: tuple[OtherName, ...]
    label_by: Name | None
    name_source: Name | None
    member_of: Name | None
    members: tuple[Name, ...]
    possibly: tuple[Name, ...]
    count: int
    roles: tuple[Role, ...]
    listed: Listed
    chronology: Chronology
    line: Line
    files: Files | None


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
    roles = by_role(timeline)
    for ident, actor in registry.actors.items():
        own = roles.get(ident, {})
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
            roles=tuple(role_of(ident, role, ones, theme) for role, ones in own.items()),
            listed=shelf.listed,
            chronology=shelf.chronology,
            line=line,
            files=files_below(timeline, "actor", f"actors/{ident}", len(entries)),
        )
        yield theme.page("actor.html", page, view).over(len(entries))
        yield from shelf_pages(_("Actors"), page, rest, line)
        for role, ones in own.items():
            if len(ones) > LATEST:
                yield from role_pages(page, role, ones, theme)
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


def by_role(timeline: Timeline) -> Mapping[str, Mapping[str, tuple[Entry, ...]]]:
    """The events of each actor by role, the most frequent first; of one role only, nothing."""
    found: dict[str, dict[str, tuple[Entry, ...]]] = {}
    for key, entries in timeline.groups["part"].items():
        role, _, actor = key.partition(" ")
        found.setdefault(actor, {})[role] = entries
    return {
        actor: dict(sorted(roles.items(), key=lambda one: (-len(one[1]), one[0])))
        for actor, roles in found.items()
        if len(roles) > 1
    }


def role_of(ident: str, role: str, entries: tuple[Entry, ...], theme: Theme) -> Role:
    """A role as the actor's page shows it."""
    more = role_address(ident, role) if len(entries) > LATEST else None
    return Role(role_words(role, theme), len(entries), Lines(entries[-LATEST:]), more)


def role_pages(actor: Page, role: str, entries: tuple[Entry, ...], theme: Theme) -> Iterator[Output]:
    """All events in which an actor is given one role, in a line each."""
    path = role_address(actor.path.removesuffix(".html").rpartition("/")[2], role)
    title = f"{actor.title}: {role_words(role, theme)}"
    for shelf in shelves(entries, path, most=MOST_LINES):
        words = [title, held] if (held := held_words(shelf, theme)) else [title]
        page = Page(shelf.address, theme.language.comma.join(words), current="actors")
        lines = Lines(shelf.chronology.entries)
        view = RolePage(actor.title, actor.path, path, shelf.count, shelf.listed, lines)
        yield theme.page("role.html", page, view)


def role_words(role: str, theme: Theme) -> str:
    """A role in words."""
    return theme.word(role, "role") if role else theme.language.gettext("Named without a part")


def role_address(ident: str, role: str) -> str:
    """Where the page of an actor in one role is; no period is called so."""
    return f"actors/{ident}/as-{slug(role) or 'named'}.html"
