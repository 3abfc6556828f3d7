# SPDX-License-Identifier: MIT
"""Gives memory that this process has let go of back to the system.

The allocator of the GNU C library keeps what lies between pieces that are still in use: after a large
archive was read, as much again as half of it.
"""

from __future__ import annotations

import ctypes


def give_back() -> None:
    """Give it back, where the system's library can be asked to."""
    try:
        trim = ctypes.CDLL(None).malloc_trim  # https://man7.org/linux/man-pages/man3/malloc_trim.3.html
    except (AttributeError, OSError, TypeError):  # another library, or Windows, which has no name for it
        return
    trim(0)
