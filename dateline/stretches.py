# SPDX-License-Identifier: MIT
"""Too many events for one page go on to further pages, each with a stretch of them, by number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.timeline import Entry


@dataclass(frozen=True, slots=True)
class Stretch:
    """The events that one page shows, by their numbers, which begin with 1."""

    address: str
    first: int
    last: int


def stretches(entries: Sequence[Entry], address: str, most: int) -> Iterator[tuple[Stretch, Sequence[Entry]]]:
    """The pages of these events with at most so many each; the first, which may be empty, is at `address`."""
    stem, _, suffix = address.rpartition(".")
    for start in range(0, max(len(entries), 1), most):
        held = entries[start : start + most]
        where = f"{stem}/from-{start + 1}.{suffix}" if start else address
        yield Stretch(where, start + 1, start + len(held)), held
