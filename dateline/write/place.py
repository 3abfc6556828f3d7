# SPDX-License-Identifier: MIT
"""Where a site may be published: never over content, nor over anything that dateline did not make."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from dateline.write.published import MANIFEST
from dateline.write.refusals import WriteError


def place(folder: Path, source: Path | None) -> Path:
    """The folder's real path, if a site may take its place."""
    wanted = Path(os.path.abspath(folder))  # noqa: PTH100  resolve() would follow a link at the end
    live = wanted.parent.resolve(strict=True) / wanted.name
    hint = "Choose another folder with --output."
    if live.is_symlink():
        reason = "is a symbolic link"
    elif live.exists() and not live.is_dir():
        reason = "is not a folder"
    elif live in {Path(live.anchor), Path(os.environ.get("HOME", "/")).resolve()}:
        reason = "is no folder to be replaced by a site"
    elif source is not None and source.resolve().is_relative_to(live):
        reason = "holds the content of the site"
    elif live.is_mount():
        reason = "is a mount point, so a whole new site cannot take its place"
    elif live.is_dir() and any(live.iterdir()) and not _is_file(live / MANIFEST):
        reason = "is not empty and was not made by dateline"
        hint = "Choose another folder with --output, or empty this one if nothing in it is needed."
    else:
        return live
    raise WriteError(f"cannot publish: '{folder}' {reason}", hint)


def _is_file(path: Path) -> bool:
    """Whether this is a file itself, and not a link to one."""
    try:
        return stat.S_ISREG(os.lstat(path).st_mode)
    except FileNotFoundError:
        return False
