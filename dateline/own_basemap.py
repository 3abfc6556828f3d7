# SPDX-License-Identifier: MIT
"""A basemap that a site puts in place of the one that comes with dateline: templates/basemap.json."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from pathlib import Path

from dateline.codes.site import BASEMAP
from dateline.language import Language
from dateline.maps.basemap import Basemap, world, world_in
from dateline.maps.geojson import BasemapError, basemap_in
from dateline.problems import Problem

NAME = "basemap.json"
LARGEST = 40_000_000


@dataclass(frozen=True)
class Ground:
    """What maps are drawn on: the bytes of the site's own file, or None for what comes with dateline."""

    raw: bytes | None

    @cached_property
    def key(self) -> str:
        """A digest of it."""
        return blake2b(self.raw or b"", digest_size=16).hexdigest()

    @cached_property
    def basemap(self) -> Basemap:
        """The shapes; raises BasemapError where the site's own file is broken."""
        return world() if self.raw is None else basemap_in(self.raw)

    def named_in(self, language: Language) -> Basemap:
        """The shapes, the countries that come with dateline named in a language that has a catalogue."""
        return world_in(language.code) if self.raw is None and language.has_catalogue else self.basemap


def ground(folders: Iterable[Path]) -> Ground:
    """What the first folder of templates says that maps are drawn on."""
    for folder in folders:
        path = folder / NAME
        if path.is_file() and not path.is_symlink():
            return Ground(path.read_bytes())
    return Ground(None)


def basemap_problems(source: Path) -> list[Problem]:
    """What is wrong with the basemap of the site in a folder."""
    try:
        raw = ground([source / "templates"]).raw
    except OSError as error:
        return [problem(f"it cannot be read: {error.strerror}")]
    if raw is None:
        return []
    if len(raw) > LARGEST:
        return [problem(f"it has more than {LARGEST // 1_000_000} MB", "simplify its lines")]
    try:
        basemap_in(raw)
    except BasemapError as error:
        return [problem(error.message, error.hint)]
    return []


def problem(message: str, hint: str = "") -> Problem:
    """Something wrong with the file as a whole."""
    return Problem(f"templates/{NAME}", 1, 1, BASEMAP, message, hint or BASEMAP.says)
