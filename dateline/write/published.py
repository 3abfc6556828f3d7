# SPDX-License-Identifier: MIT
"""The published site as the disk has it, beside what its manifest says of it.

The manifest is the file `.dateline.json` in the site: for each file the key it was made from and
the SHA-256 of its bytes. It marks the folder as ours, and it lets a build keep what has not changed.
It holds no time and no name of a machine, so the same site has the same manifest everywhere.

A file is intact when its bytes have the digest in the manifest. To know that it is read, unless the
caller knows the states (`dateline.states`) of the manifest and of this file as they were when we
last found or made them right, and both are the same still.
"""

from __future__ import annotations

import json
import os
import re
import stat
import time
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from dateline.json_text import decode
from dateline.output import folders_of, is_safe
from dateline.states import SECOND_NS, TICK_NS, State, is_settled, state_of, states_below
from dateline.write.lasting import FILE_MODE, FOLDER_MODE

MANIFEST = ".dateline.json"
FORMAT = 1
HEAD = b'{"format": %d, "outputs": {\n' % FORMAT
LINE = re.compile(rb'"([\x20-\x7e]*?)": \{"digest": "([0-9a-f]{64})", "key": "([0-9A-Za-z]*)"\},?\n')
MARGIN_NS = 1_000_000
LITTER = {".DS_Store", "Thumbs.db", "desktop.ini"}  # what file managers drop into any folder


class Record(NamedTuple):
    """What the manifest says of one file: the key it was made from and the digest of its bytes."""

    key: str
    digest: str


@dataclass(frozen=True, slots=True)
class Published:
    """The published site.

    `records` is what the manifest says by path; `intact` are the states of the files that are as it
    says, and `settled` those of them that can be relied upon next time, the manifest's among them;
    `foreign` are files of somebody else; `exact` is true when folder and manifest agree in all.
    """

    records: Mapping[str, Record]
    intact: Mapping[str, State]
    settled: Mapping[str, State]
    foreign: tuple[str, ...]
    exact: bool


def survey(site: Path, known: Mapping[str, State]) -> Published:
    """Look at a published site; where the manifest is damaged or missing, nothing is relied upon."""
    looked = time.time_ns()
    found = dict(states_below(str(site))) if site.is_dir() else {}
    if found.get(MANIFEST) != known.get(MANIFEST, ()):
        known = {}
    raw = _bytes(f"{site}/{MANIFEST}")
    records = _read(raw, checked=bool(known))
    files = {path: state for path, state in found.items() if not stat.S_ISDIR(state.mode)}
    modes = {path: state.mode for path, state in found.items() if path not in files}
    if files == known and files.keys() == records.keys() | {MANIFEST}:  # nobody was here since
        intact = {path: files[path] for path in records}
        return Published(records, intact, files, (), exact=_are_ours(site, modes, records))
    intact = {
        path: files[path]
        for path, record in records.items()
        if path in files
        and stat.S_ISREG(files[path].mode)
        and (files[path] == known.get(path) or _digest_at(f"{site}/{path}") == record.digest)
    }
    others = files.keys() - records.keys() - {MANIFEST}
    foreign = sorted(path for path in others if PurePosixPath(path).name not in LITTER) if records else ()
    exact = (
        len(intact) == len(records)
        and MANIFEST in files
        and not others
        and bool(known or raw == manifest(records))
        and _are_ours(site, modes, records)
    )
    ours = {**intact, MANIFEST: files[MANIFEST]} if exact else intact
    settled = {
        path: state for path, state in ours.items() if state == known.get(path) or is_settled(state, looked)
    }
    return Published(records, intact, settled, tuple(foreign), exact)


def _are_ours(site: Path, modes: Mapping[str, int], records: Mapping[str, Record]) -> bool:
    """Whether the folders are those of the records, each with our mode."""
    wanted = dict.fromkeys(folders_of(records), FOLDER_MODE)
    return (
        wanted == {path: stat.S_IMODE(mode) for path, mode in modes.items()}
        and stat.S_IMODE(os.lstat(site).st_mode) == FOLDER_MODE
    )


def look_again(site: Path, expected: Mapping[str, State], since_ns: int) -> dict[str, State]:
    """The settled states of files that are as expected, but for the time when their names changed.

    The last of these changes was ours, not after `since_ns`; we wait until the clock is past it.
    """
    missing = since_ns + TICK_NS + MARGIN_NS - time.time_ns()
    time.sleep(min(max(missing, 0), 2 * TICK_NS) / SECOND_NS)
    looked = time.time_ns()
    found = {path: state_of(os.lstat(f"{site}/{path}")) for path in expected}
    return {
        path: state
        for path, state in found.items()
        if state.is_but_for_names(expected[path]) and is_settled(state, looked)
    }


def manifest(records: Mapping[str, Record]) -> bytes:
    """The manifest of a site: JSON, sorted, in ASCII, with a line for each file."""
    whole = BytesIO()
    whole.write(HEAD)
    for number, path in enumerate(sorted(records)):
        key, digest = records[path]
        line = f'"{path}": {{"digest": "{digest}", "key": {_quoted(key)}}}'
        whole.write((",\n" + line if number else line).encode("ascii"))
    whole.write(b"\n}}\n")
    return whole.getvalue()


def _quoted(key: str) -> str:
    """The key as JSON; nearly all are hexadecimal digits."""
    return f'"{key}"' if key.isascii() and key.isalnum() else json.dumps(key)


def digest_of(data: bytes) -> str:
    """The digest that the manifest holds of a file."""
    return sha256(data).hexdigest()


def _read(raw: bytes | None, *, checked: bool) -> dict[str, Record]:
    records = _in_lines(raw or b"")
    if records is None:
        try:
            listed = decode(raw or b"")
            outputs = listed["outputs"] if listed["format"] == FORMAT else {}
            records = {path: Record(str(said["key"]), str(said["digest"])) for path, said in outputs.items()}
        except (ValueError, RecursionError, KeyError, TypeError, AttributeError):
            return {}
    return records if checked or all(map(is_safe, records)) else {}


def _in_lines(raw: bytes) -> dict[str, Record] | None:
    """The records of a manifest as we write it, line by line, since all of it as data takes much memory."""
    records = {}
    lines = iter(BytesIO(raw))
    if next(lines, b"") != HEAD or not raw.endswith(b"\n}}\n"):
        return None
    for line in lines:
        match = LINE.fullmatch(line)
        if match is not None:
            path, digest, key = match.groups()
            records[path.decode()] = Record(key.decode(), digest.decode())
        elif line != b"}}\n":
            return None
    return records


def _digest_at(path: str) -> str | None:
    data = _bytes(path)
    return None if data is None else digest_of(data)


def _bytes(path: str) -> bytes | None:
    """The bytes of a plain file with the mode that we give; None for anything else."""
    try:
        file = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)  # a pipe is not waited for
        with os.fdopen(file, "rb", 0) as reader:
            mode = os.fstat(file).st_mode
            return reader.read() if stat.S_ISREG(mode) and stat.S_IMODE(mode) == FILE_MODE else None
    except OSError:
        return None
