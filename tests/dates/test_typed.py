"""A date as people type it becomes the one EDTF date that says just that, or an error."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.dates import DateError, parse
from dateline.dates.typed import ORDERS, date_and_clock, typed_date


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        ("2022-01-05", "2022-01-05"),
        ("circa 1540", "1540~"),
        ("c.1540", "1540~"),
        ("c1540", "1540~"),
        ("about 5 January 2022", "2022-01-05~"),
        ("circa 1540?", "1540%"),
        ("Summer 1967", "1967-22"),
        ("the fall of 1967", "1967-23"),
        ("winter 44 BC", "-0043-24"),
        ("5 January 2022", "2022-01-05"),
        ("5th of Jan, 2022", "2022-01-05"),
        ("Wednesday, 5 January 2022", "2022-01-05"),
        ("January 5, 2022", "2022-01-05"),
        ("5-Jan-2022", "2022-01-05"),
        ("Jan. 2022", "2022-01"),
        ("2022/1/5", "2022-01-05"),
        ("31/05/2011", "2011-05-31"),
        ("05/2022", "2022-05"),
        ("1990s", "199X"),
        ("the 1990s", "199X"),
        ("19th century", "18XX"),
        ("the 1st century", "00XX"),
        ("5th century BC", "[-0499..-0400]"),
        ("1st century BCE", "[-0099..0000]"),
        ("between 1914 and 1918", "[1914..1918]"),
        ("from 3 May 2011 to 5 May 2011", "2011-05-03/2011-05-05"),
        ("before 1800", "[..1800]"),
        ("after 5 March 2011", "[2011-03-05..]"),
        ("since May 2020", "2020-05/.."),
        ("1 May 2011 or 2 May 2011", "[2011-05-01,2011-05-02]"),
        ("44 BC", "-0043"),
        ("44 B.C.", "-0043"),
        ("15 March 44 BC", "-0043-03-15"),
        ("AD 79", "0079"),
        ("12,000 BC", "Y-11999"),
        ("13800000000 BCE", "Y-13799999999"),
        ("-1234", "-1234"),
        ("\u0662\u0660\u0662\u0662-\u0660\u0661-\u0660\u0665", "2022-01-05"),
    ],
)
def test_what_was_typed_is_what_the_date_says(typed: str, edtf: str) -> None:
    assert typed_date(typed).text == edtf


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("03/04/2011", "write 2011-04-03 or 2011-03-04"),
        ("between 03/04/2011 and 2012", ""),
        ("1914-1918", "write 1914/1918 or [1914..1918]"),
        ("May 1940 \u2013 June 1940", "write 1940-05/1940-06 or [1940-05..1940-06]"),
        ("44", "write 1944 or 2044 or 0044"),
        ("202201", "write 2022-01 or Y202201"),
        ("2004/06", "write 2004-06"),
        ("2030/21", ""),
        ("21/2011", ""),
        ("2022-XX-05", "write 2022-XX-XX"),
        ("~2022-01", "write 2022-01~"),
        ("{1667,1668}", "write [1667,1668]"),
        ("-0000", "write 0000"),
        ("03/04/11", ""),
        ("early 1990s", ""),
        ("1918/1914", "write 1914/1918"),
        ("0th century", ""),
        ("30 February 2022", ""),
        ("next week", ""),
        ("", ""),
    ],
)
def test_what_can_be_read_two_ways_or_none_is_an_error(typed: str, hint: str) -> None:
    with pytest.raises(DateError) as caught:
        typed_date(typed)

    assert hint in caught.value.hint


@pytest.mark.parametrize(
    ("typed", "message", "hint"),
    [
        ("-43", "'-43' may be 43 BC or 44 BC", "write 43 BC, which is -0042, or -0043"),
        ("-999", "'-999' may be 999 BC or 1000 BC", "write 999 BC, which is -0998, or -0999"),
        (" -43 ", "'-43' may be 43 BC or 44 BC", "write 43 BC"),
        ("-1", "'-1' may be 1 BC or 2 BC", "write 1 BC, which is 0000, or -0001"),
        (
            "44561",
            "'44561' may be a day as spreadsheets count them, or a year",
            "let the program show that column as dates, or write Y44561 for the year",
        ),
        (
            "May 1940 - June 1940",
            "'May 1940 - June 1940' can be read in 2 ways",
            "write 1940-05/1940-06 or [1940-05..1940-06]",
        ),
        (
            "03/04/2011",
            "'03/04/2011' is 3 April or March 4?",
            "write 2011-04-03 or 2011-03-04, or state the order of the file with --order",
        ),
    ],
)
def test_what_is_ambiguous_is_told_with_the_ways_to_read_it(typed: str, message: str, hint: str) -> None:
    with pytest.raises(DateError) as caught:
        typed_date(typed)

    assert (caught.value.name, caught.value.message) == ("ambiguous-date", message)
    assert hint in caught.value.hint


@pytest.mark.parametrize(
    ("typed", "order"), [("103/04/2011", "dmy"), ("3/4/20111", "dmy"), ("03/04/11", "dmy"), ("1" * 200, "")]
)
def test_figures_that_are_no_day_are_not_put_in_order(typed: str, order: str) -> None:
    with pytest.raises(DateError) as caught:
        typed_date(typed, order)

    assert caught.value.name == "bad-date"


@pytest.mark.parametrize(
    ("typed", "order", "edtf"),
    [
        ("03/04/2011", "dmy", "2011-04-03"),
        ("03/04/2011", "mdy", "2011-03-04"),
        ("3.4.2011", "dmy", "2011-04-03"),
        ("3-4-2011", "dmy", "2011-04-03"),
        ("3 4 2011", "dmy", "2011-04-03"),
        (" 13-4-2011 ", "dmy", "2011-04-13"),
        ("4 13 2011", "mdy", "2011-04-13"),
        ("2011-04-03", "dmy", "2011-04-03"),
        ("2011/04/03", "ymd", "2011-04-03"),
        ("between 3/4/2011 and 5/4/2011", "dmy", "[2011-04-03..2011-04-05]"),
        ("about 3/4/2011", "mdy", "2011-03-04~"),
    ],
)
def test_a_stated_order_says_which_figure_is_the_month(typed: str, order: str, edtf: str) -> None:
    assert typed_date(typed, order).text == edtf


@pytest.mark.parametrize(
    ("typed", "order", "hint"),
    [
        ("31/05/2011", "mdy", "is the order dmy?"),
        ("30/02/2011", "dmy", "see the source"),
        ("05/31/2011", "dmy", "is the order mdy?"),
        ("31/31/2011", "dmy", "see the source"),
        ("03/04/2011", "ymd", "dmy or mdy"),
    ],
)
def test_a_day_that_does_not_fit_the_stated_order_is_an_error(typed: str, order: str, hint: str) -> None:
    with pytest.raises(DateError) as caught:
        typed_date(typed, order)

    assert hint in caught.value.hint
    assert repr(typed) in caught.value.message


def test_the_orders_are_those_that_tables_have() -> None:
    assert ORDERS == ("dmy", "mdy", "ymd")


@pytest.mark.parametrize(("typed", "order"), [("next week", ""), ("next week", "dmy"), ("30/02/2011", "dmy")])
def test_only_where_an_order_would_help_one_is_asked_for(typed: str, order: str) -> None:
    with pytest.raises(DateError) as caught:
        typed_date(typed, order)

    assert "--order" not in caught.value.hint


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("2022-01-05 04:30", ("2022-01-05", "04:30")),
        ("2022-01-05T04:30:00Z", ("2022-01-05", "04:30:00Z")),
        ("1/5/2022, 4:30 PM", ("1/5/2022", "4:30 PM")),
        (" 5 January 2022 4:30  ", ("5 January 2022", "4:30")),
        ("2022-01-05 18:29:38.125", ("2022-01-05", "18:29:38.125")),
        ("2022-01-05 4:30 a.m.", ("2022-01-05", "4:30 a.m.")),
        ("2022-01-05  4:30PM", ("2022-01-05", "4:30PM")),
        ("2022-01-05 18:41 UTC", ("2022-01-05", "18:41 UTC")),
        ("2022-01-05, 18:41 gmt", ("2022-01-05", "18:41 gmt")),
        ("2022-01-05 18:41+13:45", ("2022-01-05", "18:41+13:45")),
        ("2022-01-05 18:41 -0330", ("2022-01-05", "18:41 -0330")),
        ("2022-01-05 18:41 and more", ("2022-01-05 18:41 and more", "")),
        ("2022-01-0518:41", ("2022-01-0518:41", "")),
        ("2022-01-05 118:41", ("2022-01-05 118:41", "")),
        ("2022-01-05 18:411", ("2022-01-05 18:411", "")),
        ("2022-01-05 18:41:5", ("2022-01-05 18:41:5", "")),
        ("2022-01-05 18:41:05.", ("2022-01-05 18:41:05.", "")),
        ("2022-01-05 18:41 EST", ("2022-01-05 18:41 EST", "")),
        ("5 January 2022", ("5 January 2022", "")),
        ("04:30", ("04:30", "")),
        ("T04:30", ("", "04:30")),
        ("5 January 2022,  04:30", ("5 January 2022", "04:30")),
        ("5 January 2022,04:30", ("5 January 2022", "04:30")),
        ("2022-01-05 , 04:30", ("2022-01-05", "04:30")),
        ("2022-01-05 :30", ("2022-01-05 :30", "")),
        ("2022-01-05 04:30:15x5", ("2022-01-05 04:30:15x5", "")),
        ("2022-01-05 4:30 AxM", ("2022-01-05 4:30 AxM", "")),
        ("2022-01-05 4:30 AMx", ("2022-01-05 4:30 AMx", "")),
    ],
)
def test_a_time_behind_a_date_is_taken_off(typed: str, parts: tuple[str, str]) -> None:
    assert date_and_clock(typed) == parts


WORDS = "circa about between and from to before since or summer the of January Feb. 19th century BC AD"
words = st.sampled_from(f"{WORDS} 1990s 3/4/2011 44 2022 196X - ?".split())


@given(
    st.one_of(st.text(max_size=40), st.lists(words, max_size=7).map(" ".join)),
    st.sampled_from(["", "dmy", "mdy", "ymd"]),
)
def test_any_text_is_a_date_that_can_be_written_or_a_date_error(typed: str, order: str) -> None:
    try:
        found = typed_date(typed, order)
    except DateError:
        return

    assert parse(found.text) == found


def test_a_long_run_of_blanks_takes_no_time_to_read() -> None:
    start = time.process_time()

    assert date_and_clock("2022-01-05" + " " * 60_000 + "x")[1] == ""
    assert date_and_clock("a" + " " * 60_000 + "04:30")[1] == "04:30"
    assert time.process_time() - start < 1
