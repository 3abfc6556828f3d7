# SPDX-License-Identifier: MIT
"""What the file system says of a file, by which one that nobody has touched is known again.

A size and a time of change alone can lie: an edit may keep both. The time of the last change of the
inode cannot be set by anybody, so an edit shows there, unless it fell into the same tick of the
clock as our look. So a file that changed just before the look is not relied upon: it is read again.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Mapping
from struct import Struct
from typing import Any, Self, cast

TICK_NS = 20_000_000
"""Kernels stamp files with a clock that moves every 1 to 10 ms; this is twice the slowest."""

COARSE_NS = 2_000_000_000
"""File systems without fractions of a second move every second, FAT every two."""

SECOND_NS = 1_000_000_000


PACKED = Struct("<qqQIq")
"""Size, time of change, inode and mode; then the time when the inode changed."""

UNNAMED = slice(PACKED.size - 8)


class State(bytes):
    """A file's size in bytes, its times of change in nanoseconds since 1970, and its inode and mode.

    Packed, because there is one for each file that is read or published: a third of the memory.
    """

    __slots__ = ()

    def __new__(cls, size: int, modified_ns: int, changed_ns: int, inode: int, mode: int) -> Self:
        """The state of these five."""
        return cls.of(PACKED.pack(size, modified_ns, inode, mode, changed_ns))

    @classmethod
    def of(cls, packed: bytes) -> Self:
        """The state that was packed so."""
        return bytes.__new__(cls, packed)

    def __reduce__(self) -> tuple[Any, ...]:
        """What another process makes it from."""
        return State.of, (bytes(self),)

    @property
    def size(self) -> int:
        """The size of the file, in bytes."""
        return cast("int", PACKED.unpack(self)[0])

    @property
    def modified_ns(self) -> int:
        """When the bytes changed, which anybody can set."""
        return cast("int", PACKED.unpack(self)[1])

    @property
    def inode(self) -> int:
        """The number of the inode."""
        return cast("int", PACKED.unpack(self)[2])

    @property
    def mode(self) -> int:
        """What kind of file it is, and what may be done with it."""
        return cast("int", PACKED.unpack(self)[3])

    @property
    def changed_ns(self) -> int:
        """When the inode changed: the bytes, the mode, or the names that lead to it."""
        return cast("int", PACKED.unpack(self)[4])

    def is_but_for_names(self, other: State) -> bool:
        """Whether nothing differs but the time when the inode changed, as it does with a file's names."""
        return self[UNNAMED] == other[UNNAMED]


def state_of(found: os.stat_result) -> State:
    """The state in a stat result."""
    return State(found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino, found.st_mode)


def is_settled(state: State, looked_ns: int) -> bool:
    """Whether any change after `looked_ns`, the time of our look, would have changed this state."""
    _, modified_ns, _, _, changed_ns = PACKED.unpack(state)
    newest = max(modified_ns, changed_ns)
    coarse = modified_ns % SECOND_NS == 0 and changed_ns % SECOND_NS == 0
    return cast("int", newest) + (COARSE_NS if coarse else TICK_NS) < looked_ns


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


def to_plain(states: Mapping[str, State]) -> list[Any]:
    """The states of files by path as plain data: the paths, and the states in hexadecimal digits."""
    return [list(states), b"".join(states.values()).hex()]


def from_plain(plain: list[Any]) -> dict[str, State]:
    """The states in plain data."""
    paths, packed = plain[0], bytes.fromhex(plain[1])
    size = PACKED.size
    return {path: State.of(packed[at * size : (at + 1) * size]) for at, path in enumerate(paths)}
