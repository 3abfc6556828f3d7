# SPDX-License-Identifier: MIT
"""Tells which small changes of rules and parsers their own tests do not notice.

`python -m scripts.mutants [--most N] [FILE …]`. A mutant that its module's tests pass is a survivor; it
shows a gap in the tests, or docs/mutants.md says why it changes nothing, else the end is 1. Every mutant
is read by a fork of a process that has read the libraries, so that a thousand of them take minutes.
"""

from __future__ import annotations

import argparse
import os
import resource
import signal
import sys
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import spec_from_file_location
from multiprocessing import get_context
from pathlib import Path
from types import CodeType

import pytest

from scripts.mutations import Slip, mutants

MODULES = (
    "dateline/urls.py",
    *(f"dateline/dates/{name}.py" for name in ("__init__", "days", "edtf", "parts", "periods", "typed")),
    "dateline/rules/*.py",
)
EXPLAINED = Path("docs/mutants.md")
MOST = 600
"""Of a module with more mutants so many are tried, evenly spread over its text."""

# None of these is ours, and each takes longer to read than most tests take to run.
LIBRARIES = ("babel.dates", "hypothesis", "jinja2", "pydantic", "yaml")
# How long something takes says nothing of what comes out, and the libraries are there before pytest.
OPTIONS = (
    *("-x", "-q", "--tb=no", "-p", "no:cacheprovider", "-m", "not long", "-k", "not (soon or square)"),
    *("-W", "ignore::pytest.PytestAssertRewriteWarning"),
)
PATIENCE = 5
"""How many times as long as the tests of the module itself take, a mutant's may."""
MEMORY = 3 * 2**30
NOT_READ = 99


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a module: how many mutants there are, how many ran, and which survived."""

    file: str
    possible: int
    tried: int
    survivors: tuple[Slip, ...]

    def unexplained(self, said: str) -> list[Slip]:
        """The survivors that the module's part of a text does not name."""
        part = said.partition(f"\n## `{self.file}`\n")[2].partition("\n## ")[0]
        words = " ".join(part.split())  # A change may be written across two lines.
        return [one for one in self.survivors if one.change not in words]


class Reader(SourceFileLoader):
    """Gives other code to whoever imports one module."""

    def __init__(self, name: str, file: str, code: CodeType) -> None:
        super().__init__(name, file)
        self.code = code

    def find_spec(self, name: str, *_: object) -> ModuleSpec | None:
        """That module, and no other."""
        return spec_from_file_location(name, self.path, loader=self) if name == self.name else None

    def get_code(self, _name: str) -> CodeType:
        """The other code."""
        return self.code


def outcome(
    name: str, file: str, code: CodeType, tests: list[list[str]], seconds: float
) -> tuple[int, float]:
    """What `run` says of the tests, step by step until one of them fails."""
    took = 0.0
    for step in filter(None, tests):
        said, more = run(name, file, code, step, seconds)
        took += more
        if said:
            return said, took
    return 0, took


def run(name: str, file: str, code: CodeType, tests: list[str], seconds: float) -> tuple[int, float]:
    """What pytest says of a module with other code, and how much processor time it took.

    0 is well, NOT_READ is code that cannot even be read; what takes too much time is ended, and has failed.
    """
    child = os.fork()
    if not child:
        said = NOT_READ
        try:
            os.dup2(os.open(os.devnull, os.O_RDWR), 1)
            os.dup2(1, 2)
            signal.setitimer(signal.ITIMER_PROF, seconds)
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
            sys.meta_path.insert(0, Reader(name, file, code))
            import_module(name)
            said = int(pytest.main([*OPTIONS, *tests]))
        finally:
            os._exit(said)
    _, status, used = os.wait4(child, 0)
    return os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime


def attack(file: str, most: int) -> Result:
    """Try the mutants of a module; the process has not read the module, and must not be used for another."""
    name = ".".join(Path(file).with_suffix("").parts).removesuffix(".__init__")
    tests = tests_of(file)
    for other in (*LIBRARIES, *(["tests.rules.small"] if "rules" in name else [])):
        import_module(other)
    text = Path(file).read_text(encoding="utf-8")
    said, took = outcome(name, file, compile(text, file, "exec"), tests, 600)
    if said or name in sys.modules:
        raise RuntimeError(f"{file} was read before, or its tests do not pass: {tests}")
    every = list(mutants(text, file))
    tried, survivors = 0, []
    count = min(most, len(every))
    for mutant in (every[place * len(every) // count] for place in range(count)):
        said, _ = outcome(name, file, mutant.code, tests, 1 + PATIENCE * took)
        tried += said != NOT_READ
        if not said:
            survivors.append(mutant.slip)
    return Result(file, len(every), tried, tuple(survivors))


def tests_of(file: str) -> list[list[str]]:
    """The tests of a module, which mirror it, then those that all modules of its folder have in common."""
    path = Path(file)
    folder = Path("tests", *path.parts[1:-1])
    own = folder / f"test_{path.parent.name if path.stem == '__init__' else path.stem}.py"
    together = [folder / "test_every_rule.py"] if folder.name == "rules" else sorted(folder.glob("test_*.py"))
    alone = folder == Path("tests")
    steps = [[own], [] if alone else [one for one in together if one != own]]
    return [[str(one) for one in step if one.exists()] for step in steps] if own.exists() else []


def main() -> int:
    """Print what came of each module, and the survivors that nobody has explained; 1 where there are any."""
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"  # none is needed, and each is read anew by every fork
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("files", nargs="*", default=MODULES, metavar="FILE")
    parser.add_argument("--most", type=int, default=MOST, help="how many mutants of a module are tried")
    asked = parser.parse_args()
    files = [str(file) for given in asked.files for file in sorted(Path().glob(given))]
    said = EXPLAINED.read_text(encoding="utf-8") if EXPLAINED.exists() else ""
    left = []
    print("| module | mutants | tried | killed | explained | left |\n|---|--:|--:|--:|--:|--:|")
    with get_context("fork").Pool(1, maxtasksperchild=1) as pool:
        for one in pool.imap(partial(attack, most=asked.most), filter(tests_of, files)):
            new = one.unexplained(said)
            alive = len(one.survivors)
            row = (one.file, one.possible, one.tried, one.tried - alive, alive - len(new), len(new))
            print("|", " | ".join(map(str, row)), "|", flush=True)
            left += [f"{one.file}:{slip.line}: {slip.change}" for slip in new]
    for line in left:
        print(line)
    return bool(left)


if __name__ == "__main__":
    sys.exit(main())
