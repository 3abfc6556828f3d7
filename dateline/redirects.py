# SPDX-License-Identifier: MIT
"""Where ids lead that were given up: renamed and merged events leave a page behind."""

from __future__ import annotations

from collections.abc import Mapping

from dateline.models import Event


def redirected(events: Mapping[str, Event]) -> dict[str, str]:
    """Ids given up, each with the id that stands in its place now; never a redirect to a redirect."""
    step: dict[str, str] = {}
    for ident, event in events.items():
        for former in event.former_ids:
            if former not in events:
                step[former] = ident
        for relation in event.relations.replaces:
            if relation.event != ident:
                step[relation.event] = ident
        for relation in event.relations.replaced_by:
            if relation.event in events and relation.event != ident:
                step[ident] = relation.event
    return {start: end for start in sorted(step) if (end := last(start, step)) is not None}


def last(start: str, step: Mapping[str, str]) -> str | None:
    """Where a chain of redirects ends, or None where it runs in a circle."""
    seen = {start}
    while start in step:
        start = step[start]
        if start in seen:
            return None
        seen.add(start)
    return start
