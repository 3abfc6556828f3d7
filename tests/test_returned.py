"""A flat record comes back as fields; what was worked out goes, and what cannot come back is named."""

import re
from pathlib import Path
from typing import Any

import pytest

from dateline.carried import CARRIED, is_flat
from dateline.flat import NAMES
from dateline.incoming import Gathering, Place
from dateline.returned import Point, take_flat

RECORD = {"id": "a", "title": "It rains", "date": "2022-01-05", "url": "https://example.org/events/a.html"}
POINT = {"latitude": 35.1, "longitude": 40.5, "uncertainty_m": 500}


def taken(**more: Any) -> Gathering:
    """What comes of a record."""
    into = Gathering("csv")
    take_flat(into, Place("a.csv", 2), {**dict.fromkeys(NAMES), **RECORD, **more})
    return into


def test_what_a_file_carries_are_columns_of_the_flat_record() -> None:
    assert {name for names in CARRIED.values() for name in names} <= set(NAMES)
    assert is_flat(dict.fromkeys(NAMES))
    assert not is_flat({"id": "a", "date": "2022", "title": "It rains"})


def test_an_event_comes_back_under_its_own_id_with_the_page_where_it_was_read() -> None:
    (event,) = taken().found

    assert event.origin == ("dateline", "a")
    assert event.fields == {"title": "It rains", "date": "2022-01-05", "sources": [RECORD["url"]]}


def test_a_point_belongs_to_the_place_that_it_is_the_point_of() -> None:
    own = taken(places=["North", "South"], position_of="South", **POINT)
    around = taken(places=["North"], position_of="The land", **POINT)

    assert own.found[0].fields["places"] == [
        "North",
        {"name": "South", "lat": 35.1, "lon": 40.5, "uncertainty_m": 500},
    ]
    assert around.found[0].fields["place"] == "North"
    assert [one.key for one in around.left] == ["latitude, longitude"]


def test_two_places_of_one_name_keep_a_point_each() -> None:
    into = Gathering("geojson")
    points = [Point("Harbour", 1.0, 2.0, 5), Point("Harbour", 3.0, 4.0, 5)]
    take_flat(into, Place("a.geojson", 2), {**RECORD, "places": ["Harbour", "Harbour"]}, points)

    assert [(one["lat"], one["lon"]) for one in into.found[0].fields["places"]] == [(1.0, 2.0), (3.0, 4.0)]  # type: ignore[union-attr, index, call-overload]


def test_registered_sources_come_back_by_id_and_others_beside_them_are_named() -> None:
    alone = taken(sources=["A paper"], source_ids=["paper-1"])
    mixed = taken(sources=["A paper", "A diary"], source_ids=["paper-1"])

    assert alone.found[0].fields["sources"] == mixed.found[0].fields["sources"] == ["paper-1"]
    assert alone.left == []
    assert [(one.key, one.value) for one in mixed.left] == [("sources", "A paper; A diary")]


@pytest.mark.parametrize(
    ("more", "key"), [({"date": "soon"}, "date"), ({"date": None}, "date"), ({"title": " "}, "title")]
)
def test_a_record_without_a_title_or_a_date_is_refused(more: dict[str, Any], key: str) -> None:
    made = taken(**more)

    assert made.found == []
    assert [(one.key, one.whole) for one in made.left] == [(key, True)]


@pytest.mark.parametrize(
    ("more", "key"), [({"time": "25:00"}, "time"), ({"blur_m": 500}, "blur_m"), ({"mood": "grey"}, "mood")]
)
def test_what_cannot_come_back_is_named(more: dict[str, Any], key: str) -> None:
    made = taken(**more)

    assert len(made.found) == 1
    assert [(one.key, one.whole) for one in made.left] == [(key, False)]


def test_the_guide_says_what_each_file_carries(repository: Path) -> None:
    guide = (repository / "docs/importing.md").read_text()
    table = [row.split("|") for row in guide.splitlines() if "` | `dateline import " in row]
    rows = {row[1].strip(" `"): row[3] for row in table}
    said = {file: tuple(re.findall(r"`([a-z_]+)`", row)) for file, row in rows.items()}

    assert {file: names or said["events.csv"] for file, names in said.items()} == CARRIED
