# SPDX-License-Identifier: MIT
"""The desk: the folder beside the published site where the next one is made, by one build at a time."""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from dateline.ending import undisturbed
from dateline.write.exchanging import put_back
from dateline.write.lasting import create
from dateline.write.published import MANIFEST
from dateline.write.refusals import WriteError, in_words


@contextmanager
def desk_beside(live: Path, *, keep: bool) -> Iterator[Path]:
    """The desk, ours alone until we are done; with `keep` it is left with the spare in it.

    A build that was killed left its number here. Its spare may not have reached the disk whole, so
    it is not kept; nor is the spare of a build that fails, which may have filled the disk.
    """
    desk = live.with_name(f".{live.name}.tmp")
    with undisturbed() as heard:
        with in_words(live):
            lock = _lock(desk)
        try:
            with heard():
                with in_words(live):
                    clear(desk, live, keep=keep and not (desk / "pid").exists())
                    (desk / "pid").unlink(missing_ok=True)
                    create(f"{desk}/pid", b"%d" % os.getpid())
                yield desk
        except BaseException:
            with suppress(OSError):  # what stays behind is removed by the next build
                clear(desk, live, keep=False)
            raise
        finally:
            with suppress(OSError):
                (desk / "pid").unlink(missing_ok=True)
                desk.rmdir()
            os.close(lock)


def clear(desk: Path, live: Path, *, keep: bool) -> None:
    """Put back an old site that was left aside, and remove the remains of a build but for the spare."""
    if (desk / "old" / MANIFEST).exists():
        put_back(desk / "old", live)
    if keep and not (desk / "spare").exists():
        with suppress(OSError):
            (desk / "old").rename(desk / "spare")
    shutil.rmtree(desk / "old", ignore_errors=True)
    if not keep:
        shutil.rmtree(desk / "spare", ignore_errors=True)


def is_tidy(desk: Path, *, keep: bool) -> bool:
    """Whether nothing is left of a build that is over: no desk or, with `keep`, the spare alone."""
    try:
        return [path.name for path in desk.iterdir()] == ["spare"] and keep
    except FileNotFoundError:
        return True


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
