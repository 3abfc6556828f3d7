"""Frictionless finds nothing wrong with the package: tables, columns, sizes and sums."""

from pathlib import Path
from typing import Any

import pytest
from frictionless import Package

from dateline.checking import check
from dateline.outputs import coded, database, datapackage, features, listing, table
from dateline.timeline import Timeline
from tests.outputs.planning import made, theme_of
from tests.outputs.slices_of import awkward
from tests.rules.small import timeline_of


def written(timeline: Timeline, folder: Path) -> Path:
    """The package with its files, in a folder."""
    modules = (datapackage, table, coded, listing, features, database)
    for path, raw in made(
        one for module in modules for one in module.plan(timeline, theme_of(timeline))
    ).items():
        if "/" not in path:
            (folder / path).write_bytes(raw)
    return folder


def faults(folder: Path) -> Any:
    """The kinds of what Frictionless finds wrong, file by file."""
    report = Package(str(folder / "datapackage.json")).validate()
    return {(task.place, error.type) for task in report.tasks for error in task.errors} | {
        ("", error.type) for error in report.errors
    }


def test_the_data_of_this_repository_has_no_fault(repository: Path, tmp_path: Path) -> None:
    timeline = check(repository).timeline
    assert timeline is not None

    assert faults(written(timeline, tmp_path)) == set()


def test_nor_have_an_awkward_timeline_and_an_empty_one(tmp_path: Path) -> None:
    assert faults(written(awkward(), tmp_path)) == set()
    assert faults(written(timeline_of(), tmp_path)) == set()


@pytest.mark.parametrize(
    ("file", "was", "now", "kinds"),
    [
        ("events.json", b"1", b"2", {"hash-count"}),
        ("timeline.sqlite", b"A timeline", b"A longer timeline", {"hash-count", "byte-count"}),
        ("coded.csv", b"500", b"50x", {"hash-count", "type-error"}),
        (
            "events.csv",
            b"\r\nday,",
            b"\r\nboth,",
            {"hash-count", "byte-count", "primary-key", "unique-error"},
        ),
        ("coded.csv", b"event_id", b"event_no", {"hash-count", "incorrect-label"}),
    ],
)
def test_a_fault_is_found(tmp_path: Path, file: str, was: bytes, now: bytes, kinds: set[str]) -> None:
    path = written(awkward(), tmp_path) / file
    path.write_bytes(path.read_bytes().replace(was, now, 1))

    assert faults(tmp_path) == {(file, kind) for kind in kinds}
