"""A chunk holds the events of one stretch of time, and is left alone by what happens in others."""

from itertools import chain

from hypothesis import given
from hypothesis import strategies as st

from dateline import chunks as cutting
from dateline.chunks import HEAVIEST, MOST, chunks, weight
from dateline.columns import found_by, named
from dateline.json_text import encode
from dateline.timeline import Timeline
from tests.outputs.planning import theme_of
from tests.rules.small import timeline_of


def crowd(number: int, **changed: object) -> Timeline:
    """Events on many days of twenty years, of which one may be told otherwise."""
    events: dict[str, dict[str, object]] = {
        f"e{one:04}": {"date": f"{2000 + one % 20}-{1 + one % 12:02}-{1 + one % 28:02}"}
        for one in range(number)
    }
    events["e0007"] |= changed
    return timeline_of(events)


def test_few_events_are_one_chunk() -> None:
    assert len(chunks(crowd(9).entries)) == 1


def test_nothing_has_no_chunk() -> None:
    assert chunks(()) == ()


def test_chunks_hold_every_event_once_in_order_and_none_too_many() -> None:
    entries = crowd(MOST + 500).entries
    cut = chunks(entries)

    assert len(cut) > 1
    assert tuple(chain.from_iterable(chunk.entries for chunk in cut)) == entries
    assert all(len(chunk.entries) <= MOST for chunk in cut)
    assert len({chunk.name for chunk in cut}) == len(cut)


def test_an_edit_changes_one_chunk() -> None:
    before = {chunk.name: chunk.key for chunk in chunks(crowd(MOST + 500).entries)}
    after = {chunk.name: chunk.key for chunk in chunks(crowd(MOST + 500, title="Another").entries)}

    assert before.keys() == after.keys()
    assert sum(before[name] != after[name] for name in before) == 1


def test_a_day_with_too_many_events_is_cut_by_number() -> None:
    cut = chunks(timeline_of({f"e{one:04}": {} for one in range(MOST + 1)}).entries)

    assert sum(len(chunk.entries) for chunk in cut) == MOST + 1
    assert [chunk.name.rpartition("-")[2] for chunk in cut] == ["1", "2"]


def test_deep_time_is_cut_like_any_other() -> None:
    dates = ["Y-999999999999", "Y-66000000", "-0043", "2022-01-05", "Y999999999999"]
    entries = timeline_of({f"e{number}": {"date": date} for number, date in enumerate(dates)}).entries

    assert [len(chunk.entries) for chunk in chunks(entries)] == [5]


def test_no_event_is_lighter_than_its_data() -> None:
    timeline = timeline_of(
        {
            "a": {
                "title": "\u0627\u0644" * 40,
                "tags": [f"tag-{number}" for number in range(30)],
                "date": "[1667,1668,1670,1671,1672]",
                "actors": [{"actor": "x", "role": "speaker"}],
            }
        }
    )
    (chunk,) = chunks(timeline.entries)
    heaviest = max(len(encode(found_by(chunk))), len(encode(named(chunk, theme_of(timeline)))))

    # What every chunk has, however few events it holds, is small beside the bound.
    assert heaviest < weight(timeline.entries[0]) + 300


@given(st.lists(st.integers(-(10**6), 10**6), max_size=60), st.integers(1, 7))
def test_any_days_are_cut_into_chunks_that_are_small_enough(years: list[int], most: int) -> None:
    dates = [f"Y{year}" if abs(year) > 9999 else f"{year:05}" if year < 0 else f"{year:04}" for year in years]
    entries = timeline_of({f"e{number}": {"date": date} for number, date in enumerate(dates)}).entries
    usual, cutting.MOST = cutting.MOST, most
    try:
        cut = chunks(entries)
    finally:
        cutting.MOST = usual

    assert tuple(chain.from_iterable(chunk.entries for chunk in cut)) == entries
    assert all(len(chunk.entries) <= most for chunk in cut)


def test_the_bound_leaves_room_below_what_a_file_may_weigh() -> None:
    assert HEAVIEST < 150_000
