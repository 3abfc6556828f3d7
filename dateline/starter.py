# SPDX-License-Identifier: MIT
"""Reads what comes with dateline for new sites: files that each begins with, workflows and forms."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from dateline.engine import bundled
from dateline.handed_on import handed_on

SHARED = (".github", ".vscode")
"""Folders of dateline's own repository that a site has too."""


def own_files() -> dict[str, str]:
    """The files that every site begins with, by path, with `{{name}}` where the owner's words go."""
    return dict(texts(bundled("starter")))


def shared_files() -> dict[str, str]:
    """The workflows, forms and settings for editors that a site has from dateline's own repository."""
    found = {}
    for folder in SHARED:
        for name, text in texts(bundled(folder)):
            path = f"{folder}/{name}"
            changed = handed_on(path, text)
            if changed is not None:
                found[path] = changed
    return found


def texts(folder: Path) -> Iterator[tuple[str, str]]:
    """The files below a folder: path and text, sorted; none where there is no such folder."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield path.relative_to(folder).as_posix(), path.read_bytes().decode()
