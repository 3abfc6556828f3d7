"""Events in their place: neighbours, groups, links, and withdrawals."""

from itertools import pairwise

from dateline.digest import digest
from dateline.stories import Related, Story
from dateline.timeline import Timeline
from tests.rules.small import timeline_of


def keys(timeline: Timeline, grouping: str) -> dict[str, list[str]]:
    """The ids of each group."""
    return {key: [entry.id for entry in entries] for key, entries in timeline.groups[grouping].items()}


def related(timeline: Timeline, ident: str) -> tuple[Related, ...]:
    """The links that an event's page shows."""
    return timeline.story(timeline.by_id[ident]).related


def stories(timeline: Timeline) -> list[Story]:
    """The stories of what is shown, in order."""
    return [timeline.story(entry) for entry in timeline.entries]


def test_neighbours_follow_the_order() -> None:
    timeline = timeline_of({"b": {"date": "2022"}, "a": {"date": "2023"}, "c": {"date": "2021"}})

    assert [entry.id for entry in timeline.entries] == ["c", "b", "a"]
    told = stories(timeline)
    for before, after in pairwise(told):
        assert before.next is not None
        assert after.previous is not None
        assert (before.next.id, after.previous.id) == (after.id, before.id)
    assert told[0].previous is told[-1].next is None


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


def test_a_series_is_what_another_is_part_of_from_either_side() -> None:
    timeline = timeline_of(
        {
            "series": {},
            "a": {"relations": {"part_of": "series"}},
            "other": {"relations": {"has_part": "b"}},
            "b": {},
        }
    )

    series = {"series": True, "a": False, "other": True, "b": False}
    assert {ident: entry.card.series for ident, entry in timeline.by_id.items()} == series
    assert {ident: timeline.story(entry).card.series for ident, entry in timeline.by_id.items()} == series
    assert [link.kind for link in related(timeline, "series")] == ["has_part"]


def test_links_stand_by_kind_and_then_by_date() -> None:
    timeline = timeline_of(
        {
            "a": {"relations": {"similar_to": ["late", "early"], "follows": "early"}},
            "early": {"date": "2021"},
            "late": {"date": "2023"},
        }
    )

    assert [(link.kind, link.card.id) for link in related(timeline, "a")] == [
        ("follows", "early"),
        ("similar_to", "early"),
        ("similar_to", "late"),
    ]


def test_a_link_that_leads_nowhere_or_to_itself_is_not_shown() -> None:
    timeline = timeline_of({"a": {"relations": {"similar_to": ["gone", "a"]}}})

    assert related(timeline, "a") == ()


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
    first, _ = told = stories(timeline)
    assert first.next is not None
    assert first.next.id == "c"
    assert all(story.related == () for story in told)
    assert "2022" not in timeline.groups["year"]


def test_an_empty_timeline_is_a_timeline() -> None:
    timeline = timeline_of({})

    assert timeline.entries == timeline.stubs == ()
    assert set(timeline.groups) == {
        "year",
        "month",
        "day",
        "place",
        "actor",
        "source",
        "type",
        "tag",
        "verification",
        "part",
    }


def test_what_a_page_is_made_from_changes_with_all_that_it_shows() -> None:
    def made_from(**events: dict[str, object]) -> str:
        whole: dict[str, dict[str, object]] = {
            "a": {"date": "2021"},
            "b": {"date": "2022", "relations": {"similar_to": "d"}},
            "c": {"date": "2023"},
            "d": {"date": "2025"},
        }
        timeline = timeline_of(
            {ident: {**whole.get(ident, {}), **events.get(ident, {})} for ident in {**whole, **events}}
        )
        return digest(timeline.made_from(timeline.by_id["b"]))

    changes: list[dict[str, dict[str, object]]] = [
        {},
        {"b": {"title": "Another"}},
        {"a": {"title": "Another"}},
        {"c": {"title": "Another"}},
        {"d": {"title": "Another"}},
        {"d": {"relations": {"part_of": "b"}}},
        {"c": {"relations": {"part_of": "a"}}},
        {"b": {"relations": {"similar_to": [{"event": "d", "note": "Both."}]}}},
        {"d": {"relations": {"responds_to": [{"event": "b", "according_to": "Army"}]}}},
        {"n": {"date": "2022-12-31"}},
    ]

    assert len({made_from(**change) for change in changes}) == len(changes)
    assert made_from() == made_from(d={"notes": "Nobody else's page shows this."})
    assert made_from() == made_from(n={"date": "2030"})
