# SPDX-License-Identifier: MIT
"""What one state of a timeline has that another has not: events, records of registries, settings.

Both are timelines that the same engine made; where an event comes from the same bytes and the same
records, its digest says so, and it is not looked at.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from typing import Any

from dateline.comparison import Change, compared
from dateline.ledger import Address, published
from dateline.models import Model
from dateline.registry import Registry
from dateline.rows import Row
from dateline.timeline import Timeline

WORKED_OUT = "worked_out"
WHEN = frozenset({"date", "time", "end_time", "timezone", "fold"})
REGISTRIES = ("places", "actors", "sources")


class Fate(StrEnum):
    """What became of an event."""

    ADDED = "added"
    CHANGED = "changed"
    RENAMED = "renamed"
    MERGED = "merged"
    WITHDRAWN = "withdrawn"
    RESTORED = "restored"
    HIDDEN = "hidden"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class EventChange:
    """An event that is not as it was.

    `id`, `title` and `path` are as they are now, or as they were where it is gone; `was` is the id that
    it had, or `now` the one that it is merged into, where that differs.
    """

    fate: Fate
    id: str
    title: str
    path: str
    changes: tuple[Change, ...] = ()
    was: str | None = None
    now: str | None = None

    @property
    def moved(self) -> bool:
        """Whether it was at another time than it was said to be."""
        return any(change.field in WHEN for change in self.changes)

    @property
    def retitled(self) -> bool:
        """Whether it has another title."""
        return any(change.field == "title" for change in self.changes)


@dataclass(frozen=True, slots=True)
class RecordChange:
    """A place, an actor or a source that is not as it was; `events` counts those that it touches."""

    fate: Fate
    registry: str
    id: str
    name: str
    events: int
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """All that is not as it was, events in the order of the timeline and the rest by id."""

    events: tuple[EventChange, ...]
    records: tuple[RecordChange, ...]
    settings: tuple[Change, ...]
    pages: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing has changed."""
        return not (self.events or self.records or self.settings or self.pages)


def difference(base: Timeline, head: Timeline) -> Difference:
    """What `head` has that `base` has not, and the other way round."""
    return Difference(
        events=tuple(events(base, head)),
        records=tuple(chain.from_iterable(records(name, base, head) for name in REGISTRIES)),
        settings=tuple(compared(typed(base.site), typed(head.site))),
        pages=tuple(pages(base, head)),
    )


def events(base: Timeline, head: Timeline) -> Iterator[EventChange]:
    """The events of `head` that are not as they were, in their order, then those that are gone."""
    before, now = published(base), published(head)
    renamed = {
        address.leads_to: ident
        for ident, address in now.items()
        if address.leads_to and address.leads_to not in base.by_id and ident not in head.by_id
        if ident in base.by_id
    }
    for entry in (*head.entries, *head.stubs):
        row = entry.row
        if row.id in renamed:
            yield renaming(base, head, renamed[row.id], row.id)
        elif row.id not in base.by_id:
            yield EventChange(Fate.ADDED, row.id, title_of(row), row.path)
        elif (found := changed(base, head, row, before.get(row.id))) is not None:
            yield found
    for entry in (*base.entries, *base.stubs):
        if entry.id not in renamed.values() and (left := gone(head, entry.row, now)) is not None:
            yield left


def changed(base: Timeline, head: Timeline, row: Row, before: Address | None) -> EventChange | None:
    """What changed in an event that was there before; `before` is what its address showed."""
    was_withdrawn = before is None or before.given_up
    old = base.by_id[row.id].row
    if row.digest == old.digest and was_withdrawn == row.is_withdrawn:
        return None
    changes = tuple(compared(exported(base, old), exported(head, row)))
    if was_withdrawn == row.is_withdrawn:
        fate = Fate.CHANGED
    else:
        fate = Fate.WITHDRAWN if row.is_withdrawn else Fate.RESTORED
    changes = tuple(change for change in changes if change.field != "status" or fate is Fate.CHANGED)
    if fate is Fate.CHANGED and not changes:
        return None  # a record that it refers to changed, which is told of that record
    return EventChange(fate, row.id, title_of(row), row.path, changes)


def renaming(base: Timeline, head: Timeline, was: str, now: str) -> EventChange:
    """An event that has another id."""
    old, row = base.by_id[was].row, head.by_id[now].row
    changes = compared(exported(base, old), exported(head, row))
    kept = tuple(change for change in changes if change.field != "former_ids")
    return EventChange(Fate.RENAMED, now, title_of(row), row.path, kept, was=was)


def gone(head: Timeline, row: Row, now: Mapping[str, Address]) -> EventChange | None:
    """An event that stood for itself and does so no more."""
    address = now.get(row.id)
    if address is None:
        fate = Fate.HIDDEN if ("events", row.id) in head.hidden else Fate.REMOVED
        return EventChange(fate, row.id, title_of(row), row.path)
    if address.leads_to is None:
        return None
    return EventChange(Fate.MERGED, row.id, title_of(row), row.path, now=address.leads_to)


def title_of(row: Row) -> str:
    """The event's title."""
    return row.card.title


def exported(timeline: Timeline, row: Row) -> dict[str, Any]:
    """The event as it was typed."""
    found = {key: value for key, value in timeline.export(row).items() if key != WORKED_OUT}
    return {**found, "status": row.status}


def typed(record: Model) -> dict[str, Any]:
    """A record as it was typed."""
    return record.model_dump(mode="json", exclude_unset=True)


def records(name: str, base: Timeline, head: Timeline) -> Iterator[RecordChange]:
    """The records of a registry that are not as they were; a broken one is not told of."""
    before, after = of_registry(base.registry, name), of_registry(head.registry, name)
    for ident in sorted(before.keys() | after.keys()):
        if not {(name, ident), (name, "")}.isdisjoint(base.hidden | head.hidden):
            continue
        old, new = before.get(ident), after.get(ident)
        if old is None or new is None:
            fate, record = (Fate.ADDED, new) if old is None else (Fate.REMOVED, old)
            yield RecordChange(fate, name, ident, called(record), touched(name, ident, base, head))
        elif old != new:
            changes = tuple(compared(typed(old), typed(new)))
            count = touched(name, ident, base, head)
            yield RecordChange(Fate.CHANGED, name, ident, called(new), count, changes)


def touched(name: str, ident: str, *timelines: Timeline) -> int:
    """How many events refer to a record of a registry, before or after."""
    groups = (timeline.groups[name.removesuffix("s")] for timeline in timelines)
    return len({entry.id for group in groups for entry in group.get(ident, ())})


def of_registry(registry: Registry, name: str) -> Mapping[str, Model]:
    """The records of a registry by id."""
    found: Mapping[str, Model] = getattr(registry, name)
    return found


def called(record: Model | None) -> str:
    """What a record is called."""
    return str(getattr(record, "name", None) or getattr(record, "title", ""))


def pages(base: Timeline, head: Timeline) -> Iterator[str]:
    """The ids of the pages of prose that are not as they were."""
    before, after = ({page.id: (page.title, page.body) for page in one.pages} for one in (base, head))
    for ident in sorted(before.keys() | after.keys()):
        if before.get(ident) != after.get(ident):
            yield ident
