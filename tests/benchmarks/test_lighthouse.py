"""What a report of Lighthouse's is read as."""

import json

import pytest

from benchmarks import lighthouse


def report(performance: float) -> str:
    """A report in which one thing weighs, and another does not."""
    other = {"score": 1, "auditRefs": []}
    parts = [{"id": "shift", "weight": 25}, {"id": "hint", "weight": 0}]
    first = {"score": performance, "auditRefs": parts}
    return json.dumps(
        {
            "categories": dict.fromkeys(lighthouse.CATEGORIES, other) | {"performance": first},
            "audits": {"shift": {"score": performance}, "hint": {"score": 0}},
        }
    )


def test_scores_are_in_hundredths_and_say_what_is_at_fault() -> None:
    assert lighthouse.read("map", report(0.88)).words == "88 / 100 / 100 / 100 (shift)"
    assert lighthouse.read("map", report(1)).words == "100 / 100 / 100 / 100"


def test_without_node_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")

    assert lighthouse.missing() == "not measured, there is no node and no npm"
