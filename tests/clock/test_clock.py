"""Local times of day: read, refused, said."""

import pytest

from dateline.clock import ClockError, parse_clock, words
from dateline.language import language

ENGLISH = language("en")


def refused(text: str) -> ClockError:
    with pytest.raises(ClockError) as caught:
        parse_clock(text)
    return caught.value


@pytest.mark.parametrize(
    ("text", "first", "last", "said"),
    [
        ("04:30", 270, 270, "04:30"),
        ("00:00", 0, 0, "00:00"),
        ("23:59", 1439, 1439, "23:59"),
        ("~15:40", 940, 940, "about 15:40"),
        ("04:30/05:10", 270, 310, "from 04:30 to 05:10"),
        ("~04:30/05:10", 270, 310, "from about 04:30 to 05:10"),
        ("morning", 0, 720, "in the morning"),
        ("afternoon", 720, 1080, "in the afternoon"),
        ("evening", 1080, 1440, "in the evening"),
        ("night", 0, 1440, "at night"),
    ],
)
def test_a_time_has_bounds_in_minutes_and_words(text: str, first: int, last: int, said: str) -> None:
    clock = parse_clock(text)

    assert (clock.earliest_minute, clock.latest_minute) == (first, last)
    assert words(clock, ENGLISH) == said


def test_about_is_told_from_exact_and_a_name_from_a_clock() -> None:
    assert parse_clock("~15:40").approximate
    assert not parse_clock("15:40").approximate
    assert parse_clock("morning").named == "morning"
    assert not parse_clock("15:40").named


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("4:30", "04:30"),
        ("430", "04:30"),
        ("0430", "04:30"),
        ("04.30", "04:30"),
        ("4h30", "04:30"),
        ("4pm", "16:00"),
        ("4:30 p.m.", "16:30"),
        ("12:30 am", "00:30"),
        ("12 pm", "12:00"),
        ("04:30:15", "04:30"),
        ("15:40~", "~15:40"),
        ("about 15:40", "~15:40"),
        ("c. 9:05", "~09:05"),
        ("4:30-5:10", "04:30/05:10"),
        ("04:30 to 05:10", "04:30/05:10"),
        ("noon", "12:00"),
        ("23:59:60", "23:59"),
        (" 04:30", "04:30"),
    ],
)
def test_another_way_to_write_a_time_is_given_the_right_one(text: str, form: str) -> None:
    assert refused(text).hint == f'write "{form}"'
    parse_clock(form)


@pytest.mark.parametrize("text", ["24:00", "24:00:00", "midnight"])
def test_midnight_is_the_start_of_the_next_day(text: str) -> None:
    assert refused(text).hint == 'write "00:00" with the date of the day that begins'


@pytest.mark.parametrize("text", ["04:30Z", "04:30+02:00", "04:30 UTC", "04:30-0500"])
def test_a_time_holds_no_zone(text: str) -> None:
    assert "if it is local" in refused(text).hint


def test_a_time_over_midnight_needs_both_days() -> None:
    error = refused("23:30/00:30")

    assert 'time: "23:30" and end_time: "00:30"' in error.hint
    assert "ends" in refused("04:30/04:30").message


@pytest.mark.parametrize("text", ["25:00", "12:60", "99:99"])
def test_a_time_that_no_clock_shows_is_refused(text: str) -> None:
    assert refused(text).hint == "hours go from 00 to 23, minutes from 00 to 59"


@pytest.mark.parametrize("text", ["Morning", "mornign"])
def test_a_part_of_the_day_is_offered_for_a_near_miss(text: str) -> None:
    assert refused(text).hint == "did you mean morning?"


@pytest.mark.parametrize(
    "text", ["", "/", "04:30/", "dawn", "45", "13pm", "04:30\n/", "1" * 1000, "\u0660\u0664:\u0663\u0660"]
)
def test_every_refusal_has_a_hint(text: str) -> None:
    error = refused(text)

    assert error.hint
    assert error.name == "bad-time"
