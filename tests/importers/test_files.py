"""Files made to the documentation of each format give what is said of them, and every fault has its line."""

from collections.abc import Sequence

import pytest

from dateline import importers
from dateline.discover import modules
from dateline.importers import csv
from dateline.incoming import Given
from dateline.table_map import TableMap
from tests.importers.reading import FILES, mapping_in

IMPORTERS = {module.__name__.rpartition(".")[2]: module for module in modules(importers.__name__)}
GIVEN: tuple[tuple[str, str, str, int, list[int]], ...] = (
    ("timelinejs", "new.csv", "", 4, [6]),
    ("timelinejs", "old.csv", "mdy", 4, []),
    ("timelinejs", "old.csv", "", 2, [3, 4]),
    ("timelinejs", "slides.json", "", 4, [21, 22]),
    ("timelinejs", "cosmological.json", "", 2, []),
    ("csv", "acled.csv", "guess", 3, []),
    ("csv", "ucdp.csv", "guess", 5, []),
    ("csv", "excel.csv", "dmy", 4, [7, 8, 9, 10]),
    ("csv", "latin1.csv", "", 0, [2]),
    ("ical", "calendar.ics", "", 4, []),
    ("ical", "zones.ics", "", 3, [55]),
    ("geojson", "features.geojson", "", 3, [10]),
    ("geojson", "shapes.geojson", "", 9, [11]),
    ("markdown", "posts", "", 2, [1]),
    ("markdown", "blog", "", 3, [1]),
    ("dateline", "event.json", "", 1, []),
)


@pytest.mark.parametrize(("form", "name", "how", "count", "faults"), GIVEN)
def test_a_file_gives_its_events_and_its_faults_with_their_lines(
    form: str, name: str, how: str, count: int, faults: Sequence[int]
) -> None:
    inside = sorted(one for one in (FILES / name).rglob("*.*") if one.is_file()) or [FILES / name]
    files = tuple((one.relative_to(FILES).as_posix(), one.read_bytes()) for one in inside)
    mapping = mapping_in(csv.propose(Given(files))) if how == "guess" else TableMap(order=how)
    made = IMPORTERS[form].read(Given(files, mapping))

    assert len(made.found) == count
    assert [one.at.line for one in made.left if one.whole] == faults
    assert made.problems == ()
    assert all(one.why for one in made.left)


def test_every_file_has_its_line_in_the_note_on_where_it_is_from() -> None:
    note = (FILES / "README.md").read_text()
    there = {one.name + "/" * one.is_dir() for one in FILES.iterdir() if one.name != "README.md"}

    assert {one for one in there if f"| `{one}` |" not in note} == set()
    assert {name for _, name, *_ in GIVEN} == {one.rstrip("/") for one in there}
