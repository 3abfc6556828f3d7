# SPDX-License-Identifier: MIT
"""The door of Pagefind, which reads the pages of a site and makes an index that browsers search.

It is run as a command: two runs over the same pages name their files differently, so nothing that it
makes belongs to what is the same on every machine.
"""

from __future__ import annotations

import os
import shutil
import sys
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from dateline.engine import version_of

PACKAGES = ("pagefind_bin_extended", "pagefind_bin")
PROGRAMS = ("pagefind_extended", "pagefind")
PAGES = "{events,??/events,???/events,??-*/events,???-*/events}/*.html"
"""What is read: a page of an event, in whichever language and no embed; of other pages nothing is found."""

NEEDED = ("pagefind.js", "pagefind-entry.json", "*.pf_meta", "wasm.*.pagefind", "*/*.pf_*")
"""What a browser asks for; Pagefind also brings boxes and styles of its own."""

LONGEST_S = 900
"""Seconds after which Pagefind is stopped: a hundred times what 10,000 pages take."""

MOST_SAID = 300
"""So many characters of what Pagefind says are repeated."""


class NoIndex(Exception):  # noqa: N818  # it names what is the matter
    """Pagefind made no index; the text says why."""


@cache
def command() -> tuple[str, ...] | None:
    """How Pagefind is called here, with what tells its versions apart; None where it is not installed."""
    for package in PACKAGES:
        if find_spec(package):
            return (sys.executable, "-m", package)
    found = next(filter(None, map(shutil.which, PROGRAMS)), None)
    return (found,) if found else None


def version() -> list[object]:
    """What tells one Pagefind from another; nothing where there is none."""
    called = command()
    if called is None:
        return []
    if len(called) > 1:
        return [called[-1], version_of(called[-1].replace("_", "-"))]
    state = Path(called[0]).stat()
    return [state.st_size, state.st_mtime_ns]


def index(site: Path) -> dict[str, bytes]:
    """The files of an index of the site's event pages, by their path in a folder of their own."""
    from tempfile import TemporaryDirectory

    try:
        with TemporaryDirectory(prefix="dateline-") as folder:  # what an earlier run left would stay in it
            made = Path(folder, "index")
            run(site.resolve(), made)
            paths = {path for pattern in NEEDED for path in made.glob(pattern)}
            return {path.relative_to(made).as_posix(): path.read_bytes() for path in sorted(paths)}
    except OSError as error:
        raise NoIndex(f"Pagefind could not do its work: {error.strerror}") from error


def run(site: Path, made: Path) -> None:
    """Run Pagefind where it finds no settings but these."""
    import subprocess

    called = command()
    if called is None:
        raise NoIndex("Pagefind is not installed")
    words = ["--site", str(site), "--output-path", str(made), "--glob", PAGES, "--silent"]
    settings = {key: value for key, value in os.environ.items() if not key.startswith("PAGEFIND_")}
    try:
        done = subprocess.run(  # noqa: S603  # the program that was found, with our own words
            [*called, *words],
            cwd=made.parent,
            env=settings,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=LONGEST_S,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise NoIndex(f"Pagefind was stopped after {LONGEST_S} seconds") from None
    if done.returncode != 0 or not (made / "pagefind.js").is_file():
        said = " ".join((done.stderr or done.stdout).decode(errors="replace").split())
        raise NoIndex(f"Pagefind ended with {done.returncode}: {said[:MOST_SAID]}".rstrip(": "))
