"""A time zone has a name."""

import pytest

from dateline.problems import Finding
from dateline.rules import bad_timezone as rule
from tests.rules.small import bad, found, good, timeline_of


def test_a_name_that_is_no_zone_is_found_with_the_close_match() -> None:
    assert found(rule, timeline_of({"a": bad(rule)})) == [
        Finding(
            "event", "a", ("timezone",), "there is no time zone 'Asia/Bagdad'", "did you mean Asia/Baghdad?"
        )
    ]


def test_a_zone_of_the_database_is_fine() -> None:
    assert found(rule, timeline_of({"a": good(rule)})) == []


@pytest.mark.parametrize("name", ["+03:00", "../../etc/passwd", "Asia", "asia/baghdad"])
def test_offsets_paths_and_folders_are_no_zones(name: str) -> None:
    assert [one.message for one in found(rule, timeline_of(site={"timezone": name}))] == [
        f"there is no time zone '{name}'"
    ]


def test_every_zone_of_a_site_is_looked_up() -> None:
    odd = {"timezone": "Nowhere"}
    events = {
        "a": {"place": {"name": "Market", **odd}},
        "b": {"places": ["Market", {"name": "School", **odd}]},
    }

    assert [
        (one.kind, one.id, one.loc) for one in found(rule, timeline_of(events, places={"p": odd}, site=odd))
    ] == [
        ("site", "", ("timezone",)),
        ("place", "p", ("timezone",)),
        ("event", "a", ("place", "timezone")),
        ("event", "b", ("places", 1, "timezone")),
    ]
