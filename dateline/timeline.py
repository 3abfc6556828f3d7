# SPDX-License-Identifier: MIT
"""Events in their place: in order, with their neighbours, links and groups.

`link` puts rows in their place, `index` gathers them into a timeline. Both are total: a reference
that leads nowhere is kept as text and reported by a rule.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Any

from markupsafe import Markup

from dateline.cards import as_series
from dateline.dates import Edtf
from dateline.exported import exported
from dateline.illustration import Picture
from dateline.models import Site
from dateline.ordering import in_order
from dateline.redirects import redirected
from dateline.references import Card
from dateline.registry import Registry
from dateline.relations import BY_NAME, KINDS
from dateline.rows import Link, Row, speaker_of
from dateline.setting import Setting
from dateline.store import Store
from dateline.stories import Related, Story

GROUPINGS: dict[str, Callable[[Row], tuple[str, ...]]] = {
    "year": lambda row: row.years,
    "month": lambda row: row.months,
    "day": lambda row: row.days,
    "place": lambda row: row.places,
    "actor": lambda row: row.actors,
    "source": lambda row: row.sources,
    "type": lambda row: (row.type,) if row.type else (),
    "tag": lambda row: tuple(dict.fromkeys(row.tags)),
    "verification": lambda row: (row.verification,),
    "part": lambda row: row.parts,
}


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """An event among the others: its row, and whether others are part of it."""

    row: Row
    is_series: bool

    @property
    def id(self) -> str:
        """The event's id."""
        return self.row.id

    @property
    def date(self) -> Edtf:
        """The event's date."""
        return self.row.date

    @property
    def card(self) -> Card:
        """What other pages show of the event."""
        return as_series(self.row.card) if self.is_series else self.row.card

    @property
    def key(self) -> str:
        """Stands for the card in the key of a page that shows it."""
        return f"{self.row.card_key}+" if self.is_series else self.row.card_key


class Groups(Mapping[str, Mapping[str, tuple[Entry, ...]]]):
    """Entries by grouping and key, each grouping worked out when somebody asks for it."""

    def __init__(self, entries: tuple[Entry, ...]) -> None:
        self.entries = entries
        self.known: dict[str, Mapping[str, tuple[Entry, ...]]] = {}

    def __getitem__(self, grouping: str) -> Mapping[str, tuple[Entry, ...]]:
        """The keys of a grouping, sorted, each with its entries in order."""
        if grouping not in self.known:
            keys_of = GROUPINGS[grouping]
            members: dict[str, list[Entry]] = {}
            for one in self.entries:
                for key in keys_of(one.row):
                    members.setdefault(key, []).append(one)
            self.known[grouping] = {key: tuple(members[key]) for key in sorted(members)}
        return self.known[grouping]

    def __iter__(self) -> Iterator[str]:
        """The names of the groupings."""
        return iter(GROUPINGS)

    def __len__(self) -> int:
        """How many groupings there are."""
        return len(GROUPINGS)


@dataclass(frozen=True, slots=True, eq=False)
class Linked:
    """A link to another entry, of a kind as seen from here; `link` is as one of the two states it."""

    kind: str
    entry: Entry
    link: Link


@dataclass(frozen=True, slots=True)
class TextPage:
    """A page of prose: its id, its title and its safe HTML."""

    id: str
    title: str
    body: Markup


@dataclass(frozen=True, slots=True, eq=False)
class Places:
    """Where entries stand among each other: the one before and after each, and its links, by id."""

    before: Mapping[str, Entry]
    after: Mapping[str, Entry]
    links: Mapping[str, tuple[Linked, ...]]


@dataclass(frozen=True, slots=True, eq=False)
class Timeline:
    """Everything that a site shows: entries in order, and every way to find them.

    `groups` maps a grouping (year, month, day, place, actor, source, type, tag, verification, part)
    to its keys, each with entries in order; a part is a role and an actor. `stubs` are
    entries that were withdrawn; `redirects` leads from ids that
    were given up to the id that stands in their place. `before`, `after` and `links` lead from the
    id of an event that is shown to its neighbours and to what it is linked to. `tell` brings the
    story of a row and `export` the event as plain data; neither is kept. `hidden` names what exists
    and is not shown (drafts, embargoed events, records with problems), as its registry or "events"
    and its id; an empty id stands for a whole registry that could not be read.
    `original` is the timeline in the site's own language, where this one is in another.
    """

    setting: Setting
    entries: tuple[Entry, ...]
    groups: Mapping[str, Mapping[str, tuple[Entry, ...]]]
    stubs: tuple[Entry, ...]
    redirects: Mapping[str, str]
    by_id: Mapping[str, Entry]
    before: Mapping[str, Entry]
    after: Mapping[str, Entry]
    links: Mapping[str, tuple[Linked, ...]]
    tell: Callable[[Row], Story]
    export: Callable[[Row], Mapping[str, Any]]
    hidden: frozenset[tuple[str, str]] = frozenset()
    pages: tuple[TextPage, ...] = ()
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    original: Timeline | None = None
    kept: Store | None = None

    @property
    def site(self) -> Site:
        """The site's settings."""
        return self.setting.site

    @property
    def registry(self) -> Registry:
        """The places, actors and sources."""
        return self.setting.registry

    def made_from(self, entry: Entry) -> list[object]:
        """What stands for all that the page of an entry shows."""
        before, after = self.before.get(entry.id), self.after.get(entry.id)
        return [
            *(entry.row.digest, entry.is_series),
            *(before.key if before else None, after.key if after else None),
            *((one.kind, one.entry.key, one.link) for one in self.links.get(entry.id, ())),
        ]

    def exported(self, entry: Entry) -> Mapping[str, Any]:
        """The entry as plain data, without its neighbours."""
        return self.export(entry.row)

    def story(self, entry: Entry) -> Story:
        """The entry told whole, with its neighbours and its links."""
        before, after = self.before.get(entry.id), self.after.get(entry.id)
        return replace(
            self.tell(entry.row),
            card=entry.card,
            previous=before.card if before else None,
            next=after.card if after else None,
            related=tuple(related(one) for one in self.links.get(entry.id, ())),
        )


def link(rows: Mapping[str, Row]) -> tuple[tuple[Entry, ...], Places]:
    """Put events in order and join them to each other.

    Withdrawn events come along, but are nobody's neighbour and in nobody's links.
    """
    wholes = {link.event for row in rows.values() for link in row.links if link.kind == "part_of"}
    wholes |= {row.id for row in rows.values() if any(link.kind == "has_part" for link in row.links)}
    entries = {ident: Entry(rows[ident], ident in wholes) for ident in in_order(rows)}
    shown = {ident: entry for ident, entry in entries.items() if not entry.row.is_withdrawn}
    after = {first.id: second for first, second in pairwise(shown.values())}
    before = {second.id: first for first, second in pairwise(shown.values())}
    return tuple(entries.values()), Places(before, after, links(shown))


def links(entries: Mapping[str, Entry]) -> dict[str, tuple[Linked, ...]]:
    """Every entry's links, its own and those that others state of it, each once, by kind."""
    found: dict[str, dict[tuple[str, str], Linked]] = {}
    for ident, entry in entries.items():
        for link in entry.row.links:
            other = entries.get(link.event)
            if other is None or other is entry:
                continue
            found.setdefault(ident, {})[link.kind, other.id] = Linked(link.kind, other, link)
            inverse = BY_NAME[link.kind].inverse
            found.setdefault(other.id, {}).setdefault((inverse, ident), Linked(inverse, entry, link))
    rank = {kind.name: position for position, kind in enumerate(KINDS)}
    place = {ident: position for position, ident in enumerate(entries)}
    return {
        ident: tuple(sorted(ones.values(), key=lambda one: (rank[one.kind], place[one.entry.id])))
        for ident, ones in found.items()
    }


def related(one: Linked) -> Related:
    """A link as a page shows it."""
    return Related(one.kind, one.entry.card, speaker_of(one.link), one.link.note, one.link.ordinal)


def index(  # noqa: PLR0913  # everything that a site shows comes together here
    setting: Setting,
    rows: Mapping[str, Row],
    tell: Callable[[Row], Story],
    *,
    export: Callable[[Row], Mapping[str, Any]] | None = None,
    pages: tuple[TextPage, ...] = (),
    pictures: Mapping[str, Picture] | None = None,
    hidden: frozenset[tuple[str, str]] = frozenset(),
    kept: Store | None = None,
) -> Timeline:
    """The timeline of the rows, by id, with every group and every redirect."""
    entries, places = link(rows)
    redirects = redirected(rows)
    live = tuple(entry for entry in entries if not entry.row.is_withdrawn and entry.id not in redirects)
    return Timeline(
        setting=setting,
        entries=live,
        groups=Groups(live),
        stubs=tuple(one for one in entries if one.row.is_withdrawn and one.id not in redirects),
        redirects=redirects,
        by_id={one.id: one for one in entries},
        before=places.before,
        after=places.after,
        links=places.links,
        tell=tell,
        export=export or (lambda row: exported(tell(row))),
        hidden=hidden,
        pages=pages,
        pictures=pictures or {},
        kept=kept,
    )
