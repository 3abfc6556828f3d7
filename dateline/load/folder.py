# SPDX-License-Identifier: MIT
"""Files of a site's folder, listed and read without following a link or waiting for a pipe."""

from __future__ import annotations

import errno
import os
import stat
from dataclasses import dataclass
from pathlib import Path

from dateline.codes.reading import CHANGED, FILE_KIND, SYMLINK, UNREADABLE
from dateline.document.decoding import too_big
from dateline.load.filenames import printable
from dateline.problems import Problem
from dateline.states import State, state_of

_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC
# Without O_NONBLOCK, opening a named pipe waits until somebody writes to it.
_FILE = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC

_IGNORED_NAMES = frozenset({"thumbs.db", "desktop.ini", "license", "license.md", "readme.md"})
_KINDS = {
    stat.S_IFIFO: "a named pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFBLK: "a device",
    stat.S_IFCHR: "a device",
    stat.S_IFDIR: "a folder",
}


@dataclass(frozen=True, slots=True)
class File:
    """A plain file: its path below the site's folder, with forward slashes, and its state."""

    path: str
    state: State

    @property
    def size(self) -> int:
        """Its size in bytes."""
        return self.state.size


@dataclass(frozen=True, slots=True)
class Listing:
    """The files below a folder, sorted by path, and what could not be listed."""

    files: tuple[File, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Folder:
    """A site's folder. It may itself be reached through links; nothing below it may."""

    root: Path

    def listing(self, under: str) -> Listing | None:
        """Every file below `under` but hidden ones and editors' backups; None if there is no such folder."""
        files: list[File] = []
        problems: list[Problem] = []
        try:
            mode = os.lstat(self.root / under).st_mode
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as error:
            return Listing((), (_refused(under, error),))
        if not stat.S_ISDIR(mode):
            return Listing((), (_wrong_kind(under, mode),))
        waiting = [under]
        while waiting:
            path = waiting.pop()
            try:
                self._list_one(path, files, waiting, problems)
            except OSError as error:
                problems.append(_refused(path, error))
        return Listing(tuple(sorted(files, key=lambda file: file.path)), tuple(problems))

    def read(self, path: str, limit: int) -> bytes | Problem:
        """The bytes of a file, or why they are not to be had; `limit` is in bytes."""
        try:
            descriptor = self._open(path, _FILE)
        except OSError as error:
            return _refused(path, error)
        with open(descriptor, "rb") as file:  # noqa: PTH123 - Path.open takes no descriptor
            try:
                before = os.fstat(descriptor)
                if not stat.S_ISREG(before.st_mode):
                    return _wrong_kind(path, before.st_mode)
                if before.st_size > limit:
                    return too_big(printable(path), before.st_size, limit)
                raw = file.read(limit + 1)
                after = os.fstat(descriptor)
            except OSError as error:
                return _refused(path, error)
        if len(raw) != after.st_size or before.st_mtime_ns != after.st_mtime_ns:
            return _changed(path)
        return raw

    def _list_one(self, path: str, files: list[File], folders: list[str], problems: list[Problem]) -> None:
        """Sort the entries of one folder into files, folders and problems."""
        descriptor = self._open(path, _FOLDER | os.O_NOFOLLOW)
        try:
            with os.scandir(descriptor) as entries:
                for entry in entries:
                    if _is_ignored(entry.name):
                        continue
                    inner = f"{path}/{entry.name}"
                    status = entry.stat(follow_symlinks=False)
                    if stat.S_ISREG(status.st_mode):
                        files.append(File(inner, state_of(status)))
                    elif stat.S_ISDIR(status.st_mode):
                        folders.append(inner)
                    else:
                        problems.append(_wrong_kind(inner, status.st_mode))
        finally:
            os.close(descriptor)

    def _open(self, path: str, flags: int) -> int:
        """Open a path step by step, so that no folder on the way can be a link."""
        *folders, name = path.split("/")
        current = os.open(self.root, _FOLDER)
        try:
            for folder in folders:
                inner = os.open(folder, _FOLDER | os.O_NOFOLLOW, dir_fd=current)
                os.close(current)
                current = inner
            return os.open(name, flags, dir_fd=current)
        finally:
            os.close(current)


def _is_ignored(name: str) -> bool:
    backup = name.endswith("~") or (name.startswith("#") and name.endswith("#"))
    return name.startswith(".") or backup or name.lower() in _IGNORED_NAMES


def _wrong_kind(path: str, mode: int) -> Problem:
    if stat.S_ISLNK(mode):
        hint = "put the file itself here"
        return Problem(printable(path), 1, 1, SYMLINK, "links are not followed", hint)
    kind = _KINDS.get(stat.S_IFMT(mode), "a file")
    hint = "content is made of plain files and folders"
    return Problem(printable(path), 1, 1, FILE_KIND, f"this is {kind}, which is not what belongs here", hint)


def _refused(path: str, error: OSError) -> Problem:
    if error.errno == errno.ELOOP:
        return _wrong_kind(path, stat.S_IFLNK)
    # A file listed a moment ago, or a folder on the way to it, is gone or has become something else.
    if error.errno in {errno.ENOENT, errno.ENOTDIR, errno.ENXIO}:
        return _changed(path)
    reason = "permission denied" if isinstance(error, PermissionError) else os.strerror(error.errno or 0)
    hint = "give yourself leave to read it, or move it away"
    return Problem(printable(path), 1, 1, UNREADABLE, f"this cannot be read: {reason}", hint)


def _changed(path: str) -> Problem:
    return Problem(printable(path), 1, 1, CHANGED, "changed while reading", "run the command again")
