# SPDX-License-Identifier: MIT
"""Runs the command line as `python -m dateline`."""

import sys

from dateline.cli import main

if __name__ == "__main__":
    sys.exit(main())
