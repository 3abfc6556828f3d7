"""What somebody says of an event becomes its fields, in words that the site knows."""

import pytest

from dateline.answers import Answers, Composer, Part, Read, event_of, fault
from dateline.known import Unsure
from dateline.models import Event
from tests.rules.small import timeline_of

PLAIN = {"title": "Power returns", "date": "2022-01-05", "time": ""}
SETTING = timeline_of(
    actors={"afp": {"name": "Agence France-Presse", "names": {"short": "AFP"}}},
    sources={"wire": {"title": "Wire story", "url": "https://example.org/wire"}},
    site={"vocabularies": {"role": {"target": "Target"}}},
).setting


def composed(answers: Answers) -> Composer:
    """What the answers come to."""
    made = Composer(SETTING)
    made.compose(answers)
    return made


@pytest.mark.parametrize(
    ("read", "expected"),
    [
        (Read("wire"), "wire"),
        (Read("https://example.org/wire/"), "wire"),
        (Read("https://example.org/b"), "https://example.org/b"),
        (Read("https://example.org/b", "B"), {"title": "B", "url": "https://example.org/b"}),
        (Read("A letter", publisher="AFP"), {"title": "A letter", "publisher": "afp"}),
        (Read("A letter", publisher="Someone"), {"title": "A letter", "publisher": "Someone"}),
    ],
)
def test_a_source_is_an_id_an_address_or_a_description(read: Read, expected: object) -> None:
    made = composed(Answers(PLAIN, (read,)))

    assert made.fields["sources"] == [expected]
    assert isinstance(event_of(made.fields), Event)


def test_what_is_empty_is_left_out() -> None:
    assert composed(Answers(PLAIN)).fields == {"title": "Power returns", "date": "2022-01-05"}


def test_one_new_actor_is_one_new_record() -> None:
    parts = (Part("A villager", "Target", keep=True), Part("A villager", keep=True), Part("AFP", keep=True))

    made = composed(Answers(PLAIN, parts=parts))

    assert made.fields["actors"] == [{"actor": "a-villager", "role": "target"}, "a-villager", "afp"]
    assert [(one.registry, one.id) for one in made.additions] == [("actors", "a-villager")]


def test_a_source_that_is_kept_needs_a_title() -> None:
    with pytest.raises(Unsure, match="needs a title"):
        composed(Answers(PLAIN, (Read("https://example.org/b", keep=True),)))


def test_a_field_is_checked_by_itself() -> None:
    assert fault("date", "2022-01-05?") == ""
    assert fault("date", "2022-02-30").startswith("February 2022 has 28 days")
