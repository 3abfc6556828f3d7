# SPDX-License-Identifier: MIT
"""dateline turns a folder of sourced incidents into a chronological website."""

__version__ = "0.1.0"
