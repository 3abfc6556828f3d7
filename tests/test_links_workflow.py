"""The scheduled look at the addresses keeps one issue, and opens none where there is nothing to tell."""

import subprocess
from pathlib import Path

import pytest

from dateline.links.answers import Verdict
from dateline.links.telling import WORDS
from tests.samples import site_of
from tests.workflow_steps import ROOT, Ran, Runner, job, shell_steps

WORKFLOW = ".github/workflows/links.yml"
GH = """#!/bin/sh
printf '%s\\n' "$*" >> "$CALLS"
[ "$1 $2" != "issue list" ] || printf '%s' "$OPEN"
"""


def ran(folder: Path, report: str, number: str) -> tuple[Ran, list[str]]:
    """What the last step does with a report while an issue is open or, without a number, none is."""
    (folder / "work").mkdir()
    (folder / "bin").mkdir()
    (folder / "runner-temp").mkdir()
    (folder / "runner-temp/links.md").write_text(report)
    (folder / "bin/gh").write_text(GH)
    (folder / "bin/gh").chmod(0o755)
    environment = {"PATH": f"{folder / 'bin'}:/usr/bin:/bin", "CALLS": str(folder / "calls"), "OPEN": number}
    runner = Runner(
        folder / "work", {"github.token": "t", "github.repository": "someone/bridges"}, environment
    )
    done = runner.run(shell_steps(job(WORKFLOW, "look"))[-1])
    return done, [" ".join(line.split()[:3]) for line in (folder / "calls").read_text().splitlines()]


@pytest.mark.parametrize(
    ("report", "number", "calls"),
    [
        (
            "Looked\n\n## Gone\n\n- `a`\n",
            "",
            ["issue list --label", "label create links", "issue create --title"],
        ),
        ("Looked\n\n## Gone\n\n- `a`\n", "7\n", ["issue list --label", "issue edit 7"]),
        ("Looked\n", "7\n", ["issue list --label", "issue edit 7"]),
        ("Looked\n", "", ["issue list --label"]),
        ("Looked\n\n## Let no program in; look yourself\n\n- `a`\n", "", ["issue list --label"]),
    ],
)
def test_there_is_one_issue_at_most(tmp_path: Path, report: str, number: str, calls: list[str]) -> None:
    done, called = ran(tmp_path, report, number)

    assert done.code == 0, done.printed
    assert called == calls


def test_the_look_is_written_for_the_issue_and_the_summary(tmp_path: Path) -> None:
    site_of(tmp_path / "work", {"events/a.yaml": "title: A\ndate: 2022\nsources: [{title: A book}]\n"})
    (tmp_path / "work/build.py").symlink_to(ROOT / "build.py")  # it asks nobody: a book has no address
    look = next(step for step in shell_steps(job(WORKFLOW, "look")) if step.get("name") == "Look")
    done = Runner(tmp_path / "work", {}, {"PYTHONPATH": str(ROOT)}).run(look)

    assert done.code == 0, done.printed
    assert done.summary == (tmp_path / "runner-temp/links.md").read_text()
    assert done.summary.startswith("Looked at on 20")


def test_an_issue_is_opened_for_what_the_report_calls_by_these_names() -> None:
    asked = shell_steps(job(WORKFLOW, "look"))[-1]["run"]

    assert "|".join(WORDS[one] for one in (Verdict.GONE, Verdict.SILENT, Verdict.MOVED)) in asked


def test_only_the_issue_can_be_written(repository: Path) -> None:
    assert job(WORKFLOW, "look")["permissions"] == {"contents": "read", "issues": "write"}
    subprocess.run(["grep", "-q", "^permissions: {}$", repository / WORKFLOW], check=True)
