# SPDX-License-Identifier: MIT
"""What the file system says of a file, by which one that nobody has touched is known again.

A size and a time of change alone can lie: an edit may keep both. The time of the last change of the
inode cannot be set by anybody, so an edit shows there, unless it fell into the same tick of the
clock as our look. So a file that changed just before the look is not relied upon: it is read again.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from typing import NamedTuple

TICK_NS = 20_000_000
"""Kernels stamp files with a clock that moves every 1 to 10 ms; this is twice the slowest."""

COARSE_NS = 2_000_000_000
"""File systems without fractions of a second move every second, FAT every two."""

SECOND_NS = 1_000_000_000


class State(NamedTuple):
    """A file's size in bytes, its times of change in nanoseconds since 1970, and its inode and mode."""

    size: int
    modified_ns: int
    changed_ns: int
    inode: int
    mode: int


def state_of(found: os.stat_result) -> State:
    """The state in a stat result."""
    return State(found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino, found.st_mode)


def is_settled(state: State, looked_ns: int) -> bool:
    """Whether any change after `looked_ns`, the time of our look, would have changed this state."""
    newest = max(state.modified_ns, state.changed_ns)
    coarse = state.modified_ns % SECOND_NS == 0 and state.changed_ns % SECOND_NS == 0
    return newest + (COARSE_NS if coarse else TICK_NS) < looked_ns


def states_below(folder: str) -> Iterator[tuple[str, State]]:
    """Everything below a folder, folders too, with paths relative to it and forward slashes.

    No link is followed. Raises `OSError` where something cannot be listed.
    """
    waiting = [""]
    while waiting:
        inside = waiting.pop()
        with os.scandir(os.path.join(folder, inside) if inside else folder) as found:  # noqa: PTH118  a path costs 10 µs
            for one in found:
                path = f"{inside}/{one.name}" if inside else one.name
                state = state_of(one.stat(follow_symlinks=False))
                yield path, state
                if stat.S_ISDIR(state.mode):
                    waiting.append(path)
