"""What is true of every rule."""

import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest

from dateline import discover
from dateline.checking import check
from dateline.document import Document, read
from dateline.problems import Finding, Severity
from dateline.rows import Row
from dateline.rulebook import lesson
from dateline.rules import blurred_yet_told, likely_duplicate, no_archive, null_island
from dateline.stories import Story
from dateline.timeline import Timeline
from tests.rules.small import Record, bad, found, timeline_of

RULES = discover.modules("dateline.rules")

WITH_CODES = [rule for rule in RULES if hasattr(rule, "CODE")]


def name_of(rule: ModuleType) -> str:
    """The name of a rule's file."""
    return rule.__name__.rpartition(".")[2]


def rules_with(function: str) -> pytest.MarkDecorator:
    """Runs a test for each rule that has the function."""
    return pytest.mark.parametrize("rule", [rule for rule in RULES if hasattr(rule, function)], ids=name_of)


every_rule = pytest.mark.parametrize("rule", RULES, ids=name_of)

OF_RECORDS = (blurred_yet_told, no_archive, null_island)

# The bad example of every rule as an event, where it is one, with the others that those speak of.
FAULTY: dict[str, Record] = {
    **{name_of(rule).replace("_", "-"): bad(rule) for rule in RULES if rule not in OF_RECORDS},
    "attack": {},
    "fire": {},
    "first-shells": bad(likely_duplicate),
    "reply": {"relations": {"follows": ["both-sides", "relation-cycle", "gone"]}},
    "described": {"sources": [bad(no_archive)], "places": [bad(null_island), bad(blurred_yet_told)]},
}


@cache
def faulty(*idents: str) -> Timeline:
    """A timeline with the named events, in a site and with registries that have every fault."""
    return timeline_of(
        {ident: FAULTY[ident] for ident in idents},
        places={
            "market": {**bad(null_island), "timezone": "Asia/Bagdad", "part_of": "market"},
            "house": bad(blurred_yet_told),
        },
        actors={"army": {"name": "\u0410rmy", "member_of": "gone"}},
        sources={
            "wire": bad(no_archive),
            "statement": {"via": "wire", "url": "example.org"},
            "afp": {"url": "https://\u0456thub.example/"},
        },
        site={
            "knowledge_date": "2022-01-05",
            "languages": ["en", "ar"],
            "vocabularies": {"type": {"shelling": "Shelling"}},
            "loaded_words": {"terrorists": "name the group"},
            "fields": {"wind_speed": "number"},
        },
    )


def told(rule: ModuleType, timeline: Timeline, ident: str) -> list[Finding]:
    """What a rule finds in one event by itself."""
    return list(rule.of_event(timeline.tell(timeline.by_id[ident].row), timeline.setting))


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
def test_a_rule_looks_at_one_event_or_at_all_or_both(rule: ModuleType) -> None:
    assert hasattr(rule, "of_event") or hasattr(rule, "check")


@rules_with("check")
def test_to_compare_events_their_rows_are_enough(rule: ModuleType) -> None:
    def refuse(row: Row) -> Story:
        raise AssertionError(row.id)

    timeline = faulty(*FAULTY)
    findings = list(rule.check(replace(timeline, tell=refuse)))

    assert findings
    assert findings == list(rule.check(timeline))


@rules_with("of_event")
def test_what_is_found_in_one_event_does_not_hang_on_others(rule: ModuleType) -> None:
    together = {ident: told(rule, faulty(*FAULTY), ident) for ident in FAULTY}
    alone = {ident: told(rule, faulty(ident), ident) for ident in reversed(FAULTY)}

    assert any(together.values())
    assert all(one.id == ident for ident, findings in together.items() for one in findings)
    assert alone == together


@every_rule
def test_an_empty_timeline_breaks_no_rule(rule: ModuleType) -> None:
    assert found(rule, timeline_of()) == []


@every_rule
def test_five_lines_by_a_newcomer_break_no_rule(rule: ModuleType) -> None:
    event = {
        "title": "Shells fall near a base in eastern Syria",
        "date": "2022-01-05",
        "place": "Eastern Syria",
        "summary": "A monitor reported at least three shells; no one was hurt.",
        "sources": ["https://example.org/report"],
    }

    assert found(rule, timeline_of({"2022-01-05-hello": event})) == []


@cache
def timeline_in(folder: Path) -> Timeline:
    """The timeline of the content in a folder."""
    timeline = check(folder).timeline
    assert timeline is not None
    return timeline


@every_rule
def test_the_content_of_this_repository_breaks_no_rule(rule: ModuleType, repository: Path) -> None:
    assert found(rule, timeline_in(repository)) == []
