# SPDX-License-Identifier: MIT
"""What of the program itself decides how a site turns out, as one short text.

The version number is not enough: between two releases the code, the templates and the packages
that we stand on change while it stays the same.
"""

from __future__ import annotations

import sys
from functools import cache
from hashlib import blake2b
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from dateline import __version__

PACKAGES = (
    "Babel",
    "fontpkg-ibm-plex-sans-arabic",
    "fontpkg-noto-sans",
    "Jinja2",
    "Markdown",
    "MarkupSafe",
    "nh3",
    "pillow",
    "pydantic",
    "pydantic-core",
    "PyYAML",
    "tzdata",
)
SUFFIXES = frozenset({".py", ".po", ".gz", ".json", ".txt"})
NOT_ENGINE = frozenset({"templates", "starter", ".github", ".vscode"})
"""What lies beside the code and says nothing about how a site turns out, or has keys of its own."""


@cache
def engine() -> str:
    """A digest of this package's files, of the versions it runs on, and of Python's."""
    found = blake2b(digest_size=16)
    parts = [__version__, f"{sys.version_info[0]}.{sys.version_info[1]}", *map(version_of, PACKAGES)]
    found.update("\0".join(parts).encode())
    for path in files():
        raw = path.read_bytes()
        found.update(f"\0{path.name} {len(raw)} ".encode())
        found.update(raw)
    return found.hexdigest()


def files() -> list[Path]:
    """The files of this package that take part, in the same order on every machine.

    Templates do not: the key of each page names those that it is made from.
    """
    root = Path(__file__).parent
    return sorted(
        (
            path
            for path in root.rglob("*")
            if path.suffix in SUFFIXES and path.relative_to(root).parts[0] not in NOT_ENGINE
        ),
        key=lambda path: path.relative_to(root).as_posix(),
    )


def templates() -> Path:
    """The folder of the templates that come with dateline."""
    return bundled("templates")


def bundled(name: str) -> Path:
    """A folder that comes with dateline: inside the package, or beside it in a checkout."""
    inside = Path(__file__).parent / name
    return inside if inside.is_dir() else Path(__file__).parent.parent / name


def version_of(package: str) -> str:
    """The version of a package, or nothing where it is not installed."""
    try:
        return version(package)
    except PackageNotFoundError:
        return ""
