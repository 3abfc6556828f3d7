# SPDX-License-Identifier: MIT
"""What is said when the machines, not the work, have failed."""

from __future__ import annotations


class WorkersError(Exception):
    """Workers could not be had or were lost: what is the matter, and what to do."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
