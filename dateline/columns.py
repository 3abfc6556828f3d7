# SPDX-License-Identifier: MIT
"""A chunk of the timeline column by column: by what its events can be found, and how they are named.

Both are what the tools in a reader's browser work with; docs/selection.md tells what each column holds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from dateline.chunks import Chunk
from dateline.dates.words import iso_bounds
from dateline.strips import item
from dateline.theme import Theme
from dateline.timeline import Entry

FACETS: dict[str, Callable[[Entry], Sequence[str]]] = {
    "type": lambda entry: (entry.row.type,) if entry.row.type else (),
    "place": lambda entry: entry.row.places,
    "actor": lambda entry: (*entry.row.actors, *entry.row.roles),
    "verification": lambda entry: (entry.row.verification,),
    "source": lambda entry: entry.row.sources,
    "tag": lambda entry: tuple(dict.fromkeys(entry.row.tags)),
}
"""What a reader can choose events by, with the keys of an event; an actor with a role is "actor:role"."""

UNCERTAIN, OPEN_START, OPEN_END, SERIES, CONTEXT = 1, 2, 4, 8, 16


def found_by(chunk: Chunk) -> dict[str, Any]:
    """When the events are, and their keys: each facet's keys, how many an event has, and which."""
    items = [item(entry, "") for entry in chunk.entries]
    starts = [one.start for one in items]
    return {
        "starts": [day - before for before, day in zip([0, *starts], starts, strict=False)],
        "lengths": [one.end - one.start for one in items],
        "flags": [
            one.uncertain * UNCERTAIN
            + one.open_start * OPEN_START
            + one.open_end * OPEN_END
            + entry.is_series * SERIES
            + entry.card.context * CONTEXT
            for one, entry in zip(items, chunk.entries, strict=True)
        ],
        **{name: keyed([keys_of(entry) for entry in chunk.entries]) for name, keys_of in FACETS.items()},
    }


def keyed(rows: Sequence[Iterable[str]]) -> dict[str, list[Any]]:
    """Lists of keys as numbers: every key once, the length of each list, and the lists in a row."""
    known: dict[str, int] = {}
    at = [[known.setdefault(key, len(known)) for key in keys] for keys in rows]
    return {"keys": list(known), "counts": [len(one) for one in at], "at": [key for one in at for key in one]}


def named(chunk: Chunk, theme: Theme) -> dict[str, list[Any]]:
    """What a list shows of the events: the words are those of the pages."""
    entries = chunk.entries
    bounds = [iso_bounds(entry.date) for entry in entries]
    return {
        "id": [entry.id for entry in entries],
        "title": [entry.card.title for entry in entries],
        "lang": [entry.card.lang for entry in entries],
        "when": [when(entry, theme) for entry in entries],
        "where": [[place.name for place in entry.card.places] for entry in entries],
        "date": [entry.date.text for entry in entries],
        "earliest": [first for first, _ in bounds],
        "latest": [last for _, last in bounds],
    }


def when(entry: Entry, theme: Theme) -> str:
    """The date of an event in words, with its time, as its card says it."""
    card = entry.card
    words = theme.filters["date_words"](card.date)
    return theme.language.comma.join((words, theme.filters["time_words"](card.time))) if card.time else words
