# SPDX-License-Identifier: MIT
"""An output is one file of the site: a path, a key of all it is made from, and how to make it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import NamedTuple

from dateline.codes.site import OUTPUT_COLLISION, OUTPUT_PATH
from dateline.problems import Problem, in_reading_order, shown

# Letters of ASCII only: a file system may respell others, and Windows ends no name in a dot.
# It also keeps names for devices, whatever their extension:
# https://learn.microsoft.com/en-us/windows/win32/fileio/naming-a-file
DEVICE = r"(?i:con|prn|aux|nul|com\d|lpt\d)(?:[./]|\Z)"
SEGMENT = rf"(?!{DEVICE})[A-Za-z0-9_](?:[A-Za-z0-9._-]{{0,253}}[A-Za-z0-9_-])?"
PATH = re.compile(rf"{SEGMENT}(?:/{SEGMENT})*", re.ASCII)
NO_JEKYLL = ".nojekyll"
LONGEST = 1024


class Measure(NamedTuple):
    """What a file of the site says of itself: its size in bytes and its SHA-256, in hexadecimal digits."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Output:
    """One file of the site that is to be.

    `path` is relative to the site, with forward slashes. `key` is a digest of everything the bytes
    are made from, so that two outputs with one path and one key have the same bytes. `make` makes
    these bytes from `given`; a large site has so many outputs that no more than this is kept of each.

    `events` counts the events that are looked at for it, where these may be very many.

    An output that states the measures of others names their paths. It is made after them, and `make`
    gets the measures of those that there are, by path, after the rest; its key stands for theirs, too.
    """

    path: str
    key: str
    make: Callable[..., bytes]
    given: tuple[object, ...] = ()
    measures: tuple[str, ...] = ()
    events: int = 0

    def over(self, events: int) -> Output:
        """The same output, which looks at so many events."""
        return replace(self, events=events)

    def render(self, *more: object) -> bytes:
        """The bytes; not called when the last build has them already."""
        return self.make(*self.given, *more)


def is_safe(path: str) -> bool:
    """Whether a path can be published anywhere: relative, plain and free of hidden names."""
    return path == NO_JEKYLL or (len(path) <= LONGEST and PATH.fullmatch(path) is not None)


def folded(path: str) -> str:
    """The path as a file system sees it that knows neither capitals nor forms of accents."""
    if path.isascii():
        return path.lower()
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


def folders_of(paths: Iterable[str]) -> frozenset[str]:
    """Every folder that these paths lie in."""
    folders: set[str] = set()
    inner = {path.rpartition("/")[0] for path in paths}
    while inner := inner - folders - {""}:
        folders |= inner
        inner = {folder.rpartition("/")[0] for folder in inner}
    return frozenset(folders)


def collisions(outputs: Iterable[Output]) -> tuple[Problem, ...]:
    """Every unsafe path, every path planned twice, and every file where a folder has to be."""
    problems = []
    first: dict[str, str] = {}
    for path in sorted(output.path for output in outputs):
        if not is_safe(path):
            message = f"{shown(path)} cannot be the path of a published file"
            problems.append(Problem(path, 1, 1, OUTPUT_PATH, message, OUTPUT_PATH.says))
        whole = folded(path)
        if whole in first:
            problems.append(_collision(path, f"{shown(path)} is the same file as {shown(first[whole])}"))
        else:
            first[whole] = path
    for folder in sorted(folders_of(first) & first.keys()):
        problems += [
            _collision(path, f"{shown(first[folder])} is a file, and {shown(path)} lies in it")
            for whole, path in first.items()
            if whole.startswith(f"{folder}/")
        ]
    return in_reading_order(problems)


def _collision(path: str, message: str) -> Problem:
    return Problem(path, 1, 1, OUTPUT_COLLISION, message, "Rename one of the two things published here.")
