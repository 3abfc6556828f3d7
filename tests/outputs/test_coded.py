"""The coded table says no more than the events do, and comes back as it went out."""

import csv
import io
from typing import Any

from dateline.formats.coded import NAMES
from dateline.importers import csv as importer
from dateline.incoming import Given, Imported
from dateline.outputs import coded
from dateline.timeline import Timeline
from tests.importers.reading import mapping_in
from tests.outputs.planning import BASE, planned
from tests.outputs.slices_of import EVENTS, every_slice
from tests.rules.small import timeline_of

PLACES = {
    "land": {"name": "The land", "country": "SY", "precision": "country"},
    "march": {
        "name": "The march",
        "part_of": "land",
        "precision": "province",
        "lat": "35",
        "lon": "41",
        "uncertainty_m": "90000",
    },
    "mill": {"name": "The mill", "part_of": "march"},
    "quay": {
        "name": "The quay",
        "part_of": "march",
        "precision": "settlement",
        "lat": "35.1",
        "lon": "40.5",
        "uncertainty_m": "500",
    },
}
ACTORS = {one: {"name": one.title()} for one in ("guards", "farmers", "monitor", "raiders", "drivers")}


def rows(timeline: Timeline, base_url: str | None = BASE) -> dict[str, dict[str, str]]:
    """The rows of the table by id, read strictly."""
    text = planned(coded, timeline, base_url)["coded.csv"].decode()
    return {row["event_id"]: row for row in csv.DictReader(io.StringIO(text, newline=""), strict=True)}


def row(**event: Any) -> dict[str, str]:
    return rows(timeline_of({"a": event}, places=PLACES, actors=ACTORS))["a"]


def test_each_event_has_a_row_with_every_column() -> None:
    found = rows(every_slice())

    assert sorted(found) == sorted(EVENTS)
    assert {tuple(one) for one in found.values()} == {NAMES}


def test_a_date_stands_beside_its_bounds_with_a_code_of_each_scale() -> None:
    names = ("date_start", "date_end", "date_edtf", "ucdp_date_prec", "acled_time_precision")
    found = rows(every_slice())

    assert [found["month"][name] for name in names] == ["2022-01-01", "2022-01-31", "2022-01", "4", "3"]
    assert [found["perhaps"][name] for name in names] == ["2022-01-05"] * 2 + ["2022-01-05?", "", ""]
    assert [found["open"][name] for name in names] == ["2022-01-04", "", "2022-01-04/..", "", ""]


def test_a_place_stands_in_its_province_and_country() -> None:
    found = row(place="quay")

    assert [found[name] for name in ("place", "adm_1", "adm_2", "country")] == [
        *("The quay", "The march", "", "SY")
    ]
    assert [found[name] for name in ("ucdp_where_prec", "acled_geo_precision")] == ["1", "1"]


def test_a_place_without_a_position_has_that_of_the_one_around_it_with_its_code() -> None:
    found = row(place="mill")

    assert (found["latitude"], found["uncertainty_m"], found["position_of"]) == ("35.0", "90000", "The march")
    assert (found["ucdp_where_prec"], found["acled_geo_precision"]) == ("4", "3")


def test_the_position_of_another_place_is_not_lent_to_the_first() -> None:
    found = row(places=["somewhere", "quay"])

    assert (found["place"], found["more_places"], found["latitude"]) == ("somewhere", "The quay", "")
    assert found["ucdp_where_prec"] == found["acled_geo_precision"] == ""


def test_whom_somebody_blames_stands_apart_and_who_only_speaks_is_no_actor() -> None:
    found = row(
        actors=[
            {"actor": "raiders", "role": "attacker", "according_to": "monitor"},
            *("guards", "farmers", "drivers"),
        ],
        claims=[{"by": "monitor", "about": "responsibility", "text": "It was the raiders."}],
    )

    assert (found["actor1"], found["actor2"], found["more_actors"]) == ("Guards", "Farmers", "Drivers")
    assert found["attributed_to"] == "Raiders"
    assert "Monitor" not in found.values()


def test_no_column_gives_a_figure_of_the_dead_as_ours() -> None:
    found = row(casualties=[{"type": "killed", "count": "7373", "according_to": "monitor"}])

    assert "7373" not in "".join(found.values())


def imported(timeline: Timeline) -> dict[str, dict[str, Any]]:
    """What an import makes of the table by the mapping that is proposed, by title."""
    files = (("coded.csv", planned(coded, timeline)["coded.csv"]),)
    made = importer.read(Given(files, mapping_in(importer.propose(Given(files)))))
    assert isinstance(made, Imported)
    assert not [one for one in made.left if one.key != "sources"]
    return {str(one.fields["title"]): dict(one.fields) for one in made.found}


def test_the_import_proposes_what_brings_the_same_dates_and_places_back() -> None:
    events = {ident: {**event, "title": f"Title {ident}"} for ident, event in EVENTS.items()}
    timeline = timeline_of(events, places={**PLACES, "mill": {**PLACES["quay"], "name": "=The mill"}})
    found = imported(timeline)

    assert {ident: found[f"Title {ident}"]["date"] for ident in EVENTS} == {
        ident: event.get("date", "2022-01-05") for ident, event in EVENTS.items()
    }
    assert found["Title both"]["place"] == {
        "name": "=The mill",
        "lat": 35.1,
        "lon": 40.5,
        "uncertainty_m": 500,
        "precision": "settlement",
        "country": "SY",
    }
    assert found["Title month"]["place"] == {"name": "nowhere"}


def test_what_comes_back_has_the_same_row_again() -> None:
    event = {"title": "A title", "place": "quay", "actors": ["guards"], "type": "fire", "summary": "=1+1"}
    timeline = timeline_of({"a": event}, places=PLACES, actors=ACTORS)
    before, again = rows(timeline)["a"], rows(timeline_of({"a": imported(timeline)["A title"]}))["a"]

    # Places and actors are no longer of the registry; what that told is gone, and nothing is added.
    assert {name: text for name, text in again.items() if text and text != before[name]} == {
        "ucdp_where_prec": "2",
        "acled_geo_precision": "2",
    }
