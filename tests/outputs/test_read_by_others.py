"""Programs that are not ours read each data file, of this repository's content and of an awkward site.

Each is shown first to refuse a file with a fault: a reader that takes everything proves nothing.
"""

import csv
import io
import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from types import ModuleType
from typing import Any
from xml.etree import ElementTree as ET

import feedparser
import jsonschema
import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from icalendar import Calendar

from dateline.checking import check
from dateline.outputs import (
    calendar,
    changes,
    citations,
    coded,
    database,
    features,
    feed,
    json_feed,
    listing,
    records,
    table,
    timelinejs,
)
from dateline.timeline import Timeline
from scripts.install_npm import package
from tests.outputs import test_features, test_json_feed
from tests.outputs.planning import planned
from tests.outputs.slices_of import awkward

ATOM = "{http://www.w3.org/2005/Atom}"
DAMAGED = "\N{REPLACEMENT CHARACTER}"


def is_atom(raw: bytes) -> None:
    """Well-formed, known to a reader of feeds, and with all that RFC 4287 requires (4.1.1 and 4.1.2)."""
    parsed = feedparser.parse(raw)
    assert not parsed.bozo
    assert parsed.version == "atom10"
    root = ET.fromstring(raw)  # noqa: S314  # our own text
    for one in (root, *root.findall(f"{ATOM}entry")):
        assert all(len(one.findall(f"{ATOM}{name}")) == 1 for name in ("id", "title", "updated"))
    assert root.find(f"{ATOM}author/{ATOM}name") is not None


def is_json_feed(raw: bytes) -> None:
    """By the schema made of the standard."""
    jsonschema.Draft202012Validator(test_json_feed.SCHEMA).validate(json.loads(raw))


def is_geojson(raw: bytes) -> None:
    """By the schema made of RFC 7946 and, where npm fetched it, by that of geojson.org."""
    found = json.loads(raw)
    jsonschema.Draft202012Validator(test_features.SCHEMA).validate(found)
    if folder := package("geojson-schema"):
        schema = json.loads((folder / "FeatureCollection.json").read_text(encoding="utf-8"))
        jsonschema.Draft7Validator(schema).validate(found)


def is_calendar(raw: bytes) -> None:
    """One calendar, whose events have what RFC 5545 requires (3.6.1)."""
    read = Calendar.from_ical(raw)
    assert not read.errors
    for one in read.walk("VEVENT"):
        assert {"UID", "DTSTAMP", "DTSTART"} <= set(one)


def is_csv(raw: bytes) -> None:
    """Read strictly, each record with as many cells as the first."""
    rows = list(csv.reader(io.StringIO(raw.decode(), newline=""), strict=True))
    assert len({len(row) for row in rows}) == 1
    assert len(set(rows[0])) == len(rows[0])


def is_json(raw: bytes) -> None:
    """Strict JSON: no NaN, no name twice."""

    def pairs(found: list[tuple[str, Any]]) -> dict[str, Any]:
        assert len(dict(found)) == len(found)
        return dict(found)

    def refused(word: str) -> None:
        raise ValueError(f"{word} is no JSON")

    json.loads(raw.decode(), object_pairs_hook=pairs, parse_constant=refused)


def is_sqlite(raw: bytes) -> None:
    """Sound, with references that lead somewhere, and an index that says what its table says."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(raw)
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        connection.execute("INSERT INTO events_search (events_search, rank) VALUES ('integrity-check', 1)")


def is_bibtex(raw: bytes) -> None:
    """Entries alone, each with a title."""
    read = parse_string(raw.decode())
    assert not read.failed_blocks
    assert len(read.entries) == 1
    assert all("title" in entry for entry in read.entries)


def is_ris(raw: bytes) -> None:
    """One reference with a type and a title, and no tag that is not known."""
    (read,) = rispy.loads(raw.decode())
    assert read["type_of_reference"] in rispy.TYPE_OF_REFERENCE_MAPPING
    assert read["title"]
    assert "unknown_tag" not in read


Reader = Callable[[bytes], None]
FILES: tuple[tuple[ModuleType, str, Reader], ...] = (
    (feed, ".xml", is_atom),
    (changes, ".xml", is_atom),
    (json_feed, ".json", is_json_feed),
    (features, ".geojson", is_geojson),
    (calendar, ".ics", is_calendar),
    (table, ".csv", is_csv),
    (coded, ".csv", is_csv),
    (listing, ".json", is_json),
    (records, ".json", is_json),
    (timelinejs, ".json", is_json),
    (database, ".sqlite", is_sqlite),
    (citations, ".bib", is_bibtex),
    (citations, ".ris", is_ris),
    (citations, ".csl.json", is_json),
)
BEFORE = '<feed xmlns="http://www.w3.org/2005/Atom"><id>a</id><title>a</title>'
FAULTS: dict[Reader, tuple[bytes, ...]] = {
    is_atom: (b"<feed>", f"{BEFORE}</feed>".encode(), b"<rss/>"),
    is_json_feed: (b"{}", b"{", b'{"version":"https://jsonfeed.org/version/1.1","title":"a","items":[{}]}'),
    is_geojson: (
        b'{"type":"FeatureCollection"}',
        b'{"type":"FeatureCollection","features":[{"type":"Feature","geometry":null}]}',
        b'{"type":"FeatureCollection","features":[{"type":"Point","coordinates":[1]}]}',
    ),
    is_calendar: (
        b"BEGIN:VCALENDAR\r\n",
        b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
    ),
    is_csv: (b'a,b\r\n"1,2\r\n', b"a,b\r\n1\r\n", b"a,a\r\n1,2\r\n"),
    is_json: (b'{"a":NaN}', b'{"a":1,"a":2}', b"[1,]"),
    is_bibtex: (b"@misc{a,\n  title = {a,\n}\n", b"", b"@misc{a,\n  url = {a},\n}\n"),
    is_ris: (b"TY  - NONE\r\nTI  - a\r\nER  - \r\n", b"TY  - ELEC\r\nER  - \r\n", b""),
}


@pytest.mark.parametrize(
    ("reader", "fault"), [(reader, fault) for reader, faults in FAULTS.items() for fault in faults]
)
def test_a_reader_refuses_a_fault(reader: Reader, fault: bytes) -> None:
    with pytest.raises(Exception):  # noqa: B017, PT011  # each reader has its own
        reader(fault)


@pytest.mark.parametrize("statement", ["DELETE FROM places", "UPDATE events SET title = title || ' x'"])
def test_a_database_with_a_fault_is_found_out(statement: str) -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(planned(database, awkward())["timeline.sqlite"])
        connection.execute(statement)
        connection.commit()
        raw = connection.serialize()

    with pytest.raises((AssertionError, sqlite3.DatabaseError)):
        is_sqlite(raw)


@pytest.fixture(scope="module", params=["this repository", "awkward"])
def timeline(request: pytest.FixtureRequest, repository: Path) -> Timeline:
    """The two timelines, each made once."""
    made = check(repository).timeline if request.param == "this repository" else awkward()
    assert made is not None
    return made


@pytest.mark.parametrize(("module", "ending", "reader"), FILES)
def test_each_file_can_be_read(timeline: Timeline, module: ModuleType, ending: str, reader: Reader) -> None:
    files = [(path, raw) for path, raw in planned(module, timeline).items() if path.endswith(ending)]
    assert files

    for path, raw in files:
        reader(raw)
        assert DAMAGED.encode() not in raw, path


def test_nothing_of_a_withdrawn_event_is_in_the_data() -> None:
    gone = awkward()
    for module in (table, coded, listing, features, feed, json_feed, calendar, timelinejs):
        for path, raw in planned(module, gone).items():
            assert b"gone" not in raw, path
