"""Each event has its picture for shared links, and its page names it."""

import re

from dateline.outputs import events, share_cards
from tests.outputs.planning import planned, theme_of
from tests.rules.small import timeline_of

TIMELINE = timeline_of({"a": {"verification": "unconfirmed", "summary": "It was said."}, "b": {}})


def test_each_event_has_a_picture_and_its_page_names_it_with_its_words() -> None:
    pictures, pages = planned(share_cards, TIMELINE), planned(events, TIMELINE)
    page = pages["events/a.html"].decode()

    assert sorted(pictures) == ["events/a.png", "events/b.png"]
    assert all(raw.startswith(b"\x89PNG") for raw in pictures.values())
    assert '<meta property="og:image" content="https://example.org/t/events/a.png">' in page
    assert '<meta name="twitter:card" content="summary_large_image">' in page
    assert re.search('og:image:alt" content="Unconfirmed. An event. 5 January 2022. A timeline"', page)


def test_a_description_begins_with_the_verification() -> None:
    pages = planned(events, TIMELINE)

    assert 'property="og:description" content="Unconfirmed. It was said."' in pages["events/a.html"].decode()
    assert 'name="description" content="Reported. 5 January 2022"' in pages["events/b.html"].decode()


def test_a_page_without_a_picture_names_none() -> None:
    page = planned(events, timeline_of({"a": {"title": "洪水"}}))["events/a.html"].decode()

    assert "og:image" not in page
    assert '<meta name="twitter:card" content="summary">' in page
    assert "twitter:" not in planned(events, TIMELINE, None)["events/a.html"].decode()
    assert planned(share_cards, TIMELINE, None) == {}


def test_a_picture_is_made_anew_only_when_what_it_says_changes() -> None:
    def keys(**event: object) -> list[str]:
        timeline = timeline_of({"a": event})
        return [output.key for output in share_cards.plan(timeline, theme_of(timeline))]

    assert keys() == keys(body="Other words.")
    assert len({keys()[0], keys(verification="false")[0], keys(title="Other")[0], keys(date="2021")[0]}) == 4
