"""Ids lead to records, anything else stays the text that was typed, and everybody speaks for themselves."""

from typing import Any

import pytest

from dateline.models import Event
from dateline.references import CardPlace, Speaker, actor_ids, label, source_ids, speaker, url_or_none
from dateline.registry import Name, Registry
from dateline.stories import Story
from dateline.timeline import Timeline
from tests.rules.small import timeline_of

PLACES = {
    "base": {"name": "Green Village", "part_of": "province", "source": "gazetteer"},
    "province": {"name": "Deir Ezzor", "part_of": "syria", "timezone": "Asia/Damascus"},
    "syria": {"name": "Syria", "country": "SY"},
    "here": {"name": "Here", "part_of": "there"},
    "there": {"name": "There", "part_of": "here"},
}
ACTORS = {
    "coalition": {"name": "US-led coalition"},
    "cells": {"name": "Militia cells", "label_by": "coalition", "name_source": "gazetteer"},
    "afp": {"name": "Agence France-Presse"},
}
SOURCES = {
    "wire": {"title": "Wire story", "publisher": "afp", "url": "https://example.org/wire"},
    "paper": {"title": "Paper", "based_on": ["wire"], "via": "radio"},
    "radio": {"title": "Radio", "via": "wire"},
    "gazetteer": {"title": "Gazetteer", "url": None},
}


def timeline(**event: Any) -> Timeline:
    """A timeline of one event, with the registries above."""
    return timeline_of({"a": event}, places=PLACES, actors=ACTORS, sources=SOURCES)


def story(**event: Any) -> Story:
    """One event in its place."""
    found = timeline(**event)
    return found.story(found.by_id["a"])


def registry() -> Registry:
    return timeline().registry


def test_a_place_comes_with_the_places_it_lies_in_and_their_time_zone() -> None:
    (given,) = story(place={"place": "base", "role": "target", "according_to": "coalition"}).places

    assert (given.id, given.place.name, given.role) == ("base", "Green Village", "target")
    assert given.within == (Name("province", "Deir Ezzor"), Name("syria", "Syria"))
    assert given.zone == "Asia/Damascus"
    assert given.according_to == Speaker("coalition", "US-led coalition", "actor")
    assert given.source == Name("gazetteer", "Gazetteer")


def test_a_name_that_is_no_id_is_a_place_without_a_page() -> None:
    (given,) = story(place="Eastern Syria").places

    assert (given.id, given.place.name, given.within, given.zone) == (None, "Eastern Syria", (), None)


def test_a_place_described_in_place_lies_in_a_place_of_the_registry() -> None:
    (given,) = story(place={"name": "Gate", "part_of": "base"}).places

    assert (given.id, given.place.name) == (None, "Gate")
    assert [name.id for name in given.within] == ["base", "province", "syria"]
    assert given.zone == "Asia/Damascus"


def test_an_actor_carries_whose_wording_its_name_is() -> None:
    known, unknown = story(actors=[{"actor": "cells", "role": "attacker"}, "A stranger"]).actors

    assert (known.id, known.role) == ("cells", "attacker")
    assert known.label_by == Name("coalition", "US-led coalition")
    assert known.name_source == Name("gazetteer", "Gazetteer")
    assert (unknown.id, unknown.actor.name, unknown.label_by) == (None, "A stranger", None)


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        ("rounds", Speaker("coalition", "US-led coalition", "actor", "rounds")),
        ("loose", Speaker(None, "A witness", "name", "loose")),
        ("cells", Speaker("cells", "Militia cells", "actor")),
        ("wire", Speaker("wire", "Wire story", "source")),
        ("A neighbour", Speaker(None, "A neighbour", "name")),
        (None, None),
    ],
)
def test_a_speaker_is_a_claim_then_an_actor_then_a_source_then_a_name(
    reference: str | None, expected: Speaker | None
) -> None:
    claims = [
        {"id": "rounds", "by": "coalition", "about": "count", "text": "Eight."},
        {"id": "loose", "by": "A witness", "about": "count", "text": "Nine."},
    ]
    event = story(claims=claims).event

    assert speaker(reference, event, registry()) == expected


def test_every_according_to_of_the_figures_is_resolved() -> None:
    made = story(
        date_according_to="wire",
        measures=[{"name": "rounds", "value": "8", "according_to": "coalition"}],
        casualties=[{"type": "killed", "count": "0", "according_to": "A witness"}],
        damage=[{"text": "Minor", "according_to": "cells"}],
    )

    assert {key: said.name for key, said in made.speakers.items()} == {
        "A witness": "A witness",
        "cells": "Militia cells",
        "coalition": "US-led coalition",
        "wire": "Wire story",
    }


def test_a_citation_is_a_record_an_address_or_described_in_place() -> None:
    known, address, own, other = story(
        sources=[
            {"source": "paper", "locator": "page 4"},
            "https://example.org/a",
            {"title": "A book", "publisher": "afp"},
            "unknown-id",
        ]
    ).cited

    assert (known.id, known.locator) == ("paper", "page 4")
    assert known.via == (Name("radio", "Radio"), Name("wire", "Wire story"))
    assert address.id is None
    assert address.url is not None
    assert address.url.host == "example.org"
    assert (own.source.title, own.publisher) == ("A book", Name("afp", "Agence France-Presse"))
    assert (other.id, other.source.title, other.url) == (None, "unknown-id", None)


def test_a_source_in_a_few_words_is_its_publisher_its_host_or_its_title() -> None:
    cited = story(sources=["wire", "https://example.org/a", {"title": "A book"}]).cited

    assert [label(one) for one in cited] == ["Agence France-Presse", "example.org", "A book"]


def test_a_claim_that_is_no_longer_held_is_not_live() -> None:
    claims = [
        {"id": "one", "by": "coalition", "about": "count", "text": "Eight.", "source": "wire"},
        {"by": "cells", "about": "count", "text": "Two.", "answers": "one", "rank": "deprecated"},
        {"by": "cells", "about": "count", "text": "Never mind.", "stance": "retracts"},
    ]

    (question,) = story(claims=claims).questions

    assert [said.live for said in question.claims] == [True, False, False]
    assert [said.by.name for said in question.claims] == [
        "US-led coalition",
        "Militia cells",
        "Militia cells",
    ]
    assert question.claims[0].source == Name("wire", "Wire story")
    assert question.claims[1].answers == Name("one", "US-led coalition")


def test_an_event_is_filed_under_whom_it_names_and_whom_it_quotes() -> None:
    made = story(
        actors=["cells", "A stranger"],
        sources=["wire", "https://example.org/a"],
        claims=[{"by": "coalition", "about": "count", "text": "Eight.", "source": "paper"}],
    )

    assert actor_ids(made.event) == ("cells", "coalition")
    assert source_ids(made.event, registry()) == ("wire", "paper")


def test_a_card_holds_what_other_pages_show() -> None:
    made = story(place="base", tags=["context"], sources=["wire", "wire"], lang="ar", time="04:30").card

    assert (made.id, made.places, made.sources) == (
        "a",
        (CardPlace("base", "Green Village", None),),
        ("Agence France-Presse",),
    )
    assert (made.context, made.series, made.lang) == (True, False, "ar")
    assert made.time is not None


def test_what_may_not_be_linked_is_not_linked() -> None:
    assert url_or_none("javascript:alert(1)") is None
    assert url_or_none(None) is None
    assert url_or_none("https://example.org/") is not None


def test_an_event_is_a_plain_value() -> None:
    made = story(place="base")

    assert isinstance(made.event, Event)
    assert made == story(place="base")
