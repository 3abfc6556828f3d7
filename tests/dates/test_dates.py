"""The published examples of EDTF, the edge cases of dates, and what a wrong date is told."""

import pytest

from dateline.dates import DateError, Day, Kind, parse


def bounds(text: str, *, times: bool = False) -> tuple[str, str]:
    edtf = parse(text, times=times)
    return tuple(  # type: ignore[return-value]  # of two
        "-".join(map(str, day)) if day else "" for day in (edtf.earliest, edtf.latest)
    )


def refused(text: str) -> DateError:
    with pytest.raises(DateError) as caught:
        parse(text)
    return caught.value


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("1985-04-12", "1985-4-12", "1985-4-12"),
        ("1985-04", "1985-4-1", "1985-4-30"),
        ("1985", "1985-1-1", "1985-12-31"),
        ("1964/2008", "1964-1-1", "2008-12-31"),
        ("2004-06/2006-08", "2004-6-1", "2006-8-31"),
        ("2004-02-01/2005-02-08", "2004-2-1", "2005-2-8"),
        ("2004-02-01/2005-02", "2004-2-1", "2005-2-28"),
        ("2004-02-01/2005", "2004-2-1", "2005-12-31"),
        ("2005/2006-02", "2005-1-1", "2006-2-28"),
    ],
)
def test_the_examples_of_level_0_have_their_bounds(text: str, earliest: str, latest: str) -> None:
    assert bounds(text) == (earliest, latest)


@pytest.mark.parametrize(
    "time",
    [
        "00:00:00",
        "09:59:59Z",
        "15:15:15+00",
        "18:38:41-09:59",
        "20:04:06+14:45",
        "21:09:01-21:30",
        "22:50:10+23",
    ],
)
def test_every_time_of_a_clock_and_every_offset_is_a_time(time: str) -> None:
    assert parse(f"1985-04-12T{time}", times=True).time == time


@pytest.mark.parametrize("time", ["23:20:30", "23:20:30Z", "23:20:30-04", "23:20:30+04:30"])
def test_level_0_times_are_read_on_demand_and_move_no_day(time: str) -> None:
    text = f"1985-04-12T{time}"

    assert bounds(text, times=True) == ("1985-4-12", "1985-4-12")
    assert parse(text, times=True).time == time
    assert refused(text).hint.startswith('write date: 1985-04-12 and time: "23:20"')


@pytest.mark.parametrize("time", ["24:00:00", "23:60:00", "23:59:60", "23:59", "23:59:00+25", "235900"])
def test_a_time_that_no_clock_shows_is_refused_even_on_demand(time: str) -> None:
    with pytest.raises(DateError):
        parse(f"1985-04-12T{time}", times=True)


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("Y170000002", "170000002-1-1", "170000002-12-31"),
        ("Y-170000002", "-170000002-1-1", "-170000002-12-31"),
        ("2001-21", "2001-1-1", "2001-12-31"),
        ("1984?", "1984-1-1", "1984-12-31"),
        ("2004-06~", "2004-6-1", "2004-6-30"),
        ("2004-06-11%", "2004-6-11", "2004-6-11"),
        ("201X", "2010-1-1", "2019-12-31"),
        ("20XX", "2000-1-1", "2099-12-31"),
        ("2004-XX", "2004-1-1", "2004-12-31"),
        ("1985-04-XX", "1985-4-1", "1985-4-30"),
        ("1985-XX-XX", "1985-1-1", "1985-12-31"),
        ("1985-04-12/..", "1985-4-12", ""),
        ("1985-04/..", "1985-4-1", ""),
        ("1985/..", "1985-1-1", ""),
        ("../1985-04-12", "", "1985-4-12"),
        ("../1985-04", "", "1985-4-30"),
        ("../1985", "", "1985-12-31"),
        ("1985-04-12/", "1985-4-12", ""),
        ("1985-04/", "1985-4-1", ""),
        ("1985/", "1985-1-1", ""),
        ("/1985-04-12", "", "1985-4-12"),
        ("/1985-04", "", "1985-4-30"),
        ("/1985", "", "1985-12-31"),
        ("1984~/2004-06", "1984-1-1", "2004-6-30"),
        ("1984/2004-06~", "1984-1-1", "2004-6-30"),
        ("1984~/2004~", "1984-1-1", "2004-12-31"),
        ("1984?/2004%", "1984-1-1", "2004-12-31"),
        ("1984-06-02?/2004-08-08~", "1984-6-2", "2004-8-8"),
        ("-1985", "-1985-1-1", "-1985-12-31"),
    ],
)
def test_the_examples_of_level_1_have_their_bounds(text: str, earliest: str, latest: str) -> None:
    assert bounds(text) == (earliest, latest)


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("[1667,1668,1670..1672]", "1667-1-1", "1672-12-31"),
        ("[..1760-12-03]", "", "1760-12-3"),
        ("[1760-12..]", "1760-12-1", ""),
        ("[1760-01,1760-02,1760-12..]", "1760-1-1", ""),
        ("[1667,1760-12]", "1667-1-1", "1760-12-31"),
        ("[..1984]", "", "1984-12-31"),
        ("[1668,1667]", "1667-1-1", "1668-12-31"),
    ],
)
def test_the_examples_of_sets_of_one_have_their_bounds(text: str, earliest: str, latest: str) -> None:
    assert bounds(text) == (earliest, latest)


def test_bce_years_are_astronomical() -> None:
    assert parse("-0043-03-15").earliest == Day(-43, 3, 15)
    assert parse("0000-02-29").earliest == Day(0, 2, 29)


def test_a_year_of_one_digit_is_that_year() -> None:
    assert parse("0004").earliest == Day(4, 1, 1)
    assert parse("0044").earliest == Day(44, 1, 1)


def test_decades_and_centuries_start_with_the_digit_0() -> None:
    assert bounds("196X") == ("1960-1-1", "1969-12-31")
    assert bounds("13XX~") == ("1300-1-1", "1399-12-31")
    assert bounds("-019X") == ("-199-1-1", "-190-12-31")
    assert bounds("-000X") == ("-9-1-1", "-1-12-31")


def test_a_month_an_unknown_day_and_an_unknown_month_differ_only_in_the_source() -> None:
    assert bounds("2022-01") == bounds("2022-01-XX") == ("2022-1-1", "2022-1-31")
    assert bounds("2022-XX-XX") == bounds("2022-XX") == bounds("2022")
    assert len({parse("2022-01"), parse("2022-01-XX"), parse("2022-XX-XX")}) == 3


@pytest.mark.parametrize("mark", "?~%")
def test_a_qualifier_pads_no_bounds(mark: str) -> None:
    assert bounds(f"2022-01-05{mark}") == ("2022-1-5", "2022-1-5")


@pytest.mark.parametrize("text", ["196X", "19XX", "Y12345", "Y-999999999999"])
@pytest.mark.parametrize("mark", "?~%")
def test_decades_centuries_and_long_years_may_be_qualified(text: str, mark: str) -> None:
    assert bounds(f"{text}{mark}") == bounds(text)


def test_what_lasted_differs_from_what_was_between() -> None:
    assert bounds("2022-01-03/2022-01-05") == bounds("[2022-01-03..2022-01-05]")
    assert parse("2022-01-03/2022-01-05").kind is Kind.INTERVAL
    assert parse("[2022-01-03..2022-01-05]").kind is Kind.SET


def test_a_leap_day_is_a_day() -> None:
    assert bounds("2020-02-29") == ("2020-2-29", "2020-2-29")
    assert bounds("2020-02") == ("2020-2-1", "2020-2-29")


def test_an_interval_may_end_within_the_stretch_that_it_starts_in() -> None:
    assert bounds("2022-01-05/2022-01") == ("2022-1-5", "2022-1-31")
    assert bounds("2022/2022-03") == ("2022-1-1", "2022-3-31")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("2024-02-30", "February 2024 has 29 days"),
        ("2021-02-29", "February 2021 has 28 days"),
        ("1900-02-29", "February 1900 has 28 days"),
        ("2022-04-31", "April 2022 has 30 days"),
        ("2022-01-00", "January 2022 has 31 days"),
        ("2022-13", "there is no month 13"),
        ("2022-00", "there is no month 00"),
        ("2022-20", "there is no month 20"),
        ("2022-25", "there is no month 25"),
        ("2022-00-05", "there is no month 00"),
        ("2022-13-00", "there is no month 13"),
        ("2022-13-XX", "there is no month 13"),
        ("2022-02-30/2022-03-01", "February 2022 has 28 days"),
        ("[2022-02-30,2022-03-01]", "February 2022 has 28 days"),
        ("-0001-02-29", "February -1 has 28 days"),
    ],
)
def test_a_day_or_month_that_does_not_exist_is_named(text: str, message: str) -> None:
    error = refused(text)

    assert error.message.startswith(message)
    assert error.hint.startswith(("write a day from", "months go from"))
    assert error.name == "bad-date"


def test_the_hint_for_an_impossible_day_names_the_days_there_are() -> None:
    assert refused("2024-02-30").hint == (
        "write a day from 2024-02-01 to 2024-02-29, or 2024-02 if the day is not known"
    )
    assert refused("-0043-02-30").hint == (
        "write a day from -0043-02-01 to -0043-02-28, or -0043-02 if the day is not known"
    )


@pytest.mark.parametrize(
    ("text", "meant"),
    [("2022-13-01", "2022-01-13"), ("2022-31-12", "2022-12-31"), ("-0043-15-03", "-0043-03-15")],
)
def test_a_day_in_the_place_of_the_month_is_told_the_order(text: str, meant: str) -> None:
    assert refused(text).hint == f"write year-month-day: {meant}"


def test_figures_that_make_one_day_only_are_not_ambiguous() -> None:
    assert (refused("31/05/2011").name, refused("31/05/2011").hint) == ("bad-date", "write 2011-05-31")
    assert refused("03/04/2011").name == "ambiguous-date"


def test_the_part_that_is_no_date_is_named() -> None:
    assert refused("[1667.5,1668]").message.startswith("in '[1667.5,1668]', '1667.5' is not")
    assert refused("1667..foo").message == "in '1667..foo', 'foo' is not a date"


@pytest.mark.parametrize("text", ["[20221", "12022]"])
def test_a_bracket_alone_makes_no_set(text: str) -> None:
    assert refused(text).name == "bad-date"


def test_the_day_of_a_date_with_time_is_that_day() -> None:
    assert bounds("1985-12-31T10:00:00", times=True) == ("1985-12-31", "1985-12-31")


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        ("2022-01-05/2022-01-03", "2022-01-03/2022-01-05"),
        ("2022/2021-05", "2021-05/2022"),
        ("[2022-01-05..2022-01-03]", "2022-01-03..2022-01-05"),
    ],
)
def test_an_end_before_the_start_is_an_error_of_its_own(text: str, fixed: str) -> None:
    error = refused(text)

    assert error.name == "date-order"
    assert fixed in error.hint


def test_a_set_open_on_both_sides_leaves_no_day_to_list_it_under() -> None:
    assert refused("[..1984,1990..]").name == "bad-date"


def test_a_hundred_characters_are_not_too_many() -> None:
    assert parse(f"[{'2022,' * 18}2022-01?]").latest == Day(2022, 12, 31)


@pytest.mark.parametrize("length", [101, 100_000])
def test_an_absurd_length_is_refused_at_once(length: int) -> None:
    assert f"{length} characters" in refused("1" * length).message


@pytest.mark.parametrize(
    "text", ["nonsense", "2022-W03", "Y17E7", "1950S2", "2022-01-05\n\n\n", "[1667,]", "\ud83d"]
)
def test_every_refusal_says_what_to_write(text: str) -> None:
    error = refused(text)

    assert str(error) == error.message
    assert "write" in error.hint
