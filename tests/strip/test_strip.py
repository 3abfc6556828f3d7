from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.dates.days import Day, ordinal
from dateline.strip import Bar, Item, strip


def item(ident: str, year: int, month: int = 1, day: int = 1, days: int = 1, **rest: object) -> Item:
    start = ordinal(Day(year, month, day))
    return Item(ident, f"Event {ident}", start, start + days - 1, **rest)  # type: ignore[arg-type]  # the fields of an item


def covers(first: Bar, second: Bar) -> bool:
    return (
        first.x < second.x + second.width
        and second.x < first.x + first.width
        and first.y < second.y + second.height
        and second.y < first.y + first.height
    )


def test_one_event_is_one_bar() -> None:
    drawn = strip([item("a", 2022, 1, 5)])

    assert [bar.id for bar in drawn.bars] == ["a"]
    assert len(drawn.ticks) == 1
    assert drawn.breaks == ()


def test_events_of_one_day_stand_below_one_another() -> None:
    drawn = strip([item(name, 2022, 1, 5) for name in "abc"])

    assert len({bar.x for bar in drawn.bars}) == 1
    assert [bar.y for bar in drawn.bars] == [6, 34, 62]


def test_two_years_without_an_event_are_folded() -> None:
    drawn = strip([item("a", 2020, 1, 3), item("b", 2022, 1, 3)])

    assert [(one.count, one.unit) for one in drawn.breaks] == [(2, "years")]
    assert drawn.bars[1].x >= drawn.breaks[0].x + drawn.breaks[0].width


def test_a_series_is_a_band_below_the_events_and_may_span_a_break() -> None:
    drawn = strip(
        [item("s", 2020, 1, 3, days=732, kind="series"), item("a", 2020, 1, 3), item("b", 2022, 1, 3)]
    )
    *events, band = drawn.bars

    assert band.kind == "series"
    assert band.y > max(bar.y for bar in events)
    assert band.x < drawn.breaks[0].x < band.x + band.width


def test_a_moment_in_deep_time_is_wide_enough_to_see() -> None:
    drawn = strip([item("a", -65_999_999, days=365_000_000), item("b", -65_500_000)])

    assert drawn.bars[1].width == 6


def test_open_ends_fade_on_their_side() -> None:
    drawn = strip([item("a", 2022, days=9, open_end=True), item("b", 2022, days=9, open_start=True)])

    assert [(bar.fade_left > 0, bar.fade_right > 0) for bar in drawn.bars] == [(False, True), (True, False)]


def test_a_text_is_cut_to_what_fits() -> None:
    long = item("a", 2022, days=3, text="A title that is far too long for the bar of an event, " * 3)
    drawn = strip([long, item("b", 2022, 1, 2)])

    assert drawn.bars[0].text.endswith("…")
    assert len(drawn.bars[0].text) * 7 < drawn.bars[0].width
    assert drawn.bars[0].label == "Event a"


def test_a_narrow_bar_has_no_text() -> None:
    drawn = strip([item("a", 2022), item("b", 2025, days=900)])

    assert drawn.bars[0].text == ""


def test_time_may_run_to_the_left() -> None:
    items = [item("a", 2020, 1, 3), item("b", 2022, 1, 3, days=3, open_end=True)]
    drawn, mirrored = strip(items), strip(items, mirrored=True)

    assert [bar.x + bar.width for bar in mirrored.bars] == pytest.approx([1000 - bar.x for bar in drawn.bars])
    assert mirrored.bars[1].fade_left == drawn.bars[1].fade_right > 0
    assert mirrored.ticks[0].x == 1000 - drawn.ticks[0].x


def test_thousands_of_events_become_columns_that_lead_to_their_first() -> None:
    items = [
        item(f"e{number:04}", 2010 + number // 500, 1 + number % 12, 1 + number % 28)
        for number in range(5000)
    ]
    drawn = strip(items)

    assert {bar.kind for bar in drawn.bars} == {"column"}
    assert len(drawn.bars) <= 300
    assert sum(bar.count for bar in drawn.bars) == 5000
    assert drawn.bars[0].id == "e0000"
    assert drawn.height < 200


def test_a_crowd_on_one_day_becomes_a_column() -> None:
    drawn = strip([item(f"e{number}", 2022) for number in range(60)])

    assert [(bar.kind, bar.count) for bar in drawn.bars] == [("column", 60)]


def test_items_of_one_span_keep_the_order_given_and_others_are_put_in_time() -> None:
    items = [item(name, 2022, 1, day) for name, day in zip("abcdef", (3, 1, 2, 3, 3, 1), strict=True)]

    assert [bar.id for bar in sorted(strip(items).bars, key=lambda bar: (bar.x, bar.y))] == list("bfcade")


def test_a_strip_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="a strip needs an item"):
        strip([])


items_anywhere = st.lists(
    st.builds(
        lambda number, start, days, kind: Item(f"e{number}", "An event", start, start + days, kind),
        st.integers(0, 999),
        st.integers(-(10**10), 10**10) | st.integers(737_000, 739_000),
        st.integers(0, 40) | st.integers(0, 10**6),
        st.sampled_from(["event", "event", "series"]),
    ),
    min_size=1,
    max_size=40,
)


@given(items_anywhere)
def test_bars_never_cover_each_other_and_stay_on_the_strip(items: list[Item]) -> None:
    drawn = strip(items)

    assert not any(covers(first, second) for first, second in combinations(drawn.bars, 2))
    assert all(bar.x >= 0 and bar.x + bar.width <= drawn.width for bar in drawn.bars)
    assert all(bar.width >= 6 and bar.y + bar.height <= drawn.axis for bar in drawn.bars)
