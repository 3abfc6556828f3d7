"""A medium says what it shows, whose it is and how it may be used."""

from dateline.problems import Finding
from dateline.rules import media_fields as rule
from tests.rules.small import bad, found, good, timeline_of


def test_each_of_the_three_that_is_missing_is_found() -> None:
    assert found(rule, timeline_of({"a": bad(rule)})) == [
        Finding(
            "event",
            "a",
            ("media", 0),
            "'alt' is missing",
            "say what it shows, for those who cannot see it: alt: A crater in a road.",
        ),
        Finding(
            "event",
            "a",
            ("media", 0),
            "'licence' is missing",
            "write an SPDX licence id, as in licence: CC-BY-4.0, or licence: all-rights-reserved",
        ),
    ]


def test_a_medium_with_all_three_is_fine() -> None:
    assert found(rule, timeline_of({"a": good(rule)})) == []


def test_a_medium_that_is_only_described_needs_them_too() -> None:
    timeline = timeline_of({"a": {"media": [{"type": "video_still", "available": "false"}]}})

    assert [one.message for one in found(rule, timeline)] == [
        "'alt' is missing",
        "'credit' is missing",
        "'licence' is missing",
    ]
