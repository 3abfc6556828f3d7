# SPDX-License-Identifier: MIT
"""What the machine or the folder refuses, in words: what is the matter, and what to do."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

NO_SPACE = {errno.ENOSPC, errno.EDQUOT}
MEGABYTE = 1_000_000


class WriteError(Exception):
    """The machine or the folder does not allow publishing: what is the matter, and what to do."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


@contextmanager
def in_words(live: Path, staged: int = 0, more: int = 0) -> Iterator[None]:
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
