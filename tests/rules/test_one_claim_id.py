"""A claim's id is its own."""

from dateline.problems import Finding
from dateline.rules import one_claim_id as rule
from tests.rules.small import bad, found, good, timeline_of


def test_an_id_that_comes_twice_is_found_the_second_time() -> None:
    assert found(rule, timeline_of({"a": bad(rule)})) == [
        Finding(
            "event",
            "a",
            ("claims", 1, "id"),
            "'first' is already the id of claim 1 of this event",
            "give this claim an id of its own",
        )
    ]


def test_ids_that_differ_are_fine() -> None:
    assert found(rule, timeline_of({"a": good(rule)})) == []


def test_claims_without_an_id_and_claims_of_other_events_are_fine() -> None:
    claim = {"by": "Army", "about": "count", "text": "Eight."}
    named = {**claim, "id": "first"}

    assert found(rule, timeline_of({"a": {"claims": [claim, claim, named]}, "b": {"claims": [named]}})) == []
