"""Related events are drawn in time, the nearest first, each with whose word the relation is."""

import re
from typing import Any

from dateline.outputs import events
from dateline.relation_graph import LONGEST, MOST, WIDTH, RelationGraph, relation_graph, shortened
from tests.outputs.planning import main_text, planned
from tests.rules.small import timeline_of


def graph(*, mirrored: bool = False, **relations: Any) -> RelationGraph | None:
    """The drawing for an event of 2000 among one of each year."""
    others = {f"e{year}": {"date": str(year), "title": f"In {year}"} for year in range(1980, 2020)}
    own = {"date": "2000-06-01", "relations": relations}
    timeline = timeline_of({**others, "own": own}, actors={"army": {"name": "Army"}})
    story = timeline.story(timeline.by_id["own"])
    return relation_graph(story.card, story.related, mirrored=mirrored)


def drawn(found: RelationGraph | None) -> list[str]:
    """The events in a drawing."""
    assert found is not None
    return [node.id for node in found.nodes]


def test_events_stand_in_time_with_the_own_one_among_them() -> None:
    found = graph(follows=["e1999", "e1990"], precedes="e2005")

    assert drawn(found) == ["e1990", "e1999", "own", "e2005"]
    assert found is not None
    assert [bool(node.bow) for node in found.nodes] == [True, True, False, True]
    assert [node.y for node in found.nodes] == sorted(node.y for node in found.nodes)


def test_one_related_event_is_no_drawing() -> None:
    assert graph() is None
    assert graph(follows="e1999") is None


def test_of_many_the_nearest_are_drawn() -> None:
    found = graph(similar_to=[f"e{year}" for year in range(1980, 2020)])

    assert found is not None
    assert len(found.nodes) == MOST + 1
    assert found.count == 40
    assert {*drawn(found)} == {"own", *(f"e{year}" for year in range(1995, 2007))}


def test_what_somebody_states_is_in_a_row_with_the_speaker_and_no_other() -> None:
    said = {"event": "e1999", "according_to": "army"}
    found = graph(responds_to=[said], follows="e1999")

    assert found is not None
    assert [(node.kinds, node.speaker) for node in found.nodes if node.bow] == [
        (("follows",), ""),
        (("responds_to",), "Army"),
    ]


def test_everything_is_inside_the_drawing_in_both_directions() -> None:
    for mirrored in (False, True):
        found = graph(mirrored=mirrored, similar_to=[f"e{year}" for year in range(1980, 2020)])
        assert found is not None
        for node in found.nodes:
            numbers = list(map(float, re.findall(r"-?[0-9.]+", node.bow))) or [0.0] * 6
            furthest = (numbers[0] + numbers[2]) / 2  # a quadratic curve goes half the way to its handle
            assert 0 <= furthest <= WIDTH
            assert all(0 <= y <= found.height for y in numbers[1::2])
        assert (found.text > WIDTH / 2) == mirrored


def test_a_long_title_is_cut_and_wide_letters_take_more_room() -> None:
    assert shortened("Short") == "Short"
    assert shortened("a" * 99) == "a" * LONGEST + "…"
    assert len(shortened("洪" * 99)) == LONGEST // 2 + 1


def test_the_page_draws_links_that_say_all_and_lists_the_same() -> None:
    timeline = timeline_of(
        {
            "a": {"relations": {"responds_to": [{"event": "b", "according_to": "army"}], "follows": "c"}},
            "b": {"title": "First <b>", "date": "2021"},
            "c": {"title": "Second", "date": "2021-05-04?"},
        },
        actors={"army": {"name": "Army"}},
    )
    raw = planned(events, timeline)["events/a.html"]
    html = raw.decode()

    labels = re.findall(r'<a href="[bc]\.html" aria-label="([^"]*)">', html)
    assert labels == [
        "In response to: First &lt;b&gt;, 2021; according to Army",
        "Came after: Second, possibly 4 May 2021",
    ]
    assert "In response to: First <b> 2021 according to Army" in main_text(raw)
