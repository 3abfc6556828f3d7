"""Events in their place: neighbours, groups, questions in dispute, and withdrawals."""

from itertools import pairwise
from typing import Any

import pytest

from dateline.terms import About
from dateline.timeline import Question, Timeline
from tests.rules.small import timeline_of


def keys(timeline: Timeline, grouping: str) -> dict[str, list[str]]:
    """The ids of each group."""
    return {key: [entry.id for entry in entries] for key, entries in timeline.groups[grouping].items()}


def question(*claims: dict[str, Any]) -> Question:
    """The one question of an event with these claims."""
    whole = {"about": "count", "text": "Eight."}
    (made,) = timeline_of({"a": {"claims": [{**whole, **claim} for claim in claims]}}).by_id["a"].questions
    return made


def test_neighbours_follow_the_order() -> None:
    timeline = timeline_of({"b": {"date": "2022"}, "a": {"date": "2023"}, "c": {"date": "2021"}})

    assert [entry.id for entry in timeline.entries] == ["c", "b", "a"]
    for before, after in pairwise(timeline.entries):
        assert before.next is not None
        assert after.previous is not None
        assert (before.next.id, after.previous.id) == (after.id, before.id)
    assert timeline.entries[0].previous is timeline.entries[-1].next is None


def test_events_are_grouped_by_all_that_a_reader_may_look_for() -> None:
    timeline = timeline_of(
        {
            "a": {
                "date": "2022-01-05",
                "place": "base",
                "tags": ["drone"],
                "type": "fire",
                "actors": ["army"],
            },
            "b": {"date": "2022-01", "place": "Somewhere", "tags": ["drone"], "sources": ["wire"]},
        },
        places={"base": {"part_of": "syria"}, "syria": {}},
        actors={"army": {}},
        sources={"wire": {}},
    )

    assert keys(timeline, "year") == {"2022": ["b", "a"]}
    assert keys(timeline, "month") == {"2022-01": ["b", "a"]}
    assert keys(timeline, "day") == {"2022-01-05": ["a"]}
    assert keys(timeline, "place") == {"base": ["a"], "syria": ["a"]}
    assert keys(timeline, "actor") == {"army": ["a"]}
    assert keys(timeline, "source") == {"wire": ["b"]}
    assert keys(timeline, "type") == {"fire": ["a"]}
    assert keys(timeline, "tag") == {"drone": ["b", "a"]}


def test_a_set_is_on_no_day_page_but_on_its_month_page() -> None:
    timeline = timeline_of(
        {"a": {"date": "[2022-01-03..2022-01-05]"}, "b": {"date": "2022-01-03/2022-01-05"}}
    )

    assert keys(timeline, "day") == {"2022-01-03": ["b"], "2022-01-04": ["b"], "2022-01-05": ["b"]}
    assert keys(timeline, "month") == {"2022-01": ["a", "b"]}


@pytest.mark.parametrize(
    ("event", "zone"),
    [
        ({"timezone": "Asia/Baghdad", "place": "base"}, "Asia/Baghdad"),
        ({"place": "base"}, "Asia/Damascus"),
        ({"places": ["Nowhere", "base"]}, "Asia/Damascus"),
        ({"place": "Nowhere"}, "Europe/Oslo"),
    ],
)
def test_the_zone_is_the_events_else_its_places_else_the_sites(event: dict[str, Any], zone: str) -> None:
    timeline = timeline_of(
        {"a": event}, places={"base": {"timezone": "Asia/Damascus"}}, site={"timezone": "Europe/Oslo"}
    )

    assert timeline.by_id["a"].zone == zone


def test_claims_stand_by_question_in_the_order_typed() -> None:
    about = ["count", "damage", "count", "time"]
    claims = [{"by": "Army", "about": one, "text": str(number)} for number, one in enumerate(about)]

    questions = timeline_of({"a": {"claims": claims}}).by_id["a"].questions

    assert [one.about for one in questions] == [About.COUNT, About.DAMAGE, About.TIME]
    assert [said.claim.text for said in questions[0].claims] == ["0", "2"]


def test_two_live_accounts_of_different_speakers_differ() -> None:
    one = question({"by": "Army"}, {"by": "Monitor"})

    assert (one.several, one.differs) == (True, True)


@pytest.mark.parametrize("stance", ["denies", "unconfirmed"])
def test_a_denial_or_a_doubt_alone_is_a_conflict(stance: str) -> None:
    one = question({"by": "Army", "stance": stance})

    assert (one.several, one.differs) == (False, True)


@pytest.mark.parametrize(
    "second",
    [{"by": "Army"}, {"by": "Monitor", "rank": "deprecated"}, {"by": "Monitor", "stance": "retracts"}],
)
def test_one_live_speaker_is_no_conflict(second: dict[str, str]) -> None:
    one = question({"by": "Army"}, second)

    assert (one.several, one.differs) == (False, False)


def test_a_series_is_what_another_is_part_of_from_either_side() -> None:
    timeline = timeline_of(
        {
            "series": {},
            "a": {"relations": {"part_of": "series"}},
            "other": {"relations": {"has_part": "b"}},
            "b": {},
        }
    )

    assert {ident: entry.card.series for ident, entry in timeline.by_id.items()} == {
        "series": True,
        "a": False,
        "other": True,
        "b": False,
    }
    assert [link.kind for link in timeline.by_id["series"].related] == ["has_part"]


def test_links_stand_by_kind_and_then_by_date() -> None:
    timeline = timeline_of(
        {
            "a": {"relations": {"similar_to": ["late", "early"], "follows": "early"}},
            "early": {"date": "2021"},
            "late": {"date": "2023"},
        }
    )

    assert [(link.kind, link.card.id) for link in timeline.by_id["a"].related] == [
        ("follows", "early"),
        ("similar_to", "early"),
        ("similar_to", "late"),
    ]


def test_a_link_that_leads_nowhere_or_to_itself_is_not_shown() -> None:
    timeline = timeline_of({"a": {"relations": {"similar_to": ["gone", "a"]}}})

    assert timeline.by_id["a"].related == ()


def test_a_withdrawn_entry_is_nobodys_neighbour_in_no_group_and_in_no_link() -> None:
    timeline = timeline_of(
        {
            "a": {"date": "2021"},
            "b": {"date": "2022", "status": "withdrawn", "relations": {"similar_to": "a"}},
            "c": {"date": "2023", "relations": {"follows": "b"}},
        }
    )

    assert [entry.id for entry in timeline.entries] == ["a", "c"]
    assert [entry.id for entry in timeline.stubs] == ["b"]
    assert timeline.entries[0].next is not None
    assert timeline.entries[0].next.id == "c"
    assert all(entry.related == () for entry in timeline.entries)
    assert "2022" not in timeline.groups["year"]


def test_an_empty_timeline_is_a_timeline() -> None:
    timeline = timeline_of({})

    assert timeline.entries == timeline.stubs == ()
    assert set(timeline.groups) == {"year", "month", "day", "place", "actor", "source", "type", "tag"}
