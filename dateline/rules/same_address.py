# SPDX-License-Identifier: MIT
"""Each tag and each type has a page of its own: two that differ in accents alone would share one.

Bad:
    tags: [riyadh, riyādh]

Good:
    tags: [riyadh]
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.problems import Finding, Severity, shown
from dateline.slugs import slug
from dateline.timeline import Timeline

CODE = "D230"
NAME = "same-address"
SEVERITY = Severity.ERROR
HINT = "use one of the two everywhere, or make them differ in a letter from a to z or a digit"

Loc = tuple[str | int, ...]


def check(timeline: Timeline) -> Iterator[Finding]:
    """Yield each word whose page another word has already."""
    owners: dict[tuple[str, str], str] = {}
    settled: set[tuple[str, str]] = set()  # most words come often
    for kind, ident, loc, folder, word in words(timeline):
        if (folder, word) in settled:
            continue
        owner = owners.setdefault((folder, slug(word)), word)
        if owner == word:
            settled.add((folder, word))
        else:
            message = f"{shown(word)} and {shown(owner)} would have one page, {folder}/{slug(word)}.html"
            yield Finding(kind, ident, loc, message, HINT)


def words(timeline: Timeline) -> Iterator[tuple[str, str, Loc, str, str]]:
    """Every type and tag with its place and the folder of its page, those of site.yaml first."""
    for word in timeline.site.vocabularies.get("type", {}):
        yield "site", "", ("vocabularies", "type", word), "types", word
    for entry in timeline.by_id.values():
        row = entry.row
        if row.type:
            yield "event", row.id, ("type",), "types", row.type
        for position, tag in enumerate(row.tags):
            yield "event", row.id, ("tags", position), "tags", tag
