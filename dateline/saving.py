# SPDX-License-Identifier: MIT
"""Single files of a site's content, written whole or not at all."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from dateline.write.lasting import create, sync


def save_new(path: Path, text: str) -> None:
    """Write a file that is not there yet, and the folders on the way; raises FileExistsError if it is."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with beside(path, text) as made:
        try:
            os.link(made, path)  # unlike a rename, this never takes the place of a file
        except FileExistsError:
            raise
        except OSError:  # a file system without second names
            create(str(path), text.encode())


def save(path: Path, text: str) -> None:
    """Write a file anew in place of the one that is there, with its mode; links are not followed."""
    mode = path.lstat().st_mode
    with beside(path, text) as made:
        made.chmod(mode & 0o777)
        made.rename(path)


@contextmanager
def beside(path: Path, text: str) -> Iterator[Path]:
    """A file with the text next to where it belongs, under a name that nobody reads; gone in the end."""
    made = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    with undisturbed():
        try:
            create(str(made), text.encode())
            sync(str(made))
            yield made
            sync(str(path.parent))
        finally:
            with suppress(FileNotFoundError):
                made.unlink()


@contextmanager
def undisturbed() -> Iterator[None]:
    """Let Ctrl-C and a request to end wait for some milliseconds: tidying up can be interrupted too."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, ())
    try:
        signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGINT, signal.SIGTERM))
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
