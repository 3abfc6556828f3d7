"""The JSON Schemas are valid, say what every field means, and agree with what `check` accepts."""

from collections.abc import Iterator
from typing import Any

import jsonschema
import pytest

from dateline.schema import DIALECT, SCHEMAS, schema

EVENT = {"title": "Power returns", "date": "2022-01-05", "sources": ["https://example.org/report"]}

each_schema = pytest.mark.parametrize("name", SCHEMAS)


def accepts(name: str, value: Any) -> bool:
    """Whether a schema accepts a value."""
    return jsonschema.Draft202012Validator(schema(name)).is_valid(value)


@each_schema
def test_a_schema_is_a_schema(name: str) -> None:
    made = schema(name)

    jsonschema.Draft202012Validator.check_schema(made)
    assert made["$schema"] == DIALECT


@each_schema
def test_a_schema_is_the_same_each_time(name: str) -> None:
    assert schema(name) == schema(name)


@pytest.mark.parametrize(
    "event",
    [
        EVENT,
        EVENT | {"date": 2022},
        EVENT | {"place": "Eastern Syria", "x-note": "own"},
        EVENT | {"sources": [{"title": "A book"}, {"source": "afp", "locator": "page 4"}]},
        EVENT | {"relations": {"follows": ["attack", {"event": "other", "note": "so it is"}]}},
        EVENT | {"relations": {"follows": "attack", "part_of": {"event": "series"}}},
        EVENT | {"place": {"name": "Market", "role": "target", "part_of": "raqqa"}},
        EVENT | {"claims": [{"by": "Army", "about": "count", "text": "Eight."}]},
        EVENT | {"verification": "disputed", "tags": ["drone"], "featured": True},
        EVENT | {"casualties": [{"type": "killed", "low": 2, "high": None}]},
    ],
)
def test_what_an_event_may_say_is_accepted(event: dict[str, Any]) -> None:
    assert accepts("event", event)


@pytest.mark.parametrize(
    "event",
    [
        {},
        {**EVENT, "titel": "x"},
        {**EVENT, "sources": []},
        {**EVENT, "verification": "sure"},
        {**EVENT, "tags": "drone"},
        {**EVENT, "title": "x" * 121},
        {**EVENT, "place": {"name": "A", "lat": 91}},
        {**EVENT, "place": {"role": "target"}},
        {**EVENT, "sources": [{"source": "afp", "title": "A book"}]},
    ],
)
def test_what_an_event_may_not_say_is_refused(event: dict[str, Any]) -> None:
    assert not accepts("event", event)


def test_a_registry_maps_ids_to_records() -> None:
    assert accepts("places", {"green-village": {"name": "Green Village"}})
    assert not accepts("places", {"Green Village": {"name": "Green Village"}})
    assert not accepts("places", {"green-village": {"nam": "Green Village"}})


def test_words_of_closed_vocabularies_are_listed_for_the_editor() -> None:
    assert schema("event")["$defs"]["Verification"]["enum"] == [
        "confirmed",
        "reported",
        "unconfirmed",
        "disputed",
        "false",
    ]


def examples(node: Any) -> Iterator[tuple[dict[str, Any], Any]]:
    """Each part of a schema that has examples, with each of them."""
    if isinstance(node, list):
        for one in node:
            yield from examples(one)
    elif isinstance(node, dict):
        if isinstance(node.get("examples"), list):
            yield from ((node, one) for one in node["examples"])
        for key, value in node.items():
            if key != "examples":
                yield from examples(value)


@each_schema
def test_an_example_is_what_its_field_takes(name: str) -> None:
    made = schema(name)

    for node, example in examples(made):
        part = {**node, "$defs": made.get("$defs", {})}
        assert jsonschema.Draft202012Validator(part).is_valid(example), (node["description"], example)
