# SPDX-License-Identifier: MIT
"""The spare, where the next site is made, cut back to what can stay in it.

Whatever lies there, from the last build or from anybody else, one thing alone is relied upon: a file
that is the same inode as the one at the same path of the published site is that file.
"""

from __future__ import annotations

import errno
import os
import shutil
import stat
from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from dateline.write.lasting import FOLDER_MODE, create_folder


@dataclass(slots=True)
class Spare:
    """A folder, and by their paths in it: files and folders that are right, and folders we changed.

    The folder itself has the path ''.
    """

    folder: str
    files: set[str] = field(default_factory=set)
    folders: set[str] = field(default_factory=set)
    stirred: set[str] = field(default_factory=set)


def cut_back(folder: str, inodes: Mapping[str, int], folders: Collection[str]) -> Spare:
    """Remove all but the files that have these inodes and these folders; make the folder if need be."""
    spare = Spare(folder)
    try:
        _cut_back(spare, inodes, folders)
    except OSError:  # it is not there, or in a state that no build leaves it in
        shutil.rmtree(folder, ignore_errors=True)
        with suppress(OSError):
            Path(folder).unlink()  # a file or a link is in its place
        create_folder(folder)
        spare = Spare(folder, folders={""}, stirred={""})
    return spare


def _cut_back(spare: Spare, inodes: Mapping[str, int], folders: Collection[str]) -> None:
    device = Path(spare.folder).parent.lstat().st_dev
    needless = []
    waiting = [""]
    while waiting:
        inside = waiting.pop()
        folder = f"{spare.folder}/{inside}" if inside else spare.folder
        found = os.lstat(folder)
        if found.st_dev != device or not stat.S_ISDIR(found.st_mode):  # numbers of inodes would say nothing
            raise OSError(errno.EXDEV, os.strerror(errno.EXDEV), folder)
        if stat.S_IMODE(found.st_mode) != FOLDER_MODE:
            Path(folder).chmod(FOLDER_MODE)
            spare.stirred.add(inside)
        if not inside or inside in folders:
            spare.folders.add(inside)
        else:
            needless.append(inside)
        wrong = []
        with os.scandir(folder) as entries:
            for entry in entries:
                path = f"{inside}/{entry.name}" if inside else entry.name
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(path)
                elif inodes.get(path) == entry.inode():
                    spare.files.add(path)
                else:
                    wrong.append(path)
        for path in wrong:
            os.unlink(f"{spare.folder}/{path}")  # noqa: PTH108  there may be many, and a Path costs more
            spare.stirred.add(inside)
    for inside in reversed(needless):
        Path(spare.folder, inside).rmdir()
        spare.stirred.add(inside.rpartition("/")[0])
    spare.stirred &= spare.folders
