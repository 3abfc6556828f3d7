"""The feed is Atom, with ids that never change and nothing from the clock."""

import re
from typing import Any
from xml.etree import ElementTree as ET

import feedparser
import pytest

from dateline.outputs import feed
from tests.outputs.planning import BASE, planned
from tests.rules.small import timeline_of

ATOM = "{http://www.w3.org/2005/Atom}"
RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def raw(events: dict[str, dict[str, Any]], base_url: str | None = BASE, **site: Any) -> bytes:
    """The feed of some events."""
    return planned(feed, timeline_of(events, site=site), base_url)["feed.xml"]


def entries(events: dict[str, dict[str, Any]]) -> list[Any]:
    """The entries as a feed reader sees them."""
    parsed = feedparser.parse(raw(events))
    assert not parsed.bozo
    assert parsed.version == "atom10"
    return list(parsed.entries)


def test_a_reader_of_feeds_finds_every_event() -> None:
    first, second = entries({"a": {"summary": "It was dark.", "tags": ["drone"]}, "b": {"date": "2021"}})

    assert (first.title, first.link) == ("An event", f"{BASE}events/a.html")
    assert first.summary == "Reported. 5 January 2022. It was dark."
    assert [tag.term for tag in first.tags] == ["drone"]
    assert second.link == f"{BASE}events/b.html"


def test_the_feed_has_all_that_atom_asks_for() -> None:
    root = ET.fromstring(raw({"a": {}, "b": {}}))  # noqa: S314  # our own text

    for one in (root, *root.findall(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert len(one.findall(f"{ATOM}{name}")) == 1
        assert RFC_3339.fullmatch(one.findtext(f"{ATOM}updated", ""))
        assert one.findtext(f"{ATOM}id", "").startswith("urn:uuid:")
    assert root.find(f"{ATOM}author/{ATOM}name") is not None
    links = {link.get("rel"): link.get("href") for link in root.findall(f"{ATOM}link")}
    assert links == {"self": f"{BASE}feed.xml", "alternate": BASE}


def test_ids_stay_when_titles_dates_and_addresses_change() -> None:
    one = entries({"a": {}})[0].id
    other = entries({"a": {"title": "Another", "date": "2021", "summary": "New."}})[0].id
    moved = feedparser.parse(raw({"a": {}}, "https://elsewhere.example/")).entries[0].id

    assert one == other == moved
    assert len({entry.id for entry in entries({"a": {}, "b": {}})}) == 2


@pytest.mark.parametrize(
    ("event", "updated"),
    [
        ({}, "2022-01-05T00:00:00Z"),
        ({"date": "2022-02"}, "2022-02-28T00:00:00Z"),
        ({"date": "-0043-03-15"}, "1970-01-01T00:00:00Z"),
        ({"date": "Y-170000002"}, "1970-01-01T00:00:00Z"),
        ({"sources": [{"title": "A", "date": "2022-01-07"}]}, "2022-01-07T00:00:00Z"),
        (
            {"corrections": [{"date": "2022-03-01", "type": "update", "text": "New."}]},
            "2022-03-01T00:00:00Z",
        ),
    ],
)
def test_updated_is_the_newest_date_of_the_record_itself(event: dict[str, Any], updated: str) -> None:
    assert entries({"a": event})[0].updated == updated


def test_the_newest_knowledge_stands_first() -> None:
    found = entries({"a": {"date": "2020"}, "b": {"date": "2022"}, "c": {"date": "2021"}})

    assert [one.link.rpartition("/")[2] for one in found] == ["b.html", "c.html", "a.html"]


def test_content_never_breaks_the_feed() -> None:
    (one,) = entries({"a": {"title": "</title><script>&amp;]]>", "summary": "<b>bold</b>"}})

    assert "<script>" not in raw({"a": {"title": "<script>"}}).decode()
    assert one.link == f"{BASE}events/a.html"


def test_a_feed_without_events_or_address_is_a_feed() -> None:
    parsed = feedparser.parse(raw({}, None))

    assert not parsed.bozo
    assert parsed.entries == []
