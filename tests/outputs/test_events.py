"""An event's page says what its file says, and whose word each thing is."""

import json
import re
from typing import Any

from dateline.outputs import events
from tests.outputs.planning import main_text, planned
from tests.rules.small import timeline_of

ACTORS = {"army": {"name": "Army"}, "monitor": {"name": "Monitor"}}


def page(**event: Any) -> str:
    """The page of one event, as HTML."""
    return planned(events, timeline_of({"a": event}, actors=ACTORS))["events/a.html"].decode()


def text(**event: Any) -> str:
    """The page of one event, as a reader reads it."""
    return main_text(page(**event).encode())


def test_each_event_that_is_shown_has_a_page() -> None:
    timeline = timeline_of(
        {"a": {}, "b": {"status": "withdrawn"}, "c": {"relations": {"replaces": "d"}}, "d": {}}
    )

    assert sorted(planned(events, timeline)) == ["events/a.html", "events/c.html"]


def test_two_accounts_stand_side_by_side() -> None:
    read = text(
        claims=[
            {"by": "army", "about": "count", "text": "Three rounds."},
            {"by": "monitor", "about": "count", "text": "Eight rounds.", "stance": "denies"},
        ]
    )

    assert "Several accounts, side by side." in read
    assert re.search("Army says so .*Three rounds.*Monitor denies it .*Eight rounds", read)


def test_only_a_claim_that_is_no_longer_held_says_how_it_stands() -> None:
    claim = {"by": "The owners", "about": "occurrence", "text": "It fell at noon."}
    shown = text(
        claims=[{**claim, "stance": "retracts"}, {**claim, "text": "It fell.", "rank": "deprecated"}]
    )

    assert "Normal" not in shown
    assert shown.count("No longer held.") == 1


def test_a_quotation_has_the_marks_of_its_own_language() -> None:
    """Which a browser takes from the language around it, and from no attribute of its own."""
    said = {
        "by": "council",
        "about": "occurrence",
        "text": "It fell.",
        "quote": {"text": "سقط", "lang": "ar"},
    }

    assert '<span lang="ar" dir="rtl"><q>سقط</q></span>' in page(claims=[said])


def test_casualties_are_printed_with_their_speaker_and_never_added_up() -> None:
    read = text(
        casualties=[
            {"type": "killed", "count": "0", "according_to": "army"},
            {"type": "injured", "low": "2", "high": None, "according_to": "monitor"},
            {"type": "missing", "low": "0", "high": None, "according_to": "A neighbour"},
        ]
    )

    assert "Killed none according to Army" in read
    assert "Injured at least 2 according to Monitor" in read
    assert "Missing no report so far according to A neighbour" in read


def test_what_is_not_known_is_said() -> None:
    assert "What is not known Who fired." in text(unknowns=["Who fired."])


def test_a_local_time_on_a_stated_day_has_a_moment_in_utc_and_no_other_has() -> None:
    stated = text(time="01:00", date="2020-01-03", timezone="Asia/Baghdad")

    assert "3 January 2020 , 01:00 Baghdad time" in stated
    assert "01:00 , Asia/Baghdad 2 January 2020, 22:00 UTC" in stated
    assert "UTC" not in text(time="morning", timezone="Asia/Baghdad")
    assert "UTC" not in text(time="~15:40", timezone="Asia/Baghdad")
    assert "UTC" not in text(date="2022-01", time="15:40", timezone="Asia/Baghdad")


def test_a_doubtful_event_carries_no_place_for_machines() -> None:
    def data(**event: Any) -> dict[str, Any]:
        found = re.search(r'<script type="application/ld\+json">(.*?)</script>', page(**event))
        assert found
        made: dict[str, Any] = json.loads(found[1])
        return made

    assert "contentLocation" not in data(place="Raqqa")
    assert data(place="Raqqa", verification="confirmed")["contentLocation"]["name"] == "Raqqa"
    assert data(title="</script><script>alert(1)")["headline"] == "</script><script>alert(1)"


def test_content_never_becomes_markup() -> None:
    attack = '"><script>alert(1)</script>'

    html = page(
        title=attack,
        summary=attack,
        unknowns=[attack],
        notes=attack,
        place=f"A {attack}",
        sources=[{"title": attack}],
        claims=[{"by": f"A {attack}", "about": "count", "text": attack}],
    )

    assert "<script>alert" not in html


def test_custom_fields_and_notes_of_ones_own_are_shown_with_their_labels() -> None:
    timeline = timeline_of(
        {"a": {"extra": {"wind": "40", "x-desk": "night"}}},
        site={"fields": {"wind": {"type": "number", "label": "Wind, km/h"}}},
    )

    read = main_text(planned(events, timeline)["events/a.html"])

    assert "Wind, km/h 40" in read
    assert "desk night" in read


def test_the_words_to_cite_an_entry_say_how_well_it_is_supported() -> None:
    assert "“\u2068An event\u2069” (5 January 2022; disputed). In: A timeline." in text(
        verification="disputed"
    )


def test_a_medium_that_is_not_available_is_described_and_not_shown() -> None:
    html = page(media=[{"type": "photo", "file": "a.jpg", "alt": "A crater.", "available": "false"}])

    assert "<img" not in html
    assert "A crater." in html


def test_an_entry_in_another_language_leaves_the_words_around_it_in_the_direction_of_the_site() -> None:
    html = page(title="سقوط قذيفة", lang="ar", summary="قال شهود", unknowns=["من أطلق"])

    assert '<article class="event" data-pagefind-body' in html
    assert '<h1 lang="ar" dir="rtl"' in html
    assert '<div class="lead" lang="ar" dir="rtl"' in html
    assert '<li lang="ar" dir="rtl">' in html


def test_a_change_is_suggested_where_github_keeps_the_file() -> None:
    def led_to(repository: str) -> list[str]:
        timeline = timeline_of({"a": {}}, site={"repository": repository})
        html = planned(events, timeline)["events/a.html"].decode()
        return re.findall(r'<a href="([^"]+)"[^>]*>Suggest a change', html)

    assert led_to("https://github.com/someone/timeline.git") == [
        "https://github.com/someone/timeline/edit/main/content/events/a.yaml"
    ]
    assert led_to("https://codeberg.org/someone/timeline") == []
    assert "Suggest a change" not in text()


def test_a_value_of_any_shape_is_told_in_words() -> None:
    assert events.as_words(["a 'b'", {"c": None, "d": ["e", "\u202af"]}, None]) == "a 'b'; c; d: e; \u202af; "
    assert events.as_words("1.10") == "1.10"
