# SPDX-License-Identifier: MIT
"""A new site's folder, made whole or not at all."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import mkdtemp

from dateline.write.lasting import FOLDER_MODE, create
from dateline.write.refusals import WriteError

MAY_BE_THERE = frozenset({".git"})
"""What a new site may be put beside: an empty repository that was cloned is where many begin."""

MOST_NAMED = 10


def found(folder: Path, files: Mapping[str, bytes], sound: Callable[[Path], bool]) -> bool:
    """Make a site of these files in a new or empty folder, if they are sound; whether they were.

    `files` maps a path to its bytes. `sound` is shown the whole site in a folder beside, before anything
    is in its place. Whatever ends this early, the folder is then as it was.
    """
    refuse_what_is_in_the_way(folder)
    made = make_folders(folder)
    placed: list[Path] = []
    staged = Path(mkdtemp(prefix=".dateline-", dir=folder))
    done = False
    try:
        staged.chmod(FOLDER_MODE)
        write(staged, files)
        if sound(staged):
            for path in sorted(staged.iterdir()):
                placed.append(folder / path.name)
                path.rename(folder / path.name)
            done = True
    finally:
        shutil.rmtree(staged, ignore_errors=True)
        if not done:
            take_back(placed, made)
    return done


def refuse_what_is_in_the_way(folder: Path) -> None:
    """Raise WriteError where there is anything that a new site could overwrite or be mixed up with."""
    if not folder.exists() and not folder.is_symlink():
        return
    if not folder.is_dir():
        raise WriteError(f"'{folder}' is not a folder", "Choose another name.")
    there = sorted(path.name for path in folder.iterdir() if path.name not in MAY_BE_THERE)
    if there:
        more = f" and {len(there) - MOST_NAMED} more" if len(there) > MOST_NAMED else ""
        named = ", ".join(f"'{name}'" for name in there[:MOST_NAMED])
        raise WriteError(
            f"'{folder}' is not empty: {named}{more}; nothing was written",
            "Choose another folder, or empty this one if nothing in it is needed.",
        )


def make_folders(folder: Path) -> list[Path]:
    """Make the folder and those above it that are not there; those that were made, the deepest first."""
    missing = [path for path in (folder, *folder.parents) if not path.exists()]
    for path in reversed(missing):
        path.mkdir(mode=FOLDER_MODE)
    return missing


def write(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write new files below a folder."""
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
        create(str(path), data)


def take_back(placed: list[Path], made: list[Path]) -> None:
    """Remove what was put in place, then the folders that were made for it."""
    for path in placed:
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)
    for folder in made:
        folder.rmdir()
