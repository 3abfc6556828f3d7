# SPDX-License-Identifier: MIT
"""Where ids lead that were given up: renamed and merged events leave a page behind."""

from __future__ import annotations

from collections.abc import Mapping

from dateline.rows import Row


def redirected(rows: Mapping[str, Row]) -> dict[str, str]:
    """Ids given up, each with the id that stands in its place now; never a redirect to a redirect."""
    step: dict[str, str] = {}
    for ident, row in rows.items():
        for former in row.former_ids:
            if former not in rows:
                step[former] = ident
        for link in row.links:
            if link.event == ident:
                continue
            if link.kind == "replaces":
                step[link.event] = ident
            elif link.kind == "replaced_by" and link.event in rows:
                step[ident] = link.event
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
