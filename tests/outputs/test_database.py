"""The SQLite file is sound, whole, searchable, and the same each time."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pytest

from dateline.outputs import database
from dateline.timeline import Timeline
from tests.outputs.planning import planned
from tests.rules.small import timeline_of

EVENTS = {
    "a": {"title": "A wall falls", "place": "mill", "tags": ["wall"], "relations": {"precedes": "b"}},
    "b": {"date": "-0043-03-15", "actors": ["council"], "sources": ["report"], "place": "Anywhere"},
    "gone": {"status": "withdrawn", "relations": {"follows": "a"}},
}


def small() -> Timeline:
    return timeline_of(
        EVENTS,
        places={"land": {"name": "The land"}, "mill": {"name": "The mill", "part_of": "land"}},
        actors={"council": {"name": "The council"}},
        sources={"report": {"title": "A report", "date": "2022-01"}},
    )


@pytest.fixture
def opened() -> Iterator[sqlite3.Connection]:
    """The file, opened as any program does."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(planned(database, small())["timeline.sqlite"])
        yield connection


def rows(connection: sqlite3.Connection, query: str) -> list[Any]:
    return connection.execute(query).fetchall()


def test_it_is_sound_and_every_reference_leads_somewhere(opened: sqlite3.Connection) -> None:
    assert rows(opened, "PRAGMA integrity_check") == [("ok",)]
    assert rows(opened, "PRAGMA foreign_key_check") == []
    assert rows(opened, "PRAGMA foreign_key_list(event_places)") != []


def test_it_holds_events_and_what_they_refer_to(opened: sqlite3.Connection) -> None:
    assert rows(opened, "SELECT id, date, earliest FROM events") == [
        ("b", "-0043-03-15", "-000043-03-15"),
        ("a", "2022-01-05", "2022-01-05"),
    ]
    assert rows(opened, "SELECT event, place FROM event_places") == [("a", "mill"), ("a", "land")]
    assert rows(opened, "SELECT event, kind, other FROM relations") == [
        ("b", "follows", "a"),
        ("a", "precedes", "b"),
    ]
    assert rows(opened, "SELECT id, date FROM sources") == [("report", "2022-01")]


def test_its_texts_can_be_searched(opened: sqlite3.Connection) -> None:
    query = "SELECT id FROM events JOIN events_search ON events_search.rowid = events.rowid"

    assert rows(opened, f"{query} WHERE events_search MATCH 'falls'") == [("a",)]


def test_it_has_the_same_bytes_each_time() -> None:
    first, again = (planned(database, small())["timeline.sqlite"] for _ in range(2))

    assert first == again
    assert first[96:100] == bytes(4)


def test_a_timeline_without_events_is_a_file_too() -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(planned(database, timeline_of())["timeline.sqlite"])

        assert rows(connection, "SELECT count(*) FROM events") == [(0,)]
