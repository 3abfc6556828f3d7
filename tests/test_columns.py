"""Columns say of each event what its row and its card say, and nothing else."""

from dateline.chunks import chunks
from dateline.columns import FACETS, OPEN_END, SERIES, UNCERTAIN, found_by, named
from tests.outputs.planning import theme_of
from tests.rules.small import timeline_of

TIMELINE = timeline_of(
    {
        "a": {
            "date": "2022-01-03/..",
            "place": "village",
            "type": "fire",
            "tags": ["x", "y"],
            "actors": [{"actor": "crew", "role": "helper"}, {"actor": "crew", "role": "speaker"}],
            "claims": [
                {"by": "mayor", "stance": "asserts", "about": "time", "text": "At noon.", "source": "s"}
            ],
            "sources": ["s"],
        },
        "b": {"date": "2022-01-05?", "time": "morning", "relations": {"part_of": "c"}},
        "c": {"date": "2022-01-06"},
    },
    places={"village": {"part_of": "land"}, "land": {}},
    actors={"crew": {}, "mayor": {}},
    sources={"s": {}},
)
(CHUNK,) = chunks(TIMELINE.entries)


def test_an_actor_is_found_by_name_and_by_role() -> None:
    assert FACETS["actor"](TIMELINE.by_id["a"]) == (
        "crew",
        "mayor",
        "crew:helper",
        "crew:speaker",
        "mayor:speaker",
    )


def test_a_place_is_found_with_what_it_lies_in() -> None:
    assert FACETS["place"](TIMELINE.by_id["a"]) == ("village", "land")


def test_days_are_told_from_the_one_before() -> None:
    found = found_by(CHUNK)

    assert found["starts"][1:] == [2, 1]
    assert found["lengths"] == [0, 0, 0]
    assert found["flags"] == [OPEN_END, UNCERTAIN, SERIES]


def test_keys_are_said_once_and_then_by_number() -> None:
    assert found_by(CHUNK)["tag"] == {"keys": ["x", "y"], "counts": [2, 0, 0], "at": [0, 1]}


def test_the_words_are_those_of_the_pages() -> None:
    told = named(CHUNK, theme_of(TIMELINE))

    assert told["id"] == ["a", "b", "c"]
    assert told["when"][1] == "possibly 5 January 2022, in the morning"
    assert (told["earliest"][0], told["latest"][0]) == ("2022-01-03", None)
    assert told["where"] == [["village"], [], []]
