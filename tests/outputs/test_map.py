"""The map page says without a script where everything is, and stays light however much there is."""

import re
from collections.abc import Mapping
from typing import Any

from dateline.outputs import map as module
from tests.outputs.planning import main_text, planned, theme_of
from tests.rules.small import timeline_of

POINT = {"lat": "35.1", "lon": "40.5", "uncertainty_m": "5000"}
PLACES = {
    "base": {"name": "Base", "part_of": "field", **POINT},
    "field": {"name": "Field", "part_of": "syria", **POINT, "lat": "35.4"},
    "port": {"name": "Port", **POINT, "lat": "33.3", "lon": "44.2"},
    "syria": {"name": "Syria"},
}
BARN = {"name": "Barn", **POINT, "lat": "34.0", "lon": "42.0"}


def page(events: Mapping[str, Mapping[str, Any]], **records: Any) -> bytes:
    return planned(module, timeline_of(events, **records))["map.html"]


def test_every_place_is_listed_under_what_it_lies_in() -> None:
    events: dict[str, dict[str, Any]] = {
        "a": {"places": ["base", "field"]},
        "b": {"place": "base"},
        "c": {"place": "port"},
        "d": {"place": BARN},
        "e": {},
    }
    made = page(events, places=PLACES)
    read = main_text(made)

    assert "4 events, each in a circle that surely holds its place" in read
    assert "One event has no place with a position and is not on the map." in read
    assert "Port 1 event Syria 2 events Base Field 2 events Field 1 event" in read
    assert "Described in their events alone 1 event Barn 1 event" in read
    for address in ("places/base.html", "places/syria.html", "places/port.html", "events/d.html"):
        assert f'href="{address}"' in made.decode()


def test_a_mark_says_what_it_is_and_leads_to_its_place() -> None:
    made = page({"a": {"place": "port"}, "b": {"place": "base"}}, places=PLACES).decode()

    assert re.search(
        r'<a href="places/port.html" class="atlas-mark atlas-\w+" aria-label="Port: one event">', made
    )


def test_places_close_together_share_a_mark_with_their_events() -> None:
    places = {
        f"p{n}": {"name": f"P{n}", **POINT, "lat": f"35.1{n}", "uncertainty_m": "100"} for n in range(5)
    }
    events: dict[str, Any] = {f"e{n}": {"place": f"p{n % 5}"} for n in range(7)} | {
        "far": {"place": {**BARN, "lat": "45"}}
    }
    made = page(events, places=places).decode()

    assert 'aria-label="5 places close together: P0, P1, P2, 2 more. 7 events"' in made
    assert ">7</text>" in made


def test_where_no_event_has_a_position_the_page_says_so() -> None:
    nowhere: list[dict[str, dict[str, str]]] = [{}, {"a": {}}, {"a": {"place": "syria"}}]
    for events in nowhere:
        made = page(events, places=PLACES)

        assert "No event has a place with a position, so there is nothing to draw." in main_text(made)
        assert "<svg" not in made.decode()
        assert "map.js" not in made.decode()


def test_a_blur_is_said() -> None:
    made = page({"a": {"place": {**BARN, "blur_m": "2000"}}})

    assert "Some positions are blurred on purpose to 2 km or less." in main_text(made)


def test_of_very_many_places_the_page_counts_those_they_lie_in() -> None:
    many = {
        f"p{n}": {"name": f"Place {n}", **POINT, "lat": f"{n % 50}.{n}", "part_of": f"r{n % 9}"}
        for n in range(3_000)
    }
    regions = {f"r{n}": {"name": f"Region {n}"} for n in range(9)}
    events = {f"e{n}": {"place": f"p{n}"} for n in range(3_000)}
    made = page(events, places={**many, **regions})

    assert len(made) < 150_000
    assert "Region 0 334 events" in main_text(made)
    assert "Place 17 " not in main_text(made).partition("By place")[2]


def test_no_number_of_places_makes_the_page_heavy() -> None:
    flat = {f"p{n}": {"name": f"Place {n}", **POINT, "lon": f"{n % 170}.{n}"} for n in range(3_000)}
    events: dict[str, dict[str, Any]] = {f"e{n}": {"place": f"p{n}"} for n in range(3_000)}
    events |= {
        f"i{n}": {"place": {**BARN, "name": f"Barn {n}", "lat": f"{n % 60}.{n}"}} for n in range(3_000)
    }
    made = page(events, places=flat)

    assert len(made) < 150_000
    assert "2801 further places are in the list of places." in main_text(made)
    assert "2800 further places are described in their events alone." in main_text(made)


def test_a_title_changes_one_file_of_events_only() -> None:
    def keys(title: str) -> dict[str, str]:
        events = {"a": {"place": "base", "title": title}, "b": {"place": "port"}}
        timeline = timeline_of(events, places=PLACES)
        return {output.path: output.key for output in module.plan(timeline, theme_of(timeline))}

    before, after = keys("One"), keys("Two")

    assert {path for path in before if before[path] != after[path]} == {"map/events-0.json"}
