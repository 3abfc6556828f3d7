"""`dateline from-issue` writes one file or none, and says why; the file's page holds what was told."""

import json
import shutil
from pathlib import Path

import pytest

from tests.samples import run, site_of

PAYLOADS = Path(__file__).parent.parent / "payloads"
NAME = "2022-01-05-power-returns-to-aldea-after-the-storm"
Captured = pytest.CaptureFixture[str]


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site without events."""
    monkeypatch.delenv("GITHUB_OUTPUT", raising=False)
    words = "vocabularies: {type: {statement: Statement or release}, role: {speaker: Speaker}}\n"
    actors = "coalition: {name: US-led coalition}\nafp: {name: AFP}\n"
    files = {"site.yaml": "title: T\nknowledge_date: 2022-01-31\n" + words, "actors.yaml": actors}
    (tmp_path / "site/content/events").mkdir(parents=True)
    return site_of(tmp_path / "site", files)


def events(folder: Path) -> list[str]:
    return [path.name for path in folder.rglob("*.yaml") if "events" in path.parts]


def test_from_a_payload_to_the_page(site: Path, tmp_path: Path, capsys: Captured) -> None:
    answer, request, outputs = tmp_path / "answer.md", tmp_path / "request.md", tmp_path / "outputs"
    asked = ("--answer", answer, "--request", request, "--outputs", outputs)
    before = tmp_path / "before"
    shutil.copytree(site, before)
    assert run("from-issue", PAYLOADS / "labeled.json", "--source", site, *asked) == 0
    assert capsys.readouterr().out == f"content/events/2022/{NAME}.yaml: written\n"

    path = f"content/events/2022/{NAME}.yaml"
    assert outputs.read_text() == f"passed=true\nid={NAME}\npath={path}\nbranch=event/12\n"
    assert events(site) == [f"{NAME}.yaml"]
    assert "Thank you." in answer.read_text()
    assert "Closes #12." in request.read_text()

    assert run("check", "--source", site) == 0
    capsys.readouterr()
    assert run("diff", before, site) == 0
    summary = capsys.readouterr().out
    assert summary.startswith("Events: 1 added.")
    assert "Power returns to Aldea after the storm" in summary
    assert run("build", "--source", site, "--no-search") == 0
    page = (site / f"output/events/{NAME}.html").read_text()
    assert "Power returns to Aldea after the storm</h1>" in page
    assert "Who repaired it." in page


def test_elsewhere_means_that_the_site_is_not_touched(site: Path, tmp_path: Path) -> None:
    assert run("from-issue", PAYLOADS / "issue.json", "--source", site, "--into", tmp_path / "made") == 0

    assert (events(site), events(tmp_path / "made")) == ([], [f"{NAME}.yaml"])


@pytest.mark.parametrize("name", ["faulty", "correction", "broken-link"])
def test_what_does_not_pass_writes_no_event(site: Path, tmp_path: Path, name: str, capsys: Captured) -> None:
    outputs, answer, request = tmp_path / "outputs", tmp_path / "answer.md", tmp_path / "request.md"
    asked = ("--answer", answer, "--request", request, "--outputs", outputs)
    assert run("from-issue", PAYLOADS / f"{name}.json", "--source", site, *asked) == 1

    assert outputs.read_text() == "passed=false\n"
    assert events(tmp_path) == []
    assert not request.exists()
    assert answer.read_text().startswith("Thank you. ")
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.endswith("Nothing was written.\n")


def test_no_line_that_is_printed_is_a_command_to_a_workflow(
    site: Path, tmp_path: Path, capsys: Captured
) -> None:
    payload = json.loads((PAYLOADS / "faulty.json").read_bytes())
    body = payload["issue"]["body"].replace("green-vilage", "::error::x ##[error]y \x1b[31m" * 20)
    payload["issue"]["body"] = body.replace("afp-2022-01-0", "afp\n\n::add-mask::x")
    (tmp_path / "payload.json").write_text(json.dumps(payload))
    assert run("from-issue", tmp_path / "payload.json", "--source", site) == 1

    said = capsys.readouterr().err
    assert not any(line.lstrip().startswith("::") for line in said.splitlines())
    assert "##[" not in said
    assert "\x1b" not in said


def test_a_file_that_is_no_payload_is_a_fault_of_usage(site: Path, tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "x.json").write_text("[]")

    assert run("from-issue", tmp_path / "x.json", "--source", site) == 2
    assert "holds no issue" in capsys.readouterr().err


def test_the_outputs_of_a_workflow_s_step_are_found(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "outputs").write_text("before=1\n")
    monkeypatch.setenv("GITHUB_OUTPUT", str(tmp_path / "outputs"))
    assert run("from-issue", PAYLOADS / "issue.json", "--source", site) == 0

    assert (tmp_path / "outputs").read_text().startswith("before=1\npassed=true\n")


def test_the_form_of_a_site_is_printed(site: Path, capsys: Captured) -> None:
    assert run("issue-form", "--source", site) == 0
    assert "        - Statement or release\n" in capsys.readouterr().out

    (site / "content/site.yaml").write_text("titel: T\n")
    assert run("issue-form", "--source", site) == 2
    assert run("from-issue", PAYLOADS / "issue.json", "--source", site) == 2
