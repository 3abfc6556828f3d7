# SPDX-License-Identifier: MIT
"""Turns the workflows and forms of dateline's own repository into those of a site that only uses it.

There is one source of them: what is mended here is mended in every new site.
"""

from __future__ import annotations

import re

OWN = frozenset(f".github/workflows/{name}.yml" for name in ("audit", "release", "test"))
"""What tests and publishes the program, and is of no use where there is none."""

MADE = "# Made by `dateline issue-form` "
"""So begins what is made from the words of one site, and would be wrong on another."""

CHANGES = (
    (re.compile(r"python (?:[\w./-]*/)?build\.py\b"), "dateline"),
    (re.compile(r"--require-hashes (?=.*requirements\.lock)"), ""),
    (re.compile(r"requirements\.lock"), "requirements.txt"),
    (re.compile(r"docs/issues-to-events\.md"), "README.md"),
    (re.compile(r"Install the [a-z ]*libraries[a-z ]*"), "Install dateline"),
)
"""A checkout runs the program from its folder, a site the one that its requirements name.

pip asks for the hash of every library as soon as `requirements.txt` holds one.
"""


def handed_on(path: str, text: str) -> str | None:
    """The text of a file below .github as a new site has it, or None where it has none."""
    if path in OWN or text.startswith(MADE):
        return None
    for pattern, words in CHANGES:
        text = pattern.sub(words, text)
    return text
