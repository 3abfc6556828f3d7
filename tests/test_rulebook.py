"""A rule's docstring is all that there is to say of it: what holds, a bad example and a good one."""

from types import ModuleType

import pytest

from dateline.problems import Severity
from dateline.rulebook import code_of, example, lesson


def rule(doc: str | None) -> ModuleType:
    """A rule with this docstring."""
    made = ModuleType("rule", doc)
    made.__dict__.update(CODE="D299", NAME="some-rule", SEVERITY=Severity.WARNING)
    return made


def test_a_docstring_becomes_a_code() -> None:
    code = code_of(rule("A thing holds.\n\nAlways.\n\nBad:\n    a: 1\n    b:\n      - 2\n\nGood:  a: 2\n"))

    assert code is not None
    assert (code.id, code.name, code.severity) == ("D299", "some-rule", Severity.WARNING)
    assert code.says == "A thing holds.\n\nAlways."
    assert (code.bad, code.good) == ("a: 1\nb:\n  - 2", "a: 2")


def test_a_rule_without_examples_has_none() -> None:
    assert lesson(rule("A thing holds.")) == ("A thing holds.", "", "")


def test_a_rule_without_a_docstring_says_nothing() -> None:
    assert lesson(rule(None)).says == ""


def test_a_rule_without_a_code_lets_its_findings_bring_theirs() -> None:
    assert code_of(ModuleType("rule")) is None


@pytest.mark.parametrize(
    ("body", "expected"), [(" a: 1\n", "a: 1"), ("\n    a: 1\n    b: 2\n\n", "a: 1\nb: 2"), ("\n", "")]
)
def test_an_example_is_what_follows_its_label(body: str, expected: str) -> None:
    assert example(body) == expected
