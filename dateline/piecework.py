# SPDX-License-Identifier: MIT
"""Before files are rendered, each format that has them writes its piece of each event that is new to it.

The pieces are kept, so a change of one event costs its pieces and not those of all, and workers who
render files of the same events find them and do not each make them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from dateline import discover
from dateline.digest import digest
from dateline.json_text import decode, encode
from dateline.slice_pieces import KIND, Writer, origin
from dateline.slices import marks
from dateline.store import Store
from dateline.theme import Theme
from dateline.timeline import Entry, Timeline
from dateline.workers import Workers

ORIGINS = "origins"
"""Under what it is kept what the pieces of each event were made from."""

MANY = 20_000
"""So many events take more memory than a copy for each worker may."""

AT_ONCE = 1_000
"""The pieces of so many events are held in memory before they are kept."""


@dataclass(frozen=True, slots=True)
class Order:
    """What workers share: the events to be written, with their marks, and who writes them, made with what."""

    stale: Sequence[Entry]
    marks: Sequence[str]
    writers: Sequence[Writer]
    shared: Sequence[str]


def keep_pieces(timeline: Timeline, theme: Theme, store: Store, workers: Workers) -> int:
    """Have the pieces of every event in the store; how many events had to be written.

    What cannot be kept is no fault: whoever needs a piece that is not there makes it.
    """
    writers = tuple(writers_of(timeline, theme))
    shared, events = digest([(one.name, one.made_with) for one in writers]), marks(timeline)
    made_from = {ident: shared + mark for ident, mark in events.items()}
    known = decode(store.get(ORIGINS, "") or b"{}")
    stale = [entry for entry in timeline.entries if known.get(entry.id) != made_from[entry.id]]
    made_with = [digest(one.made_with) for one in writers]
    order = Order(stale, [events[entry.id] for entry in stale], writers, made_with)
    looks = one_event if len(stale) >= MANY else None
    written = workers.each(write, order, range(len(stale)), looks=looks)
    for start in range(0, len(stale), AT_ONCE):
        for entry, texts in zip(stale[start : start + AT_ONCE], islice(written, AT_ONCE), strict=True):
            store.put(KIND, zip([one.key(entry.id) for one in writers], texts, strict=True))
    gone = known.keys() - made_from.keys()
    store.drop(KIND, (one.key(ident) for one in writers for ident in gone))
    if stale or gone:
        store.put(ORIGINS, [("", encode(made_from))])
    return len(stale)


def one_event(_number: int) -> int:
    """How many events are looked at to write one."""
    return 1


def writers_of(timeline: Timeline, theme: Theme) -> Iterator[Writer]:
    """The writers of all outputs that have one."""
    for module in discover.modules("dateline.outputs"):
        if hasattr(module, "writer"):
            yield module.writer(timeline, theme)


def write(order: Order, number: int) -> tuple[bytes, ...]:
    """What each format makes of an event."""
    entry, mark = order.stale[number], order.marks[number]
    both = zip(order.writers, order.shared, strict=True)
    return tuple(origin(shared, mark) + writer.write(entry).encode() for writer, shared in both)
