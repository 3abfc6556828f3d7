"""An event as text has what its page has, and no line begins with content."""

from collections.abc import Mapping
from typing import Any

from dateline.event_text import MOST, event_text
from dateline.language import language
from tests.rules.small import timeline_of


def text_of(event: Mapping[str, Any], **records: Any) -> str:
    """The event as text."""
    timeline = timeline_of({"a": event}, **records)
    return "\n".join(event_text(timeline.story(timeline.by_id["a"]), language("en")))


def test_the_date_is_as_exact_as_its_source() -> None:
    assert "when: Possibly 4 January 2022" in text_of({"date": "2022-01-04?"})
    assert "when: Wednesday 5 January 2022, 04:30, Asia/Baghdad" in text_of(
        {"time": "04:30", "timezone": "Asia/Baghdad"}
    )


def test_claims_stand_beneath_each_other_with_their_speakers() -> None:
    claims = [
        {"by": "army", "about": "casualties", "text": "Nobody was hurt.", "said": "2022-01-05"},
        {"by": "A villager", "about": "casualties", "stance": "denies", "text": "Two were hurt."},
    ]

    assert (
        "Casualties (accounts differ):\n"
        "  - The army, 5 January 2022, says so: Nobody was hurt.\n"
        "  - A villager, denies it: Two were hurt.\n"
    ) in text_of({"claims": claims}, actors={"army": {"name": "The army"}})


def test_a_long_list_of_sources_is_cut_and_counted() -> None:
    sources = [f"https://example.org/{number}" for number in range(MOST + 3)]

    assert text_of({"sources": sources}).endswith(f"/{MOST - 1}\n  - and 3 more")


def test_a_withdrawn_event_has_its_reason_alone() -> None:
    event = {"status": "withdrawn", "withdrawn_reason": "It was a drill.", "summary": "A blast."}

    assert text_of(event) == "title: An event\nwithdrawn: It was a drill."


def test_no_line_begins_with_content() -> None:
    bad = "::error::x"
    event = {
        "title": bad,
        "place": {"name": bad},
        "summary": bad,
        "unknowns": [bad],
        "actors": [{"actor": f"X {bad}", "role": "target"}],
        "claims": [{"by": f"X {bad}", "about": "place", "text": bad}],
    }

    assert not [line for line in text_of(event).splitlines() if line.strip().startswith("::")]
