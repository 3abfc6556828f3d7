from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.dates.days import Day, ordinal
from dateline.strip.timescale import AFTER, BEFORE, Break, Span, breaks_of, scale_of, ticks_of


def span(first: tuple[int, int, int], last: tuple[int, int, int] | None = None) -> Span:
    return Span(ordinal(Day(*first)), ordinal(Day(*(last or first))))


ANNIVERSARY = [span((2020, 1, 3)), span((2022, 1, 3), (2022, 1, 5))]


def test_a_long_empty_stretch_is_folded_and_says_how_long_it_is() -> None:
    scale = scale_of(ANNIVERSARY, 1000)

    assert [stretch.days for stretch in scale.stretches] == [1, 3]
    assert breaks_of(scale) == (Break(207.0, 112.0, 2, "years"),)


def test_a_day_is_as_wide_on_both_sides_of_a_break() -> None:
    scale = scale_of(ANNIVERSARY, 1000)
    first, later = ANNIVERSARY[0].first, ANNIVERSARY[1].first

    assert scale.after(first) - scale.at(first) == scale.at(later + 1) - scale.at(later)


@pytest.mark.parametrize(
    ("days", "count", "unit"),
    [(31, 31, "days"), (366, 12, "months"), (731, 2, "years"), (70_000_000 * 366, 70, "million-years")],
)
def test_the_length_of_a_break_is_in_the_unit_that_says_enough(days: int, count: int, unit: str) -> None:
    (found,) = breaks_of(scale_of([Span(1, 1), Span(1 + days, 1 + days)], 1000))

    assert (found.count, found.unit) == (count, unit)


def test_evenly_spread_days_are_not_folded() -> None:
    assert breaks_of(scale_of([Span(day, day) for day in range(1, 3651, 365)], 1000)) == ()


def test_one_day_has_one_tick() -> None:
    (tick,) = ticks_of(scale_of([span((2022, 1, 5))], 1000))

    assert (tick.granularity, tick.date.text) == ("day", "2022-01-05")


def test_every_stretch_has_a_tick() -> None:
    ticks = ticks_of(scale_of(ANNIVERSARY, 1000))

    assert [tick.date.text for tick in ticks] == ["2020-01-03", "2022-01-03", "2022-01-04", "2022-01-05"]


@pytest.mark.parametrize(
    ("last", "granularity", "first_texts"),
    [
        ((2022, 2, 28), "day", ["2022-01-03", "2022-01-10"]),
        ((2022, 6, 30), "month", ["2022-01", "2022-02"]),
        ((2023, 6, 30), "month", ["2022-01", "2022-04"]),
        ((2040, 1, 1), "year", ["2022", "2024"]),
        ((2900, 1, 1), "year", ["2100", "2200"]),
    ],
)
def test_ticks_stand_at_round_dates(
    last: tuple[int, int, int], granularity: str, first_texts: list[str]
) -> None:
    ticks = ticks_of(scale_of([span((2022, 1, 1), last)], 1000))

    assert {tick.granularity for tick in ticks} == {granularity}
    assert [tick.date.text for tick in ticks][:2] == first_texts


def test_years_before_our_era_are_round_as_they_are_counted() -> None:
    ticks = ticks_of(scale_of([span((-59, 1, 1), (60, 1, 1))], 1000))

    assert [tick.date.text for tick in ticks] == [
        *("-0059", "-0039", "-0019"),  # 60, 40 and 20 BCE; there is no year 0 on the axis
        *("0020", "0040", "0060"),
    ]


def test_deep_time_has_ticks() -> None:
    ticks = ticks_of(scale_of([span((-65_999_999, 1, 1), (-65_000_000, 1, 1))], 1000))

    assert ticks[0].date.text == "Y-65999999"
    assert len(ticks) <= 12


spans = st.builds(
    lambda first, days: Span(first, first + days),
    st.integers(-(10**11), 10**11) | st.integers(737_000, 739_000),
    st.integers(0, 400) | st.integers(0, 10**9),
)


@given(st.lists(spans, min_size=1, max_size=30))
def test_every_day_lies_within_the_margins_in_the_order_of_time(found: list[Span]) -> None:
    scale = scale_of(found, 1000)
    places = [scale.at(day) for day in sorted(one.first for one in found)]

    assert places == sorted(places)
    assert places[0] == BEFORE
    assert scale.end <= 1000 - AFTER + 0.001


@given(st.lists(spans, min_size=1, max_size=30))
def test_ticks_are_at_most_twelve_and_apart(found: list[Span]) -> None:
    ticks = ticks_of(scale_of(found, 1000))
    places = [tick.x for tick in ticks]

    assert 1 <= len(ticks) <= 12
    assert all(second - first > 70 for first, second in pairwise(places))
