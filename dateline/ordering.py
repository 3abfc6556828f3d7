# SPDX-License-Identifier: MIT
"""The order of events: stated sequence first, then bounds, then the editors' order, then the id."""

from __future__ import annotations

from collections.abc import Mapping
from heapq import heapify, heappop, heappush

from dateline.dates import Edtf
from dateline.relations import BY_NAME
from dateline.rows import Row


def contradicts(earlier: Edtf, later: Edtf) -> bool:
    """Whether the dates rule out that `earlier` came first or on the same day."""
    return bool(earlier.earliest and later.latest and earlier.earliest > later.latest)


def sequence(rows: Mapping[str, Row]) -> list[tuple[str, str]]:
    """The pairs (earlier, later) that relations state, where both events are there."""
    pairs: set[tuple[str, str]] = set()
    for ident, row in rows.items():
        for link in row.links:
            if link.event not in rows or link.event == ident:
                continue
            kind = BY_NAME[link.kind]
            if kind.after:
                pairs.add((link.event, ident))
            elif BY_NAME[kind.inverse].after:
                pairs.add((ident, link.event))
    return sorted(pairs)


def in_order(rows: Mapping[str, Row]) -> tuple[str, ...]:
    """The ids in chronological order.

    A stated sequence wins over bounds that overlap, never over dates that contradict it; events in
    a cycle, which a rule reports, keep the order of their own keys.
    """
    later: dict[str, list[str]] = {}
    waits = dict.fromkeys(rows, 0)
    for first, second in sequence(rows):
        if not contradicts(rows[first].date, rows[second].date):
            later.setdefault(first, []).append(second)
            waits[second] += 1
    ready = [rows[ident].order for ident, count in waits.items() if not count]
    heapify(ready)
    order: dict[str, None] = {}
    while len(order) < len(rows):
        if not ready:  # a cycle: take its earliest event and go on
            ready.append(min(row.order for ident, row in rows.items() if ident not in order))
        ident = heappop(ready)[-1]
        if ident in order:
            continue
        order[ident] = None
        for follower in later.get(ident, ()):
            waits[follower] -= 1
            if not waits[follower]:
                heappush(ready, rows[follower].order)
    return tuple(order)
