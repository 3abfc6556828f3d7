# SPDX-License-Identifier: MIT
"""A site as it is at a revision of git, and the files beside its content that two states do not share.

Git is asked for names and bytes alone: no attribute, filter or hook of a repository takes part.
"""

from __future__ import annotations

import os
import stat
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

from dateline.ledger import NAME as LEDGER
from dateline.load import CONTENT
from dateline.own_basemap import NAME as BASEMAP

PARTS = (CONTENT, LEDGER, f"templates/{BASEMAP}")
"""What a check reads of a site."""

PLAIN_FILES = frozenset({"100644", "100755"})


class RevisionError(Exception):
    """There is no such revision, or no repository to have one."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


def git(folder: Path, *arguments: str, given: bytes = b"") -> bytes:
    """What git prints; raises RevisionError where it refuses."""
    command = ["git", "-C", str(folder), *arguments]
    done = subprocess.run(command, input=given, capture_output=True, check=False)  # noqa: S603  # no shell
    if done.returncode != 0:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise RevisionError(f"git {arguments[0]}: {said[-1] if said else 'refused'}")
    return done.stdout


def commit(folder: Path, revision: str) -> str:
    """The commit of a revision of the repository that a folder lies in."""
    try:
        found = git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    except RevisionError:
        hint = "name the folder of a site, or a commit, branch or tag of the repository that the site lies in"
        message = f"'{revision}' is neither the folder of a site nor a revision of its repository"
        raise RevisionError(message, hint) from None
    return found.decode().strip()


def is_site(folder: Path) -> bool:
    """Whether a path is the folder of a site."""
    return (folder / CONTENT).is_dir() or (folder / CONTENT).is_symlink()


def site_at(source: Path, revision: str, into: Path) -> Path:
    """Write what a check reads of the site in `source`, as it was at a revision, into a new folder."""
    into.mkdir(parents=True)
    files = files_at(source, commit(source, revision))
    asked = "".join(f"{blob}\n" for blob in files.values()).encode()
    for name, raw in zip(files, blobs(git(source, "cat-file", "--batch", given=asked)), strict=True):
        path = into / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(raw)
    return into


def files_at(source: Path, at: str) -> dict[str, str]:
    """The plain files that a check reads of a site at a commit: their paths in it, each with its blob."""
    prefix = git(source, "rev-parse", "--show-prefix").decode().removesuffix("\n")
    parts = [prefix + part for part in PARTS]
    found: dict[str, str] = {}
    for entry in split(git(source, "ls-tree", "-r", "-z", "--full-tree", at, "--", *parts)):
        head, _, name = entry.partition("\t")
        mode, _, blob = head.split(" ")
        path = name.removeprefix(prefix)
        if mode in PLAIN_FILES and ".." not in path.split("/"):  # a link leads to what may not be here
            found[path] = blob
    return found


def blobs(printed: bytes) -> Iterator[bytes]:
    """The bytes of each file in what `git cat-file --batch` prints."""
    at = 0
    while at < len(printed):
        end = printed.index(b"\n", at)
        size = int(printed[at:end].split(b" ")[2])
        yield printed[end + 1 : end + 1 + size]
        at = end + 1 + size + 1


def beside_content(base: Path, head: Path) -> tuple[str, ...]:
    """The files of two checkouts that are not the same, but for those of content; sorted.

    A folder that is no checkout may hold anything: with one, nothing is compared.
    """
    two = tracked(base), tracked(head)
    names = {*two[0], *two[1]} if all(two) else set()
    return tuple(sorted(name for name in outside(names) if read(base / name) != read(head / name)))


def beside_content_since(source: Path, base: str, head: str | None) -> tuple[str, ...]:
    """The files beside content that changed from one revision to another, or to what lies there now."""
    changed = ["diff", "--name-only", "-z", "--no-renames", "--no-ext-diff", "--no-textconv", "--relative"]
    names = split(git(source, *changed, commit(source, base), *([commit(source, head)] if head else [])))
    if head is None:
        names += split(git(source, "ls-files", "-z", "--others", "--exclude-standard"))
    return tuple(sorted(set(outside(names))))


def outside(names: Iterable[str]) -> Iterator[str]:
    """The names of files that are not in the content folder."""
    return (name for name in names if not name.startswith(f"{CONTENT}/"))


def tracked(folder: Path) -> list[str]:
    """The files of a checkout that git has, or would take; none where it is no checkout."""
    try:
        return split(git(folder, "ls-files", "-z", "--cached", "--others", "--exclude-standard"))
    except RevisionError:
        return []


def split(printed: bytes) -> list[str]:
    """The names that git prints with a zero byte behind each."""
    return [os.fsdecode(name) for name in printed.split(b"\0") if name]


def read(path: Path) -> tuple[str, bytes]:
    """What a file is and holds, as far as git would keep it; a link is not followed."""
    try:
        mode = path.lstat().st_mode
        if stat.S_ISLNK(mode):
            return "link", os.fsencode(path.readlink())
        if stat.S_ISREG(mode):
            return ("program" if mode & stat.S_IXUSR else "file"), path.read_bytes()
    except OSError:
        return "absent", b""
    return "other", b""
