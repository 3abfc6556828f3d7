"""What is said of an id that names nothing, and of a text that may stand by itself."""

import pytest

from dateline.reference_kinds import ACTOR_OR_NAME, CITATION, EVENT, PLACE_OR_NAME, Kind, advice, fault


@pytest.mark.parametrize(
    ("text", "wanted", "said"),
    [
        ("green-village", PLACE_OR_NAME, "there is no place 'green-village'"),
        ("The market", PLACE_OR_NAME, ""),
        ("afp", CITATION, "there is no source 'afp'"),
        ("example.org/a", CITATION, ""),
        ("The Gazette", CITATION, "'The Gazette' is neither the id of a source nor a web address"),
        ("The fire", EVENT, "'The fire' is not the id of an event"),
    ],
)
def test_an_id_has_to_name_something_and_a_name_may_stand(text: str, wanted: Kind, said: str) -> None:
    assert fault(text, wanted) == said


def test_the_close_match_is_told_first() -> None:
    assert advice("coaliton", "coalition", ACTOR_OR_NAME) == (
        "did you mean coalition? Else add it to actors.yaml, or write a name with a capital letter"
    )
    assert advice("The Gazette", None, CITATION).endswith("is written in place, as {title: …}")
