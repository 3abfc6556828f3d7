"""The list of a slice in JSON has no loss, and says what it is a list of."""

import json
from typing import Any

from jsonschema import Draft202012Validator

from dateline.flat import COLUMNS
from dateline.outputs import listing
from tests.outputs.planning import BASE, planned
from tests.outputs.slices_of import EVENTS, HOSTILE, every_slice

SCHEMA = {
    "type": "object",
    "additionalProperties": False,
    "required": [column.name for column in COLUMNS],
    "properties": {column.name: {"type": [column.type, "null"]} for column in COLUMNS},
}


def files() -> dict[str, Any]:
    return {path: json.loads(raw) for path, raw in planned(listing, every_slice()).items()}


def test_a_list_says_what_it_is_and_names_its_events_in_order() -> None:
    quay = files()["places/quay/events.json"]

    assert {key: value for key, value in quay.items() if key != "events"} == {
        "timeline": "A timeline",
        "title": "The quay",
        "url": f"{BASE}places/quay.html",
        "licence": "CC0-1.0",
        "count": 1,
    }
    assert [one["id"] for one in quay["events"]] == ["both"]


def test_what_was_typed_comes_out_as_it_was() -> None:
    found = {one["id"]: one for one in files()["events.json"]["events"]}

    assert found.keys() == EVENTS.keys()
    assert found["hostile"]["summary"].strip() == HOSTILE.strip()
    assert found["caesar"]["date"] == "-0043-03-15"


def test_every_record_has_the_columns_with_the_types_that_they_say() -> None:
    for one in files()["events.json"]["events"]:
        Draft202012Validator(SCHEMA).validate(one)
