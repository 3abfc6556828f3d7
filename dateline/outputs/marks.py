# SPDX-License-Identifier: MIT
"""The data of the line of time and of the filters, in small files that a reader's browser asks for.

`marks/overview.json` says where the chunks are and how full the time is, `marks/values.json` by what
one can choose; of each chunk one file finds its events, the other names them. An edited event changes
its chunk and what is counted over all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from dateline.chunks import Chunk, chunks
from dateline.columns import FACETS, found_by, named
from dateline.dates.days import Day, ordinal
from dateline.digest import digest
from dateline.json_text import encode
from dateline.output import Output
from dateline.strip.timescale import Scale
from dateline.strips import scale_of_entries
from dateline.terms import Verification
from dateline.theme import Theme
from dateline.tick_words import break_words, tick_words
from dateline.timeline import Entry, Timeline

SEES = "index"
SPEAKS = "each"

BINS = 512
"""Into how many equal parts of the whole line the overview counts events."""

ROOM = 20_000
"""How many bytes the values of one facet take at most; the most frequent come first."""

VERSION = 12  # digits of a digest: enough to tell a chunk from what it was before


def plan(timeline: Timeline, theme: Theme) -> Iterator[Output]:
    """The overview, the values, and two files for each chunk."""
    cut = chunks(timeline.entries)
    keys = [chunk.key for chunk in cut]
    made_with = (theme.shared, replace(timeline.registry, links={}))  # names alone count
    folder = f"{theme.folder}marks"
    chosen_by = digest(
        (made_with, [[keys_of(one) for keys_of in FACETS.values()] for one in timeline.entries])
    )
    yield Output(
        f"{folder}/overview.json",
        digest(("overview", made_with, keys)),
        overview,
        (timeline, cut, keys, chosen_by, theme),
    ).over(len(timeline.entries))
    yield Output(f"{folder}/values.json", digest(("values", chosen_by)), values, (timeline, theme))
    for chunk, key in zip(cut, keys, strict=True):
        held = len(chunk.entries)
        where, own = f"{folder}/{chunk.name}.json", digest(("found", theme.shared, key))
        yield Output(where, own, found, (chunk,)).over(held)
        yield Output(
            f"{folder}/{chunk.name}-names.json",
            digest(("named", theme.shared, key)),
            names,
            (chunk, theme),
        ).over(held)


def found(chunk: Chunk) -> bytes:
    """The file that finds the events of a chunk."""
    return encode(found_by(chunk))


def names(chunk: Chunk, theme: Theme) -> bytes:
    """The file that names the events of a chunk."""
    return encode(named(chunk, theme))


def overview(
    timeline: Timeline, cut: Sequence[Chunk], keys: Sequence[str], chosen_by: str, theme: Theme
) -> bytes:
    """The line as a whole: its stretches, how many events begin where, and its chunks."""
    scale = scale_of_entries(timeline.entries) if timeline.entries else None
    version = digest((timeline.site, theme.as_of))
    plain: dict[str, Any] = {
        "count": len(timeline.entries),
        "stretches": scale.stretches if scale else [],
        "breaks": break_words(scale, theme) if scale else [],
        "bins": bins(timeline.entries, scale) if scale else [],
        "chunks": [
            [chunk.name, chunk.days[0], chunk.days[-1], last_day(chunk), len(chunk.entries),
             digest((version, key))[:VERSION]]
            for chunk, key in zip(cut, keys, strict=True)
        ],
        "values": chosen_by[:VERSION],
        "words": tick_words(theme),
    }  # fmt: skip
    return encode(plain)


def bins(entries: Sequence[Entry], scale: Scale) -> list[int]:
    """How many events begin in each equal part of the line; a series is none."""
    first, wide = scale.starts[0], (scale.end - scale.starts[0]) / BINS
    counts = Counter(
        min(BINS - 1, int((scale.at(ordinal(Day(*entry.row.order[:3]))) - first) / wide))
        for entry in entries
        if not entry.is_series
    )
    return [counts[number] for number in range(BINS)]


def last_day(chunk: Chunk) -> int:
    """The last day that an event of the chunk reaches, of those whose end is known."""
    latest = [entry.date.latest for entry in chunk.entries]
    return max([chunk.days[-1], *(ordinal(day) for day in latest if day)])


def values(timeline: Timeline, theme: Theme) -> bytes:
    """For each facet its keys with their labels and how many events have them, the most frequent first."""
    labels = labels_of(timeline, theme)
    plain: dict[str, Any] = {}
    for name, keys_of in FACETS.items():
        counts = Counter(key for entry in timeline.entries for key in keys_of(entry))
        lines = [
            [key, labels[name].get(key, key), count]
            for key, count in sorted(counts.items(), key=lambda one: (-one[1], one[0]))
            if ":" not in key or name != "actor"
        ]
        plain[name] = bounded(lines)
    plain["role"] = bounded(roles(timeline, theme))
    return encode(plain)


def roles(timeline: Timeline, theme: Theme) -> list[list[Any]]:
    """The roles that actors have, with how often."""
    counts = Counter(one.partition(":")[2] for entry in timeline.entries for one in entry.row.roles)
    return [
        [key, theme.word(key, "role"), count]
        for key, count in sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    ]


def bounded(lines: Sequence[list[Any]]) -> dict[str, Any]:
    """As many lines as there is room for, and how many more there are."""
    taken, used = [], 0
    for line in lines:
        used += len(encode(line)) + 1
        if used > ROOM:
            break
        taken.append(line)
    return {"values": taken, "more": len(lines) - len(taken)}


def labels_of(timeline: Timeline, theme: Theme) -> dict[str, dict[str, str]]:
    """What each key is called on the pages."""
    registry = timeline.registry
    return {
        "type": {key: theme.word(key, "type") for key in timeline.groups["type"]},
        "place": {ident: place.name for ident, place in registry.places.items()},
        "actor": {ident: actor.name for ident, actor in registry.actors.items()},
        "verification": {word.value: theme.term(word) for word in Verification},
        "source": {ident: source.title for ident, source in registry.sources.items()},
        "tag": {},
    }
