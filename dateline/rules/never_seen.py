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
from dateline.setting import Setting
from dateline.stories import Story

CODE = "D211"
NAME = "never-seen"
SEVERITY = Severity.WARNING

MESSAGE = "nobody has read any of these sources: each says seen: false"


def of_event(story: Story, setting: Setting) -> Iterator[Finding]:
    """Yield an event whose sources were all read by nobody."""
    if not story.is_live:
        return
    known = setting.registry.sources
    given = (known.get(citation.source or "") or citation.inline for citation in story.event.sources)
    if all(source is not None and source.seen is False for source in given):
        yield Finding("event", story.id, ("sources",), MESSAGE, advice(story))


def advice(story: Story) -> str:
    """What to cite besides: the source through which the others are known, where one is named."""
    through = next((cited.via[0] for cited in story.cited if cited.via), None)
    if through is None:
        return "cite the source in which you read of them too"
    return f"cite the source through which they are known too: {through.id or shown(through.name)}"
