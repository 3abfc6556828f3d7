"""What a wrong date is told: the right form, which is then accepted."""

import re

import pytest

from dateline.dates import DateError, parse

FORM = re.compile(r"\[[^\]]+\]|[-Y0-9.][^ ,]*")


def refused(text: str) -> DateError:
    with pytest.raises(DateError) as caught:
        parse(text)
    return caught.value


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("20220105", "write 2022-01-05"),
        ("202201", "write 2022-01 or Y202201"),
        ("2022-1-5", "write 2022-01-05"),
        ("2022-1", "write 2022-01"),
        ("2022/01/05", "write 2022-01-05"),
        ("2022.1.5", "write 2022-01-05"),
        ("05/31/2022", "write 2022-05-31"),
        ("31.05.2022", "write 2022-05-31"),
        ("05/05/2022", "write 2022-05-05"),
        ("05/2022", "write 2022-05"),
        ("2022-13-05", "write year-month-day: 2022-05-13"),
        ("5 January 2022", "write 2022-01-05"),
        ("5th of Jan 2022", "write 2022-01-05"),
        ("January 5, 2022", "write 2022-01-05"),
        ("Sept. 2022", "write 2022-09"),
        ("44 BC", "write -0043"),
        ("1 BCE", "write 0000"),
        ("AD 79", "write 0079"),
        ("-43", "write -0043"),
        ("844", "write 0844"),
        ("44", "write 1944 or 2044 or 0044"),
        ("-0000", "write 0000"),
        ("+2022", "write 2022"),
        ("Y2022", "write 2022"),
        ("Y00012345", "write Y12345"),
        ("-12345", "write Y-12345"),
        ("1960s", "write 196X"),
        ("196x", "write 196X"),
        ("19uu", "write 19XX"),
        ("2022-01-xx", "write 2022-01-XX"),
        ("196X-05", "write 196X"),
        ("2022-XX-05", "write 2022-XX-XX"),
        ("~2022", "write 2022~"),
        ("2022?~", "write 2022%"),
        ("2022?-01-05", "write 2022-01-05?"),
        ("c. 1967", "write 1967~"),
        ("circa 196X", "write 196X~"),
        ("2020-2022", "write 2020/2022 or [2020..2022]"),
        ("2022-01-03 to 2022-01-05", "write 2022-01-03/2022-01-05 or [2022-01-03..2022-01-05]"),
        ("2022-01-03..2022-01-05", "write 2022-01-03/2022-01-05 or [2022-01-03..2022-01-05]"),
        ("2022-01-03/05", "write 2022-01-03/2022-01-05"),
        ("between 2020 and 2022", "write [2020..2022]"),
        ("since 2022", "write 2022/.."),
        ("2022..", "write 2022/.. or [2022..]"),
        ("1667 or 1668", "write [1667,1668]"),
        ("{1667,1668}", "write [1667,1668]"),
        ("[1667, 1668]", "write [1667,1668]"),
        ("1984/open", "write 1984/.."),
        ("1984/unknown", "write 1984/"),
        ("open/1984", "write ../1984"),
        (" 2022-01-05 ", "write 2022-01-05"),
        ("2022\u201301\u201305", "write 2022-01-05"),
        ("\u0662\u0660\u0662\u0662-\u0660\u0661-\u0660\u0665", "write 2022-01-05"),
        ("2022-1-5/2022-01-07", "write 2022-01-05"),
    ],
)
def test_the_right_form_is_proposed_and_accepted(text: str, hint: str) -> None:
    error = refused(text)

    assert error.hint == hint
    assert error.name == "bad-date"
    for form in FORM.findall(hint.removeprefix("write ").removeprefix("year-month-day: ")):
        parse(form)


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("01/02/2024", "'01/02/2024' is 1 February or January 2?", "write 2024-02-01 or 2024-01-02"),
        ("05/01/2022", "'05/01/2022' is 5 January or May 1?", "write 2022-01-05 or 2022-05-01"),
        ("5.1.2022", "'5.1.2022' is 5 January or May 1?", "write 2022-01-05 or 2022-05-01"),
    ],
)
def test_a_date_that_can_be_read_two_ways_names_both(text: str, message: str, hint: str) -> None:
    error = refused(text)

    assert (error.name, error.message, error.hint) == ("ambiguous-date", message, hint)


def test_day_and_month_in_figures_are_checked_against_the_calendar() -> None:
    assert refused("30/02/2022").message.startswith("February 2022 has 28 days")


@pytest.mark.parametrize("text", ["12:30:45", "12:30"])
def test_a_time_is_sent_to_its_own_key(text: str) -> None:
    assert refused(text).hint == 'write date: 2024-01-31 and time: "12:30"'


@pytest.mark.parametrize("text", ["2022-01-05T04:30", "2022-01-05 4:30", "2022-01-05T04:30:00+03:00"])
def test_a_date_with_a_time_is_split(text: str) -> None:
    assert refused(text).hint.startswith('write date: 2022-01-05 and time: "04:30"')


@pytest.mark.parametrize(
    "text", ["", "unknown", "n.d.", "../..", "..", "/", "[..]", "[]", "XXXX", "1XXX", "before 2022"]
)
def test_a_date_without_a_known_end_is_told_how_to_bound_it(text: str) -> None:
    assert "[..20" in refused(text).hint


@pytest.mark.parametrize("text", ["today", "Yesterday", "ongoing"])
def test_a_date_that_depends_on_its_reader_is_refused(text: str) -> None:
    assert refused(text).hint.startswith("write the day itself")


def test_a_year_of_two_digits_in_a_full_date_is_not_guessed() -> None:
    assert refused("05/01/22").hint == "write year-month-day, as in 2022-01-05"


def test_a_wrong_part_of_an_interval_is_named() -> None:
    assert "'2022-1-5'" in refused("[2022-1-5,2023]").message
