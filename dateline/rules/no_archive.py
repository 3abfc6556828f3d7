# SPDX-License-Identifier: MIT
"""A source on the web names its archived copy, or says with null that none is known.

Bad:
    title: Report on the shells
    url: https://example.org/report

Good:
    title: Report on the shells
    url: https://example.org/report
    archive_url: https://web.archive.org/web/20220105120000/https://example.org/report
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.models import Source
from dateline.problems import Finding, Severity
from dateline.setting import Setting
from dateline.stories import Story
from dateline.timeline import Timeline

CODE = "D210"
NAME = "no-archive"
SEVERITY = Severity.WARNING

MESSAGE = "this address may die, and no archived copy is named"
HINT = "add archive_url: with the address of an archived copy, or archive_url: null when none is known"


def of_event(story: Story, _: Setting) -> Iterator[Finding]:
    """Yield each source that the event describes, with an address, that says nothing of an archived copy."""
    if not story.is_live:
        return
    for position, citation in enumerate(story.event.sources):
        if citation.inline and silent(citation.inline):
            yield Finding("event", story.id, ("sources", position, "url"), MESSAGE, HINT)


def check(timeline: Timeline) -> Iterator[Finding]:
    """Yield each source of the registry with an address that says nothing of an archived copy."""
    for ident, source in timeline.registry.sources.items():
        if silent(source):
            yield Finding("source", ident, ("url",), MESSAGE, HINT)


def silent(source: Source) -> bool:
    """Whether a source has an address and the key for the archived copy was not written at all."""
    return source.url is not None and "archive_url" not in source.model_fields_set
