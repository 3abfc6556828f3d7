"""What one timeline has that another has not: the fate of each event, and what changed in it."""

from typing import Any

from dateline.comparison import Change
from dateline.difference import Difference, Fate, difference
from tests.rules.small import timeline_of

WITHDRAWN = {"status": "withdrawn"}


def between(before: dict[str, Any], after: dict[str, Any], **records: Any) -> Difference:
    """The difference between timelines of these events."""
    return difference(timeline_of(before, **records), timeline_of(after, **records))


def fates(found: Difference) -> list[tuple[Fate, str]]:
    """What became of which event."""
    return [(change.fate, change.id) for change in found.events]


def test_the_same_timeline_differs_in_nothing() -> None:
    assert between({"a": {}, "b": WITHDRAWN}, {"a": {}, "b": WITHDRAWN}).is_empty


def test_events_come_and_go() -> None:
    assert fates(between({"a": {}, "b": {}}, {"b": {}, "c": {}})) == [(Fate.ADDED, "c"), (Fate.REMOVED, "a")]


def test_verification_and_date_are_told_as_they_were_typed() -> None:
    before = {"a": {"date": "2022-01-04?", "verification": "reported"}}
    after = {"a": {"date": "2022-01-04", "verification": "confirmed"}}

    (change,) = between(before, after).events
    assert change.changes == (
        Change("date", "2022-01-04?", "2022-01-04"),
        Change("verification", "reported", "confirmed"),
    )
    assert (change.moved, change.retitled) == (True, False)


def test_the_default_is_named_where_a_label_comes_or_goes() -> None:
    (change,) = between({"a": {"verification": "confirmed"}}, {"a": {}}).events

    assert change.changes == (Change("verification", "confirmed", "reported"),)


def test_a_renamed_event_is_one_event_and_its_changes_are_told() -> None:
    after = {"new": {"title": "Another", "former_ids": ["old"]}}

    (change,) = between({"old": {}}, after).events
    assert (change.fate, change.was, change.id) == (Fate.RENAMED, "old", "new")
    assert change.changes == (Change("title", "An event", "Another"),)


def test_a_merged_event_leads_to_the_one_that_stays() -> None:
    found = between({"a": {}, "b": {}}, {"a": {"relations": {"replaces": "b"}}})

    assert fates(found) == [(Fate.CHANGED, "a"), (Fate.MERGED, "b")]
    assert found.events[1].now == "a"


def test_withdrawing_and_taking_it_back_are_told_as_such() -> None:
    (gone,) = between({"a": {}}, {"a": {**WITHDRAWN, "withdrawn_reason": "A drill."}}).events
    (back,) = between({"a": WITHDRAWN}, {"a": {}}).events

    assert (gone.fate, back.fate) == (Fate.WITHDRAWN, Fate.RESTORED)
    assert gone.changes == (Change("withdrawn_reason", None, "A drill."),)


def test_a_place_with_another_name_is_told_once_and_counts_its_events() -> None:
    events = {"a": {"place": "base"}, "b": {"place": "base"}, "c": {}}
    before = timeline_of(events, places={"base": {"name": "The base"}, "gone": {}})
    after = timeline_of(events, places={"base": {"name": "The camp"}, "new": {}})

    found = difference(before, after)
    assert found.events == ()
    assert [(one.fate, one.id, one.events) for one in found.records] == [
        (Fate.CHANGED, "base", 2),
        (Fate.REMOVED, "gone", 0),
        (Fate.ADDED, "new", 0),
    ]
    assert found.records[0].changes == (Change("name", "The base", "The camp"),)


def test_settings_of_the_site_are_told() -> None:
    found = difference(timeline_of(site={"licence": "CC0-1.0"}), timeline_of(site={"licence": "CC-BY-4.0"}))

    assert found.settings == (Change("licence", "CC0-1.0", "CC-BY-4.0"),)
