# SPDX-License-Identifier: MIT
"""Files of a site's content, written whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from dateline.ending import undisturbed
from dateline.write.lasting import create, make_last


def save_new(path: Path, text: str) -> None:
    """Write a file that is not there yet, and the folders on the way; raises FileExistsError if it is."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with beside({path: text}) as made:
        try:
            os.link(made[path], path)  # unlike a rename, this never takes the place of a file
        except FileExistsError:
            raise
        except OSError:  # a file system without second names
            create(str(path), text.encode())


def save(path: Path, text: str) -> None:
    """Write a file anew in place of the one that is there, with its mode; links are not followed."""
    with beside({path: text}) as made:
        replace(path, made[path])


def save_all(texts: Mapping[Path, str]) -> None:
    """Write many files, new or anew, and the folders on the way; none takes its place before all are made."""
    for folder in {path.parent for path in texts}:
        folder.mkdir(parents=True, exist_ok=True)
    with beside(texts) as made:
        for path, at in made.items():
            if path.exists():
                replace(path, at)
            else:
                at.rename(path)


def replace(path: Path, made: Path) -> None:
    """Let a file take the place and the mode of one that is there; raises FileNotFoundError if it is not."""
    made.chmod(path.lstat().st_mode & 0o777)
    made.rename(path)


@contextmanager
def beside(texts: Mapping[Path, str]) -> Iterator[dict[Path, Path]]:
    """A file with each text next to where it belongs, under a name that nobody reads; gone in the end."""
    made = {path: path.with_name(f".{path.name}.{os.getpid()}.tmp") for path in texts}
    with undisturbed():
        try:
            for path, at in made.items():
                create(str(at), texts[path].encode())
            make_last([str(at) for at in made.values()])
            yield made
            make_last({str(path.parent) for path in made})
        finally:
            for at in made.values():
                at.unlink(missing_ok=True)
