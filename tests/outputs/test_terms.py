"""Every type of the vocabulary and every tag in use has a page."""

from dateline.outputs import terms
from tests.outputs.planning import main_text, planned
from tests.rules.small import timeline_of

TIMELINE = timeline_of(
    {"a": {"type": "shelling", "tags": ["drone", "كهرباء"]}, "b": {"type": "own_word"}},
    site={
        "vocabularies": {
            "type": {"shelling": {"label": "Shelling", "description": "Rounds fall."}, "flood": "Flood"}
        }
    },
)


def test_a_type_has_a_page_whether_it_is_in_use_or_only_declared() -> None:
    pages = planned(terms, TIMELINE)

    assert {
        "types.html",
        "types/shelling.html",
        "types/flood.html",
        "types/own-word.html",
        "tags.html",
    } <= set(pages)
    assert "Rounds fall." in main_text(pages["types/shelling.html"])
    assert "../events/a.html" in pages["types/shelling.html"].decode()


def test_a_tag_in_any_script_has_an_address_of_its_own() -> None:
    tags = [path for path in planned(terms, TIMELINE) if path.startswith("tags/")]

    assert len(tags) == 2
    assert "tags/drone.html" in tags
    assert all(path.isascii() for path in tags)


def test_a_site_without_types_and_tags_has_empty_lists() -> None:
    assert sorted(planned(terms, timeline_of({"a": {}}))) == ["tags.html", "types.html"]
