# SPDX-License-Identifier: MIT
"""Runs the command line, `dateline` or `python -m dateline`, which Ctrl-C ends in silence at any moment."""

import signal
import sys
from collections.abc import Sequence

INTERRUPTED = 130


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command line, that of the process unless one is given, and return its exit code."""
    try:
        from dateline.cli import main  # which takes a while

        code = main(arguments)
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # nothing is left to be tidied up
    except KeyboardInterrupt:
        return INTERRUPTED
    return code


if __name__ == "__main__":
    sys.exit(run())
