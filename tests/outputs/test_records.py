"""The data files are strict JSON, say what was typed, and never a more exact date."""

import json
from typing import Any

import pytest

from dateline.outputs import records
from dateline.schema import SCHEMAS
from tests.outputs.planning import BASE, planned, theme_of
from tests.rules.small import timeline_of

EVENT = {
    "date": "2022-01-04?",
    "time": "~15:40",
    "place": {"name": "Market", "lat": "35.10", "lon": "40.55", "uncertainty_m": "500"},
    "casualties": [{"type": "killed", "low": "0", "high": None}],
    "relations": {"follows": "b"},
    "tags": ["كهرباء"],
    "extra": {"x-note": "own"},
}


def strict(raw: bytes) -> Any:
    """The value of a strict JSON text in UTF-8."""

    def refuse(word: str) -> None:
        pytest.fail(f"{word} is no JSON")

    return json.loads(raw.decode("utf-8"), parse_constant=refuse)


def files(base_url: str | None = BASE) -> dict[str, Any]:
    """Every data file, read."""
    timeline = timeline_of({"a": EVENT, "b": {"date": "196X"}, "c": {"date": "-0043-03-15"}})
    return {path: strict(raw) for path, raw in planned(records, timeline, base_url).items()}


def test_there_is_a_file_for_each_event_one_for_all_and_the_schemas() -> None:
    assert sorted(files()) == sorted(
        [
            *(f"events/{ident}.json" for ident in "abc"),
            *(f"schema/{name}.json" for name in SCHEMAS),
            "timeline.json",
        ]
    )


def test_a_record_says_what_was_typed_and_apart_from_it_what_was_worked_out() -> None:
    made = files()["events/a.json"]

    assert (made["id"], made["url"]) == ("a", f"{BASE}events/a.html")
    assert (made["date"], made["time"], made["tags"]) == ("2022-01-04?", "~15:40", ["كهرباء"])
    assert made["place"]["inline"]["lat"] == 35.1
    assert made["casualties"][0]["low"] == 0
    assert "count" not in made["casualties"][0]
    assert made["extra"] == {"x-note": "own"}
    assert made["verification"] == "reported"
    assert made["worked_out"]["relations"] == [{"kind": "follows", "event": "b"}]
    assert made["worked_out"]["previous"] == "b"


@pytest.mark.parametrize(
    ("ident", "earliest", "latest", "precision"),
    [
        ("a", "2022-01-04", "2022-01-04", "day"),
        ("b", "1960-01-01", "1969-12-31", "decade"),
        ("c", "-000043-03-15", "-000043-03-15", "day"),
    ],
)
def test_bounds_are_days_with_the_precision_beside_them(
    ident: str, earliest: str, latest: str, precision: str
) -> None:
    worked_out = files()[f"events/{ident}.json"]["worked_out"]

    assert (worked_out["earliest"], worked_out["latest"], worked_out["precision"]) == (
        earliest,
        latest,
        precision,
    )


def test_no_date_without_a_time_becomes_an_instant() -> None:
    assert "T00:00" not in json.dumps(files()["timeline.json"])


def test_the_whole_holds_every_event_in_order() -> None:
    whole = files()["timeline.json"]

    assert [event["id"] for event in whole["events"]] == ["c", "b", "a"]
    assert whole["events"][2] == files()["events/a.json"]
    assert set(whole) >= {"title", "licence", "knowledge_date", "places", "actors", "sources"}


def test_what_events_refer_to_comes_before_them() -> None:
    names = list(files()["timeline.json"])

    assert names.index("sources") < names.index("events") == len(names) - 1


def test_a_long_timeline_is_cut_by_year_and_says_where_its_parts_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(records, "MOST", 2)
    dates = {"a": "2021-05", "b": "2021-12-30/2022-01-02", "c": "2022", "d": "202X"}
    timeline = timeline_of({ident: {"date": date} for ident, date in dates.items()})

    found = {path: strict(raw) for path, raw in planned(records, timeline).items()}

    whole = found["timeline.json"]
    assert whole["parts"] == [
        {"period": "2021", "file": "timeline/2021.json", "events": 2},
        {"period": "2022", "file": "timeline/2022.json", "events": 2},
    ]
    assert [event["id"] for event in whole["events"]] == ["d"]
    assert set(whole) >= {"title", "licence", "knowledge_date", "places", "actors", "sources"}
    for part, ids in (("2021", ["a", "b"]), ("2022", ["b", "c"])):
        held = found[f"timeline/{part}.json"]
        assert held["period"] == part
        assert held["events"] == [found[f"events/{ident}.json"] for ident in ids]


def test_a_timeline_of_a_thousand_events_is_one_file() -> None:
    assert records.MOST == 1_000
    assert "parts" not in files()["timeline.json"]


def test_the_key_of_a_data_file_changes_with_what_it_holds() -> None:
    def keys(**changes: dict[str, Any]) -> dict[str, str]:
        events = {ident: {"date": "2022", **changes.get(ident, {})} for ident in ("a", "b", "c")}
        timeline = timeline_of(events, places={"base": {"name": "Base"}})
        return {one.path: one.key for one in records.plan(timeline, theme_of(timeline))}

    def changed(**changes: dict[str, Any]) -> set[str]:
        before, after = keys(), keys(**changes)
        return {path.rpartition("/")[2] for path in before if before[path] != after[path]}

    assert changed() == set()
    assert changed(c={"title": "Another"}) == {"c.json", "timeline.json"}
    assert changed(c={"relations": {"similar_to": "a"}}) == {"a.json", "c.json", "timeline.json"}
    assert changed(a={"date": "2023"}) == {"a.json", "b.json", "c.json", "timeline.json"}


def test_a_site_whose_address_is_not_known_gives_none() -> None:
    assert "url" not in files(None)["events/a.json"]
    assert "url" not in files(None)["timeline.json"]


def test_absent_null_and_zero_stay_three_things() -> None:
    rows = [
        {"type": "killed", "low": "0", "high": None, "according_to": "A"},
        {"type": "killed", "count": "0"},
    ]
    timeline = timeline_of({"a": {"casualties": rows}})

    found = json.loads(planned(records, timeline)["events/a.json"])["casualties"]

    assert found[0]["high"] is None
    assert "count" not in found[0]
    assert found[1]["count"] == 0
    assert "high" not in found[1]
