"""A typed word means the record of that id or name, or is told apart from those that come close."""

import pytest

from dateline.known import Names, Unsure, bare_address, known, meant, source_at
from tests.rules.small import timeline_of

NAMES: Names = {
    "green-village": ("Green Village", "القرية الخضراء"),
    "old-mill": ("Old Mill",),
    "old-mill-2": ("Old Mill",),
}


@pytest.mark.parametrize("typed", ["green-village", "GREEN VILLAGE", "القرية الخضراء"])
def test_an_id_or_a_name_in_any_language_is_the_record(typed: str) -> None:
    assert meant(typed, NAMES, "place") == "green-village"


@pytest.mark.parametrize(
    ("typed", "close"),
    [
        ("green-vilage", ("green-village",)),
        ("village", ("green-village",)),
        ("القرية", ("green-village",)),
        ("Old Mill", ("old-mill", "old-mill-2")),
    ],
)
def test_what_comes_close_or_is_the_name_of_several_is_offered(typed: str, close: tuple[str, ...]) -> None:
    with pytest.raises(Unsure, match="did you mean") as unsure:
        meant(typed, NAMES, "place", free=True)

    assert unsure.value.close == close


def test_a_name_like_none_stays_where_names_are_free() -> None:
    assert meant("Eastern Syria", NAMES, "place", free=True) == "Eastern Syria"
    assert meant("Eastern Syria", {}, "place", free=True) == "Eastern Syria"
    for typed, free in (("Eastern Syria", False), ("eastern-syria", True)):
        with pytest.raises(Unsure, match="there is no place") as unsure:
            meant(typed, NAMES, "place", free=free)
        assert unsure.value.close == ()


def test_a_source_is_found_by_its_address_or_that_of_its_copy() -> None:
    urls = {"url": "https://www.example.org/a/", "archive_url": "https://archive.example/1"}
    registry = timeline_of(sources={"afp": urls, "other": {}}).registry

    assert source_at("http://example.org/a", registry) == "afp"
    assert source_at("https://archive.example/1", registry) == "afp"
    assert source_at("https://example.org/b", registry) is None


def test_what_is_no_address_is_compared_as_it_is() -> None:
    assert bare_address("javascript:x") == "javascript:x"


def test_a_site_knows_its_registries_and_its_words() -> None:
    timeline = timeline_of(
        places={"mill": {"name": "Old Mill", "names": {"fr": "Vieux moulin", "other": ["The Mill"]}}},
        site={"vocabularies": {"type": {"fire": {"label": "Fire", "labels": {"fr": "Feu"}}}}},
    )

    found = known(timeline.site, timeline.registry)

    assert found["place"] == {"mill": ("Old Mill", "Vieux moulin", "The Mill")}
    assert found["type"] == {"fire": ("Fire", "Feu")}
    assert found["role"] == {}
