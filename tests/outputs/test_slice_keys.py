"""Of every format of a slice: a key that stays means bytes that stay, and pages lead to it."""

from pathlib import Path
from types import ModuleType

import pytest

from dateline.outputs import calendar, features, feed, json_feed, listing, table, terms
from dateline.slices import SHORT
from tests.outputs.planning import theme_of
from tests.outputs.slices_of import changed, every_slice
from tests.rules.small import timeline_of

FORMATS = (calendar, feed, features, json_feed, listing, table)


@pytest.mark.parametrize("module", FORMATS, ids=lambda module: module.FILE)
def test_a_key_changes_whenever_the_bytes_do(module: ModuleType) -> None:
    plans = [
        {one.path: one for one in module.plan(timeline, theme_of(timeline, base_url))}
        for timeline in (
            every_slice(),
            every_slice(licence="CC-BY-4.0"),
            every_slice(title="Another"),
            every_slice(vocabularies={"type": {"fire": {"label": "Blaze"}}}),
            changed(title="Another"),
            changed(date="2021"),
            changed(time="05:30"),
            changed(tags=["x"]),
            changed(place="quay"),
            changed(actors=["x"]),
            changed(type="fire"),
            changed(verification="disputed"),
        )
        for base_url in ("https://example.org/t/", None)
    ]
    for before in plans:
        for after in plans:
            for path in before.keys() & after.keys():
                if before[path].key == after[path].key:
                    assert before[path].render() == after[path].render(), path


@pytest.mark.parametrize("template", ["_follow.html", "_alternates.html"])
def test_a_page_leads_to_every_format(template: str) -> None:
    text = (Path(__file__).parents[2] / "templates" / template).read_text()

    assert all(f"{{{{ files.below }}}}{module.FILE}" in text for module in FORMATS)


@pytest.mark.parametrize("module", FORMATS, ids=lambda module: module.FILE)
def test_what_a_page_leads_to_is_there(module: ModuleType) -> None:
    """In a long timeline the page of a tag has no link to a format that its slice does not have."""
    timeline = timeline_of({f"e{number}": {"tags": ["wall"]} for number in range(SHORT + 1)})
    theme = theme_of(timeline)
    page = next(one for one in terms.plan(timeline, theme) if one.path == "tags/wall.html").render().decode()

    there = f"tags/wall/{module.FILE}" in {one.path for one in module.plan(timeline, theme)}
    assert (f"tags/wall/{module.FILE}" in page) == there
    assert there == (module not in (features, listing))
