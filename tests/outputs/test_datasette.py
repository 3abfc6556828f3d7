"""Datasette serves the SQLite file: its tables, its rows by their keys, and the search in its texts."""

import asyncio
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from dateline.outputs import database
from tests.outputs.planning import planned
from tests.outputs.slices_of import HOSTILE, awkward

Got = dict[str, Any]
FOUND = "/timeline/events.json?_search=lasted&_shape=array"
STRANGE = f"/timeline/events.json?_search={quote(HOSTILE.strip())}&_shape=array"
PAGES = ("/timeline/events", "/timeline/events/hostile", "/timeline/event_places?_facet=place&place=mill")
ROW = "/timeline/events/caesar.json?_shape=objects"


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file on a disk."""
    made = tmp_path_factory.mktemp("datasette") / "timeline.sqlite"
    made.write_bytes(planned(database, awkward())["timeline.sqlite"])
    return made


@pytest.fixture(scope="module")
def answers(file: Path) -> Got:
    """What Datasette answers, by path; it is imported once, which takes a second."""
    return asyncio.run(asked(file, "/timeline.json", FOUND, STRANGE, ROW, *PAGES))


async def asked(file: Path, *paths: str) -> Got:
    """The answer to each path, of a Datasette in this process."""
    from datasette.app import Datasette

    served = Datasette(files=[str(file)])
    return {path: await served.client.get(path) for path in paths}


def test_it_shows_every_table_and_how_they_hang_together(answers: Got) -> None:
    tables = {one["name"]: one for one in answers["/timeline.json"].json()["tables"]}

    assert tables["events"]["count"] == len(awkward().entries)
    assert tables["events"]["fts_table"] == "events_search"
    assert {one["other_table"] for one in tables["event_places"]["foreign_keys"]["outgoing"]} == {
        *("events", "places")
    }


@pytest.mark.parametrize("path", PAGES)
def test_its_pages_open(answers: Got, path: str) -> None:
    assert answers[path].status_code == 200
    assert "<script>\u202e" not in answers[path].text


def test_a_row_is_found_by_its_id(answers: Got) -> None:
    (row,) = answers[ROW].json()["rows"]

    assert row["date"] == "-0043-03-15"


def test_its_texts_are_searched(answers: Got) -> None:
    assert [one["id"] for one in answers[FOUND].json()] == ["both"]
    assert answers[STRANGE].status_code == 200


def test_an_index_that_it_does_not_know_for_one_is_found_out(file: Path) -> None:
    other = file.with_name("other.sqlite")
    other.write_bytes(file.read_bytes().replace(b'content="events"', b"content='events'"))
    path = FOUND.replace("timeline", "other", 1)

    assert len(asyncio.run(asked(other, path))[path].json()) > 1
