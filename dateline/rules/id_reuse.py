# SPDX-License-Identifier: MIT
"""An id that was given up belongs to one event, and no other event has taken it since.

A page that was published under the old id leads to the event that claims it. To merge an entry
whose file is still there, write `replaces`.

Bad:
    former_ids: [market-fire, fire]    # there is an event 'fire'

Good:
    former_ids: [market-fire]
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.problems import Finding, Severity, shown
from dateline.timeline import Entry, Timeline

CODE = "D219"
NAME = "id-reuse"
SEVERITY = Severity.ERROR


def check(timeline: Timeline) -> Iterator[Finding]:
    """Yield each id that was given up and is in use, or that two events claim."""
    owners: dict[str, str] = {}
    for entry in sorted(timeline.by_id.values(), key=lambda entry: entry.id):
        for loc, ident in given_up(entry, timeline):
            owner = owners.setdefault(ident, entry.id)
            if ident == entry.id:
                hint = "take it out: it is the id that the event has now"
                yield Finding("event", entry.id, loc, f"{shown(ident)} is this event's own id", hint)
            elif ident in timeline.by_id:
                hint = f"take it out, rename that event's file, or write relations: {{replaces: {ident}}}"
                yield Finding("event", entry.id, loc, f"{shown(ident)} is the id of another event", hint)
            elif owner != entry.id:
                message = f"{shown(ident)} already leads to {shown(owner)}"
                yield Finding("event", entry.id, loc, message, "keep it in one of the two events")


def given_up(entry: Entry, timeline: Timeline) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """The ids that an event stands in for: former ones, and those of entries whose file is gone."""
    for position, former in enumerate(entry.event.former_ids):
        yield ("former_ids", position), former
    for position, relation in enumerate(entry.event.relations.replaces):
        if relation.event not in timeline.by_id:
            yield ("relations", "replaces", position, "event"), relation.event
