"""Whatever the text: a date or a DateError; whatever the date: ordered bounds, an order, words."""

import warnings
from datetime import date

import edtf
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dateline.clock import ClockError, parse_clock
from dateline.dates import DateError, Edtf, before, days_apart, overlaps, parse
from dateline.dates.days import Day, day_at, days_in_month, ordinal
from dateline.dates.words import calendar_note, heading, html_datetime, iso_bounds, short, words
from dateline.language import language

ENGLISH = language("en")

marks = st.sampled_from(["", "?", "~", "%"])
years = st.one_of(
    st.from_regex(r"-?[0-9]{4}", fullmatch=True).filter(lambda year: year != "-0000"),
    st.from_regex(r"[0-9]{3}X|[0-9]{2}XX", fullmatch=True),
    st.from_regex(r"Y-?[1-9][0-9]{4,11}", fullmatch=True),
)


@st.composite
def days(draw: st.DrawFn) -> Day:
    year, month = draw(st.integers(-(10**11), 10**11)), draw(st.integers(1, 12))
    return Day(year, month, draw(st.integers(1, days_in_month(year, month))))


@st.composite
def single(draw: st.DrawFn) -> str:
    """A date of levels 0 and 1."""
    text = draw(years)
    if "X" not in text and not text.startswith("Y") and draw(st.booleans()):
        months = [*(f"{month:02}" for month in range(1, 13)), "21", "22", "23", "24", "XX"]
        month = draw(st.sampled_from(months))
        text += f"-{month}"
        if month == "XX":
            text += draw(st.sampled_from(["", "-XX"]))
        elif int(month) <= 12:
            last = days_in_month(int(draw(st.just(text[: text.rindex("-")]))), int(month))
            text += draw(st.sampled_from(["", "-XX", *(f"-{day:02}" for day in range(1, last + 1))]))
    return text + draw(marks)


def right_way(one: str, other: str, between: str) -> str:
    return between.join(sorted((one, other), key=lambda text: (parse(text).earliest, parse(text).latest)))


stretches = st.one_of(
    st.builds(right_way, single(), single(), st.just("/")),
    single().flatmap(lambda text: st.sampled_from([f"{text}/..", f"{text}/", f"../{text}", f"/{text}"])),
)
ranges = st.builds(right_way, single(), single(), st.just(".."))
sets = st.lists(single() | ranges, min_size=1, max_size=3).map(lambda items: f"[{','.join(items)}]")
open_sets = single().flatmap(lambda text: st.sampled_from([f"[..{text}]", f"[{text}..]"]))
dates = (single() | stretches | sets | open_sets).filter(lambda text: len(text) <= 100)
nearly = st.text(alphabet="0123456789XY-/.,[]?~%:TZ ", max_size=30)


@given(st.one_of(st.text(max_size=120), nearly, st.from_regex(r"[0-9]{1,4}[-/. ][0-9]{1,2}[-/. ][0-9]{1,4}")))
@example("\ud83d")
@example("[" * 100)
@example("." * 100)
@example("/" * 100)
@example("9" * 100)
def test_any_text_is_a_date_or_a_date_error(text: str) -> None:
    try:
        parsed = parse(text)
    except DateError as error:
        assert error.message  # noqa: PT017  # either way is right
        assert error.hint  # noqa: PT017
        assert error.name in {"bad-date", "ambiguous-date", "date-order"}  # noqa: PT017
    else:
        assert parsed.text == text


@given(st.one_of(st.text(max_size=60), st.text(alphabet="0123456789:~/ apmhZ+-", max_size=14)))
def test_any_text_is_a_time_or_a_clock_error(text: str) -> None:
    try:
        clock = parse_clock(text)
    except ClockError as error:
        assert error.hint  # noqa: PT017  # either way is right
    else:
        assert 0 <= clock.earliest_minute <= clock.latest_minute <= 1440


@given(dates)
def test_what_edtf_allows_is_read_and_its_bounds_are_ordered(text: str) -> None:
    parsed = parse(text)

    assert parsed.earliest or parsed.latest
    if parsed.earliest and parsed.latest:
        assert parsed.earliest <= parsed.latest


@given(dates)
def test_every_date_has_words(text: str) -> None:
    parsed = parse(text)

    for say in (words, short, heading):
        said = say(parsed, ENGLISH)
        assert said.strip() == said != ""
        assert "%(" not in said
    calendar_note(parsed, ENGLISH)
    html_datetime(parsed)
    iso_bounds(parsed)


@given(dates)
def test_only_an_open_end_is_ongoing(text: str) -> None:
    assert ("ongoing" in words(parse(text), ENGLISH)) == text.endswith("/..")


@given(st.lists(dates.map(parse), max_size=8), st.randoms(use_true_random=False))
def test_the_order_does_not_depend_on_where_one_starts(parsed: list[Edtf], random: object) -> None:
    def place(one: Edtf) -> tuple[object, str]:
        return one.sort_key, one.text

    shuffled = list(parsed)
    random.shuffle(shuffled)  # type: ignore[attr-defined]  # a Random

    assert sorted(parsed, key=place) == sorted(shuffled, key=place)


@given(dates.map(parse), dates.map(parse))
def test_two_dates_are_apart_or_overlap(one: Edtf, other: Edtf) -> None:
    assert before(one, other) + before(other, one) + overlaps(one, other) == 1
    assert (days_apart(one, other) == 0) == overlaps(one, other)
    assert days_apart(one, other) == days_apart(other, one)


@given(days())
def test_a_day_and_its_number_belong_together(day: Day) -> None:
    assert day_at(ordinal(day)) == day
    assert day < day_at(ordinal(day) + 1)


@given(st.dates())
def test_within_its_years_the_standard_library_agrees(day: date) -> None:
    assert ordinal(Day(day.year, day.month, day.day)) == day.toordinal()
    assert parse(day.isoformat()).earliest == (day.year, day.month, day.day)


@pytest.mark.parametrize(
    "text",
    ["1985-04-12", "1985-04", "1985", "-0999", "0000", "201X", "20XX", "2004-XX", "1985-04-XX", "1964/2008"],
)
def test_another_reader_of_edtf_finds_the_same_bounds(text: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        other = edtf.parse_edtf(text)
        bounds = other.lower_strict()[:3], other.upper_strict()[:3]

    assert (parse(text).earliest, parse(text).latest) == bounds
