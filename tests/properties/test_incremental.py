"""A build that uses what was kept makes, byte for byte, the site of a build that has nothing.

DATELINE_EDITS=1000 tries so many edits for each seed, and DATELINE_SEEDS="3 4 5 6" chooses other seeds.
"""

import os
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import pytest

from dateline import run, write
from dateline.options import Options
from dateline.problems import Problem
from dateline.progress import Nobody
from dateline.run import Outcome
from dateline.workers import Workers
from dateline.write import staging
from tests.archive import EDITS, Archive, tree
from tests.torture import Tell, rounds

Work = Callable[[Any, Any], Any]

EDITS_EACH = int(os.environ.get("DATELINE_EDITS", "65"))
SEEDS = [int(seed) for seed in os.environ.get("DATELINE_SEEDS", "").split()] or range(1, rounds(3, 17))
ENOUGH = 60
"""So many edits are enough for some of every kind of outcome."""
QUIET = ("nothing", "wait", "touch", "same_size_and_time", "tamper", "other_day", "body_of_one")
"""Edits that are tried more often than others: after them most, or all, of a build is not needed."""


@pytest.fixture(autouse=True)
def _small_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    """So small a site is built as a large one is: with a spare, and by workers when there are any."""
    each = Workers.each

    def of_few(self: Workers, *given: Any, **named: Any) -> Iterator[Any]:
        return each(self, *given, **{"fewest": 20, **named})

    monkeypatch.setattr(write, "LARGE", 20)
    monkeypatch.setattr(Workers, "each", of_few)
    monkeypatch.setattr(staging, "make_last", lambda _: None)  # no test pulls the plug


@pytest.mark.long
@pytest.mark.torture
@pytest.mark.parametrize(("seed", "jobs"), [*((seed, 1) for seed in SEEDS), (SEEDS[0], 2)])
def test_after_any_edits_the_site_is_the_clean_one(
    tmp_path: Path, figure: Tell, seed: int, jobs: int
) -> None:
    archive = Archive(tmp_path, Random(seed))  # noqa: S311  # the same edits on every machine
    count = Counter(dict.fromkeys(EDITS, 0))
    told = ["nothing"]
    assert compared(archive, jobs, "the beginning").written
    for _ in range(EDITS_EACH if jobs == 1 else EDITS_EACH // 5):
        names = chosen(archive)
        for name in names:
            EDITS[name](archive)
            archive.sync()
        count.update(names)
        told.append("+".join(names))
        came = compared(archive, jobs, f"seed {seed}, edit {len(told) - 1}: {told[-4:]}")
        count["recalled"] += came.written and not came.events
        count["refused"] += not came.written

    edited = f"random edits, seed {seed}" + (f", {jobs} processes" if jobs > 1 else "")
    sites, refused = len(told) - count["refused"], count["refused"]
    figure("R2", edited, f"{len(told)} builds: {sites} sites as the clean ones, {refused} refused alike")
    if jobs == 1 and EDITS_EACH >= ENOUGH:
        assert count["recalled"] >= EDITS_EACH // 40
        assert count["refused"] >= EDITS_EACH // 40


def chosen(archive: Archive) -> list[str]:
    """What is done before the next build: mostly one thing; after a mistake, often its mending."""
    random = archive.random
    if archive.files != archive.sound[-1] and not archive.is_sound and random.random() < 0.7:
        archive.files = deepcopy(archive.sound[-1])
        archive.sync()
    names = random.choices([*EDITS, *QUIET * 2], k=random.choice((1, 1, 1, 2, 3)))
    return names + ["wait"] * (random.random() < 0.8)


def compared(archive: Archive, jobs: int, told: str) -> Outcome:
    """Build and check with what was kept and without; what comes of it is the same."""
    options = Options(archive.source, archive.output, archive.base_url, archive.drafts, jobs=jobs)
    elsewhere = archive.folder / "clean"
    shutil.rmtree(elsewhere, ignore_errors=True)
    before = archive.published()
    if archive.random.random() < 0.3:
        kept = run.check(options, archive.now, Nobody()).problems
        anew = run.check(replace(options, cache=False), archive.now, Nobody()).problems
        assert [shown(one) for one in kept] == [shown(one) for one in anew], told
    came = run.build(options, archive.now, Nobody())
    clean = run.build(replace(options, output=elsewhere, cache=False, jobs=1), archive.now, Nobody())

    assert [shown(one) for one in came.problems] == [shown(one) for one in clean.problems], told
    assert list(came.problems) == list(clean.problems)
    assert came.written == clean.written, told
    assert differences(archive.published(), tree(elsewhere) if clean.written else before) == [], told
    assert not clean.notes
    assert len(came.notes) <= 1, told
    archive.is_sound = came.written
    if came.written:
        archive.sound = [*archive.sound[-5:], deepcopy(archive.files)]
    return came


def shown(problem: Problem) -> str:
    """A problem in a line."""
    return f"{problem.path}:{problem.line}:{problem.column} {problem.code.id} {problem.message}"


def differences(one: dict[str, tuple[int, bytes]], two: dict[str, tuple[int, bytes]]) -> list[str]:
    """The paths that two trees do not share in all."""
    return sorted(path for path in one.keys() | two.keys() if one.get(path) != two.get(path))
