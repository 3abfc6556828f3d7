"""The data of the tools is split, bounded and the same as what the pages say."""

import json
from itertools import chain
from typing import Any

from dateline.outputs import marks
from dateline.timeline import Timeline
from tests.outputs.planning import planned, theme_of
from tests.rules.small import timeline_of

HEAVIEST = 150_000


def told(timeline: Timeline) -> dict[str, Any]:
    """Every file, read, by its name."""
    files = planned(marks, timeline)
    assert all(len(raw) <= HEAVIEST for raw in files.values())
    return {path.removeprefix("marks/").removesuffix(".json"): json.loads(raw) for path, raw in files.items()}


def crowd(**changed: object) -> Timeline:
    """Some thousand events, each with a place, an actor, a source and a tag of its own."""
    events: dict[str, dict[str, object]] = {
        f"e{one:04}": {
            "date": f"{2000 + one % 20}-{1 + one % 12:02}-{1 + one % 28:02}",
            "place": f"p{one}",
            "tags": [f"tag-{one}"],
            "sources": [f"s{one}"],
        }
        for one in range(1_500)
    }
    events["e0007"] |= changed
    return timeline_of(
        events,
        places={f"p{one}": {"name": f"A place with quite a long name, number {one}"} for one in range(1_500)},
        sources={f"s{one}": {"title": "A report of some length " * 5} for one in range(1_500)},
    )


def test_the_overview_counts_every_event_and_leads_to_every_chunk() -> None:
    files = told(crowd())
    overview = files["overview"]

    assert overview["count"] == sum(overview["bins"]) == 1_500
    assert {chunk[0] for chunk in overview["chunks"]} | {"overview", "values"} == {
        name.removesuffix("-names") for name in files
    }
    ids = chain.from_iterable(files[f"{chunk[0]}-names"]["id"] for chunk in overview["chunks"])
    assert list(ids) == [entry.id for entry in crowd().entries]


def test_an_edited_event_changes_its_chunk_and_the_overview() -> None:
    before, after = planned(marks, crowd()), planned(marks, crowd(title="Another"))
    changed = [path for path in before if before[path] != after[path]]

    assert before.keys() == after.keys()
    assert [path for path in changed if not path.endswith("-names.json")] == ["marks/overview.json"]
    assert len(changed) == 2


def test_a_key_changes_whenever_the_bytes_do() -> None:
    plans = [
        {one.path: one for one in marks.plan(timeline, theme_of(timeline))}
        for timeline in (
            crowd(),
            crowd(title="Another"),
            crowd(tags=["tag-8"]),
            crowd(date="1999"),
            timeline_of({"a": {"place": "x"}}, places={"x": {}}),
            timeline_of({"a": {"place": "x"}}, places={"x": {"name": "Another"}}),
        )
    ]
    for before in plans:
        for after in plans:
            for path in before.keys() & after.keys():
                if before[path].key == after[path].key:
                    assert before[path].render() == after[path].render(), path


def test_a_facet_with_too_many_values_keeps_the_most_frequent_and_counts_the_rest() -> None:
    place = told(crowd())["values"]["place"]

    assert len(place["values"]) + place["more"] == 1_500
    assert place["more"] > 0


def test_labels_are_those_of_the_pages() -> None:
    timeline = timeline_of(
        {"a": {"type": "fire", "verification": "disputed", "actors": [{"actor": "x", "role": "helper"}]}},
        actors={"x": {"name": "The crew"}},
        site={"vocabularies": {"type": {"fire": {"label": "Fire"}}, "role": {"helper": {"label": "Helper"}}}},
    )
    values = told(timeline)["values"]

    assert values["type"]["values"] == [["fire", "Fire", 1]]
    assert values["verification"]["values"] == [["disputed", "Disputed", 1]]
    assert values["actor"]["values"] == [["x", "The crew", 1]]
    assert values["role"]["values"] == [["helper", "Helper", 1]]


def test_an_empty_timeline_has_an_empty_overview() -> None:
    assert told(timeline_of())["overview"]["count"] == 0


def test_what_was_withdrawn_is_in_no_file() -> None:
    files = planned(marks, timeline_of({"a": {}, "gone": {"status": "withdrawn"}}))

    assert all(b"gone" not in raw for raw in files.values())
