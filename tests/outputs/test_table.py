"""The table of a slice is read by any reader of CSV, and holds what its events are."""

import csv
import io

from dateline.flat import NAMES
from dateline.outputs import table
from tests.outputs.planning import planned
from tests.outputs.slices_of import EVENTS, every_slice
from tests.rules.small import timeline_of


def rows(raw: bytes) -> list[dict[str, str]]:
    """The records of a table, read strictly."""
    return list(csv.DictReader(io.StringIO(raw.decode(), newline=""), strict=True))


def test_a_slice_has_a_table_of_its_own_events_alone() -> None:
    files = {path: [row["id"] for row in rows(raw)] for path, raw in planned(table, every_slice()).items()}

    assert sorted(files["events.csv"]) == sorted(EVENTS)
    assert files["44-bce/events.csv"] == ["caesar"]
    assert files["places/quay/events.csv"] == ["both"]


def test_every_line_has_every_column_and_ends_as_the_standard_says() -> None:
    raw = planned(table, every_slice())["events.csv"]
    lines = list(csv.reader(io.StringIO(raw.decode(), newline=""), strict=True))

    assert {len(line) for line in lines} == {len(NAMES)}
    assert raw.endswith(b"\r\n")
    assert not raw.startswith(b"\xef\xbb\xbf")


def test_no_cell_begins_as_a_formula_does() -> None:
    for row in rows(planned(table, every_slice())["events.csv"]):
        assert not [name for name, text in row.items() if text[:1] in set("=+-@\t\r") and not number(text)]


def number(text: str) -> bool:
    """Whether a cell is a number, which stays one."""
    try:
        float(text)
    except ValueError:
        return False
    return True


def test_an_empty_timeline_has_a_table_of_names_alone() -> None:
    assert planned(table, timeline_of()) == {"events.csv": (",".join(NAMES) + "\r\n").encode()}
