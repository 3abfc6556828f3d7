# SPDX-License-Identifier: MIT

"""A change that no test notices is told, unless it is written down why it changes nothing."""

import os
import subprocess
import sys
from pathlib import Path

MODULE = "def grown(age):\n    return min(age, 99) >= 18\n"
WEAK = "from dateline.ages import grown\ndef test_it(): assert grown(30) and not grown(3)\n"
STRONG = f"{WEAK}def test_18(): assert grown(18) and not grown(17)\n"
EXPLAINED = "".join(
    f"\n## `dateline/{name}.py`\n\n{changes}"
    for name, changes in (
        ("ages", "- `99` → `100`, `99` →\n  `98`: all of them are grown.\n"),
        ("sums", "- `18` → `17`: another 18.\n"),
    )
)


def mutants_of(folder: Path, tests: str) -> tuple[int, list[str]]:
    """How the program ends for a folder with that module and those tests, and what it prints."""
    for file, text in {
        "dateline/ages.py": MODULE,
        "tests/test_ages.py": tests,
        "docs/mutants.md": EXPLAINED,
        "pytest.ini": "[pytest]\nmarkers = long\npythonpath = .\n",
    }.items():
        (folder / file).parent.mkdir(exist_ok=True)
        (folder / file).write_text(text, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "scripts.mutants", "dateline/*.py"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent), "PYTHONUTF8": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
        encoding="utf-8",
    )
    return done.returncode, done.stdout.splitlines()[2:]


def test_a_weak_test_is_told_by_the_mutants_that_survive_it(tmp_path: Path) -> None:
    assert mutants_of(tmp_path, WEAK) == (
        1,
        [
            "| dateline/ages.py | 7 | 7 | 2 | 2 | 3 |",
            "dateline/ages.py:2: `min(age, 99) >= 18` → `min(age, 99) > 18`",
            "dateline/ages.py:2: `18` → `19`",
            "dateline/ages.py:2: `18` → `17`",
        ],
    )


def test_tests_that_notice_every_change_but_those_explained_are_strong(tmp_path: Path) -> None:
    assert mutants_of(tmp_path, STRONG) == (0, ["| dateline/ages.py | 7 | 7 | 5 | 2 | 0 |"])


def test_a_test_that_fails_without_a_change_says_nothing_of_changes(tmp_path: Path) -> None:
    code, lines = mutants_of(tmp_path, WEAK.replace("not grown(3)", "grown(3)"))

    assert code == 1
    assert lines[-1].startswith("RuntimeError: dateline/ages.py was read before, or its tests do not pass")
