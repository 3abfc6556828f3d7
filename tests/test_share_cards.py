"""Which events have a picture for shared links, and what is said where one cannot be drawn."""

import pytest

from dateline import share_cards
from dateline.images.sharing import ShareCard
from dateline.share_cards import share_card, undrawn
from dateline.timeline import Timeline
from tests.outputs.planning import theme_of
from tests.rules.small import timeline_of

SITE = {"url": "https://example.org/t/"}


def of_first(timeline: Timeline, base_url: str | None = "https://example.org/t/") -> object:
    """The card of the first event."""
    return share_card(timeline.entries[0], timeline, theme_of(timeline, base_url))


def test_a_card_says_site_title_date_and_verification() -> None:
    timeline = timeline_of({"a": {"verification": "disputed", "date": "2022-01"}})
    card = of_first(timeline)

    assert isinstance(card, ShareCard)
    assert card.texts == ("A timeline", "An event", "January 2022", "Disputed")
    assert share_cards.in_words(card) == "Disputed. An event. January 2022. A timeline"


def test_a_title_in_another_language_runs_as_that_does() -> None:
    card = of_first(timeline_of({"a": {"title": "خبر", "lang": "ar"}}))

    assert isinstance(card, ShareCard)
    assert (card.direction, card.title_direction) == ("ltr", "rtl")


def test_there_is_none_without_an_address_above_the_owners_limit_or_without_letters() -> None:
    two: dict[str, dict[str, str]] = {"a": {}, "b": {}}

    assert of_first(timeline_of(two), None) is None
    assert of_first(timeline_of(two, site={"share_cards": "1"})) is None
    assert of_first(timeline_of(two, site={"share_cards": "0"})) is None
    assert of_first(timeline_of(two, site={"share_cards": "2"})) is not None
    assert of_first(timeline_of({"a": {"title": "洪水"}})) is None


def test_what_cannot_be_drawn_is_one_notice(monkeypatch: pytest.MonkeyPatch) -> None:
    timeline = timeline_of({"a": {"title": "洪水"}, "b": {"title": "地震"}, "c": {}}, site=SITE)

    (one,) = undrawn(timeline)
    assert one.message.startswith("2 of 3 events have no picture")
    monkeypatch.setattr(share_cards, "able", lambda: False)
    (one,) = undrawn(timeline)
    assert "not installed" in one.message
    assert "pip install 'dateline[images]'" in one.hint
    assert one.severity == "notice"


def test_nothing_is_said_where_nothing_is_missed(monkeypatch: pytest.MonkeyPatch) -> None:
    assert list(undrawn(timeline_of({"a": {}}, site=SITE))) == []
    monkeypatch.setattr(share_cards, "able", lambda: False)
    assert list(undrawn(timeline_of({"a": {}}))) == []
    assert list(undrawn(timeline_of({"a": {}}, site={**SITE, "share_cards": "0"}))) == []
    assert list(undrawn(timeline_of({}, site=SITE))) == []
