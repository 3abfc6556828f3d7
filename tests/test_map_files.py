"""The script's first file is small and says where and when; titles come in pieces."""

import gzip
import json
from typing import Any

from dateline.json_text import encode
from dateline.outputs import map as module
from dateline.timeline import Timeline
from tests.outputs.planning import planned
from tests.rules.small import timeline_of

POINT = {"lat": "35.1", "lon": "40.5", "uncertainty_m": "5000"}


def files(timeline: Timeline) -> dict[str, Any]:
    made = planned(module, timeline)
    return {path: json.loads(raw) for path, raw in made.items() if path.endswith(".json")}


def summed(steps: list[int]) -> list[int]:
    return [sum(steps[: number + 1]) for number in range(len(steps))]


def years(first: dict[str, Any]) -> list[tuple[int, int]]:
    starts = summed(first["first"])
    return [
        (first["years"][start], first["years"][start + span])
        for start, span in zip(starts, first["lasts"], strict=True)
    ]


def test_events_are_numbered_in_their_order_with_the_years_they_may_fall_in() -> None:
    dates = [
        "0044",
        "1990-05",
        "1990/1992-03",
        "1991~",
        "../1992",
        "1992/..",
        "[1989..1991]",
        "-0043",
        "199X",
    ]
    events = {f"e{number}": {"date": date, "place": "base"} for number, date in enumerate(dates)}
    timeline = timeline_of(events, places={"base": POINT})
    first = files(timeline)["map/places.json"]
    found = {entry.date.text: span for entry, span in zip(timeline.entries, years(first), strict=True)}

    assert found == {
        "-0043": (-43, -43),
        "0044": (44, 44),
        "1990-05": (1990, 1990),
        "1990/1992-03": (1990, 1992),
        "1991~": (1991, 1991),
        "../1992": (-43, 1992),
        "1992/..": (1992, 1999),
        "[1989..1991]": (1989, 1991),
        "199X": (1990, 1999),
    }
    assert first["yearWords"][0] == "44 BCE"


def test_a_place_has_its_spot_its_words_and_its_events() -> None:
    places = {"base": {**POINT, "part_of": "syria", "blur_m": "2500"}, "syria": {"name": "Syria"}}
    events = {"a": {"place": "base"}, "b": {}, "c": {"place": "base", "title": "Third"}}
    made = files(timeline_of(events, places=places))
    ((name, ident, address, spot, file, km, blur, within, held),) = made["map/places.json"]["places"]

    assert (name, ident, address, spot, file) == ("base", "base", "places/base.html", 0, 0)
    assert (km, blur, within, summed(held)) == ("5", "2.5", "Syria", [0, 2])
    assert made["map/events-0.json"] == {
        "0": [[0, "a", "An event", "en", "5 January 2022"], [2, "c", "Third", "en", "5 January 2022"]]
    }


def test_a_file_of_events_is_bounded_and_every_place_is_in_one() -> None:
    events = {f"e{number:04}": {"place": f"p{number % 3}"} for number in range(1_500)}
    places = {f"p{number}": {**POINT, "lat": str(30 + number)} for number in range(3)}
    made = files(timeline_of(events, places=places))
    held = {name: value for name, value in made.items() if name.startswith("map/events-")}

    assert [sorted(one) for one in held.values()] == [["0", "1"], ["2"]]
    assert all(len(lines) == 200 for one in held.values() for lines in one.values())
    assert held["map/events-1.json"]["2"][-1][1] == "e1499"


def test_the_first_file_of_ten_thousand_events_is_small() -> None:
    number_of = 10_000
    places = {
        f"place-{number}": {
            **POINT,
            "name": f"A place of some length, {number}",
            "lat": str(30 + number % 17),
            "lon": str(number % 40),
        }
        for number in range(400)
    }
    events = {
        f"e{number}": {"date": f"{1990 + number // 400}-03-05", "place": f"place-{number * 7919 % 400}"}
        for number in range(number_of)
    }
    made = files(timeline_of(events, places=places))["map/places.json"]

    assert len(made["first"]) == number_of
    assert len(gzip.compress(encode(made))) < 40_000


def test_without_a_position_there_is_nothing_to_draw() -> None:
    made = files(timeline_of({"a": {}}))

    assert list(made) == ["map/places.json"]
    assert made["map/places.json"]["spots"] == []
