# SPDX-License-Identifier: MIT
"""The published site as the disk has it, beside what its manifest says of it.

The manifest is the file `.dateline.json` in the site: for each file the key it was made from and
the SHA-256 of its bytes. It marks the folder as ours, and it lets a build keep what has not changed.
It holds no time and no name of a machine, so the same site has the same manifest everywhere.
"""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath

from dateline.output import is_safe

MANIFEST = ".dateline.json"
FORMAT = 1
FILE_MODE = 0o644
FOLDER_MODE = 0o755
LITTER = {".DS_Store", "Thumbs.db", "desktop.ini"}  # what file managers drop into any folder


@dataclass(frozen=True, slots=True)
class Record:
    """What the manifest says of one file: the key it was made from and the digest of its bytes."""

    key: str
    digest: str


@dataclass(frozen=True, slots=True)
class Published:
    """The published site.

    `records` is what the manifest says by path; `intact` are the paths whose files are as it says;
    `foreign` are files of somebody else; `exact` is true when folder and manifest agree in all.
    """

    records: Mapping[str, Record]
    intact: frozenset[str]
    foreign: tuple[str, ...]
    exact: bool


def survey(site: Path) -> Published:
    """Read a published site; where the manifest is damaged or missing, nothing is relied upon."""
    raw = _bytes(site / MANIFEST)
    records = _read(raw)
    files, folders = _walk(site)
    intact = frozenset(path for path, record in records.items() if _digest_at(site / path) == record.digest)
    others = files - records.keys() - {MANIFEST}
    foreign = sorted(path for path in others if PurePosixPath(path).name not in LITTER) if records else ()
    exact = (
        raw == manifest(records)
        and intact == records.keys()
        and not others
        and folders == dict.fromkeys(["", *folders_of(records)], FOLDER_MODE)
    )
    return Published(records, intact, tuple(foreign), exact)


def manifest(records: Mapping[str, Record]) -> bytes:
    """The manifest of a site: JSON, sorted, in ASCII."""
    outputs = {path: {"digest": record.digest, "key": record.key} for path, record in records.items()}
    return (
        json.dumps({"format": FORMAT, "outputs": outputs}, indent=0, sort_keys=True).encode("ascii") + b"\n"
    )


def digest_of(data: bytes) -> str:
    """The digest that the manifest holds of a file."""
    return sha256(data).hexdigest()


def folders_of(paths: Iterable[str]) -> tuple[str, ...]:
    """Every folder that these paths lie in, sorted, without the site itself."""
    parents = {str(parent) for path in paths for parent in PurePosixPath(path).parents}
    return tuple(sorted(parents - {"."}))


def _read(raw: bytes | None) -> dict[str, Record]:
    try:
        listed = json.loads(raw or b"")
        outputs = listed["outputs"] if listed["format"] == FORMAT else {}
        records = {path: Record(str(said["key"]), str(said["digest"])) for path, said in outputs.items()}
    except (ValueError, RecursionError, KeyError, TypeError, AttributeError):
        return {}
    return records if all(map(is_safe, records)) else {}


def _digest_at(path: Path) -> str | None:
    data = _bytes(path)
    return None if data is None else digest_of(data)


def _bytes(path: Path) -> bytes | None:
    """The bytes of a plain file with the mode that we give; None for anything else."""
    try:
        file = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)  # a pipe is not waited for
        with os.fdopen(file, "rb") as reader:
            mode = os.fstat(file).st_mode
            return reader.read() if stat.S_ISREG(mode) and stat.S_IMODE(mode) == FILE_MODE else None
    except OSError:
        return None


def _walk(site: Path) -> tuple[set[str], dict[str, int]]:
    """The paths of all files, and the modes of all folders by path, the site itself being ''."""
    if not site.is_dir():
        return set(), {}
    files, folders = set(), {"": stat.S_IMODE(os.lstat(site).st_mode)}
    open_folders = [""]
    while open_folders:
        with os.scandir(site / open_folders.pop()) as entries:
            for entry in entries:
                path = Path(entry.path).relative_to(site).as_posix()
                if entry.is_dir(follow_symlinks=False):
                    folders[path] = stat.S_IMODE(entry.stat(follow_symlinks=False).st_mode)
                    open_folders.append(path)
                else:
                    files.add(path)
    return files, folders
