# SPDX-License-Identifier: MIT
"""Runs the command line, `dateline` or `python -m dateline`, which Ctrl-C ends in silence at any moment."""

import os
import signal
import sys
import threading
from collections.abc import Sequence
from typing import NoReturn

INTERRUPTED = 130


def main() -> NoReturn:
    """Run the command line of the process, and end it."""
    leave(run())


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command line, that of the process unless one is given, and return its exit code."""
    try:
        from dateline.cli import main  # which takes a while

        code = main(arguments)
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # nothing is left to be tidied up
    except KeyboardInterrupt:
        return INTERRUPTED
    return code


def leave(code: int) -> NoReturn:
    """End the process, and leave its memory to the system.

    To take a large site apart, one object after the other, takes longer than to check it. What is open is
    closed by then; where a thread still works, or nobody reads what is printed, the usual end is waited for.
    """
    if threading.active_count() == 1:
        try:
            sys.stdout.flush()
            sys.stderr.flush()
        except OSError:
            sys.exit(code)
        os._exit(code)
    sys.exit(code)


if __name__ == "__main__":
    main()
