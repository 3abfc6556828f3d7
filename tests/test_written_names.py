"""People write places, actors and sources as they would in a letter; known ones are recognised."""

import pytest

from dateline.models import Actor, Place, Site, Source
from dateline.registry import Registry
from dateline.setting import Setting
from dateline.written_names import actor, names_of, source

REGISTRY = Registry(
    places={"aldea": Place(name="Aldea", names={"other": ("The Village", "Twin")}), "b": Place(name="Twin")},
    actors={"grid": Actor(name="Grid Operator", names={"short": "GO"}), "mayor": Actor(name="The Mayor")},
    sources={"wire": Source(title="A story", url="https://example.org/wire")},
)
SITE = Site.model_validate(
    {"title": "T", "vocabularies": {"role": {"speaker": "Speaker", "target": "Target"}}}
)
NAMES = names_of(Setting(SITE, REGISTRY))


def test_a_place_is_known_by_each_of_its_names_unless_another_has_it() -> None:
    assert [NAMES.place(name) for name in ("ALDEA", "the village", "Twin", "Elsewhere")] == [
        *("aldea", "aldea", "Twin", "Elsewhere")
    ]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("https://example.org/a", "https://example.org/a"),
        ("<https://example.org/a>", "https://example.org/a"),
        ("https://example.org/wire", "wire"),
        ("wire", "wire"),
        ("example.org/a", "example.org/a"),
        (
            "A story, Example News: https://example.org/a.",
            {"title": "A story, Example News", "url": "https://example.org/a"},
        ),
        ("[A story](https://example.org/a)", {"title": "A story", "url": "https://example.org/a"}),
        ("Reuters", {"title": "Reuters"}),
        ("The Times, 5 January 2022, page 3", {"title": "The Times, 5 January 2022, page 3"}),
        ("javascript:alert(1)", "javascript:alert(1)"),
    ],
)
def test_a_source_is_an_id_an_address_or_a_title(line: str, found: object) -> None:
    assert source(line, NAMES) == found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Grid Operator", "grid"),
        ("GO (speaker)", {"actor": "grid", "role": "speaker"}),
        (
            "A villager (Target), according to the mayor",
            {"actor": "A villager", "role": "target", "according_to": "mayor"},
        ),
        ("A villager according to the mayor", {"actor": "A villager", "according_to": "mayor"}),
        ("A villager (spaeker)", {"actor": "A villager", "role": "spaeker"}),
        ("United Front (UF)", "United Front (UF)"),
        ("(speaker)", "(speaker)"),
    ],
)
def test_an_actor_comes_with_the_part_and_the_speaker(line: str, found: object) -> None:
    assert actor(line, NAMES) == found


@pytest.mark.parametrize(
    ("text", "ident"), [("The Vilage", "aldea"), ("aldea", None), ("A village", None), ("x" * 400, None)]
)
def test_a_name_that_is_nearly_one_of_the_site_is_noticed(text: str, ident: str | None) -> None:
    assert NAMES.meant("place", text) == ident
