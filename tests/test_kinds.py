"""Each kind of value reads the text that was typed, and says in plain words what it expected."""

from collections.abc import Callable
from typing import Any

import pytest
from pydantic import TypeAdapter
from pydantic_core import PydanticCustomError

from dateline import kinds
from dateline.clock import Clock, parse_clock
from dateline.codes import fields
from dateline.dates import parse
from dateline.problems import Code

LATITUDE = kinds.degrees("latitude", 90)
LONGITUDE = kinds.degrees("longitude", 180)
Reader = Callable[[Any], object]


def refused(read: Reader, value: object) -> tuple[str, str, str]:
    """The name of the code, the message and the hint with which a reader refuses."""
    with pytest.raises(PydanticCustomError) as caught:
        read(value)
    context = caught.value.context
    assert context is not None
    return caught.value.type, context["message"], context["hint"]


@pytest.mark.parametrize(
    ("read", "typed", "value"),
    [
        (kinds.read_date, "2022-01", parse("2022-01")),
        (kinds.read_date, parse("196X"), parse("196X")),
        (kinds.read_clock, "~15:40", parse_clock("~15:40")),
        (kinds.read_whole, "0", 0),
        (kinds.read_whole, "007", 7),
        (kinds.read_whole, 12, 12),
        (kinds.read_decimal, "-2.50", -2.5),
        (kinds.read_decimal, 3, 3.0),
        (LATITUDE, "-90", -90.0),
        (LONGITUDE, "180.0", 180.0),
        (kinds.read_yes_no, "true", True),
        (kinds.read_yes_no, "false", False),
        (kinds.check_id, "green-village", "green-village"),
        (kinds.check_key, "own_word", "own_word"),
        (kinds.check_language, "fr-CA", "fr-CA"),
        (kinds.check_language, "zh-Hant", "zh-Hant"),
        (kinds.check_tag, "كهرباء", "كهرباء"),
        (kinds.as_text, "  spaced  ", "spaced"),
        (kinds.as_text, ["left alone"], ["left alone"]),
    ],
)
def test_text_becomes_a_value(read: Reader, typed: object, value: object) -> None:
    assert read(typed) == value


@pytest.mark.parametrize(
    "typed", ["1_000", "-1", "1.0", "1e3", "0x10", " 1", "\uff11", "", "1" * 13, True, None, []]
)
def test_a_whole_number_is_digits_alone(typed: object) -> None:
    assert refused(kinds.read_whole, typed)[0] == "bad-number"


@pytest.mark.parametrize(
    "typed", [".nan", "nan", "inf", "1e400", "1,5", ".5", "5.", "+1", float("nan"), False]
)
def test_a_decimal_is_finite_and_in_plain_digits(typed: object) -> None:
    name, message, hint = refused(kinds.read_decimal, typed)

    assert (name, hint) == ("bad-number", "write digits and a point, as in 12.5")
    assert "is not a finite number" in message


@pytest.mark.parametrize(
    ("read", "typed", "message"),
    [
        (LATITUDE, "152.5", "latitude 152.5 is outside -90..90 (latitude comes first; swapped?)"),
        (LONGITUDE, "-180.1", "longitude -180.1 is outside -180..180"),
        (LATITUDE, ".nan", "'.nan' is not a finite number"),
        (LATITUDE, "35°06'", "'35°06'' is not a finite number"),
        (LONGITUDE, ["1"], "longitude is one number in decimal degrees, not a list"),
        (LATITUDE, None, "latitude is one number in decimal degrees, not nothing"),
    ],
)
def test_degrees_stay_on_the_globe(read: Reader, typed: object, message: str) -> None:
    assert refused(read, typed)[:2] == ("coordinates", message)


@pytest.mark.parametrize(
    ("read", "typed", "name", "hint"),
    [
        (kinds.read_yes_no, "no", "yes-no", "write true or false"),
        (kinds.read_yes_no, "NO", "yes-no", "write true or false"),
        (kinds.read_yes_no, "True", "yes-no", "write true or false"),
        (kinds.check_id, "First Claim", "bad-id", "write first-claim"),
        (kinds.check_key, "Own Word", "bad-id", "write own_word"),
        (kinds.check_tag, "Two Words", "bad-id", "write two-words"),
        (kinds.check_tag, "!!", "bad-id", ""),
        (kinds.check_language, "arabic", "bad-language", "write a BCP 47 tag, such as ar or fr-CA"),
        (kinds.read_clock, "4pm", "bad-time", 'write "16:00"'),
        (kinds.read_date, "2022-01-05/2022-01-03", "date-order", "write 2022-01-03/2022-01-05"),
    ],
)
def test_a_refusal_proposes_what_to_write(read: Reader, typed: str, name: str, hint: str) -> None:
    assert refused(read, typed)[::2] == (name, hint)


@pytest.mark.parametrize(
    ("read", "what"),
    [(kinds.read_date, "a date is text such as"), (kinds.read_clock, "a time is text such as")],
)
@pytest.mark.parametrize(("value", "shape"), [({}, "a mapping"), ([], "a list"), (None, "nothing")])
def test_a_date_or_a_time_is_one_text(read: Reader, what: str, value: object, shape: str) -> None:
    name, message, _ = refused(read, value)

    assert name == "wrong-shape"
    assert what in message
    assert message.endswith(f"not {shape}")


@pytest.mark.parametrize(
    ("kind", "good", "bad"),
    [
        (kinds.Country, "NO", "Norway"),
        (kinds.Sha256, "0" * 64, "0" * 63),
        (kinds.Moment, "2022-01-05T12:00:00Z", "2022-01-05 12:00"),
        (kinds.Moment, "2022-01-05T12:00+03:00", "2022-01-05T12:00"),
    ],
)
def test_a_form_is_matched_in_full(kind: Any, good: str, bad: str) -> None:
    adapter = TypeAdapter(kind)

    assert adapter.validate_python(good) == good
    with pytest.raises(ValueError, match="is not a"):
        adapter.validate_python(bad)


def test_a_tag_is_kept_in_its_composed_form() -> None:
    assert kinds.check_tag("cafe\N{COMBINING ACUTE ACCENT}") == "caf\N{LATIN SMALL LETTER E WITH ACUTE}"


def test_dates_and_times_are_written_as_they_were_typed() -> None:
    date: TypeAdapter[Any] = TypeAdapter(kinds.Date)
    time: TypeAdapter[Clock] = TypeAdapter(kinds.Time)

    assert date.dump_python(parse("2022-01-04?")) == "2022-01-04?"
    assert time.dump_python(parse_clock("04:30/05:10")) == "04:30/05:10"


def test_every_name_under_which_a_kind_refuses_is_that_of_a_code() -> None:
    names = {code.name for code in vars(fields).values() if isinstance(code, Code)}

    assert {
        "bad-date",
        "ambiguous-date",
        "date-order",
        "bad-time",
        "bad-number",
        "coordinates",
        "yes-no",
        "bad-id",
        "bad-language",
        "bad-form",
        "wrong-shape",
    } <= names


@pytest.mark.parametrize(
    "typed",
    [
        "2022-02-30T12:00Z",
        "2022-13-01T12:00Z",
        "2022-01-05T24:00Z",
        "2022-01-05T12:60Z",
        "2022-01-05T12:00:60Z",
        "0000-01-01T00:00Z",
        "2022-01-05T12:00+24:00",
        "\u0662\u0660\u0662\u0662-01-05T12:00Z",
    ],
)
def test_a_moment_that_no_calendar_or_clock_has_is_refused(typed: str) -> None:
    assert refused(kinds.check_moment, typed)[0] == "bad-form"


def test_another_name_stands_under_a_language_or_short_or_other() -> None:
    assert [kinds.check_name_key(key) for key in ("ar", "zh-Hant", "short", "other")]
    assert refused(kinds.check_name_key, "long name")[2] == (
        "write a BCP 47 tag, such as ar, or short or other"
    )
