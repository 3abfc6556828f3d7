# SPDX-License-Identifier: MIT
"""Pieces of files that many slices hold alike: each event is written once in a format, then only copied."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from dateline.timeline import Entry, Timeline

Write = Callable[[Entry], str]


class Pieces:
    """What a format makes of each event of one timeline, kept while its files are made."""

    def __init__(self, timeline: Timeline, base_url: str | None) -> None:
        self.timeline = timeline
        self.base_url = base_url
        self.kept: dict[tuple[str, str], str] = {}

    def of(self, name: str, entries: Iterable[Entry], write: Write) -> Iterator[str]:
        """The piece of each entry in the format of that name."""
        for entry in entries:
            key = (name, entry.id)
            if key not in self.kept:
                self.kept[key] = write(entry)
            yield self.kept[key]


@lru_cache(maxsize=1)
def pieces(timeline: Timeline, base_url: str | None) -> Pieces:
    """The pieces of a timeline; those of another are forgotten."""
    return Pieces(timeline, base_url)
