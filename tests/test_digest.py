"""A digest stands for a value: same value, same text; another value, another text."""

from dataclasses import dataclass
from typing import Any

import pytest

from dateline.dates import parse
from dateline.digest import digest, digest_of_keys
from dateline.models import Event
from tests.rules.small import timeline_of


@dataclass(frozen=True)
class Pair:
    one: object
    other: object


def test_the_same_value_has_the_same_digest_on_every_machine() -> None:
    assert digest(("a", 1, None, {"b": [2.5]})) == "297e4ef0df49ae16dd6a5a949443d65b"


@pytest.mark.parametrize("other", [("a", "2"), ("a", 2), ["b", 1], {"a": 1}, None, Pair("a", 2), "a1"])
def test_another_value_has_another_digest(other: object) -> None:
    assert digest(Pair("a", 1)) != digest(other)


def test_every_field_of_a_story_counts() -> None:
    def of(**event: Any) -> str:
        timeline = timeline_of({"a": event, "b": {"date": "2030"}})
        return digest(timeline.story(timeline.by_id["a"]))

    changes: list[dict[str, Any]] = [
        {},
        {"title": "Another"},
        {"date": "2022-01-05?"},
        {"time": "04:30"},
        {"relations": {"similar_to": "b"}},
        {"claims": [{"by": "Army", "about": "count", "text": "Eight."}]},
        {"tags": ["drone"]},
    ]
    assert len({of(**change) for change in changes}) == len(changes)
    assert of() == of()


def test_a_date_counts_by_all_that_it_says() -> None:
    texts = ["2022", "2022?", "2022~", "2022-XX", "2022-XX-XX", "2022/2022", "[2022]", "2022/..", "2022/"]

    assert len({digest(parse(text)) for text in texts}) == len(texts)


def test_a_record_and_its_copy_are_one_value() -> None:
    timeline = timeline_of({"a": {}})
    event = timeline.story(timeline.by_id["a"]).event

    assert digest(event) == digest(Event.model_validate(event.model_dump()))


def test_keys_in_a_row_count_with_their_order_and_their_bounds() -> None:
    rows = [[], ["a"], ["ab"], ["a", "b"], ["b", "a"], ["a", "b", ""]]

    assert len({digest_of_keys(row) for row in rows}) == len(rows)
    assert digest_of_keys(iter(["a", "b"])) == digest_of_keys(["a", "b"])
