"""The piece of an event is written once, kept, and written again when what it is made from differs."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from typing import Any

import pytest

from dateline import piecework
from dateline.outputs import calendar, table
from dateline.piecework import keep_pieces
from dateline.slice_pieces import KIND, pieces
from dateline.store import Store
from dateline.timeline import Timeline
from dateline.workers import Workers, open_workers
from tests.outputs.planning import theme_of
from tests.rules.small import timeline_of


def kept_in(store: Store, base_url: str | None = None, **events: str) -> tuple[Timeline, int]:
    made = timeline_of({ident: {"title": title, "date": "2022-01-03"} for ident, title in events.items()})
    timeline = replace(made, kept=store)
    with open_workers(jobs=1) as workers:
        return timeline, keep_pieces(timeline, theme_of(timeline, base_url), store, workers)


def lines(timeline: Timeline, base_url: str | None = None) -> list[str]:
    writer = table.writer(timeline, theme_of(timeline, base_url))
    return [one.decode() for one in pieces(writer, timeline.entries, timeline)]


@pytest.fixture
def store() -> Iterator[Store]:
    with closing(Store(None, "test")) as made:
        yield made


def test_an_event_is_written_once(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    timeline, written = kept_in(store, a="One", b="Two")
    expected = lines(replace(timeline, kept=None))
    assert written == 2
    assert kept_in(store, a="One", b="Two")[1] == 0

    monkeypatch.setattr("dateline.formats.table.record", lambda *_, **__: "not asked for")
    assert lines(timeline) == expected


def test_only_a_changed_event_is_written_again(store: Store) -> None:
    kept_in(store, a="One", b="Two")
    timeline, written = kept_in(store, a="One", b="Other")

    assert written == 1
    assert [line.split(",")[1] for line in lines(timeline)] == ["One", "Other"]


def test_what_all_pieces_are_made_with_counts_too(store: Store) -> None:
    kept_in(store, a="One")
    timeline, written = kept_in(store, "https://example.org/t/", a="One")

    assert written == 1
    assert "https://example.org/t/events/a.html" in lines(timeline, "https://example.org/t/")[0]


def test_where_there_are_very_many_workers_learn_that_each_looks_at_one(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = []
    each = Workers.each

    def watched(*given: Any, **named: Any) -> Iterator[Any]:
        told.append(named["looks"] and named["looks"](0))
        return each(*given, **named)

    monkeypatch.setattr(Workers, "each", watched)
    for most in (3, 2):
        monkeypatch.setattr(piecework, "MANY", most)
        assert kept_in(store, f"https://example.org/{most}/", a="One", b="Two")[1] == 2
    assert told == [None, 1]


def test_a_piece_that_was_made_from_something_else_is_not_used(store: Store) -> None:
    timeline, _ = kept_in(store, a="One")
    other = timeline_of({"a": {"title": "Two", "date": "2022-01-03"}})

    assert lines(replace(other, kept=store))[0].split(",")[1] == "Two"
    assert lines(timeline)[0].split(",")[1] == "One"


@pytest.mark.parametrize("loss", ["gone", "damaged"])
def test_a_piece_that_was_lost_is_made_where_it_is_needed(store: Store, loss: str) -> None:
    timeline, _ = kept_in(store, a="One")
    expected = lines(timeline)
    key = table.writer(timeline, theme_of(timeline, None)).key("a")
    store.drop(KIND, [key])
    if loss == "damaged":
        store.put(KIND, [(key, b"\xff{")])

    assert lines(timeline) == expected


def test_pieces_of_an_event_that_is_gone_go(store: Store) -> None:
    kept_in(store, a="One", b="Two")
    kept_in(store, a="One")

    assert {key.split(" ")[0] for key in store.keys(KIND)} == {"a"}


def test_an_event_that_is_in_no_calendar_has_an_empty_piece(store: Store) -> None:
    timeline = replace(timeline_of({"a": {"date": "2022"}}), kept=store)
    theme = theme_of(timeline, None)

    assert list(pieces(calendar.writer(timeline, theme), timeline.entries, timeline)) == [b""]
