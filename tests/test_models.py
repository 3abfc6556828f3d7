"""The schema takes what contributors type, short forms included, and refuses what cannot be."""

from typing import Any

import pytest
from pydantic import ValidationError

from dateline import terms
from dateline.models import (
    Actor,
    Casualties,
    Citation,
    Claim,
    Correction,
    Event,
    EventPlace,
    Measure,
    Model,
    Place,
    Quote,
    Range,
    ReferenceModel,
    Relations,
    Sidecar,
    Site,
    Source,
)
from dateline.relations import KINDS

MINIMAL = {"title": "Power returns", "date": "2022-01-05", "sources": ["afp"]}


def event(**fields: Any) -> Event:
    """An event of three keys and these."""
    return Event.model_validate({**MINIMAL, **fields})


def refused(model: type[Model], **fields: Any) -> str:
    """The kind of the one fault in these fields."""
    with pytest.raises(ValidationError) as caught:
        model.model_validate(fields)
    (fault,) = caught.value.errors()
    return fault["type"]


def test_three_keys_make_an_event() -> None:
    made = event()

    assert (made.title, made.date.text, made.sources[0].source) == ("Power returns", "2022-01-05", "afp")
    assert made.verification is terms.Verification.REPORTED
    assert made.status is terms.Status.PUBLISHED
    assert made.model_dump(exclude_defaults=True, mode="json") == {
        "title": "Power returns",
        "date": "2022-01-05",
        "sources": [{"source": "afp"}],
    }


@pytest.mark.parametrize("key", ["title", "date", "sources"])
def test_each_of_the_three_keys_is_needed(key: str) -> None:
    assert refused(Event, **{name: value for name, value in MINIMAL.items() if name != key}) == "missing"


def test_an_event_has_a_source() -> None:
    assert refused(Event, **{**MINIMAL, "sources": []}) == "too_short"


def test_a_title_has_at_most_120_characters() -> None:
    assert len(event(title="x" * 120).title) == 120
    assert refused(Event, **{**MINIMAL, "title": "x" * 121}) == "too_long"


def test_a_record_is_frozen_and_refuses_keys_that_it_does_not_know() -> None:
    assert refused(Event, **MINIMAL, colour="red") == "extra_forbidden"
    with pytest.raises(ValidationError):
        event().title = "Power fails"  # type: ignore[misc]  # that is the point


def test_plain_text_stands_for_a_record_with_one_field() -> None:
    made = event(
        place="Eastern Syria",
        actors=["coalition"],
        damage=["Broken windows"],
        relations={"follows": "attack"},
        claims=[{"by": "army", "about": "count", "text": "Eight.", "quote": "eight shells"}],
    )

    assert made.place == EventPlace(place="Eastern Syria")
    assert (made.actors[0].actor, made.damage[0].text) == ("coalition", "Broken windows")
    assert made.relations.follows[0].event == "attack"
    assert made.claims[0].quote == Quote(text="eight shells")


def test_a_source_or_place_without_a_reference_is_described_in_place() -> None:
    source = Citation.model_validate({"title": "A book", "locator": "page 4"})
    place = EventPlace.model_validate({"name": "Market", "role": "target", "according_to": "Army"})

    assert (source.source, source.inline, source.locator) == (None, Source(title="A book"), "page 4")
    assert (place.place, place.inline, place.role) == (None, Place(name="Market"), "target")
    assert place.according_to == "Army"


def test_a_reference_is_not_described_in_place_as_well() -> None:
    with pytest.raises(ValidationError) as caught:
        Citation.model_validate({"source": "afp", "title": "A book"})

    assert [fault["loc"] for fault in caught.value.errors()] == [("title",)]


@pytest.mark.parametrize("model", [Citation, EventPlace])
def test_a_reference_is_a_name_or_a_description(model: type[ReferenceModel]) -> None:
    described = {"name": "A"} if model is EventPlace else {"title": "A"}

    assert refused(model, **{model.short_for: None}) == "empty-value"
    assert refused(model, inline=None) == "empty-value"
    assert refused(model, **{model.short_for: "afp", "inline": described}) == "together"


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_link_is_an_id_a_record_or_a_list(kind: Any) -> None:
    for typed in ("a", {"event": "a"}, ["a"], [{"event": "a"}]):
        links = getattr(Relations.model_validate({kind.name: typed}), kind.name)

        assert [link.event for link in links] == ["a"]


def test_there_is_a_field_for_every_kind_of_relation_and_no_other() -> None:
    assert list(Relations.model_fields) == [kind.name for kind in KINDS]


def test_an_event_has_one_place_or_several() -> None:
    assert event(place="a").all_places == (EventPlace(place="a"),)
    assert [given.place for given in event(places=["a", "b"]).all_places] == ["a", "b"]
    assert event().all_places == ()
    assert refused(Event, **MINIMAL, place="a", places=["b"]) == "together"


@pytest.mark.parametrize(
    "fields",
    [
        {"lat": "35.1"},
        {"lon": "40.5"},
        {"lat": "35.1", "lon": "40.5"},
        {"lat": "35.1", "lon": "40.5", "uncertainty_m": "0"},
    ],
)
def test_a_point_comes_with_both_coordinates_and_a_circle(fields: dict[str, str]) -> None:
    assert refused(Place, name="Market", **fields) == "together"
    assert Place.model_validate({"name": "Market", "lat": "0", "lon": "0", "uncertainty_m": "5"}).lat == 0


def test_a_range_is_in_order_and_its_upper_end_may_be_unknown() -> None:
    assert refused(Range, low="5", high="3") == "range-order"
    assert Range.model_validate({"low": "5", "high": None}).high is None
    assert Range.model_validate({"low": "3", "high": "3"}).low == 3


@pytest.mark.parametrize(
    "figure",
    [{}, {"value": "8", "text": "several"}, {"value": "8", "low": "3"}, {"text": "few", "high": "3"}],
)
def test_a_measure_has_one_form_of_figure(figure: dict[str, str]) -> None:
    assert refused(Measure, name="rounds", **figure) == "together"


@pytest.mark.parametrize("figure", [{}, {"count": "2", "low": "1"}, {"count": "2", "best": "2"}])
def test_a_casualty_row_has_a_count_or_a_range(figure: dict[str, str]) -> None:
    assert refused(Casualties, type="killed", **figure) == "together"


def test_absent_zero_and_no_report_are_three_things() -> None:
    zero = Casualties.model_validate({"type": "killed", "count": "0"})
    nothing = Casualties.model_validate({"type": "killed", "low": "0", "high": None})

    assert (zero.count, zero.low) == (0, None)
    assert (nothing.count, nothing.low, nothing.high) == (None, 0, None)
    assert event().casualties == ()


def test_a_claim_asserts_unless_it_says_other() -> None:
    claim = Claim.model_validate({"by": "army", "about": "count", "text": "Eight."})

    assert (claim.stance, claim.rank) == (terms.Stance.ASSERTS, terms.Rank.NORMAL)
    assert refused(Claim, by="army", about="weather", text="Rain.") == "enum"


def test_a_sidecar_names_its_event_and_its_language() -> None:
    assert Sidecar.model_validate({"of": "fire", "lang": "ar", "title": "حريق"}).of == "fire"
    assert refused(Sidecar, lang="ar") == "missing"


def test_a_custom_field_holds_whatever_was_typed() -> None:
    assert event(extra={"wind speed": "40", "list": ["a"]}).extra == {"wind speed": "40", "list": ["a"]}


def test_a_site_needs_only_a_title() -> None:
    site = Site.model_validate({"title": "A timeline", "vocabularies": {"type": {"fire": "Fire"}}})

    assert (site.lang, site.timezone, site.context_tag) == ("en", "UTC", "context")
    assert site.vocabularies["type"]["fire"].label == "Fire"


def test_other_names_are_one_text_or_several() -> None:
    actor = Actor.model_validate({"name": "Army", "names": {"ar": "جيش", "other": ["The army", "Troops"]}})

    assert actor.names == {"ar": "جيش", "other": ("The army", "Troops")}


def test_a_correction_says_when_what_and_why() -> None:
    with pytest.raises(ValidationError) as caught:
        Correction.model_validate({})

    assert [fault["loc"] for fault in caught.value.errors()] == [("date",), ("type",), ("text",)]
