# SPDX-License-Identifier: MIT
"""A custom field that site.yaml declares has the type that it declares; others are free.

Bad:
    extra: {wind_speed: strong}

Good:
    extra: {wind_speed: 40}
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dateline.dates import DateError, parse
from dateline.kinds import DECIMAL
from dateline.models import CustomField
from dateline.problems import Finding, Severity, nearest, shown
from dateline.setting import Setting
from dateline.stories import Story
from dateline.terms import FieldType
from dateline.urls import UrlError, parse_url

CODE = "D213"
NAME = "custom-field"
SEVERITY = Severity.ERROR

# What is wrong and what to write, or two empty texts.
Fault = tuple[str, str]
FINE: Fault = ("", "")


def of_event(story: Story, setting: Setting) -> Iterator[Finding]:
    """Yield each declared field whose value has another type."""
    declared = setting.site.fields
    for name, value in story.event.extra.items():
        if name in declared:
            message, hint = fault(value, declared[name])
            if message:
                yield Finding("event", story.id, ("extra", name), f"'{name}' {message}", hint)


def fault(value: object, field: CustomField) -> Fault:
    """What is wrong with the value of a declared field."""
    if value is None:
        return "has no value", "leave the key out, or give a value"
    if not isinstance(value, str):
        return f"is one value, not {'a list' if isinstance(value, list) else 'a mapping'}", ""
    return READERS[field.type](value.strip(), field)


def text(value: str, _: CustomField) -> Fault:
    """Any text will do."""
    return FINE if value else ("has no value", "leave the key out, or give a value")


def number(value: str, _: CustomField) -> Fault:
    """A number is written in plain digits."""
    return (
        FINE
        if DECIMAL.match(value)
        else (f"is a number, not {shown(value)}", "write digits and a point, as in 12.5")
    )


def date(value: str, _: CustomField) -> Fault:
    """A date is written in EDTF."""
    try:
        parse(value)
    except DateError as error:
        return f"is a date: {error.message}", error.hint
    return FINE


def yes_no(value: str, _: CustomField) -> Fault:
    """Yes is written true, no is written false."""
    return (
        FINE
        if value in ("true", "false")
        else (f"is true or false, not {shown(value)}", "write true or false")
    )


def url(value: str, _: CustomField) -> Fault:
    """An address is one that may be linked."""
    try:
        parse_url(value)
    except UrlError as error:
        return f"is a web address: {error.message}", error.hint
    return FINE


def choice(value: str, field: CustomField) -> Fault:
    """A choice is one of the words that the field lists."""
    if value in field.choices:
        return FINE
    close = nearest(value, field.choices)
    guess = f"did you mean {close}? " if close else ""
    return f"has no choice {shown(value)}", f"{guess}The choices are: {', '.join(field.choices)}"


READERS: dict[FieldType, Callable[[str, CustomField], Fault]] = {
    FieldType.TEXT: text,
    FieldType.NUMBER: number,
    FieldType.DATE: date,
    FieldType.YES_NO: yes_no,
    FieldType.URL: url,
    FieldType.CHOICE: choice,
}
