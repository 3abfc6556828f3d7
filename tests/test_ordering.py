"""Events stand in order: stated sequence, then bounds, then the editors' order, then the id."""

from typing import Any

import pytest

from dateline.dates import parse
from dateline.ordering import contradicts, in_order, sequence
from dateline.rows import Row
from tests.rules.small import timeline_of


def rows(events: dict[str, dict[str, Any]]) -> dict[str, Row]:
    """The rows of some events in the order given; an event is of 5 January 2022 unless it says other."""
    made = timeline_of(events).by_id
    return {ident: made[ident].row for ident in events}


def order(**events: dict[str, Any]) -> list[str]:
    """The ids in order."""
    return list(in_order(rows(events)))


def test_days_come_in_order_and_equal_days_by_id() -> None:
    assert order(b={}, a={}, c={"date": "2021-12-31"}) == ["c", "a", "b"]


def test_an_hour_comes_before_a_whole_day_event_of_its_day() -> None:
    assert order(a={}, b={"time": "04:30"}) == ["b", "a"]


def test_hours_and_parts_of_the_day_come_by_their_bounds() -> None:
    clocks = {"e": "evening", "d": "15:40", "c": "afternoon", "b": "04:30", "a": "morning"}

    assert order(**{ident: {"time": time} for ident, time in clocks.items()}, z={}) == [
        "a",
        "b",
        "c",
        "d",
        "e",
        "z",
    ]


def test_the_precise_comes_before_the_vague_that_begins_with_it() -> None:
    dates = {"a": "196X", "b": "1960", "c": "1960-01", "d": "1960-01-01", "e": "1960-01-01/1960-01-03"}

    assert order(**{ident: {"date": date} for ident, date in dates.items()}) == ["d", "e", "c", "b", "a"]


def test_deep_time_stands_before_the_common_era_and_that_before_now() -> None:
    dates = {"now": "2022", "caesar": "-0043-03-15", "four": "0004", "dinosaurs": "Y-170000002"}

    assert order(**{ident: {"date": date} for ident, date in dates.items()}) == [
        "dinosaurs",
        "caesar",
        "four",
        "now",
    ]


def test_the_editors_order_decides_between_equal_bounds() -> None:
    assert order(a={"order": "2"}, b={"order": "1"}) == ["b", "a"]


def test_attack_then_reply_then_statement_though_all_are_of_one_day() -> None:
    assert order(
        reply={"relations": {"responds_to": "wave"}},
        statement={"relations": {"reports_on": ["wave", "reply"]}},
        wave={},
    ) == ["wave", "reply", "statement"]


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("follows", ["b", "a"]),
        ("responds_to", ["b", "a"]),
        ("result_of", ["b", "a"]),
        ("anniversary_of", ["b", "a"]),
        ("reports_on", ["b", "a"]),
        ("precedes", ["a", "b"]),
        ("prompted", ["a", "b"]),
        ("led_to", ["a", "b"]),
        ("has_anniversary", ["a", "b"]),
        ("reported_in", ["a", "b"]),
        ("part_of", ["a", "b"]),
        ("similar_to", ["a", "b"]),
    ],
)
def test_relations_of_sequence_order_events_from_either_side(kind: str, expected: list[str]) -> None:
    assert order(a={"relations": {kind: "b"}}, b={}) == expected
    assert order(a={}, b={"relations": {kind: "a"}}) == (
        ["a", "b"] if expected == ["b", "a"] or kind in ("part_of", "similar_to") else ["b", "a"]
    )


def test_a_stated_sequence_wins_over_an_hour_but_not_over_the_day() -> None:
    assert order(a={"time": "04:30", "relations": {"follows": "b"}}, b={}) == ["b", "a"]
    assert order(a={"date": "2022-01-03", "relations": {"follows": "b"}}, b={}) == ["a", "b"]
    assert order(a={"date": "2022-01", "relations": {"follows": "b"}}, b={}) == ["b", "a"]


def test_a_sequence_leads_through_events_of_other_days() -> None:
    assert order(
        a={"date": "2022", "relations": {"follows": "b"}},
        b={"date": "2022", "relations": {"follows": "c"}},
        c={"date": "2022-06"},
        d={"date": "2022-07"},
    ) == ["c", "b", "a", "d"]


def test_a_cycle_does_not_hang_the_order_and_loses_no_event() -> None:
    assert order(
        a={"relations": {"follows": "c"}},
        b={"relations": {"follows": "a"}},
        c={"relations": {"follows": "b"}},
        d={},
        self={"relations": {"follows": "self"}},
    ) == ["d", "self", "a", "b", "c"]


def test_a_long_chain_and_a_long_cycle_take_no_time() -> None:
    chain = {f"e{n:04}": {"relations": {"follows": f"e{n + 1:04}"}} for n in range(2_000)}
    circle = {**chain, "e1999": {"relations": {"follows": "e0000"}}}

    assert order(**{**chain, "e2000": {}})[0] == "e2000"
    assert len(order(**circle)) == 2_000


def test_a_link_that_leads_nowhere_orders_nothing() -> None:
    assert order(a={"relations": {"follows": "gone"}}, b={}) == ["a", "b"]


def test_a_pair_that_both_sides_state_is_one_pair() -> None:
    events = {"a": {"relations": {"follows": "b"}}, "b": {"relations": {"precedes": "a"}}}

    assert sequence(rows(events)) == [("b", "a")]


@pytest.mark.parametrize(
    ("earlier", "later", "expected"),
    [
        ("2022-01-05", "2022-01-04", True),
        ("2022-01-05", "2022-01-05", False),
        ("2022-01-05", "2022-01", False),
        ("2022-02", "2022-01", True),
        ("2022-01-05", "2021-12-30/..", False),
        ("../2022-01-05", "2022-01-04", False),
    ],
)
def test_dates_contradict_a_sequence_only_when_their_bounds_rule_it_out(
    earlier: str, later: str, *, expected: bool
) -> None:
    assert contradicts(parse(earlier), parse(later)) is expected


def test_the_order_in_which_files_are_read_does_not_matter() -> None:
    events: dict[str, dict[str, Any]] = {
        "b": {"relations": {"follows": "d"}},
        "a": {},
        "d": {"time": "12:00"},
        "c": {"date": "2022"},
    }

    assert order(**events) == order(**dict(reversed(events.items())))
