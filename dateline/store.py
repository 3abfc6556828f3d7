# SPDX-License-Identifier: MIT
"""Keeps plain data from one build to the next: the cache of a site.

One SQLite file of kinds, keys, texts and checksums, named for the engine that wrote it. A text is
JSON and never code. Deleting the file changes nothing but time. A text with a wrong checksum is as
good as none, and a file that SQLite refuses is thrown away; that is said once, and what was lost is
made again.
"""

from __future__ import annotations

import json
import os
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any

SUFFIX = ".sqlite"
BUSY_S = 2.0
"""So long a build waits for another one that writes; then it goes on and keeps nothing."""

TABLE = """CREATE TABLE IF NOT EXISTS kept
(kind TEXT, key TEXT, text BLOB, checksum BLOB, PRIMARY KEY (kind, key)) WITHOUT ROWID"""
DAMAGED = "the cache was damaged; what was lost is made again"


class Store:
    """Texts by kind and key, in `folder`, or for this run alone where that is None.

    `version` names the engine: what another one kept is not found. `notes` are sentences for a
    person about what went wrong; no method raises for the state of the file or of the disk, and
    after a fault nothing more is found or kept. After a fork or a pickle it can be read elsewhere.
    """

    def __init__(self, folder: Path | None, version: str) -> None:
        self.own = tempfile.TemporaryDirectory(prefix="dateline-") if folder is None else None
        self.path = Path(self.own.name if self.own else folder or "") / (version + SUFFIX)
        self.notes: list[str] = []
        self.usable = True
        self.process = 0
        self.connection: sqlite3.Connection | None = None

    def __getstate__(self) -> dict[str, Any]:
        """What another process needs to read the same file."""
        return {**vars(self), "own": None, "process": 0, "connection": None}

    def keys(self, kind: str) -> set[str]:
        """Every key of a kind; that of a text which is not sound may be among them."""
        rows: list[tuple[Any]] = []
        with self.told():
            rows = self.opened().execute("SELECT key FROM kept WHERE kind = ?", (kind,)).fetchall()
        return {key for (key,) in rows if type(key) is str}

    def some(self, kind: str, keys: Sequence[str]) -> dict[str, bytes]:
        """The sound texts under some keys."""
        question = """SELECT key, text, checksum FROM kept
            WHERE kind = ? AND key IN (SELECT value FROM json_each(?))"""
        return dict(self.found(question, (kind, json.dumps(keys))))

    def get(self, kind: str, key: str) -> bytes | None:
        """The text under a key, if there is a sound one."""
        # A damaged file may answer with what it holds under another key.
        return self.some(kind, [key]).get(key)

    def put(self, kind: str, texts: Iterable[tuple[str, bytes]]) -> None:
        """Keep texts by key, in place of what was there."""
        rows = ((kind, key, text, checksum(kind, key, text)) for key, text in texts)
        with self.told():
            self.opened().executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?, ?)", rows)

    def drop(self, kind: str, keys: Iterable[str]) -> None:
        """Forget the texts under some keys."""
        with self.told():
            order = "DELETE FROM kept WHERE kind = ? AND key = ?"
            self.opened().executemany(order, [(kind, key) for key in keys])

    def commit(self) -> None:
        """Bring what was put and dropped to the file, for other processes to read."""
        with self.told():
            if self.connection is not None:
                self.connection.commit()

    def close(self) -> None:
        """Keep what was put, and let go of the file; what was for this run alone is gone."""
        self.commit()
        self.let_go()
        if self.own is not None:
            self.usable = False
            self.own.cleanup()

    def found(self, question: str, values: tuple[str, ...]) -> Iterator[tuple[str, bytes]]:
        """The keys and texts of an answer whose checksums are right."""
        rows: list[tuple[Any, Any, Any]] = []
        with self.told():
            rows = self.opened().execute(question, values).fetchall()
        for key, text, kept in rows:
            if type(key) is str and type(text) is bytes and kept == checksum(values[0], key, text):
                yield key, text
            else:
                self.note(DAMAGED)

    def opened(self) -> sqlite3.Connection:
        """The connection of this process."""
        if not self.usable:
            raise sqlite3.OperationalError
        if self.connection is None or self.process != os.getpid():
            is_new = not self.path.exists()
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self.connection = sqlite3.connect(self.path, timeout=BUSY_S, check_same_thread=False)
            self.process = os.getpid()
            self.connection.execute("PRAGMA synchronous = OFF")
            self.connection.execute("PRAGMA journal_mode = MEMORY")  # a kill may cost the cache, and no more
            self.connection.execute(TABLE)  # of a new file another build may have made no more than the name
            if is_new:
                self.tidy()
        return self.connection

    def tidy(self) -> None:
        """Remove what other engines kept."""
        for other in self.path.parent.glob(f"*{SUFFIX}"):
            if other != self.path:
                with suppress(OSError):
                    other.unlink()

    @contextmanager
    def told(self) -> Iterator[None]:
        """Turn what SQLite or the system refuses into a note, and go on without the store."""
        try:
            yield
        except OSError as error:
            self.fail(f"the cache cannot be kept: {error.strerror}")
        except (sqlite3.Error, UnicodeDecodeError) as error:  # of a damaged file, even the message may be
            if self.usable:
                self.fail(reason(error))
                if reason(error) == DAMAGED:
                    with suppress(OSError):
                        self.path.unlink()

    def fail(self, note: str) -> None:
        """Do without the store from now on."""
        self.usable = False
        self.let_go()
        self.note(note)

    def let_go(self) -> None:
        """Close the connection, if it is this process's own."""
        if self.connection is not None and self.process == os.getpid():
            with suppress(sqlite3.Error):
                self.connection.close()
        self.connection = None

    def note(self, sentence: str) -> None:
        """Say something, once."""
        if sentence not in self.notes:
            self.notes.append(sentence)


def reason(error: Exception) -> str:
    """What to say of an error of SQLite."""
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return "another build uses the cache; this one does without"
    if code in (
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_PERM,
    ):
        return "the cache cannot be kept: the disk or the folder does not allow it"
    return DAMAGED


def checksum(kind: str, key: str, text: bytes) -> bytes:
    """What each text is kept with; it finds damage, it does not keep out a forger."""
    return blake2b(text, digest_size=8, person=kind.encode(), key=key.encode()[:64]).digest()
