"""An event depends on the records whose ids it mentions, on those that these mention, and on no other."""

from typing import Any

import pytest

from dateline.mentions import Reach, mentioned
from dateline.models import Actor, Link, Place, Site, Source
from dateline.registry import Registry
from dateline.setting import Setting

PLACES = {
    "base": {"name": "Base", "part_of": "town"},
    "town": {"name": "Town", "part_of": "base"},
    "land": {"name": "Land"},
}
ACTORS = {
    "army": {"name": "Army", "member_of": "force"},
    "force": {"name": "Force"},
    "town": {"name": "The Town"},
}


def reach(
    places: dict[str, Any] = PLACES,
    actors: dict[str, Any] = ACTORS,
    *,
    site: str = "A timeline",
    hidden: str = "",
) -> Reach:
    """The reach of a small setting; `hidden` names an actor that cannot be used."""
    registry = Registry(
        places={ident: Place.model_validate(one) for ident, one in places.items()},
        actors={ident: Actor.model_validate(one) for ident, one in actors.items()},
        sources={"wire": Source.model_validate({"title": "Wire", "publisher": "army"})},
    )
    left_out = frozenset({("actors", hidden)}) if hidden else frozenset()
    return Reach(Setting(Site.model_validate({"title": site}), registry, left_out))


def test_every_text_that_could_be_an_id_is_mentioned_wherever_it_stands() -> None:
    plain = {"key": ["base", {"a": ("army", "A name")}], "b": None, "c": 3, "d": "base"}

    assert mentioned(plain, "wire", [["deep-down"]]) == ("army", "base", "deep-down", "wire")


@pytest.mark.parametrize(
    ("mentions", "changed", "expected"),
    [
        (["base"], reach({**PLACES, "base": {"name": "B", "part_of": "town"}}), True),
        (["base"], reach({**PLACES, "town": {"name": "T", "part_of": "base"}}), True),
        (["base"], reach({**PLACES, "land": {"name": "L"}}), False),
        (["base"], reach(actors={**ACTORS, "town": {"name": "T"}}), True),
        (["wire"], reach(actors={**ACTORS, "force": {"name": "F"}}), True),
        (["army"], reach({**PLACES, "base": {"name": "B", "part_of": "town"}}), False),
        (["new"], reach({**PLACES, "new": {"name": "N"}}), True),
        (["gone"], reach({**PLACES, "new": {"name": "N"}}), False),
        ([], reach(site="Another"), True),
        ([], reach(hidden="army"), True),
        ([], reach({}, {}), False),
    ],
)
def test_a_key_changes_with_what_is_reached_and_with_the_site(
    mentions: list[str], changed: Reach, *, expected: bool
) -> None:
    assert (changed.key(mentions) != reach().key(mentions)) is expected


def test_a_key_does_not_hang_on_what_was_asked_before() -> None:
    asked = reach()
    for name in ("town", "wire", "army"):
        asked.key([name])

    assert asked.key(["base", "wire"]) == reach().key(["base", "wire"])


def test_the_whole_changes_with_every_record() -> None:
    others = [
        reach(),
        reach({**PLACES, "land": {"name": "L"}}),
        reach(actors={**ACTORS, "new": {"name": "N"}}),
        reach(site="Another"),
        reach(hidden="army"),
    ]

    assert len({one.whole for one in others}) == len(others)


def test_a_web_address_is_mentioned_and_reached_through_a_source_too() -> None:
    address = "https://example.org/wire"
    gone = Link.model_validate({"state": "gone", "checked": "2026-11-23"})
    source = Source.model_validate({"title": "Wire", "url": address})
    site = Site.model_validate({"title": "A timeline"})
    before, after = (
        Reach(Setting(site, Registry({}, {}, {"wire": source, "other": Source(title="Other")}, links)))
        for links in ({}, {address: gone})
    )

    assert mentioned({"sources": [address, "two words"]}) == (address,)
    assert before.key([address]) != after.key([address])
    assert before.key(["wire"]) != after.key(["wire"])
    assert before.key(["other"]) == after.key(["other"])
