"""What a new site has from this repository's own workflows and forms does the same without its checkout."""

import re
from pathlib import Path

import pytest
import yaml

from dateline.handed_on import CHANGES, MADE, OWN, handed_on
from dateline.starter import own_files, shared_files
from scripts.make_docs import ROOT

GITHUB = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / ".github").rglob("*") if path.is_file())
IN_A_CHECKOUT = re.compile(
    r"build\.py|requirements[\w-]*\.lock|\bmake [a-z]|scripts[/.]|\.venv|require-hashes"
)


def test_the_program_comes_from_what_the_site_requires() -> None:
    lines = [
        "run: python build.py check",
        "run: python base/build.py check --source pr",
        "name: Install the libraries that the base branch has locked",
        'run: "python -m pip install --require-hashes --requirement base/requirements.lock"',
    ]

    assert [handed_on(".github/workflows/x.yml", line) for line in lines] == [
        "run: dateline check",
        "run: dateline check --source pr",
        "name: Install dateline",
        'run: "python -m pip install --requirement base/requirements.txt"',
    ]


def test_every_file_is_handed_on_but_those_that_are_of_use_here_alone() -> None:
    made = {path for path in GITHUB if (ROOT / path).read_text("utf-8").startswith(MADE)}
    assert set(GITHUB) - OWN - made <= {*shared_files(), *own_files()}
    assert not made & set(shared_files())
    assert set(GITHUB) >= OWN
    assert all(handed_on(path, "") is None for path in OWN)


@pytest.mark.parametrize("path", sorted(shared_files().keys() - own_files().keys()))
def test_nothing_that_is_handed_on_needs_a_checkout_of_the_program(path: str) -> None:
    assert not IN_A_CHECKOUT.findall(shared_files()[path])


@pytest.mark.parametrize("path", sorted(shared_files().keys() - own_files().keys()))
def test_nothing_else_is_different(path: str) -> None:
    text = (ROOT / path).read_text("utf-8")
    changed = [
        (old, new)
        for old, new in zip(text.splitlines(), shared_files()[path].splitlines(), strict=True)
        if old != new
    ]

    assert all(any(pattern.search(old) for pattern, _ in CHANGES) for old, _ in changed)


def test_the_pins_of_actions_are_moved_as_here(repository: Path) -> None:
    ours = yaml.safe_load((repository / ".github/dependabot.yml").read_text("utf-8"))
    theirs = yaml.safe_load(own_files()[".github/dependabot.yml"])

    assert ours["updates"] == theirs["updates"][:-1]
    assert theirs["updates"][-1]["package-ecosystem"] == "pip"
