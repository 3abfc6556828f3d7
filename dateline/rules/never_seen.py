# SPDX-License-Identifier: MIT
"""Somebody has read at least one source of each event.

Bad:
    sources:
      - {title: Statement of the ministry, seen: false}

Good:
    sources:
      - {title: Statement of the ministry, seen: false}
      - {title: Wire story that quotes it, seen: true}
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.problems import Finding, Severity, shown
from dateline.timeline import Entry, Timeline

CODE = "D211"
NAME = "never-seen"
SEVERITY = Severity.WARNING

MESSAGE = "nobody has read any of these sources: each says seen: false"


def check(timeline: Timeline) -> Iterator[Finding]:
    """Yield each event whose sources were all read by nobody."""
    for entry in timeline.entries:
        given = [
            timeline.registry.sources.get(citation.source or "") or citation.inline
            for citation in entry.event.sources
        ]
        if all(source is not None and source.seen is False for source in given):
            yield Finding("event", entry.id, ("sources",), MESSAGE, advice(entry))


def advice(entry: Entry) -> str:
    """What to cite besides: the source through which the others are known, where one is named."""
    through = next((cited.via[0] for cited in entry.cited if cited.via), None)
    if through is None:
        return "cite the source in which you read of them too"
    return f"cite the source through which they are known too: {through.id or shown(through.name)}"
