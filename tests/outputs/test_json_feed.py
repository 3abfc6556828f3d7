"""The JSON feed follows its standard, and names what the Atom feed names under the same ids."""

import json
from typing import Any

import feedparser
from jsonschema import Draft202012Validator

from dateline.outputs import feed, json_feed
from dateline.slices import FEED_MOST
from dateline.timeline import Timeline
from tests.outputs.planning import BASE, planned
from tests.outputs.slices_of import every_slice
from tests.rules.small import timeline_of

# From https://www.jsonfeed.org/version/1.1/: what is required, and the types of what is there.
TEXT = {"type": "string", "minLength": 1}
DATE = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$"}
ITEM = {
    "type": "object",
    "required": ["id"],
    "anyOf": [{"required": ["content_text"]}, {"required": ["content_html"]}],
    "properties": {
        **dict.fromkeys(["id", "url", "external_url", "title", "content_text", "summary", "language"], TEXT),
        "date_published": DATE,
        "date_modified": DATE,
        "tags": {"type": "array", "items": TEXT},
    },
    "patternProperties": {"^_": {"type": "object"}},
    "additionalProperties": False,
}
SCHEMA = {
    "type": "object",
    "required": ["version", "title", "items"],
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"},
        **dict.fromkeys(["title", "home_page_url", "feed_url", "description", "language"], TEXT),
        "authors": {"type": "array", "items": {"type": "object", "required": ["name"]}},
        "items": {"type": "array", "items": ITEM},
    },
    "additionalProperties": False,
}


def files(timeline: Timeline, base_url: str | None = BASE) -> dict[str, Any]:
    return {path: json.loads(raw) for path, raw in planned(json_feed, timeline, base_url).items()}


def test_each_feed_follows_the_standard() -> None:
    for base_url in (BASE, None):
        for made in files(every_slice(tagline="Of a village"), base_url).values():
            Draft202012Validator(SCHEMA).validate(made)


def test_it_names_what_the_atom_feed_names() -> None:
    atom = planned(feed, every_slice())
    for path, made in files(every_slice()).items():
        parsed = feedparser.parse(atom[path.replace(".json", ".xml")])

        assert not parsed.bozo
        assert [one["id"] for one in made["items"]] == [one.id for one in parsed.entries]
        assert made["title"] == parsed.feed.title


def test_a_feed_of_a_slice_leads_to_its_page_and_to_itself() -> None:
    quay = files(every_slice())["places/quay/feed.json"]

    assert quay["home_page_url"] == f"{BASE}places/quay.html"
    assert quay["feed_url"] == f"{BASE}places/quay/feed.json"
    assert quay["title"] == "The quay · A timeline"


def test_a_feed_is_bounded_and_says_where_the_rest_is() -> None:
    many = timeline_of({f"e{number}": {} for number in range(FEED_MOST + 3)})
    made = files(many)["feed.json"]

    assert len(made["items"]) == FEED_MOST
    assert made["description"] == f"The newest 100 of 103 events; all of them are in {BASE}events.csv."


def test_when_an_event_was_is_not_given_out_as_when_it_was_published() -> None:
    caesar = next(one for one in files(every_slice())["feed.json"]["items"] if "caesar" in one["url"])

    assert caesar["_dateline"]["date"] == "-0043-03-15"
    assert "date_published" not in caesar
