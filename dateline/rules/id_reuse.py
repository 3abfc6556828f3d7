# SPDX-License-Identifier: MIT
"""An id that was given up belongs to one event, and no other event has taken it since.

A page that was published under the old id leads to the event that claims it. To merge an entry
whose file is still there, write `replaces`. The event's own id may stand first, before others: then it
is the one that feeds and calendars know it by.

Bad:
    former_ids: [market-fire, fire]    # there is an event 'fire'

Good:
    former_ids: [market-fire]
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.problems import Finding, Severity, shown
from dateline.rows import Row
from dateline.timeline import Timeline

CODE = "D219"
NAME = "id-reuse"
SEVERITY = Severity.ERROR


def check(timeline: Timeline) -> Iterator[Finding]:
    """Yield each id that was given up and is in use, or that two events claim."""
    owners: dict[str, str] = {}
    rows = [entry.row for entry in timeline.by_id.values() if entry.row.former_ids or entry.row.links]
    for row in sorted(rows, key=lambda row: row.id):
        for loc, ident in given_up(row, timeline):
            owner = owners.setdefault(ident, row.id)
            if ident == row.id:
                if loc == ("former_ids", 0) and len(row.former_ids) > 1:
                    continue
                hint = "take it out: it is the id that the event has now"
                yield Finding("event", row.id, loc, f"{shown(ident)} is this event's own id", hint)
            elif ident in timeline.by_id:
                hint = f"take it out, rename that event's file, or write relations: {{replaces: {ident}}}"
                yield Finding("event", row.id, loc, f"{shown(ident)} is the id of another event", hint)
            elif owner != row.id:
                message = f"{shown(ident)} already leads to {shown(owner)}"
                yield Finding("event", row.id, loc, message, "keep it in one of the two events")


def given_up(row: Row, timeline: Timeline) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """The ids that an event stands in for: former ones, and those of entries whose file is gone."""
    for position, former in enumerate(row.former_ids):
        yield ("former_ids", position), former
    for link in row.links:
        if link.kind == "replaces" and link.event not in timeline.by_id:
            yield ("relations", link.kind, link.position, "event"), link.event
