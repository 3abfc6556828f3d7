"""The feeds of changes tell what the data tells, newest first, and nothing of what is hidden."""

from typing import Any

import feedparser

from dateline.outputs import changes
from tests.outputs.planning import BASE, planned, theme_of
from tests.rules.small import timeline_of

CORRECTED = {"corrections": [{"date": "2022-01-07", "type": "correction", "text": "Moved.", "was": "Here"}]}
UPDATED = {"corrections": [{"date": "2022-02", "type": "update", "text": "More is known."}]}
TRANSLATED = {"translations": {"fr": {"title": "Un fait", "updated": "2022-01-09"}}}
EVENTS: dict[str, dict[str, Any]] = {
    "a": CORRECTED,
    "b": UPDATED,
    "c": TRANSLATED,
    "d": {},
    "gone": {**CORRECTED, "title": "Taken back", "status": "withdrawn", "withdrawn_reason": "A drill."},
}


def entries(name: str) -> list[Any]:
    parsed = feedparser.parse(planned(changes, timeline_of(EVENTS))[name])
    assert not parsed.bozo
    return list(parsed.entries)


def test_every_change_of_which_the_data_gives_the_day_is_there() -> None:
    found = [(one.title, one.updated[:10], one.link) for one in entries("changes.xml")]

    assert found == [
        ("Update: An event", "2022-02-28", f"{BASE}events/b.html"),
        ("Translation: An event", "2022-01-09", f"{BASE}events/c.html"),
        ("Correction: This entry was withdrawn", "2022-01-07", f"{BASE}events/gone.html"),
        ("Correction: An event", "2022-01-07", f"{BASE}events/a.html"),
    ]


def test_corrections_have_a_feed_of_their_own() -> None:
    found = entries("corrections.xml")

    assert [one.link for one in found] == [f"{BASE}events/gone.html", f"{BASE}events/a.html"]
    assert found[1].summary == "7 January 2022 — Moved. It said: “Here”."


def test_the_title_of_what_was_withdrawn_is_not_told() -> None:
    assert all(b"Taken back" not in raw for raw in planned(changes, timeline_of(EVENTS)).values())


def test_ids_differ_and_stay() -> None:
    first, again = ([one.id for one in entries("changes.xml")] for _ in range(2))

    assert first == again
    assert len(set(first)) == len(first)


def test_an_event_in_which_nothing_was_changed_costs_nothing() -> None:
    def keys(title: str) -> list[str]:
        timeline = timeline_of({**EVENTS, "d": {"title": title}})
        return [one.key for one in changes.plan(timeline, theme_of(timeline))]

    assert keys("An event") == keys("Another")
