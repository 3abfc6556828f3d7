"""What robots read names every page that is there and no other."""

from types import ModuleType
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from dateline import discover
from dateline.outputs import sitemap
from dateline.timeline import Timeline
from tests.outputs.planning import BASE, planned
from tests.rules.small import timeline_of

SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def timeline(**site: Any) -> Timeline:
    return timeline_of(
        {
            "a": {"tags": ["drone", "كهرباء"], "type": "fire", "place": "base"},
            "b": {"date": "-0043", "former_ids": ["old"]},
            "c": {"status": "withdrawn"},
        },
        places={"base": {}},
        actors={"army": {}},
        sources={"wire": {}},
        site={"vocabularies": {"type": {"fire": "Fire", "flood": "Flood"}}, **site},
    )


def addresses(raw: bytes) -> list[str]:
    return [loc.text or "" for loc in ET.fromstring(raw).iter(f"{SPACE}loc")]  # noqa: S314  # our own text


def test_the_site_map_names_every_page_that_is_to_be_found() -> None:
    made = timeline()
    modules: tuple[ModuleType, ...] = tuple(discover.modules("dateline.outputs"))
    pages = {
        path: raw
        for module in modules
        for path, raw in planned(module, made).items()
        if path.endswith(".html") and b'content="noindex' not in raw
    }

    found = addresses(planned(sitemap, made)["sitemap.xml"])

    assert sorted(found) == sorted(BASE + ("" if path == "index.html" else path) for path in pages)


def test_robots_may_read_everything_and_learn_where_the_map_is() -> None:
    files = planned(sitemap, timeline())

    assert files["robots.txt"] == f"User-agent: *\nAllow: /\nSitemap: {BASE}sitemap.xml\n".encode()
    assert files[".nojekyll"] == b""


def test_a_site_whose_address_is_not_known_has_no_map() -> None:
    files = planned(sitemap, timeline(), None)

    assert sorted(files) == [".nojekyll", "robots.txt"]
    assert b"Sitemap" not in files["robots.txt"]


def test_a_map_of_too_many_addresses_is_cut_and_the_parts_are_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = addresses(planned(sitemap, timeline())["sitemap.xml"])
    monkeypatch.setattr(sitemap, "MOST", 10)
    files = planned(sitemap, timeline())
    parts = [address.removeprefix(BASE) for address in addresses(files["sitemap.xml"])]

    assert b"<sitemapindex" in files["sitemap.xml"]
    assert sorted(files) == sorted([".nojekyll", "robots.txt", "sitemap.xml", *parts])
    assert {len(addresses(files[part])) for part in parts[:-1]} == {10}
    assert [address for part in parts for address in addresses(files[part])] == whole


def test_an_address_is_escaped() -> None:
    made = planned(sitemap, timeline_of({"a": {}}), "https://example.org/a&b/")["sitemap.xml"]

    assert "https://example.org/a&b/events/a.html" in addresses(made)
