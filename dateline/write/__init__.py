# SPDX-License-Identifier: MIT
"""Publishing puts a whole new site in the place of the old one, in one step or not at all.

The new site grows in `.NAME.tmp` beside the folder NAME, which is never written into:

    .NAME.tmp/pid    who is building; the folder itself is locked while a build runs
    .NAME.tmp/new    the new site; after the exchange, the old one on its way out
    .NAME.tmp/old    the old site, and only where the system cannot exchange two folders

On Linux the two sites change places in one system call. Elsewhere the old one is renamed aside
first; a kill between these two renames leaves no site, and the next build puts the old one back.

A file of the old site is linked into the new one when its output has the same key and its bytes
still have the digest noted in the manifest. For a moment two trees then share the file. That is
safe, because published files are never written to again, only replaced or unlinked.
"""

from __future__ import annotations

import errno
import fcntl
import os
import shutil
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from dateline.output import Output, collisions
from dateline.write.exchanging import exchange, put_back
from dateline.write.published import (
    FILE_MODE,
    FOLDER_MODE,
    MANIFEST,
    Published,
    Record,
    digest_of,
    folders_of,
    manifest,
    survey,
)

NO_SPACE = {errno.ENOSPC, errno.EDQUOT}
MEGABYTE = 1_000_000


class WriteError(Exception):
    """The machine or the folder does not allow publishing: what is the matter, and what to do."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Written:
    """The paths of a published site, sorted, by what became of each since the last one."""

    changed: tuple[str, ...]
    unchanged: tuple[str, ...]
    removed: tuple[str, ...]


def publish(outputs: Iterable[Output], folder: Path, *, source: Path | None = None) -> Written:
    """Make `folder` the site of these outputs; raise `WriteError` and leave it alone if that fails.

    An output whose key and bytes are those of the published site is not rendered. When all are,
    nothing is written. `source` is the folder of the site's content, which is never overwritten.
    What an output's `render` raises is passed on, with the published site as it was.
    """
    plan = sorted(outputs, key=lambda output: output.path)
    if problems := collisions(plan):
        raise ValueError(problems[0].message)
    with _told(folder):
        live = _place(folder, source)
    with _desk(live) as desk:
        with _told(live):
            old = survey(live)
        if old.foreign:
            message = f"cannot publish: '{folder}' holds files that dateline did not write: "
            raise WriteError(
                message + ", ".join(old.foreign[:3]), "Move them elsewhere; they would be lost here."
            )
        if old.exact and {path: record.key for path, record in old.records.items()} == _keys(plan):
            return Written((), tuple(old.records), ())
        records = _stage(plan, old, live, desk / "new")
        with _told(live):
            exchange(desk / "new", live, desk / "old")
            with suppress(OSError):  # it is published: a power cut now may bring back the old site, whole
                _sync(live.parent)
                _sync(desk)
    unchanged = {
        path for path in old.intact & records.keys() if records[path].digest == old.records[path].digest
    }
    return Written(
        changed=tuple(sorted(records.keys() - unchanged)),
        unchanged=tuple(sorted(unchanged)),
        removed=tuple(sorted(old.records.keys() - records.keys())),
    )


def _keys(plan: Iterable[Output]) -> dict[str, str]:
    return {output.path: output.key for output in plan}


def _place(folder: Path, source: Path | None) -> Path:
    """The folder's real path, if a site may take its place."""
    wanted = Path(os.path.abspath(folder))  # noqa: PTH100  resolve() would follow a link at the end
    live = wanted.parent.resolve(strict=True) / wanted.name
    hint = "Choose another folder with --output."
    if live.is_symlink():
        reason = "is a symbolic link"
    elif live.exists() and not live.is_dir():
        reason = "is not a folder"
    elif live in {Path(live.anchor), Path(os.environ.get("HOME", "/")).resolve()}:
        reason = "is no folder to be replaced by a site"
    elif source is not None and source.resolve().is_relative_to(live):
        reason = "holds the content of the site"
    elif live.is_mount():
        reason = "is a mount point, so a whole new site cannot take its place"
    elif live.is_dir() and any(live.iterdir()) and not _is_file(live / MANIFEST):
        reason = "is not empty and was not made by dateline"
        hint = "Choose another folder with --output, or empty this one if nothing in it is needed."
    else:
        return live
    raise WriteError(f"cannot publish: '{folder}' {reason}", hint)


def _is_file(path: Path) -> bool:
    """Whether this is a file itself, and not a link to one."""
    try:
        return stat.S_ISREG(os.lstat(path).st_mode)
    except FileNotFoundError:
        return False


@contextmanager
def _told(live: Path, staged: int = 0, more: int = 0) -> Iterator[None]:
    """Turn what the system refuses into words; `staged` and `more` count bytes of the new site."""
    try:
        yield
    except OSError as error:
        detail, hint = f": '{error.filename}'" if error.filename else "", ""
        if error.errno in NO_SPACE:
            free = shutil.disk_usage(live.parent).free + staged
            detail = f" (needs at least {_size(staged + more)}, {_size(free)} free)"
            hint = "Free some space, or choose a folder on another disk with --output."
        elif error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
            hint = f"Check who may write in '{live.parent}', or choose another folder with --output."
        elif error.errno == errno.ENOENT:
            hint = "Make this folder first, or check its spelling."
        raise WriteError(
            f"cannot publish: {error.strerror}{detail}; the site was not touched", hint
        ) from error


def _size(count: int) -> str:
    """A number of bytes for a reader, rounded up to whole kB or MB."""
    return f"{-(-count // MEGABYTE)} MB" if count > MEGABYTE else f"{-(-count // 1000)} kB"


@contextmanager
def _desk(live: Path) -> Iterator[Path]:
    """The folder beside the live one where the new site grows, ours alone until we are done."""
    desk = live.with_name(f".{live.name}.tmp")
    with _told(live):
        lock = _lock(desk)
    try:
        with _told(live):
            _clear(desk, live)
            _create(desk / "pid", b"%d" % os.getpid())
        yield desk
    finally:
        with suppress(OSError):  # what stays behind is removed by the next build
            _clear(desk, live)
            desk.rmdir()
        os.close(lock)


def _lock(desk: Path) -> int:
    """Make and lock the folder; the lock ends with this process, however that ends."""
    while True:
        with suppress(FileExistsError):
            desk.mkdir(0o700)
        with suppress(FileNotFoundError):  # a build that ends now has removed it: again
            lock = os.open(desk, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                if os.path.samestat(os.fstat(lock), desk.stat()):
                    return lock
            except BlockingIOError as error:
                os.close(lock)
                raise WriteError(
                    f"another build is running{_owner(desk)}", "Wait for its end, or stop it."
                ) from error
            except BaseException:
                os.close(lock)
                raise
            os.close(lock)


def _owner(desk: Path) -> str:
    try:
        return f" (pid {int((desk / 'pid').read_bytes())})"
    except (OSError, ValueError):
        return ""


def _clear(desk: Path, live: Path) -> None:
    """Put back an old site that was left aside, and remove the remains of a build."""
    if (desk / "old" / MANIFEST).exists():
        put_back(desk / "old", live)
    shutil.rmtree(desk / "new", ignore_errors=True)
    shutil.rmtree(desk / "old", ignore_errors=True)
    (desk / "pid").unlink(missing_ok=True)


def _stage(plan: Iterable[Output], old: Published, live: Path, new: Path) -> dict[str, Record]:
    """Make the whole new site in `new` and bring it safely to the disk."""
    records: dict[str, Record] = {}
    fresh: list[Path] = []
    size = 0
    with _told(live):
        _make_folder(new)
    for output in plan:
        was = old.records[output.path] if output.path in old.intact else None
        if was is not None and was.key == output.key:
            data, records[output.path] = None, was
        else:
            data = output.render()
            records[output.path] = Record(output.key, digest_of(data))
        target = new / output.path
        with _told(live, size, len(data or b"")):
            _make_folder(target.parent)
            if was is not None and was.digest == records[output.path].digest:
                fresh += _reuse(live / output.path, target)
            elif data is not None:
                _create(target, data)
                fresh.append(target)
        size += len(data or b"")
    with _told(live, size):
        _create(new / MANIFEST, manifest(records))
        for path in (*fresh, new / MANIFEST, *(new / folder for folder in folders_of(records)), new):
            _sync(path)
    return records


def _make_folder(folder: Path) -> None:
    """Make a folder and those it lies in, with our mode and not that of the process."""
    if not folder.is_dir():
        if not folder.parent.is_dir():
            _make_folder(folder.parent)
        folder.mkdir()
        folder.chmod(FOLDER_MODE)


def _reuse(old: Path, target: Path) -> tuple[Path, ...]:
    """Take over a published file; the paths that this wrote: none, or one where there are no links."""
    try:
        os.link(old, target, follow_symlinks=False)
    except OSError:
        _create(target, old.read_bytes())
        return (target,)
    return ()


def _create(path: Path, data: bytes) -> None:
    """Write a file that is not there yet."""
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, FILE_MODE)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(file, rest) :]
        os.fchmod(file, FILE_MODE)
    finally:
        os.close(file)


def _sync(path: Path) -> None:
    """Wait until a file, or the names in a folder, would outlive a power cut."""
    file = os.open(path, os.O_RDONLY | os.O_NOFOLLOW)
    try:
        os.fsync(file)
    finally:
        os.close(file)
