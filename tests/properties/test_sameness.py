"""The same content gives the same bytes and modes, whatever is different about the machine and the moment."""

import os
import pty
import shutil
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random
from typing import Any

import pytest

from tests.archive import Archive, but_for_the_index
from tests.torture import LONG, Tell
from tests.victims import ROOT

SHUFFLED = """
import os, random, sys
scandir, listdir = os.scandir, os.listdir
class Shuffled:
    def __init__(self, found): self.found = iter(found)
    def __iter__(self): return self
    def __next__(self): return next(self.found)
    def __enter__(self): return self
    def __exit__(self, *_): pass
    def close(self): pass
def mixed(names):
    random.shuffle(names)
    return names
os.scandir = lambda path=".": Shuffled(mixed(list(scandir(path))))
os.listdir = lambda path=".": mixed(listdir(path))
from dateline.cli import main
sys.exit(main(sys.argv[1:]))
"""


@dataclass(frozen=True)
class Way:
    """One way in which a build differs from the first: what is set, given and done to its files."""

    environment: dict[str, str] = field(default_factory=dict)
    arguments: tuple[str, ...] = ()
    python: tuple[str, ...] = ("-m", "dateline")
    umask: int = 0o022
    moved: str = ""
    elsewhere: bool = False
    mtimes: int | None = None
    cached: bool = False
    terminal: bool = False


WAYS = {
    "hash seed 1": Way({"PYTHONHASHSEED": "1"}),
    "hash seed 4242": Way({"PYTHONHASHSEED": "4242"}),
    "TZ": Way({"TZ": "Pacific/Kiritimati"}),
    "LC_ALL": Way({"LC_ALL": "tr_TR.UTF-8", "LANG": "ar_SA.UTF-8"}),
    "umask": Way(umask=0o077),
    "path": Way(moved="a much longer/path with spaces/ünd Ümlauts"),
    "HOME": Way({"HOME": "/nonexistent"}),
    "2 processes": Way(arguments=("--jobs", "2")),
    "4 processes": Way(arguments=("--jobs", "4")),
    "order of files": Way(python=("-c", SHUFFLED)),
    "old files": Way(mtimes=1),
    "new files": Way(mtimes=4_070_908_800),
    "-O": Way(python=("-O", "-m", "dateline")),
    "CI": Way({"CI": "true", "GITHUB_ACTIONS": "true"}),
    "with a cache": Way(cached=True),
    "another folder": Way(elsewhere=True),
    "a terminal": Way(terminal=True, environment={"TERM": "xterm-256color", "COLUMNS": "40"}),
    "TMPDIR": Way({"TMPDIR": "."}),
}
PAIRS = [
    ("hash seed 1", "TZ", "LC_ALL", "umask", "HOME", "order of files", "CI"),
    ("hash seed 4242", "2 processes", "-O", "path", "old files", "another folder", "TMPDIR", "a terminal"),
]

ELSEWHERE = {"new files", "with a cache"}
"""What tests/properties/test_incremental.py tries: touched files, and what was kept."""


def joined(names: tuple[str, ...]) -> Way:
    """Several ways at once."""
    plain = vars(Way())
    environment: dict[str, str] = {}
    changes: dict[str, Any] = {}
    for name in names:
        environment |= WAYS[name].environment
        changes |= {key: value for key, value in vars(WAYS[name]).items() if value != plain[key]}
    return replace(Way(), **{**changes, "environment": environment})


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """A site with something of every kind, in three languages."""
    return Archive(tmp_path_factory.mktemp("same"), Random(1))  # noqa: S311  # no secret


@pytest.fixture(scope="module")
def first(archive: Archive, tmp_path_factory: pytest.TempPathFactory) -> object:
    """The site as it is built first."""
    return made(archive, Way(), tmp_path_factory.mktemp("first"))


def made(archive: Archive, way: Way, folder: Path) -> object:
    """What a build makes in its own way."""
    source = folder / (way.moved or "site")
    shutil.copytree(archive.source, source)
    shutil.rmtree(source / ".cache", ignore_errors=True)
    if way.mtimes is not None:
        for path in source.rglob("*"):
            os.utime(path, (way.mtimes, way.mtimes))
    where = folder if way.elsewhere else ROOT
    given = os.path.relpath(source, where) if way.elsewhere else str(source)
    python = [sys.executable, *way.python]
    command = [*python, "build", "--source", given, "--output", str(folder / "out"), *way.arguments]
    command += [] if LONG else ["--no-search"]
    settled = {"PYTHONPATH": str(ROOT), "SOURCE_DATE_EPOCH": "1643716800"}
    environment = {**os.environ, **settled, **way.environment}
    for _ in range(2 if way.cached else 1):
        if way.cached and (folder / "out").exists():
            shutil.rmtree(folder / "out")
        run(command, where, environment, way)
    return but_for_the_index(folder / "out")


def run(command: list[str], where: Path, environment: dict[str, str], way: Way) -> None:
    """Run a build, with or without a terminal."""
    screen, terminal = pty.openpty()
    said = terminal if way.terminal else subprocess.DEVNULL
    with subprocess.Popen(
        command, cwd=where, env=environment, umask=way.umask, stdout=said, stderr=said
    ) as process:
        os.close(terminal)
        with suppress(OSError):  # which is how the end of a terminal is told
            while os.read(screen, 4096):
                pass
    os.close(screen)
    assert process.returncode == 0, command


@pytest.mark.torture
@pytest.mark.parametrize("names", [(name,) for name in WAYS] if LONG else PAIRS, ids="+".join)
def test_the_same_content_gives_the_same_bytes_and_modes(
    archive: Archive, first: object, tmp_path: Path, names: tuple[str, ...], figure: Tell
) -> None:
    assert made(archive, joined(names), tmp_path) == first
    figure("R3", f"built with another: {', '.join(names)}", "the same bytes and modes")


def test_every_way_is_tried_in_the_short_form_too() -> None:
    assert {name for names in PAIRS for name in names} >= WAYS.keys() - {"4 processes", *ELSEWHERE}


CARELESS = """
import sys
from dateline.cli import main
from dateline.theme import Theme
render = Theme.render
Theme.render = lambda *given, **more: render(*given, **more) + repr({"a", "b", "c", "d", "e"}).encode()
sys.exit(main(sys.argv[1:]))
"""


def test_a_build_that_goes_by_the_hash_seed_is_caught(tmp_path: Path) -> None:
    files = {"content/site.yaml": {"title": "A timeline"}}
    site = Archive(tmp_path / "small", Random(1), files)  # noqa: S311  # no secret
    ways = [Way({"PYTHONHASHSEED": seed}, python=("-c", CARELESS)) for seed in ("1", "2")]
    one, two = [made(site, way, tmp_path / str(number)) for number, way in enumerate(ways)]

    assert one != two
