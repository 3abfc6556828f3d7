# SPDX-License-Identifier: MIT
"""A basemap that a site puts in place of the one that comes with dateline: templates/basemap.json."""

from __future__ import annotations

from pathlib import Path

from dateline.codes.site import BASEMAP
from dateline.maps.geojson import BasemapError, basemap_in
from dateline.problems import Problem

NAME = "basemap.json"
LARGEST = 40_000_000


def own_basemap(templates: Path) -> bytes | None:
    """The bytes of the file in a site's folder of templates, or None where there is no such file."""
    path = templates / NAME
    if path.is_symlink() or not path.is_file():
        return None
    return path.read_bytes()


def basemap_problems(source: Path) -> list[Problem]:
    """What is wrong with the basemap of the site in a folder."""
    try:
        raw = own_basemap(source / "templates")
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
