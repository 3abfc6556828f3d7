# SPDX-License-Identifier: MIT
"""Pieces of files that many slices hold alike: a format writes each event once, then only copies it.

A piece is kept from build to build beside what it was made from, and is made again when that differs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO

from dateline.digest import digest
from dateline.slices import marks
from dateline.timeline import Entry, Timeline

KIND = "pieces"
AT_ONCE = 1_000
"""So many pieces are fetched at once."""


@dataclass(frozen=True, slots=True)
class Writer:
    """How a format, which goes by the name of its files, writes one event.

    `made_with` stands for all that `write` looks at besides the event and the registries.
    """

    name: str
    made_with: object
    write: Callable[[Entry], str]

    def key(self, ident: str) -> str:
        """Under what its piece of an event is kept; no id holds a blank."""
        return f"{ident} {self.name}"


def pieces(writer: Writer, entries: Sequence[Entry], timeline: Timeline) -> Iterator[bytes]:
    """The piece of each entry in a format, in UTF-8: the kept one where it is right, else a new one."""
    shared, known = digest(writer.made_with), marks(timeline)
    for start in range(0, len(entries), AT_ONCE):
        some = entries[start : start + AT_ONCE]
        keys = [writer.key(entry.id) for entry in some]
        kept = timeline.kept.some(KIND, keys) if timeline.kept else {}
        for entry, key in zip(some, keys, strict=True):
            begins, text = origin(shared, known[entry.id]), kept.get(key, b"")
            yield text[len(begins) :] if text.startswith(begins) else writer.write(entry).encode()


def in_one(begin: bytes, parts: Iterable[bytes], end: bytes, between: bytes = b"") -> bytes:
    """A file of parts, of which no more than one is held beside it: there may be very many."""
    whole = BytesIO()
    whole.write(begin)
    for number, part in enumerate(parts):
        whole.write(between if number else b"")
        whole.write(part)
    whole.write(end)
    return whole.getvalue()


def origin(shared: str, mark: str) -> bytes:
    """What stands for all that a piece is made from: a digest of what all are made with, and the event's."""
    return f"{shared}{mark}".encode()
