"""The embed of an event: tiny, as honest as its page, and there as long as somebody may show it."""

import json
import re
from typing import Any

import pytest

from dateline.embedded_event import MOST_SAID, high
from dateline.outputs import event_embeds, events
from dateline.timeline import Timeline
from tests.outputs.planning import BASE, main_text, planned, theme_of
from tests.rules.small import timeline_of
from tests.test_embedding import HOSTILE, read

CLAIMS = [
    {"by": "council", "about": "responsibility", "text": "The wall was old."},
    {"by": "owners", "about": "responsibility", "text": "It was new.", "stance": "denies"},
    {"by": "owners", "about": "time", "text": "It fell at noon.", "rank": "deprecated"},
]
FULL: dict[str, Any] = {
    "title": "A wall falls",
    "date": "2022-01-05?",
    "time": "04:30",
    "verification": "disputed",
    "verification_note": "The two differ.",
    "summary": "A wall fell.",
    "content_warnings": ["injury"],
    "place": "mill",
    "claims": CLAIMS,
    "unknowns": ["Who built it."],
}


def one(site: dict[str, Any] | None = None, **event: Any) -> Timeline:
    """A timeline of this one event, with more or other keys."""
    return timeline_of(
        {"a": {**FULL, **event}},
        places={"mill": {"name": "The mill", "lat": "35.12345", "lon": "40.1", "uncertainty_m": "500"}},
        actors={"council": {"name": "The council"}, "owners": {"name": "The owners"}},
        site=site or {},
    )


def embed_of(timeline: Timeline, ident: str = "a") -> bytes:
    """The embed of an event."""
    return planned(event_embeds, timeline)[f"embed/events/{ident}.html"]


def test_it_is_tiny_and_has_no_script() -> None:
    made = embed_of(one())

    assert len(made) < 4_000
    assert b"<script" not in made
    assert b"default-src 'none'" in made


def test_it_says_who_says_what_and_how_sure_it_is() -> None:
    said = main_text(embed_of(one()))

    for words in (
        "A wall falls possibly 5 January 2022, 04:30",
        "The mill Disputed Sources differ on the substance. The two differ.",
        "Content warning: injury",
        "Source: example.org",
        "The council says so · Who is responsible The wall was old.",
        "The owners denies it · Who is responsible It was new.",
        "The owners says so · When it happened · No longer held It fell at noon.",
        "What is not known Who built it.",
    ):
        assert words in said, (words, said)


def test_of_too_many_claims_none_is_chosen() -> None:
    said = main_text(embed_of(one(claims=[*CLAIMS, {**CLAIMS[0], "text": "x" * MOST_SAID}])))

    assert "The wall was old." not in said
    assert "Who built it." not in said
    assert "What each party says, and what is not known, stands on the whole page." in said


def test_it_shows_no_position_and_no_picture() -> None:
    made = embed_of(one(media=[{"type": "photo", "url": "https://example.org/x.jpg", "alt": "A wall."}]))

    assert b"35.12345" not in made
    assert b"<img" not in made


def test_one_link_leads_out_and_the_other_stays_inside() -> None:
    links = re.findall(r"<a [^>]*>", embed_of(one()).decode())

    assert links == [
        '<a class="skip" href="#content">',
        '<a href="../../embed/index.html">',
        '<a href="../../events/a.html" target="_blank" rel="noopener">',
    ]


def test_a_hostile_title_stays_text_in_the_embed_in_the_code_and_in_the_answer() -> None:
    timeline = one(title=HOSTILE, summary=HOSTILE)
    made = planned(event_embeds, timeline)
    page = planned(events, timeline)["events/a.html"].decode()
    said = json.loads(made["embed/events/a.json"])
    areas = re.findall(r"<textarea[^>]*>(.*?)</textarea>", page, re.DOTALL)

    assert b"<script" not in made["embed/events/a.html"]
    assert [tag for tag, _ in read(said["html"]).found] == ["iframe"]
    assert len(areas) == 2
    assert not any(re.search("[<>]", area) for area in areas)


def test_an_answer_is_found_on_the_page_and_gives_the_same_frame() -> None:
    made, page = planned(event_embeds, one()), planned(events, one())["events/a.html"].decode()
    said = json.loads(made["embed/events/a.json"])

    assert f'type="application/json+oembed" href="{BASE}embed/events/a.json"' in page
    assert said["html"].replace('"', "&#34;").replace("<", "&lt;").replace(">", "&gt;") in page
    assert said["title"] == "A wall falls"
    assert (said["type"], said["version"], said["provider_url"]) == ("rich", "1.0", BASE)


def test_the_frame_grows_with_the_text() -> None:
    def height(**event: Any) -> int:
        timeline = one(**event)
        return high(timeline.story(timeline.entries[0]), timeline.site, theme_of(timeline))

    assert height(claims=[], unknowns=[]) < height() < height(summary="A wall fell. " * 20)


@pytest.mark.parametrize(("most", "there"), [(0, False), (1, True)])
def test_a_long_timeline_has_none_unless_it_wants_them(most: int, there: bool) -> None:  # noqa: FBT001
    timeline = one({"embed_events": most})

    assert bool(planned(event_embeds, timeline)) is there
    assert (b"oembed" in planned(events, timeline)["events/a.html"]) is there


def test_a_site_without_an_address_has_embeds_and_no_codes() -> None:
    assert list(planned(event_embeds, one(), None)) == ["embed/events/a.html"]
    assert b"iframe" not in planned(events, one(), None)["events/a.html"]


def test_what_was_withdrawn_or_renamed_leaves_an_embed_behind() -> None:
    gone = {"status": "withdrawn", "withdrawn_reason": "It was a drill."}
    made = planned(event_embeds, timeline_of({"a": {"former_ids": ["old"]}, "gone": gone}))

    assert "This entry was withdrawn It was a drill." in main_text(made["embed/events/gone.html"])
    assert b'content="0; url=a.html"' in made["embed/events/old.html"]
    assert "embed/events/gone.json" not in made


def test_a_key_changes_whenever_the_bytes_do() -> None:
    plans = [
        {output.path: output for output in event_embeds.plan(timeline, theme_of(timeline))}
        for timeline in (one(), one(summary="Another."), one(claims=[]), one({"title": "Another"}))
    ]
    for before in plans:
        for after in plans:
            for path, output in before.items():
                if output.key == after[path].key:
                    assert output.render() == after[path].render(), path
