"""Dates in words: each kind has a wording of its own."""

from datetime import date
from gettext import NullTranslations

import pytest
from babel.dates import format_date

from dateline.dates import Day, parse
from dateline.dates.words import calendar_note, heading, html_datetime, iso_bounds, iso_day, short, words
from dateline.language import Language, language

ENGLISH = language("en")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2022-01-03", "3 January 2022"),
        ("2022-01-03?", "possibly 3 January 2022"),
        ("2022-01-03~", "about 3 January 2022"),
        ("2022-01-03%", "possibly about 3 January 2022"),
        ("2022-01", "January 2022"),
        ("2022-01-XX", "a day in January 2022 (day unknown)"),
        ("2022-XX", "a month in 2022 (month unknown)"),
        ("2022-XX-XX", "a day in 2022 (day and month unknown)"),
        ("2022", "2022"),
        ("2001-21", "spring 2001"),
        ("2001-22", "summer 2001"),
        ("2001-23", "autumn 2001"),
        ("2001-24~", "about winter 2001"),
        ("196X", "the 1960s"),
        ("200X", "the 2000s (2000 to 2009)"),
        ("19XX", "the 1900s (1900 to 1999)"),
        ("13XX~", "about the 1300s (1300 to 1399)"),
        ("-019X", "some year from 200 BCE to 191 BCE"),
        ("001X", "some year from 10 CE to 19 CE"),
    ],
)
def test_a_single_date_is_as_exact_as_its_source(text: str, expected: str) -> None:
    assert words(parse(text), ENGLISH) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("-0043-03-15", "15 March 44 BCE"),
        ("0000", "1 BCE"),
        ("0004", "4 CE"),
        ("0004-05", "May of the year 4 CE"),
        ("-0011-05", "May of the year 12 BCE"),
        ("0999", "999 CE"),
        ("1066", "1066"),
        ("Y12345", "12,345 CE"),
        ("Y-170000002", "170,000,003 BCE"),
    ],
)
def test_years_have_an_era_where_they_need_one_and_none_is_year_0(text: str, expected: str) -> None:
    assert words(parse(text), ENGLISH) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2022-01-03/2022-01-05", "from 3 to 5 January 2022"),
        ("2022-02-28/2022-03-02", "from 28 February to 2 March 2022"),
        ("2021-12-30/2022-01-02", "from 30 December 2021 to 2 January 2022"),
        ("2022-01/2022-03", "from January to March 2022"),
        ("2022-01-03?/2022-01-05", "from possibly 3 January 2022 to 5 January 2022"),
        ("1964/2008", "from 1964 to 2008"),
        ("1984~/2004-06", "from about 1984 to June 2004"),
        ("2022-01-05/2022-01-05", "5 January 2022"),
        ("2022-01-04/..", "since 4 January 2022, ongoing"),
        ("2022-01-04/", "from 4 January 2022, end not known"),
        ("/2022-01-05", "until 5 January 2022, start not known"),
        ("../2022-01-05", "until 5 January 2022, without a set start"),
    ],
)
def test_an_interval_lasted(text: str, expected: str) -> None:
    assert words(parse(text), ENGLISH) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[2022-01-03..2022-01-05]", "between 3 and 5 January 2022"),
        ("[2021-12-30..2022-01-02]", "between 30 December 2021 and 2 January 2022"),
        ("[1667,1668]", "1667 or 1668"),
        ("[1667]", "1667"),
        ("[1667,1668,1670..1672]", "1667, 1668 or between 1670 and 1672"),
        ("[..2022-01-05]", "some time on or before 5 January 2022"),
        ("[2022-01-04..]", "some time on or after 4 January 2022"),
        ("[..1984]", "some time in or before 1984"),
        ("[1760-12..]", "some time in or after December 1760"),
    ],
)
def test_a_set_happened_once(text: str, expected: str) -> None:
    assert words(parse(text), ENGLISH) == expected


@pytest.mark.parametrize("as_of", [Day(2022, 2, 9), "9 February 2022"])
def test_what_is_ongoing_is_so_as_of_a_day(as_of: Day | str) -> None:
    assert words(parse("2022-01-04/.."), ENGLISH, as_of=as_of) == (
        "since 4 January 2022, ongoing as of 9 February 2022"
    )


def test_only_an_open_end_is_ongoing() -> None:
    assert "ongoing" not in words(parse("2022-01-04/"), ENGLISH, as_of=Day(2022, 2, 9))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2022-01-05", "Wednesday 5 January 2022"),
        ("2020-01-03", "Friday 3 January 2020"),
        ("2022-01-05?", "Possibly 5 January 2022"),
        ("-0043-03-15", "15 March 44 BCE"),
        ("2022-01", "January 2022, day not known"),
        ("2022-01-XX", "January 2022, day not known"),
        ("2022", "2022, day not known"),
        ("196X", "The 1960s"),
        ("Y-170000002", "170,000,003 BCE"),
        ("2022-01-03/2022-01-05", "From 3 to 5 January 2022"),
        ("[2022-01-03..2022-01-05]", "Between 3 and 5 January 2022"),
    ],
)
def test_a_heading_has_a_weekday_only_for_a_plain_day(text: str, expected: str) -> None:
    assert heading(parse(text), ENGLISH) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2022-01-03", "3 Jan 2022"),
        ("2022-01-03?", "3 Jan 2022?"),
        ("2022-01-03~", "c. 3 Jan 2022"),
        ("2022-01-03%", "c. 3 Jan 2022?"),
        ("2022-01", "Jan 2022"),
        ("2022-01-XX", "Jan 2022, day unknown"),
        ("2022-XX", "2022, month unknown"),
        ("196X", "the 1960s"),
        ("2022-01-03/2022-01-05", "3\u20135 Jan 2022"),
        ("2021-12-30/2022-01-02", "30 Dec 2021 \u2013 2 Jan 2022"),
        ("1960/1969", "1960\u20131969"),
        ("[2022-01-03..2022-01-05]", "between 3 and 5 Jan 2022"),
        ("[1667,1668]", "1667 or 1668"),
        ("[1667..1667]", "1667"),
        ("2022-01-05/2022-01-05", "5 Jan 2022"),
        ("2022-01-04/..", "since 4 Jan 2022"),
        ("2022-01-04/", "4 Jan 2022, end not known"),
        ("/2022-01-05", "until 5 Jan 2022, start not known"),
        ("../2022-01-05", "until 5 Jan 2022"),
        ("[..2022-01-05]", "5 Jan 2022 or before"),
        ("[2022-01-04..]", "4 Jan 2022 or after"),
    ],
)
def test_the_short_form_says_the_same_in_less_room(text: str, expected: str) -> None:
    assert short(parse(text), ENGLISH) == expected


def test_no_two_kinds_of_date_have_the_same_words() -> None:
    texts = [
        "1960",
        "1960?",
        "1960~",
        "1960%",
        "196X",
        "1960/1969",
        "[1960..1969]",
        "[1960,1969]",
        "1960/..",
        "1960/",
    ]
    texts += ["../1960", "/1960", "[..1960]", "[1960..]", "1960-XX", "1960-XX-XX", "1960-01", "1960-01-XX"]

    for say in (words, short):
        assert len({say(parse(text), ENGLISH) for text in texts}) == len(texts)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2022-01-05", "2022-01-05"),
        ("2022-01", "2022-01"),
        ("2022-01-XX", "2022-01"),
        ("2022", "2022"),
        ("0004-02-01", "0004-02-01"),
        ("Y12345", "12345"),
        ("0000", None),
        ("-0043-03-15", None),
        ("2022-01-05?", None),
        ("2022~", None),
        ("2001-21", None),
        ("196X", None),
        ("2022-01-03/2022-01-05", None),
        ("[1667,1668]", None),
    ],
)
def test_a_time_element_gets_a_date_only_where_html_can_say_it(text: str, expected: str | None) -> None:
    assert html_datetime(parse(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2022-01", ("2022-01-01", "2022-01-31")),
        ("0000", ("0000-01-01", "0000-12-31")),
        ("-0043-03-15", ("-000043-03-15", "-000043-03-15")),
        ("Y12345", ("+012345-01-01", "+012345-12-31")),
        ("Y-170000002", ("-170000002-01-01", "-170000002-12-31")),
        ("2022-01-04/..", ("2022-01-04", None)),
        ("/2022", (None, "2022-12-31")),
    ],
)
def test_bounds_for_data_are_iso_8601(text: str, expected: tuple[str | None, str | None]) -> None:
    assert iso_bounds(parse(text)) == expected


def test_a_day_for_data_holds_no_time() -> None:
    assert iso_day(Day(2022, 1, 5)) == "2022-01-05"


def test_a_day_before_the_gregorian_calendar_says_which_calendar_it_is_in() -> None:
    assert calendar_note(parse("-0043-03-15"), ENGLISH) == "in the proleptic Gregorian calendar"
    assert calendar_note(parse("1582-10-14"), ENGLISH)
    assert not calendar_note(parse("1582-10-15"), ENGLISH)
    assert not calendar_note(parse("-0043"), ENGLISH)


def test_a_translation_may_say_it_in_its_own_order() -> None:
    class Reversed(NullTranslations):
        def gettext(self, message: str) -> str:
            return "%(year)s, %(month)s %(day)s" if message == "%(day)s %(month)s %(year)s" else message

    assert words(parse("2022-01-05"), Language("en", "ltr", Reversed())) == "2022, January 5"


LONG = [f"2022-{month:02}-{day:02}" for month in range(1, 13) for day in (2, 15, 28)]


@pytest.mark.parametrize("code", ["ar", "ar-SY", "fa", "fr"])
def test_a_plain_day_is_what_babel_makes_of_it_with_the_languages_digits(code: str) -> None:
    spoken = language(code)
    for text in LONG:
        expected = format_date(date.fromisoformat(text), "long", locale=code.replace("-", "_"))

        assert words(parse(text), spoken) == spoken.figures(expected)


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("fr", "2022-01-01", "1er janvier 2022"),
        ("fr", "2022-01-03/2022-01-05", "du 3 au 5 janvier 2022"),
        ("fr", "2014/2016", "de 2014 à 2016"),
        ("fr", "2022-01-04/..", "depuis le 4 janvier 2022, en cours"),
        ("fr", "2022-01-05?", "5 janvier 2022 (date incertaine)"),
        ("fr", "2022-01-05~", "5 janvier 2022 (date approximative)"),
        ("fr", "2022-01-05%", "5 janvier 2022 (date incertaine et approximative)"),
        ("fr", "-0043-03-15", "15 mars 44 av.\u00a0J.-C."),
        ("fr", "2022-24", "hiver 2022"),
        ("ar", "2022-01-05?", "ربما 5 يناير 2022"),
        ("ar", "2022-01-05~", "نحو 5 يناير 2022"),
        ("ar", "[2022-01-03..2022-01-05]", "بين 3 و5 يناير 2022"),
        ("ar", "2022-01-XX", "يوم في يناير 2022 (اليوم مجهول)"),
        ("ar", "-0043", "44 قبل الميلاد"),
        ("ar", "19XX", "أعوام 1900 (من 1900 إلى 1999)"),
        ("fa", "2022-01-30/2022-02-02", "از ۳۰ ژانویه تا ۲ فوریهٔ ۲۰۲۲"),
        ("fa", "2022-01/2022-03", "از ژانویه تا مارس ۲۰۲۲"),
        ("fa", "196X", "دههٔ ۱۹۶۰"),
        ("fa", "Y-170000002", "۱۷۰٬۰۰۰٬۰۰۳ پیش از میلاد"),
        ("fa", "2014/..", "از ۲۰۱۴، ادامه دارد"),
    ],
)
def test_a_date_is_said_in_other_languages_as_exactly(code: str, text: str, expected: str) -> None:
    assert words(parse(text), language(code)) == expected


@pytest.mark.parametrize("code", ["ar", "fa", "fr"])
def test_what_differs_in_english_differs_in_every_language(code: str) -> None:
    texts = (
        *("2022-01-05", "2022-01-05?", "2022-01-05~", "2022-01-05%", "2022-01", "2022-01-XX", "2022"),
        *("2022-XX", "2022-XX-XX", "2022-21", "196X", "19XX", "2022-01-03/2022-01-05", "2022-01-04/"),
        *("[2022-01-03..2022-01-05]", "2022-01-04/..", "/2022-01-04", "../2022-01-04", "[..2022-01-04]"),
        *("[2022-01-04..]", "[2022-01-04,2022-01-06]", "0044", "-0043"),
    )

    assert len({words(parse(text), ENGLISH) for text in texts}) == len(texts)
    assert len({words(parse(text), language(code)) for text in texts}) == len(texts)
