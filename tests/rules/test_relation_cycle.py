"""Links that run in a circle are found, each circle once."""

import pytest

from dateline.problems import Finding
from dateline.rules import relation_cycle as rule
from tests.rules.small import bad, found, good, timeline_of

HINT = "take one of these links out"
REPLY = {"relations": {"follows": "attack"}}


def test_two_events_that_follow_one_another_are_found_once() -> None:
    timeline = timeline_of({"attack": bad(rule), "reply": REPLY})

    assert found(rule, timeline) == [
        Finding(
            "event",
            "attack",
            ("relations", "follows", 0, "event"),
            "these events come after one another in a circle: attack → reply → attack",
            HINT,
        )
    ]


def test_the_two_sides_of_one_link_are_no_circle() -> None:
    assert found(rule, timeline_of({"attack": good(rule), "reply": REPLY})) == []


def test_a_link_taken_out_opens_the_circle() -> None:
    assert found(rule, timeline_of({"attack": {}, "reply": REPLY})) == []


def test_all_kinds_of_before_and_after_make_one_chain() -> None:
    events = {
        "a": {"relations": {"follows": "b"}},
        "b": {"relations": {"responds_to": "c"}},
        "c": {"relations": {"led_to": "b", "result_of": "a"}},
    }

    assert [one.message for one in found(rule, timeline_of(events))] == [
        "these events come after one another in a circle: a → b → c → a"
    ]


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("part_of", "these events are part of one another"),
        ("has_part", "these events are part of one another"),
        ("replaces", "these entries replace one another"),
        ("precedes", "these events come after one another"),
    ],
)
def test_an_event_is_not_linked_to_itself(name: str, what: str) -> None:
    timeline = timeline_of({"a": {"relations": {name: "a"}}})

    assert found(rule, timeline) == [
        Finding("event", "a", ("relations", name, 0, "event"), f"{what} in a circle: a → a", HINT)
    ]


def test_an_event_is_not_like_itself() -> None:
    timeline = timeline_of({"a": {"relations": {"similar_to": ["b", "a"]}}, "b": {}})

    assert found(rule, timeline) == [
        Finding(
            "event",
            "a",
            ("relations", "similar_to", 1, "event"),
            "'similar_to' leads from the event to itself",
            HINT,
        )
    ]


def test_a_series_may_follow_what_another_series_holds() -> None:
    events = {
        "series": {"relations": {"has_part": "a"}},
        "a": {"relations": {"follows": "b"}},
        "b": {"relations": {"part_of": "series"}},
    }

    assert found(rule, timeline_of(events)) == []


def test_places_actors_and_sources_run_in_no_circle() -> None:
    timeline = timeline_of(
        places={"city": {"part_of": "province"}, "province": {"part_of": "city"}},
        actors={"army": {"member_of": "army"}},
        sources={"wire": {"via": "paper"}, "paper": {"based_on": ["radio", "wire"]}, "radio": {}},
    )

    assert [(one.kind, one.id, one.loc, one.message) for one in found(rule, timeline)] == [
        (
            "place",
            "city",
            ("part_of",),
            "these places lie in one another in a circle: city → province → city",
        ),
        ("actor", "army", ("member_of",), "these actors belong to one another in a circle: army → army"),
        (
            "source",
            "paper",
            ("based_on", 1),
            "these sources rest on one another in a circle: paper → wire → paper",
        ),
    ]


def test_two_circles_are_both_found() -> None:
    pairs = (("a", "b"), ("b", "a"), ("c", "d"), ("d", "c"), ("d", "a"))
    events: dict[str, dict[str, dict[str, list[str]]]] = {}
    for start, end in pairs:
        events.setdefault(start, {"relations": {"follows": []}})["relations"]["follows"].append(end)

    assert [one.id for one in found(rule, timeline_of(events))] == ["a", "c"]


def test_a_circle_of_many_names_the_first_few() -> None:
    events = {
        f"e{number:04}": {"relations": {"follows": f"e{(number + 1) % 2000:04}"}} for number in range(2000)
    }

    (one,) = found(rule, timeline_of(events))
    assert one.message.endswith("e0006 → e0007 → … (2000 in all)")


def follow(**ends: str) -> list[str]:
    """What is found where events follow others, each of which is a letter, less what all have in common."""
    events = {start: {"relations": {"follows": list(some)}} for start, some in ends.items()}
    return [one.message.partition("circle: ")[2] for one in found(rule, timeline_of(events))]


def test_circles_that_share_an_event_or_a_link_are_all_found() -> None:
    assert follow(a="cb", b="a", c="a") == ["a → b → a", "a → c → a"]
    assert follow(a="b", b="c", c="ab") == ["a → b → c → a", "b → c → b"]


def test_a_circle_that_two_links_close_is_found_once() -> None:
    events = {"a": {"relations": {"follows": "b"}}, "b": {"relations": {"follows": "a", "result_of": "a"}}}

    assert len(found(rule, timeline_of(events))) == 1


def test_up_to_seven_are_all_named_wherever_the_way_to_them_begins() -> None:
    seven = {"a": "b", "b": "c", "c": "d", "d": "e", "e": "f", "f": "g", "g": "h", "h": "b"}
    eight = {**seven, "h": "i", "i": "b"}

    assert follow(**seven) == ["b → c → d → e → f → g → h → b"]
    assert follow(**eight) == ["b → c → d → e → f → g → h → i → … (8 in all)"]
