"""Two entries that may be one event are found, once."""

import pytest

from dateline.problems import Finding
from dateline.rules import likely_duplicate as rule
from tests.rules.small import Record, Table, bad, found, good, timeline_of

POINT = {"uncertainty_m": "500"}
PLACES = {
    "country": {"precision": "country"},
    "district": {"precision": "district", "part_of": "country"},
    "market": {"part_of": "district", "lat": "40.00", "lon": "-4.00", **POINT},
    "school": {"part_of": "district"},
    "farm": {"part_of": "country", "lat": "40.10", "lon": "-4.00", **POINT},
    "mill": {"part_of": "country", "lat": "40.20", "lon": "-4.00", **POINT},
    "west": {"lat": "0", "lon": "179.99", **POINT},
    "east": {"lat": "0", "lon": "-179.99", **POINT},
}
ACTORS = {
    "north": {},
    "south": {},
    "label": {"type": "unidentified", "label_by": "north", "possibly_same_as": ["south"]},
    "unknown": {"type": "unidentified"},
}


def pair(one: Record, other: Record) -> list[str]:
    """The ids at which something is found, for two shellings of one day."""
    both = {"type": "shelling"}
    events = {"first": {**both, **one}, "second": {**both, **other}}
    return [finding.id for finding in found(rule, timeline_of(events, places=PLACES, actors=ACTORS))]


def test_one_day_type_and_place_is_found_at_the_later_id() -> None:
    timeline = timeline_of({"shells": bad(rule), "first-shells": bad(rule)})

    assert found(rule, timeline) == [
        Finding(
            "event",
            "shells",
            ("title",),
            "this may be the same event as 'first-shells': same type, about the same day and place",
            "add to relations, possibly_same_as: {event: first-shells, note: for and against}"
            ", or distinct_from: first-shells",
        )
    ]


def test_of_many_that_are_alike_the_first_three_are_named() -> None:
    (*_, last) = found(rule, timeline_of({name: bad(rule) for name in "abcde"}))

    assert last.id == "e"
    assert "same event as 'a', 'b', 'c': same type" in last.message
    assert last.hint.endswith("distinct_from: a")
    assert "{event: a, note" in last.hint


@pytest.mark.parametrize(
    "relations",
    [
        {"distinct_from": "first-shells"},
        {"possibly_same_as": {"event": "first-shells", "note": "Same day."}},
        {"follows": "first-shells"},
    ],
)
def test_a_link_of_any_kind_settles_it(relations: dict[str, object]) -> None:
    assert found(rule, timeline_of({"shells": good(rule), "first-shells": bad(rule)})) == []
    assert (
        found(rule, timeline_of({"shells": {**bad(rule), "relations": relations}, "first-shells": bad(rule)}))
        == []
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("market", "market"),
        ("market", "school"),
        ("district", "school"),
        ("market", "farm"),
        ("west", "east"),
        ("Market of Aldea", "market of aldea"),
        ("country", "country"),
    ],
)
def test_near_places_and_places_of_one_district_are_alike(one: str, other: str) -> None:
    assert pair({"place": one}, {"place": other}) == ["second"]


@pytest.mark.parametrize(("one", "other"), [("market", "mill"), ("farm", "country"), ("school", "farm")])
def test_places_far_apart_or_only_in_one_country_are_not(one: str, other: str) -> None:
    assert pair({"place": one}, {"place": other}) == []


@pytest.mark.parametrize(
    ("date", "alike"),
    [
        ("2022-01-04", True),
        ("2022-01-06?", True),
        ("2022-01-07", False),
        ("2022-01", False),
        ("2022-01-05/..", False),
    ],
)
def test_a_day_counts_with_its_neighbours(date: str, alike: bool) -> None:  # noqa: FBT001  # a table's column
    assert pair({"place": "market"}, {"place": "market", "date": date}) == ["second"] * alike


@pytest.mark.parametrize("kind", [{"type": "killing"}, {"type": None}])
def test_other_types_are_other_events(kind: dict[str, str | None]) -> None:
    assert pair({"place": "market"}, {"place": "market", **kind}) == []


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("north", "south", False),
        ("north", "north", True),
        ("label", "south", True),
        ("label", "north", False),
        ("unknown", "north", True),
        ("The North", "the north", True),
    ],
)
def test_different_attackers_are_different_events(one: str, other: str, alike: bool) -> None:  # noqa: FBT001
    events = [{"place": "market", "actors": [{"actor": name, "role": "attacker"}]} for name in (one, other)]

    assert pair(*events) == ["second"] * alike


def test_a_series_and_a_withdrawn_entry_are_no_duplicates() -> None:
    assert pair({"place": "market", "status": "withdrawn"}, {"place": "market"}) == []
    events = {name: {"type": "shelling", "place": "market"} for name in ("a", "b")}
    part = {"date": "2022-01-06", "relations": {"part_of": "a"}}

    assert found(rule, timeline_of({**events, "c": part}, places=PLACES)) == []


def test_thousands_of_events_of_one_day_take_no_square_of_the_time() -> None:
    event = {"type": "shelling", "place": "market"}
    actors: Table = {f"actor-{number}": {} for number in range(3000)}
    events = {
        f"event-{number}": {**event, "actors": [{"actor": f"actor-{number}", "role": "attacker"}]}
        for number in range(3000)
    }

    assert found(rule, timeline_of(events, places=PLACES, actors=actors)) == []
