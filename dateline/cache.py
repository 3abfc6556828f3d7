# SPDX-License-Identifier: MIT
"""Keeps the results of slow pure text functions from one build to the next.

One file per kind, in lines of JSON that each bear a checksum: at 100,000 events a file per result
would cost more than it saves. Deleting the folder changes nothing but time, and what is found in
it that this module did not write is passed over with one note.
"""

from __future__ import annotations

import json
import os
import re
import stat
import tempfile
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any

FORMAT = b"dateline-cache-1"
KIND = re.compile(r"[a-z]{1,20}")
LARGEST_FILE = 1024 * 1024 * 1024

Entry = dict[str, Any]


class TextCache:
    """Results by the digest of all they are made from; `folder` None keeps nothing.

    `version` stands for the engine: what another version has kept is not used. `notes` are
    sentences for a person about what was passed over. Belongs to one thread.
    """

    def __init__(self, folder: Path | None, version: str = "") -> None:
        self.folder = folder
        self.version = version
        self.notes: list[str] = []
        self.known: dict[str, dict[str, bytes]] = {}
        self.used: dict[str, dict[str, bytes]] = {}
        self.stale: set[str] = set()

    def get_or_make(
        self,
        kind: str,
        key_parts: Sequence[Any],
        make: Callable[[], Entry],
        is_sound: Callable[[Entry], bool] = lambda _entry: True,
    ) -> Entry:
        """The kept result for these parts, or a new one from `make`: plain data that JSON can hold.

        `kind` (`a-z`) names the file. The parts are plain data too; with the version they must be
        all that the result is made from. A kept result that `is_sound` refuses is made again.
        """
        if KIND.fullmatch(kind) is None:
            raise ValueError(f"a kind is made of a-z, not {kind!r}")
        if self.folder is None:
            return make()
        if kind not in self.known:
            self.known[kind], self.used[kind] = self.read(kind), {}
        known = self.known[kind]
        key = digest([self.version, kind, *key_parts])
        entry = entry_from(known[key]) if key in known else None
        if key in known and (entry is None or not is_sound(entry)):
            self.note(kind)
            entry = None
        if entry is None:
            entry = make()
            known[key] = json.dumps(entry, sort_keys=True, separators=(",", ":")).encode("ascii")
            self.stale.add(kind)
        self.used[kind][key] = known[key]
        return entry

    def read(self, kind: str) -> dict[str, bytes]:
        """The sound lines of a kind's file."""
        try:
            raw = regular_file(self.path(kind))
        except FileNotFoundError:
            return {}
        except OSError:
            self.note(kind)
            return {}
        known, damaged = sound_lines(raw)
        if damaged:
            self.note(kind)
            self.stale.add(kind)
        return known

    def close(self, *, keep_unused: bool = False) -> None:
        """Write what was asked for since the start, and drop the rest unless `keep_unused`.

        A kind that was not asked for at all keeps its file. A disk that refuses gives a note.
        """
        for kind, known in self.known.items():
            kept = known if keep_unused else self.used[kind]
            if kind in self.stale or len(kept) != len(known):
                try:
                    write_beside(self.path(kind), file_of(kept))
                except OSError as error:
                    self.notes.append(f"the cache of {kind} could not be written: {error.strerror}")
                self.stale.discard(kind)

    def path(self, kind: str) -> Path:
        """The file of a kind."""
        return (self.folder or Path()) / f"{kind}.jsonl"

    def note(self, kind: str) -> None:
        """Say, once, that something in the cache was not as this module writes it."""
        sentence = f"the cache of {kind} was damaged; what was lost is made again"
        if sentence not in self.notes:
            self.notes.append(sentence)


def digest(parts: Sequence[Any]) -> str:
    """A name for plain data: 32 hexadecimal digits."""
    return blake2b(json.dumps(parts, sort_keys=True).encode("ascii"), digest_size=16).hexdigest()


def checksum(key: bytes, text: bytes) -> bytes:
    """What a line begins with; it finds damage, it does not keep out a forger."""
    return blake2b(key + b" " + text, digest_size=8).hexdigest().encode("ascii")


def entry_from(text: bytes) -> Entry | None:
    """The result that a line holds."""
    try:
        entry = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return entry if isinstance(entry, dict) else None


def sound_lines(raw: bytes) -> tuple[dict[str, bytes], bool]:
    """The lines whose checksum is right, and whether there is anything else in the file."""
    header, *lines = raw.split(b"\n")
    if header != FORMAT:
        return {}, True
    # What follows the last line end is a line cut short.
    damaged = not lines or lines.pop() != b""
    known = {}
    for line in lines:
        given, _, rest = line.partition(b" ")
        key, _, text = rest.partition(b" ")
        if given == checksum(key, text) and key.isalnum():
            known[key.decode("ascii")] = text
        else:
            damaged = True
    return known, damaged


def file_of(known: Mapping[str, bytes]) -> bytes:
    """The bytes of a file, the same whatever the order of asking was."""
    keys = sorted(known)
    lines = [b" ".join((checksum(key.encode(), known[key]), key.encode(), known[key])) for key in keys]
    return b"\n".join([FORMAT, *lines, b""])


def regular_file(path: Path) -> bytes:
    """The bytes of a plain file: links, pipes, folders and monsters are an `OSError`."""
    # Flags that Windows does not have; a pipe must not keep us waiting.
    flags = (
        os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    )
    descriptor = os.open(path, flags)
    try:
        state = os.fstat(descriptor)
        if not stat.S_ISREG(state.st_mode) or state.st_size > LARGEST_FILE:
            raise OSError(f"{path.name} is not a file of ours")
        with open(descriptor, "rb", closefd=False) as file:
            return file.read()
    finally:
        os.close(descriptor)


def write_beside(path: Path, raw: bytes) -> None:
    """Write a file whole or not at all: beside its place, then renamed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, temporary = tempfile.mkstemp(prefix=f".{path.stem}-", dir=path.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(raw)
        Path(temporary).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(temporary).unlink()
        raise
