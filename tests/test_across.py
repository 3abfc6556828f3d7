"""What rules find between events is kept, and shown on the line on which it stands now."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline import across
from dateline.checking import check
from dateline.json_text import decode, encode
from dateline.means import Means, alone
from dateline.problems import Code, Finding
from dateline.timeline import Timeline
from tests.rules.small import timeline_of
from tests.samples import EVENT, site_of

LINKED = EVENT + "relations:\n  follows: other\n"
FILES = {
    "events/fire.yaml": LINKED,
    "events/other.yaml": EVENT + "relations:\n  follows: fire\n",
    "sources.yaml": "wire: {title: Wire, via: gone}\n",
}


@pytest.fixture
def using() -> Iterator[Means]:
    """What checks are made with, for as long as the test lasts."""
    with alone() as made:
        yield made


@pytest.fixture
def applied(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """One word for each time that the rules are applied to all events."""
    found: list[str] = []
    original = across.findings

    def noted(timeline: Timeline) -> Iterator[tuple[Code, Finding]]:
        found.append("applied")
        return original(timeline)

    monkeypatch.setattr(across, "findings", noted)
    return found


def checked(folder: Path, using: Means) -> set[tuple[str, int, str]]:
    """What is wrong: file, line, and the name of the code."""
    found = check(folder, using=using).problems
    return {(one.path.removeprefix("content/"), one.line, one.code.name) for one in found}


def test_findings_are_made_again_only_where_a_rule_would_see_something_else(
    tmp_path: Path, using: Means, applied: list[str]
) -> None:
    site_of(tmp_path, FILES)
    first = checked(tmp_path, using)
    assert {name for _, _, name in first} == {"relation-cycle", "unresolved-id"}
    assert checked(tmp_path, using) == first
    assert applied == ["applied"]

    site_of(tmp_path, {"events/other.yaml": EVENT})
    assert {name for _, _, name in checked(tmp_path, using)} == {"unresolved-id"}
    assert applied == ["applied"] * 2

    site_of(tmp_path, {"sources.yaml": "wire: {title: Wire}\n"})
    assert checked(tmp_path, using) == set()
    assert applied == ["applied"] * 3


def test_a_finding_moves_with_its_line(tmp_path: Path, using: Means, applied: list[str]) -> None:
    first = checked(site_of(tmp_path, FILES), using)
    site_of(
        tmp_path,
        {f"events/{name}.yaml": "# moved\n" + FILES[f"events/{name}.yaml"] for name in ("fire", "other")},
    )

    moved = checked(tmp_path, using)

    assert moved == {(path, line + path.startswith("events/"), name) for path, line, name in first} != first
    assert applied == ["applied"]


def test_a_finding_comes_back_from_plain_data() -> None:
    timeline = timeline_of(
        {"fire": {"relations": {"follows": "other"}}, "other": {"relations": {"follows": "fire"}}},
        sources={"wire": {"via": "gone"}},
    )
    found = list(across.findings(timeline))

    assert len(found) >= 2
    for code, finding in found:
        kept = decode(encode(across.plain_finding(code, finding)))
        assert across.finding_from(kept) == (code, finding)
