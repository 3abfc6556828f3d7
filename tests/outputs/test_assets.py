"""The files of the look are published as they are, and pictures without what they should not tell."""

from dataclasses import replace

from dateline.illustration import Picture
from dateline.outputs import assets
from tests.outputs.planning import planned, theme_of
from tests.rules.small import timeline_of


def test_every_file_of_the_assets_folder_is_published() -> None:
    timeline = timeline_of()
    expected = {f"assets/{name}": raw for name, raw in theme_of(timeline).assets()}

    assert planned(assets, timeline) == expected
    assert "assets/style.css" in expected


def test_a_picture_is_published_under_its_address_by_its_own_function() -> None:
    picture = Picture("a.jpg", "media/a-1234.jpg", 8, 4, lambda: b"clean")
    timeline = replace(timeline_of(), pictures={"a.jpg": picture})

    assert planned(assets, timeline)["media/a-1234.jpg"] == b"clean"


def test_a_key_follows_the_bytes() -> None:
    timeline = timeline_of()
    keys = [output.key for output in assets.plan(timeline, theme_of(timeline))]

    assert len(set(keys)) == len(keys)
