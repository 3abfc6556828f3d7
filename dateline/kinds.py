# SPDX-License-Identifier: MIT
"""The kinds of value that a field can hold, each reading text as it was typed.

YAML scalars reach the model as text, so every kind does its own reading and says in plain words
what it expected. A failure is a `PydanticCustomError` whose type is the name of a problem code.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import datetime
from math import isfinite
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, PlainSerializer, PlainValidator, StringConstraints
from pydantic.json_schema import WithJsonSchema
from pydantic_core import PydanticCustomError

from dateline.clock import Clock, ClockError, parse_clock
from dateline.dates import DateError, Edtf, parse
from dateline.problems import shown
from dateline.slugs import is_id, slug

WHOLE = re.compile(r"[0-9]{1,12}\Z")
DECIMAL = re.compile(r"-?[0-9]{1,9}(\.[0-9]{1,12})?\Z")
BCP_47 = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?(-[a-z0-9]{5,8})*\Z")
LEAST_BLUR, MOST_BLUR = 100, 1_000_000
MOMENT = re.compile(r"[0-9]{4}(-[0-9]{2}){2}T[0-9]{2}:[0-9]{2}(:[0-9]{2})?(Z|[+-][0-9]{2}:[0-9]{2})")
TAG = re.compile(r"[^\W_]+(-[^\W_]+)*\Z")


def refuse(name: str, message: str, hint: str = "") -> PydanticCustomError:
    """The error that a reader of a value raises; `name` is that of a code in `codes.fields`."""
    context = {"message": message, "hint": hint}
    return PydanticCustomError(name, "{message}", context)


def read_date(value: object) -> Edtf:
    """The EDTF date that the text says; the error names the right form."""
    if isinstance(value, Edtf):
        return value
    if not isinstance(value, str):
        raise refuse("wrong-shape", f"a date is text such as 2022-01-05, not {shape(value)}", quoted(value))
    try:
        return parse(value)
    except DateError as error:
        raise refuse(error.name, error.message, error.hint) from None


def quoted(value: object) -> str:
    """What to write for [2022-01-03..2022-01-05] and its like without their quotes; else nothing."""
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        return ""
    text = f"[{','.join(value)}]"
    try:
        parse(text)
    except DateError:
        return ""
    return f'put it in quotes: "{text}"'


def read_clock(value: object) -> Clock:
    """The local time of day that the text says."""
    if isinstance(value, Clock):
        return value
    if not isinstance(value, str):
        raise refuse("wrong-shape", f'a time is text such as "04:30", not {shape(value)}')
    try:
        return parse_clock(value)
    except ClockError as error:
        raise refuse("bad-time", error.message, error.hint) from None


def read_whole(value: object) -> int:
    """A count: digits alone, no sign, no separator."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, str) and WHOLE.match(value):
        return int(value)
    raise refuse("bad-number", f"{shown(value)} is not a whole number", "write digits alone, as in 12")


def read_blur(value: object) -> int:
    """By how many metres a place is blurred: neither so little that it hides nothing, nor half the Earth."""
    found = read_whole(value)
    if not LEAST_BLUR <= found <= MOST_BLUR:
        raise refuse("bad-number", f"a blur of {found} m is outside {LEAST_BLUR}..{MOST_BLUR}")
    return found


def read_decimal(value: object) -> float:
    """A finite decimal number in plain digits."""
    if isinstance(value, float | int) and not isinstance(value, bool) and isfinite(value):
        return float(value)
    if isinstance(value, str) and DECIMAL.match(value):
        return float(value)
    raise refuse(
        "bad-number", f"{shown(value)} is not a finite number", "write digits and a point, as in 12.5"
    )


def degrees(name: str, limit: int) -> Callable[[object], float]:
    """A reader of decimal degrees within plus or minus `limit`."""

    def read(value: object) -> float:
        if not isinstance(value, str | float | int) or isinstance(value, bool):
            raise refuse("coordinates", f"{name} is one number in decimal degrees, not {shape(value)}")
        if isinstance(value, str) and not DECIMAL.match(value):
            raise refuse(
                "coordinates", f"{shown(value)} is not a finite number", "write decimal degrees, as in 35.10"
            )
        number = float(value)
        if not -limit <= number <= limit:
            swapped = " (latitude comes first; swapped?)" if limit == 90 else ""  # noqa: PLR2004  # a quarter turn
            raise refuse("coordinates", f"{name} {value} is outside -{limit}..{limit}{swapped}")
        return number

    return read


def read_yes_no(value: object) -> bool:
    """True or false, written so."""
    if isinstance(value, bool):
        return value
    if value in ("true", "false"):
        return value == "true"
    raise refuse("yes-no", f"{shown(value)} is neither true nor false", "write true or false")


def check_id(value: str) -> str:
    """An id: lower-case letters, digits and hyphens, 80 at most."""
    if not is_id(value):
        raise refuse("bad-id", f"{shown(value)} is not an id", f"write {slug(value)}")
    return value


def check_tag(value: str) -> str:
    """A tag in any script: lower case, words joined by hyphens, in Unicode's composed form (NFC)."""
    tag = unicodedata.normalize("NFC", value)
    if tag != tag.lower() or not TAG.match(tag):
        proposed = "-".join(re.findall(r"[^\W_]+", tag.lower()))
        raise refuse("bad-id", f"{shown(value)} is not a tag", f"write {proposed}" if proposed else "")
    return tag


def check_key(value: str) -> str:
    """A word of a vocabulary: lower-case letters, digits, hyphens and underscores."""
    if not is_id(value.replace("_", "-")):
        raise refuse(
            "bad-id", f"{shown(value)} is not a vocabulary word", f"write {slug(value).replace('-', '_')}"
        )
    return value


def check_language(value: str) -> str:
    """A BCP 47 tag such as ar, fr-CA or zh-Hant."""
    if not BCP_47.match(value):
        raise refuse(
            "bad-language", f"{shown(value)} is not a language tag", "write a BCP 47 tag, such as ar or fr-CA"
        )
    return value


def check_name_key(value: str) -> str:
    """What another name stands under: its language, or short or other."""
    if value not in ("short", "other") and not BCP_47.match(value):
        raise refuse(
            "bad-language",
            f"{shown(value)} is not a language tag",
            "write a BCP 47 tag, such as ar, or short or other",
        )
    return value


def check_moment(value: str) -> str:
    """A moment of RFC 3339 that the calendar and the clock have; its seconds may be left out."""
    try:
        found = MOMENT.fullmatch(value) and datetime.fromisoformat(value)
    except ValueError:
        found = None
    if not found:
        raise refuse(
            "bad-form",
            f"{shown(value)} is not a moment of RFC 3339",
            "write it as in 2022-01-05T12:00:00Z",
        )
    return value


def form(pattern: str, what: str, example: str) -> Callable[[str], str]:
    """A checker of text that must match `pattern` in full."""
    compiled = re.compile(pattern)

    def check(value: str) -> str:
        if not compiled.fullmatch(value):
            raise refuse("bad-form", f"{shown(value)} is not {what}", f"write it as in {example}")
        return value

    return check


def shape(value: object) -> str:
    """What a value is, in a newcomer's words."""
    if value is None:
        return "nothing"
    return "a mapping" if isinstance(value, dict) else "a list" if isinstance(value, list) else "text"


def as_text(value: Any) -> Any:
    """Text without the white space around it; anything else is left for the field to refuse."""
    return value.strip() if isinstance(value, str) else value


TRIMMED = BeforeValidator(as_text)
Line = Annotated[str, TRIMMED, StringConstraints(min_length=1, max_length=300)]
Title = Annotated[str, TRIMMED, StringConstraints(min_length=1, max_length=120)]
Paragraph = Annotated[str, TRIMMED, StringConstraints(min_length=1, max_length=5_000)]
Body = Annotated[str, TRIMMED, StringConstraints(min_length=1, max_length=64_000)]
Quotation = Annotated[str, TRIMMED, StringConstraints(min_length=1, max_length=1_000)]
Id = Annotated[Line, AfterValidator(check_id)]
Key = Annotated[Line, AfterValidator(check_key)]
Tag = Annotated[Line, AfterValidator(check_tag)]
LanguageTag = Annotated[Line, AfterValidator(check_language)]
NameKey = Annotated[Line, AfterValidator(check_name_key)]
Country = Annotated[Line, AfterValidator(form("[A-Z]{2}", "a country code of ISO 3166-1", "SY"))]
Sha256 = Annotated[Line, AfterValidator(form("[0-9a-f]{64}", "a SHA-256 sum", "64 hexadecimal digits"))]
Moment = Annotated[Line, AfterValidator(check_moment)]
DATE_SCHEMA = {
    "type": ["string", "integer"],
    "title": "EDTF date",
    "examples": ["2022-01-05", "2022-01", "1967~"],
}
Date = Annotated[
    Edtf,
    PlainValidator(read_date),
    PlainSerializer(lambda date: date.text, return_type=str),
    WithJsonSchema(DATE_SCHEMA),
]
Time = Annotated[
    Clock,
    PlainValidator(read_clock),
    PlainSerializer(lambda clock: clock.text, return_type=str),
    WithJsonSchema({"type": "string", "examples": ["04:30", "~15:40", "04:30/05:10", "morning"]}),
]
Whole = Annotated[int, PlainValidator(read_whole), WithJsonSchema({"type": "integer", "minimum": 0})]
Blur = Annotated[
    int,
    PlainValidator(read_blur),
    WithJsonSchema({"type": "integer", "minimum": LEAST_BLUR, "maximum": MOST_BLUR}),
]
Decimal = Annotated[float, PlainValidator(read_decimal), WithJsonSchema({"type": "number"})]
Latitude = Annotated[
    float,
    PlainValidator(degrees("latitude", 90)),
    WithJsonSchema({"type": "number", "minimum": -90, "maximum": 90}),
]
Longitude = Annotated[
    float,
    PlainValidator(degrees("longitude", 180)),
    WithJsonSchema({"type": "number", "minimum": -180, "maximum": 180}),
]
YesNo = Annotated[bool, PlainValidator(read_yes_no), WithJsonSchema({"type": "boolean"})]
