"""A row is the plain part of an event that other pages and rules need, and survives being kept."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from dateline.cards import as_series
from dateline.rows import NAMES, Row, Stand, from_plain, speaker_of, to_plain
from dateline.timeline import Timeline
from tests.rules.small import timeline_of

RICH: dict[str, Any] = {
    "title": "Shells fall \u2013 \u0634\u0638\u0627\u064a\u0627",
    "date": "2022-01-04?",
    "time": "~15:40",
    "summary": "At least three.",
    "type": "shelling",
    "tags": ["drone", "context", "drone"],
    "place": {"place": "base", "role": "target"},
    "actors": [{"actor": "army", "role": "attacker"}, {"actor": "A stranger", "role": "suspect"}],
    "claims": [{"id": "first", "by": "monitor", "about": "count", "text": "Eight.", "source": "paper"}],
    "sources": ["wire", "https://example.org/a"],
    "relations": {
        "similar_to": ["c", {"event": "b", "note": "Both.", "ordinal": "2"}],
        "responds_to": [{"event": "b", "according_to": "first"}],
    },
    "former_ids": ["was-a"],
    "featured": "true",
    "lang": "ar",
    "order": "3",
    "embargo_until": "2022-01-10T12:00:00+03:00",
}
DATES = (
    "2022",
    "2022-01",
    "196X",
    "1960~",
    "2022-21",
    "[2021,2022]",
    "../2022",
    "2022/..",
    "-0043-03-15",
    "Y-17000",
)
TIMES = ("04:30", "~15:40", "night", "04:30/05:10", "afternoon")


def timeline(**event: Any) -> Timeline:
    """A timeline of one event, with registries."""
    return timeline_of(
        {"a": event},
        places={
            "base": {"part_of": "town", "lat": "35.1", "lon": "40.5", "uncertainty_m": "500"},
            "town": {"part_of": "land"},
            "land": {"precision": "country"},
        },
        actors={"army": {"name": "Army", "possibly_same_as": ["force"]}, "force": {}, "monitor": {}},
        sources={"wire": {"title": "Wire", "date": "2022-02-01"}, "paper": {"title": "Paper"}},
    )


def row(**event: Any) -> Row:
    """The row of one event."""
    return timeline(**event).by_id["a"].row


def values(one: Row) -> dict[str, Any]:
    """All that a row holds."""
    return {name: getattr(one, name) for name in NAMES}


@pytest.mark.parametrize(
    "event",
    [{}, RICH, *({"date": date} for date in DATES), *({"time": time} for time in TIMES)],
    ids=lambda event: json.dumps(event)[:40],
)
def test_a_row_comes_back_from_json_as_it_was(event: dict[str, Any]) -> None:
    one = row(**event)

    back = from_plain(json.loads(json.dumps(to_plain(one))))

    assert values(back) == values(one)
    assert (back.date, back.card) == (one.date, one.card)


@pytest.mark.parametrize(
    "event", [{}, RICH, *({"date": date} for date in DATES), *({"time": time} for time in TIMES)]
)
def test_the_card_and_the_date_in_a_row_are_those_of_the_story(event: dict[str, Any]) -> None:
    found = timeline(**event)
    story = found.tell(found.by_id["a"].row)

    assert row(**event).card == story.card
    assert row(**event).date == story.date


def test_a_row_says_in_which_groups_its_event_is() -> None:
    one = row(**RICH)

    assert (one.years, one.months, one.days) == (("2022",), ("2022-01",), ("2022-01-04",))
    assert one.places == ("base", "town", "land")
    assert one.actors == ("army", "monitor")
    assert one.sources == ("wire", "paper")
    assert (one.type, one.former_ids) == ("shelling", ("was-a",))


BARN = {"name": "Barn", "lat": "35.1", "lon": "40.5", "uncertainty_m": "500", "blur_m": "400"}


def test_a_row_says_where_its_event_stands() -> None:
    one = row(places=["base", BARN, {"name": "Nowhere"}, "A name"])

    assert one.stands == (Stand("base"), Stand("", "Barn", 35.1, 40.5, 500, 400))
    assert from_plain(json.loads(json.dumps(to_plain(one)))).stands == one.stands


def test_links_stand_by_kind_with_their_position_and_their_speaker() -> None:
    one = row(**RICH)

    assert [(link.kind, link.position, link.event) for link in one.links] == [
        ("responds_to", 0, "b"),
        ("similar_to", 0, "c"),
        ("similar_to", 1, "b"),
    ]
    speaker = speaker_of(one.linked("responds_to")[0])
    assert speaker is not None
    assert (speaker.id, speaker.claim) == ("monitor", "first")
    assert [(link.note, link.ordinal) for link in one.linked("similar_to")] == [(None, None), ("Both.", 2)]
    assert speaker_of(one.linked("similar_to")[0]) is None


def test_an_event_is_likened_by_its_places_but_not_by_a_country() -> None:
    assert row(**RICH).likeness == (("base", "town"), ((35.1, 40.5),), ("army", "a stranger"), ("force",))
    assert row(place="town").likeness.places == ("town",)
    assert row(place={"name": "The Gate", "part_of": "base"}).likeness.places == ("the gate", "base")


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        ({"date": "2022-01"}, (2022, 1, 31)),
        ({"date": "2022-01-05/.."}, None),
        ({"sources": ["wire"]}, (2022, 2, 1)),
        (
            {"sources": ["wire"], "claims": [{"by": "A", "about": "count", "text": "B", "said": "2022-03"}]},
            (2022, 3, 31),
        ),
        ({"corrections": [{"date": "2023-04-01", "type": "correction", "text": "C"}]}, (2023, 4, 1)),
    ],
)
def test_an_event_is_as_new_as_the_newest_day_in_its_record(
    event: dict[str, Any], expected: tuple[int, int, int] | None
) -> None:
    assert row(**event).updated == expected


def test_drafts_and_embargoed_events_are_not_shown() -> None:
    draft, embargoed = row(status="draft"), row(embargo_until="2022-01-10T12:00:00+03:00")
    end = datetime(2022, 1, 10, 9, tzinfo=UTC)

    assert [draft.is_shown(drafts=drafts, now=None) for drafts in (False, True)] == [False, True]
    assert [embargoed.is_shown(drafts=False, now=now) for now in (end - timedelta(seconds=1), end, None)] == [
        False,
        True,
        True,
    ]
    assert row(status="withdrawn").is_shown(drafts=False, now=end)
    assert row(status="withdrawn").is_withdrawn


def test_a_card_becomes_that_of_a_series_and_stays_the_same_otherwise() -> None:
    card = row(**RICH).card

    assert not card.series
    assert as_series(card).series
    assert as_series(card).title == card.title


def test_what_rules_compare_does_not_hang_on_words() -> None:
    same = [{}, {"title": "Another"}, {"summary": "More."}, {"notes": "Own."}]
    others: list[dict[str, Any]] = [
        {},
        {"date": "2022-01-06"},
        {"time": "04:30"},
        {"place": "town"},
        {"type": "fire"},
        {"status": "withdrawn"},
        {"former_ids": ["b"]},
        {"relations": {"follows": "b"}},
        {"actors": [{"actor": "army", "role": "attacker"}]},
    ]

    assert len({row(**event).index_key for event in same}) == 1
    assert len({row(**event).index_key for event in others}) == len(others)
