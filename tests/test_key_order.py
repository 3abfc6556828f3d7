"""The keys of a file have one order: that of the models, through all that they hold."""

import pytest

from dateline.key_order import KINDS, Order, order_of, order_of_file
from dateline.models import Casualties, Citation, Event, Model, Sidecar, Site


def keys(model: type[Model]) -> list[str]:
    """The order of a record's keys."""
    return list(order_of(model).keys)


def test_the_order_is_that_of_the_model() -> None:
    assert keys(Event) == list(Event.model_fields)


def test_a_kind_of_a_record_has_its_own_keys_first() -> None:
    assert keys(Casualties) == ["type", "group", "count", "best", "low", "high", "according_to", "note"]
    assert keys(Sidecar)[:3] == ["lang", "of", "title"]


def test_what_is_described_in_place_has_the_keys_of_its_use_last() -> None:
    assert keys(Citation)[:3] == ["source", "title", "publisher"]
    assert keys(Citation)[-1] == "locator"
    assert "inline" not in keys(Citation)


def test_the_order_goes_on_inside_lists_and_under_ids() -> None:
    event, site = order_of(Event), order_of(Site)

    assert event.inside("claims").inside("quote").sorted(["lang", "text"]) == ["text", "lang"]
    assert event.inside("relations").inside("follows").sorted(["note", "event"]) == ["event", "note"]
    assert site.inside("vocabularies").inside("type").inside("any").sorted(["acled", "label"]) == [
        "label",
        "acled",
    ]


def test_what_is_not_known_comes_last_as_it_was_typed() -> None:
    assert order_of(Event).sorted(["x-b", "date", "x-a", "title"]) == ["title", "date", "x-b", "x-a"]
    assert Order().sorted(["b", "a"]) == ["b", "a"]


@pytest.mark.parametrize("kind", ["actors", "places", "sources"])
def test_the_entries_of_a_registry_stay_where_they_are(kind: str) -> None:
    order = order_of_file(kind, registry=True)

    assert order.sorted(["b", "a"]) == ["b", "a"]
    assert list(order.inside("b").keys) == keys(KINDS[kind])
