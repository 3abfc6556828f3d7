# SPDX-License-Identifier: MIT
"""A new folder takes the place of an old one, in one step where the system can do that."""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from pathlib import Path

RENAME_EXCHANGE = 2  # linux/fs.h; see renameat2(2)
AT_FDCWD = -100  # linux/fcntl.h
NO_EXCHANGE = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP}


def exchange(new: Path, live: Path, aside: Path) -> None:
    """Put `new` at `live`; the old folder is then at `new`, at `aside`, or was empty and is gone.

    Where two folders cannot be exchanged in one step, the old one is renamed to `aside` first. Only
    a kill between the two renames leaves nothing at `live`; then `put_back` is what mends it.
    """
    if not live.exists() or not any(live.iterdir()):
        new.rename(live)
    elif not swap(new, live):
        try:
            live.rename(aside)
            new.rename(live)
        except BaseException:
            put_back(aside, live)
            raise


def put_back(aside: Path, live: Path) -> None:
    """Give a folder that was renamed aside its place again, unless that is taken."""
    if aside.exists() and not live.exists():
        aside.rename(live)


def swap(one: Path, other: Path) -> bool:
    """Let two folders change names in one step; False where the system cannot."""
    call = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if call is None or not sys.platform.startswith("linux"):
        return False
    if call(AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other), RENAME_EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in NO_EXCHANGE:
        return False
    raise OSError(number, os.strerror(number), str(other))
