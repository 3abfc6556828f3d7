# SPDX-License-Identifier: MIT
"""The order of events: stated sequence first, then bounds, then the editors' order, then the id."""

from __future__ import annotations

from collections.abc import Mapping
from heapq import heapify, heappop, heappush

from dateline.dates import Edtf
from dateline.models import Event
from dateline.relations import BY_NAME, KINDS

AFTER_EVERY_CLOCK = 24 * 60 + 1

Key = tuple[tuple[object, ...], int, int, int, str]


def sort_key(ident: str, event: Event) -> Key:
    """The place of an event by itself: on one day, a stated hour comes before none."""
    clock = event.time
    return (
        event.date.sort_key,
        clock.earliest_minute if clock else AFTER_EVERY_CLOCK,
        clock.latest_minute if clock else AFTER_EVERY_CLOCK,
        event.order or 0,
        ident,
    )


def contradicts(earlier: Edtf, later: Edtf) -> bool:
    """Whether the dates rule out that `earlier` came first or on the same day."""
    return bool(earlier.earliest and later.latest and earlier.earliest > later.latest)


def sequence(events: Mapping[str, Event]) -> list[tuple[str, str]]:
    """The pairs (earlier, later) that relations state, where both events are there."""
    pairs: list[tuple[str, str]] = []
    for ident, event in events.items():
        for kind in KINDS:
            if not (kind.after or BY_NAME[kind.inverse].after):
                continue
            pairs += [
                (relation.event, ident) if kind.after else (ident, relation.event)
                for relation in getattr(event.relations, kind.name)
                if relation.event in events and relation.event != ident
            ]
    return sorted(set(pairs))


def in_order(events: Mapping[str, Event]) -> tuple[str, ...]:
    """The ids in chronological order.

    A stated sequence wins over bounds that overlap, never over dates that contradict it; events in
    a cycle, which a rule reports, keep the order of their own keys.
    """
    keys = {ident: sort_key(ident, event) for ident, event in events.items()}
    later: dict[str, list[str]] = {}
    waits = dict.fromkeys(events, 0)
    for first, second in sequence(events):
        if not contradicts(events[first].date, events[second].date):
            later.setdefault(first, []).append(second)
            waits[second] += 1
    ready = [keys[ident] for ident, count in waits.items() if not count]
    heapify(ready)
    order: dict[str, None] = {}
    while len(order) < len(keys):
        if not ready:  # a cycle: take its earliest event and go on
            ready.append(min(keys[ident] for ident in keys if ident not in order))
        ident = heappop(ready)[-1]
        if ident in order:
            continue
        order[ident] = None
        for follower in later.get(ident, ()):
            waits[follower] -= 1
            if not waits[follower]:
                heappush(ready, keys[follower])
    return tuple(order)
