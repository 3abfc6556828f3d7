"""What is true of every rule."""

import re
from pathlib import Path
from types import ModuleType

import pytest

from dateline import discover
from dateline.document import Document, read
from dateline.load import load
from dateline.problems import Severity
from dateline.records import gather
from dateline.rulebook import lesson
from dateline.timeline import index, link
from tests.rules.small import timeline_of

RULES = discover.modules("dateline.rules")

WITH_CODES = [rule for rule in RULES if hasattr(rule, "CODE")]

every_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__.rpartition(".")[2])


def test_no_two_rules_have_one_code_or_one_name() -> None:
    assert len({rule.CODE for rule in WITH_CODES}) == len(WITH_CODES) == len(RULES) - 2
    assert len({rule.NAME for rule in WITH_CODES}) == len(WITH_CODES)


@pytest.mark.parametrize("rule", WITH_CODES, ids=lambda rule: rule.NAME)
def test_a_rule_has_a_code_between_events_and_the_name_of_its_file(rule: ModuleType) -> None:
    assert re.fullmatch(r"D2[0-9][0-9]", rule.CODE)
    assert rule.__name__ == f"dateline.rules.{rule.NAME.replace('-', '_')}"
    assert isinstance(rule.SEVERITY, Severity)


@every_rule
def test_a_rule_has_a_bad_and_a_good_example_in_yaml(rule: ModuleType) -> None:
    says, *examples = lesson(rule)

    assert "Bad:" not in says
    for example in examples:
        assert isinstance(read("example.yaml", example.encode()), Document)


@every_rule
def test_a_rule_has_a_test_of_its_name(rule: ModuleType) -> None:
    assert Path(__file__).with_name(f"test_{rule.__name__.rpartition('.')[2]}.py").is_file()


@every_rule
def test_an_empty_timeline_breaks_no_rule(rule: ModuleType) -> None:
    assert list(rule.check(timeline_of())) == []


@every_rule
def test_five_lines_by_a_newcomer_break_no_rule(rule: ModuleType) -> None:
    event = {
        "title": "Shells fall near a base in eastern Syria",
        "date": "2022-01-05",
        "place": "Eastern Syria",
        "summary": "A monitor reported at least three shells; no one was hurt.",
        "sources": ["https://example.org/report"],
    }

    assert list(rule.check(timeline_of({"2022-01-05-hello": event}))) == []


@every_rule
def test_the_content_of_this_repository_breaks_no_rule(rule: ModuleType, repository: Path) -> None:
    records = gather(load(repository))
    assert records.site is not None
    timeline = index(records.site, records.registry, link(records.site, records.registry, records.events, {}))

    assert list(rule.check(timeline)) == []
