"""A declared field has its declared type."""

import pytest

from dateline.problems import Finding
from dateline.rules import custom_field as rule
from tests.rules.small import bad, found, good, timeline_of

SITE = {
    "fields": {
        "wind_speed": "number",
        "remark": "text",
        "flown": "date",
        "armed": "yes-no",
        "page": "url",
        "level": {"type": "choice", "choices": ["low", "high"]},
    }
}


def test_a_value_of_another_type_is_found() -> None:
    assert found(rule, timeline_of({"a": bad(rule)}, site=SITE)) == [
        Finding(
            "event",
            "a",
            ("extra", "wind_speed"),
            "'wind_speed' is a number, not 'strong'",
            "write digits and a point, as in 12.5",
        )
    ]


def test_a_value_of_the_declared_type_is_fine() -> None:
    assert found(rule, timeline_of({"a": good(rule)}, site=SITE)) == []


@pytest.mark.parametrize(
    "extra",
    [
        {"remark": "any text"},
        {"wind_speed": "-12.5"},
        {"flown": "2022-01~"},
        {"armed": "true"},
        {"armed": "false"},
        {"page": "https://example.org/"},
        {"level": "low"},
        {"undeclared": ["anything", {"at": "all"}], "nothing": None},
    ],
)
def test_what_is_written_as_declared_or_not_declared_is_fine(extra: dict[str, object]) -> None:
    assert found(rule, timeline_of({"a": {"extra": extra}}, site=SITE)) == []


@pytest.mark.parametrize(
    ("extra", "message", "hint"),
    [
        (
            {"wind_speed": "1e5"},
            "'wind_speed' is a number, not '1e5'",
            "write digits and a point, as in 12.5",
        ),
        ({"armed": "yes"}, "'armed' is true or false, not 'yes'", "write true or false"),
        ({"level": "hihg"}, "'level' has no choice 'hihg'", "did you mean high? The choices are: low, high"),
        ({"remark": None}, "'remark' has no value", "leave the key out, or give a value"),
        ({"remark": " "}, "'remark' has no value", "leave the key out, or give a value"),
        ({"remark": ["a", "b"]}, "'remark' is one value, not a list", ""),
        ({"remark": {"a": "b"}}, "'remark' is one value, not a mapping", ""),
        (
            {"page": "javascript:alert(1)"},
            "'page' is a web address: only http, https and mailto links are allowed, not 'javascript:'",
            "link to a web page that holds it",
        ),
    ],
)
def test_what_is_not_is_found(extra: dict[str, object], message: str, hint: str) -> None:
    timeline = timeline_of({"a": {"extra": extra}}, site=SITE)

    assert [(one.message, one.hint) for one in found(rule, timeline)] == [(message, hint)]


def test_a_date_says_what_is_wrong_with_it() -> None:
    (one,) = found(rule, timeline_of({"a": {"extra": {"flown": "2022-02-30"}}}, site=SITE))

    assert one.message == "'flown' is a date: February 2022 has 28 days, so there is no '2022-02-30'"
