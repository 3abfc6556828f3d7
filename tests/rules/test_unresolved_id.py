"""An id that names nothing is an error; a name is a name."""

from dataclasses import replace

import pytest

from dateline.problems import Finding
from dateline.rules import unresolved_id as rule
from tests.rules.small import Table, bad, found, good, timeline_of

PLACES = {"green-village": {"name": "Green Village"}}
SOURCES = {"afp": {"title": "Wire story"}}


def test_an_id_that_names_nothing_is_found_with_the_close_match() -> None:
    timeline = timeline_of({"shells": bad(rule)}, places=PLACES, sources=SOURCES)

    assert found(rule, timeline) == [
        Finding(
            "event",
            "shells",
            ("place", "place"),
            "there is no place 'gren-village'",
            "did you mean green-village? Else add it to places.yaml, or write a name with a capital letter",
        )
    ]


def test_an_id_that_names_a_record_is_fine() -> None:
    assert found(rule, timeline_of({"shells": good(rule)}, places=PLACES, sources=SOURCES)) == []


@pytest.mark.parametrize("fixed", ["Gren-village", "Green Village", "القرية الخضراء"])
def test_a_name_with_a_capital_or_in_another_script_is_free_text(fixed: str) -> None:
    assert found(rule, timeline_of({"shells": {"place": fixed}})) == []


def test_without_a_close_match_the_help_says_how_to_write_a_name() -> None:
    timeline = timeline_of({"shells": {"actors": ["reuters"], "place": "-x-"}})

    assert [(one.loc, one.message, one.hint) for one in found(rule, timeline)] == [
        (
            ("place", "place"),
            "there is no place '-x-'",
            "add it to places.yaml, or write a name with a capital letter",
        ),
        (
            ("actors", 0, "actor"),
            "there is no actor 'reuters'",
            "add it to actors.yaml, or write a name with a capital letter",
        ),
    ]


CLAIM = {"id": "rounds", "by": "Army", "about": "count", "text": "Eight rounds were fired."}


@pytest.mark.parametrize("speaker", ["rounds", "army", "afp", "The army"])
def test_according_to_names_a_claim_an_actor_a_source_or_anybody(speaker: str) -> None:
    event = {
        "claims": [CLAIM],
        "date_according_to": speaker,
        "measures": [{"name": "rounds", "value": "8", "according_to": speaker}],
        "damage": [{"text": "A wall fell.", "according_to": speaker}],
    }

    assert found(rule, timeline_of({"a": event}, actors={"army": {}}, sources=SOURCES)) == []


def test_a_claim_of_another_event_is_no_speaker_here() -> None:
    timeline = timeline_of({"a": {"claims": [CLAIM]}, "b": {"date_according_to": "rounds"}})

    assert [(one.id, one.loc, one.message) for one in found(rule, timeline)] == [
        ("b", ("date_according_to",), "there is no claim, actor or source 'rounds'")
    ]


@pytest.mark.parametrize(
    ("event", "loc", "message"),
    [
        ({"places": [{"place": "gone"}]}, ("places", 0, "place"), "there is no place 'gone'"),
        (
            {"place": {"name": "Market", "part_of": "gone"}},
            ("place", "part_of"),
            "there is no place 'gone'",
        ),
        (
            {"place": {"name": "Market", "possibly": ["gone"]}},
            ("place", "possibly", 0),
            "there is no place 'gone'",
        ),
        ({"place": {"name": "Market", "source": "gone"}}, ("place", "source"), "there is no source 'gone'"),
        (
            {"sources": [{"title": "Report", "publisher": "gone"}]},
            ("sources", 0, "publisher"),
            "there is no actor 'gone'",
        ),
        (
            {"sources": [{"title": "Report", "based_on": ["gone"]}]},
            ("sources", 0, "based_on", 0),
            "there is no source 'gone'",
        ),
        (
            {"place": {"place": "Market", "according_to": "gone"}},
            ("place", "according_to"),
            "there is no claim, actor or source 'gone'",
        ),
        ({"sources": ["gone"]}, ("sources", 0, "source"), "there is no source 'gone'"),
        (
            {"sources": [{"title": "Report", "via": "gone"}]},
            ("sources", 0, "via"),
            "there is no source 'gone'",
        ),
        (
            {"claims": [{**CLAIM, "by": "gone"}]},
            ("claims", 0, "by"),
            "there is no actor or source 'gone'",
        ),
        ({"claims": [{**CLAIM, "answers": "gone"}]}, ("claims", 0, "answers"), "there is no claim 'gone'"),
        ({"claims": [{**CLAIM, "source": "gone"}]}, ("claims", 0, "source"), "there is no source 'gone'"),
        (
            {"media": [{"type": "photo", "source": "gone"}]},
            ("media", 0, "source"),
            "there is no source 'gone'",
        ),
        (
            {"casualties": [{"type": "killed", "count": "0", "according_to": "gone"}]},
            ("casualties", 0, "according_to"),
            "there is no claim, actor or source 'gone'",
        ),
        (
            {"relations": {"follows": "gone"}},
            ("relations", "follows", 0, "event"),
            "there is no event 'gone'",
        ),
        (
            {"relations": {"follows": "The first attack"}},
            ("relations", "follows", 0, "event"),
            "'The first attack' is not the id of an event",
        ),
        (
            {"relations": {"follows": {"event": "a", "according_to": "gone"}}},
            ("relations", "follows", 0, "according_to"),
            "there is no claim, actor or source 'gone'",
        ),
    ],
)
def test_every_place_of_an_event_where_an_id_may_stand_is_looked_at(
    event: dict[str, object], loc: tuple[str | int, ...], message: str
) -> None:
    assert [(one.loc, one.message) for one in found(rule, timeline_of({"a": event}))] == [(loc, message)]


@pytest.mark.parametrize(
    ("kind", "record", "loc", "message"),
    [
        ("places", {"part_of": "gone"}, ("part_of",), "there is no place 'gone'"),
        ("places", {"possibly": ["gone"]}, ("possibly", 0), "there is no place 'gone'"),
        ("places", {"source": "gone"}, ("source",), "there is no source 'gone'"),
        ("actors", {"member_of": "gone"}, ("member_of",), "there is no actor 'gone'"),
        ("actors", {"label_by": "gone"}, ("label_by",), "there is no actor 'gone'"),
        ("actors", {"possibly_same_as": ["gone"]}, ("possibly_same_as", 0), "there is no actor 'gone'"),
        ("actors", {"name_source": "gone"}, ("name_source",), "there is no source 'gone'"),
        ("sources", {"via": "gone"}, ("via",), "there is no source 'gone'"),
        ("sources", {"based_on": ["gone"]}, ("based_on", 0), "there is no source 'gone'"),
        ("sources", {"publisher": "gone"}, ("publisher",), "there is no actor 'gone'"),
    ],
)
def test_every_id_in_a_registry_is_looked_at(
    kind: str, record: dict[str, object], loc: tuple[str | int, ...], message: str
) -> None:
    timeline = timeline_of(**{kind: {"here": record}})

    assert [(one.kind, one.id, one.loc, one.message) for one in found(rule, timeline)] == [
        (kind.removesuffix("s"), "here", loc, message)
    ]


def test_a_publisher_with_a_capital_is_a_name() -> None:
    assert found(rule, timeline_of(sources={"report": {"publisher": "TRT World"}})) == []


def test_a_citation_that_is_neither_id_nor_address_is_described_in_place() -> None:
    timeline = timeline_of({"a": {"sources": ["The Gazette, page 3"]}})

    assert [(one.message, one.hint) for one in found(rule, timeline)] == [
        (
            "'The Gazette, page 3' is neither the id of a source nor a web address",
            "a source that is neither is written in place, as {title: …}",
        )
    ]
    assert found(rule, timeline_of({"a": {"sources": [{"title": "The Gazette, page 3"}]}})) == []


def test_an_address_that_is_badly_written_is_left_to_the_rule_for_addresses() -> None:
    assert found(rule, timeline_of({"a": {"sources": ["example.org/a", "javascript:alert(1)"]}})) == []


def test_a_link_to_an_id_that_was_given_up_is_told_the_new_one() -> None:
    events = {"new": {"former_ids": ["old"]}, "other": {"relations": {"follows": "old"}}}

    assert found(rule, timeline_of(events)) == [
        Finding("event", "other", ("relations", "follows", 0, "event"), "'old' is now 'new'", "write new")
    ]


def test_an_entry_whose_file_is_gone_may_still_be_replaced() -> None:
    assert found(rule, timeline_of({"new": {"relations": {"replaces": "merged-away"}}})) == []


@pytest.mark.parametrize("text", ["../../index", "Some old name", "https://example.org/", "con"])
def test_only_an_id_can_be_replaced(text: str) -> None:
    timeline = timeline_of({"new": {"relations": {"replaces": text}}})

    assert [one.loc for one in found(rule, timeline)] == [("relations", "replaces", 0, "event")]


def test_a_withdrawn_event_is_still_there_to_be_named() -> None:
    events = {"gone": {"status": "withdrawn"}, "other": {"relations": {"follows": "gone"}}}

    assert found(rule, timeline_of(events)) == []


def test_thousands_of_unknown_ids_are_all_found_and_soon() -> None:
    events = {f"event-{number}": {"place": f"place-{number}-x"} for number in range(2000)}
    places: Table = {f"place-{number}": {} for number in range(2000)}

    assert len(found(rule, timeline_of(events, places=places))) == 2000


def test_among_thousands_of_ids_one_that_begins_or_ends_alike_is_the_close_match() -> None:
    places: Table = {f"{letter}-{number}-village": {} for letter in "abcd" for number in range(500)}
    events = {"a": {"place": "b-250-vilage"}, "b": {"place": "x-250-village"}}
    timeline = timeline_of(events, places=places)

    hints = [one.hint.partition("?")[0] for one in found(rule, timeline)]
    assert hints[0] == "did you mean b-250-village"
    assert hints[1].endswith("-250-village")


def test_after_five_unknown_ids_in_one_event_the_rest_are_said_without_a_guess() -> None:
    places: Table = {f"place-{number}": {} for number in range(9)}
    timeline = timeline_of({"a": {"places": [f"place-{number}x" for number in range(9)]}}, places=places)

    assert ["did you mean" in one.hint for one in found(rule, timeline)] == [True] * 5 + [False] * 4


def test_after_a_hundred_unknown_ids_in_registries_the_rest_are_said_without_a_guess() -> None:
    places: Table = {f"p-{number:03}": {"part_of": f"p-{number:03}x"} for number in range(102)}
    hints = [one.hint for one in found(rule, timeline_of(places=places))]

    assert ["did you mean" in hint for hint in hints] == [True] * 100 + [False] * 2


def test_of_many_ids_those_beside_a_text_are_compared_with_it() -> None:
    ordered = [f"{number:03}" for number in range(300)]

    assert rule.around("150", ordered) == ordered[101:201]
    assert rule.around("", ordered) == ordered[:100]
    assert rule.alike("150", reversed(ordered[:200])) == ordered[:200]
    assert len(rule.alike("150", ordered[:201])) == 200


def test_what_is_there_and_cannot_be_used_is_not_called_missing() -> None:
    timeline = timeline_of({"a": {"place": "broken", "actors": ["army"]}})
    story = timeline.tell(timeline.by_id["a"].row)
    hidden = frozenset({("places", "broken"), ("actors", "")})

    assert list(rule.of_event(story, replace(timeline.setting, hidden=hidden))) == []
    assert len(list(rule.of_event(story, timeline.setting))) == 2


def test_an_event_that_is_not_shown_may_be_linked_to() -> None:
    timeline = timeline_of({"a": {"relations": {"follows": "draft"}}})

    assert list(rule.check(replace(timeline, hidden=frozenset({("events", "draft")})))) == []
    assert len(list(rule.check(timeline))) == 1
