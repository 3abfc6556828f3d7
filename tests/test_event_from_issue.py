"""The workflow's steps, run here: a form becomes one file on one branch, whatever stands in the form."""

import base64
import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from dateline.issue_event import LARGEST
from dateline.issue_form import COMMAND, LABEL
from tests.samples import site_of
from tests.workflow_steps import ROOT, Ran, Runner, job, shell_steps

WORKFLOW = ".github/workflows/event-from-issue.yml"
PAYLOADS = ROOT / "tests/payloads"
TITLE = "power-returns-to-aldea-after-the-storm"
LONGEST_VARIABLE = 131_072
"""Linux hands a program no variable that is longer."""

GH = r"""#!/bin/sh
for word in "$@"; do printf '%s\n' "$word" >> "$GH_SAID/calls"; done
echo >> "$GH_SAID/calls"
while [ $# -gt 1 ]; do
    [ "$1" = --body-file ] && cat "$2" > "$GH_SAID/body"
    case $2 in body=@*) cat "${2#body=@}" > "$GH_SAID/body" ;; esac
    [ "$2" = create ] && echo made > "$GH_SAID/created" && echo https://github.com/OWNER/REPO/pull/21
    case $2 in *pulls\?*) [ -e "$GH_SAID/created" ] && echo https://github.com/OWNER/REPO/pull/21 ;; esac
    shift
done
exit 0
"""


def git(folder: Path, *arguments: str) -> str:
    """What git says in a folder; the settings of whoever runs the test do not matter."""
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    command = ["git", "-c", "user.name=x", "-c", "user.email=x@example.org", *arguments]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=True)
    return done.stdout


@dataclass
class Place:
    """A repository with a remote, and a `gh` that writes down what it is asked."""

    remote: Path
    said: Path
    root: Path

    def runner(self, name: str, number: int, known: Mapping[str, str]) -> Runner:
        """A fresh machine with a fresh checkout, as each job has."""
        work = self.root / name / "work"
        shutil.rmtree(work.parent, ignore_errors=True)
        work.parent.mkdir()
        git(self.root, "clone", "--quiet", "--branch", "main", str(self.remote), str(work))
        context = {
            "github.token": "not-a-token",
            "github.repository": "OWNER/REPO",
            "github.event.issue.number": str(number),
            "github.event.repository.default_branch": "main",
        }
        environment = {
            "PATH": os.pathsep.join(
                [str(self.root / "bin"), str(Path(sys.executable).parent), os.environ["PATH"]]
            ),
            "GH_SAID": str(self.said),
            "GIT_CONFIG_GLOBAL": os.devnull,
            "PYTHONPATH": str(ROOT),
        }
        return Runner(work, {**context, **known}, environment)

    def branches(self) -> list[str]:
        return git(self.remote, "for-each-ref", "--format=%(refname)").split()

    def calls(self) -> list[list[str]]:
        """What gh was asked so far."""
        path = self.said / "calls"
        return [call.split("\n") for call in path.read_text().split("\n\n") if call] if path.exists() else []

    def changed(self, branch: str) -> list[str]:
        """The files that a branch changes."""
        return git(self.remote, "diff", "--name-only", f"main...{branch}").split()


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """A site in a repository of its own, its remote, and the fake `gh`."""
    first = site_of(tmp_path / "first", {"actors.yaml": "coalition: {name: US-led coalition}\n"})
    (first / "content/events").mkdir()
    (first / "content/events/README.md").write_text("Events.\n")
    words = "vocabularies: {type: {statement: Statement or release}, role: {speaker: Speaker}}\n"
    with (first / "content/site.yaml").open("a") as file:
        file.write(words)
    (first / "build.py").write_text("import sys\n\nfrom dateline.cli import main\n\nsys.exit(main())\n")
    git(first, "init", "--quiet", "--initial-branch=main")
    git(first, "add", ".")
    git(first, "commit", "--quiet", "--message", "A site")
    git(tmp_path, "clone", "--quiet", "--bare", str(first), "remote.git")
    (tmp_path / "bin").mkdir()
    program = tmp_path / "bin/gh"
    program.write_text(GH)
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    (tmp_path / "said").mkdir()
    return Place(tmp_path / "remote.git", tmp_path / "said", tmp_path)


def steps(name: str) -> list[tuple[dict[str, Any], dict[str, str]]]:
    """The shell steps of a job but for what installs the tool, each with the job's environment."""
    held = job(WORKFLOW, name)
    return [(step, held.get("env", {})) for step in shell_steps(held) if "pip install" not in step["run"]]


def drafted(place: Place, payload: Path, number: int) -> Ran:
    """The first job."""
    runner = place.runner("draft", number, {})
    runner.environment["GITHUB_EVENT_PATH"] = str(payload)
    ((step, environment),) = steps("draft")
    ran = runner.run(step, environment)
    assert git(runner.work, "status", "--porcelain") == ""
    return ran


def handed_on(outputs: Mapping[str, str]) -> dict[str, str]:
    """The outputs of the first job as the others know them."""
    names = job(WORKFLOW, "draft")["outputs"]
    return {f"needs.draft.outputs.{name}": outputs.get(name, "") for name in names}


def proposed(place: Place, number: int, outputs: Mapping[str, str]) -> list[Ran]:
    """The second job, up to the first step that fails."""
    runner, done = place.runner("propose", number, handed_on(outputs)), []
    for step, environment in steps("propose"):
        done.append(runner.run(step, environment))
        if done[-1].code:
            break
    return done


def answered(place: Place, number: int, outputs: Mapping[str, str], url: str) -> Ran:
    """The third job."""
    runner = place.runner("answer", number, {**handed_on(outputs), "needs.propose.outputs.url": url})
    ((step, environment),) = steps("answer")
    return runner.run(step, environment)


@pytest.mark.parametrize(
    ("name", "number", "title"),
    [("labeled", 12, TITLE), ("hostile", 13, "x-touch-owned-touch-owned-error-fake")],
)
def test_a_form_becomes_one_file_on_one_branch(place: Place, name: str, number: int, title: str) -> None:
    ran = drafted(place, PAYLOADS / f"{name}.json", number)
    assert ran.code == 0, ran.printed
    done = proposed(place, number, ran.outputs)
    assert [one.code for one in done] == [0, 0, 0], done[-1].printed
    url = done[-1].outputs["url"]
    assert answered(place, number, ran.outputs, url).code == 0

    assert place.branches() == [f"refs/heads/event/{number}", "refs/heads/main"]
    (path,) = place.changed(f"event/{number}")
    assert path.startswith(f"content/events/2022/2022-01-05-{title}")
    held = git(place.remote, "show", f"event/{number}:{path}")
    assert held == base64.b64decode(ran.outputs["event"]).decode()
    subject = git(place.remote, "log", "-1", "--format=%B", f"event/{number}").strip()
    assert subject == f"Add {Path(path).stem}, from issue {number}"
    create, comment, edit = place.calls()[-3:]
    assert create[:8] == ["pr", "create", "--base", "main", "--head", f"event/{number}", "--title", subject]
    assert comment[:3] == ["issue", "comment", str(number)]
    assert edit == ["issue", "edit", str(number), "--remove-label", "make-event"]
    assert (place.said / "body").read_text().endswith(f"\nThe pull request: {url}\n")
    everything = "".join([ran.printed, *(one.printed for one in done)]).splitlines()
    assert not any(line.startswith("::") or "##[" in line for line in everything)
    assert list(place.root.rglob("owned")) == []


def test_a_form_that_is_labelled_again_renews_its_branch(place: Place, tmp_path: Path) -> None:
    for title in ("Power returns", "Light returns"):
        text = (
            (PAYLOADS / "labeled.json")
            .read_text()
            .replace("### Title\\r\\n\\r\\nPower returns", f"### Title\\r\\n\\r\\n{title}")
        )
        (tmp_path / "payload.json").write_text(text)
        ran = drafted(place, tmp_path / "payload.json", 12)
        done = proposed(place, 12, ran.outputs)
        assert [one.code for one in done] == [0, 0, 0], done[-1].printed
        assert done[-1].outputs["url"] == "https://github.com/OWNER/REPO/pull/21"

    path = f"content/events/2022/2022-01-05-{TITLE.replace('power', 'light')}.yaml"
    assert place.changed("event/12") == [path]
    assert [call[0] for call in place.calls()] == ["api", "pr", "api", "api"]
    assert place.calls()[-1][:4] == ["api", "--method", "PATCH", "repos/OWNER/REPO/pulls/21"]
    assert "light-returns" in (place.said / "body").read_text()


@pytest.mark.parametrize(("name", "number"), [("faulty", 14), ("correction", 15), ("broken-link", 16)])
def test_what_does_not_pass_is_answered_and_makes_no_branch(place: Place, name: str, number: int) -> None:
    ran = drafted(place, PAYLOADS / f"{name}.json", number)

    assert ran.code == 0, ran.printed
    assert ran.outputs["passed"] == "false"
    assert "event" not in ran.outputs
    assert answered(place, number, ran.outputs, "").code == 0
    assert (place.said / "body").read_text().startswith("Thank you. ")
    assert [call[:2] for call in place.calls()] == [["issue", "comment"], ["issue", "edit"]]
    assert place.branches() == ["refs/heads/main"]


def test_only_a_form_of_an_event_that_a_maintainer_labelled_is_read() -> None:
    draft, propose, answer = (job(WORKFLOW, name) for name in ("draft", "propose", "answer"))

    assert draft["if"] == (
        f"github.event.label.name == '{COMMAND}' && contains(github.event.issue.labels.*.name, '{LABEL}')"
    )
    assert shell_steps(answer)[-1]["run"].endswith(f" --remove-label {COMMAND}\n")
    assert propose["if"] == "needs.draft.outputs.passed == 'true'"
    assert answer["if"] == "always() && needs.draft.result == 'success'"
    assert draft["permissions"] == {"contents": "read"}
    assert answer["permissions"] == {"issues": "write"}


@pytest.mark.parametrize(
    "path",
    [
        "build.py",
        "content/site.yaml",
        "content/events/../site.yaml",
        "content/events/2022/../../../build.py",
        "content/events/2022/a/b.yaml",
        "content/events/2022/A.yaml",
        "content/events/2022/a.yaml\nbuild.py",
        "/content/events/2022/a.yaml",
        "content/events/README.md",
        "content/events/2022/.yaml",
        "--content/events/2022/a.yaml",
    ],
)
def test_the_job_that_can_write_takes_no_other_path(place: Place, path: str) -> None:
    done = proposed(place, 12, {"id": "a", "path": path, "event": "eA==", "request": ""})

    assert [one.code for one in done] == [1]
    assert place.branches() == ["refs/heads/main"]


def test_the_job_that_can_write_overwrites_nothing_and_takes_nothing_large(place: Place) -> None:
    ran = drafted(place, PAYLOADS / "labeled.json", 12)
    large = {**ran.outputs, "event": "A" * 120_001}
    assert proposed(place, 12, large)[-1].code == 1
    first = place.root / "first"
    (first / ran.outputs["path"]).parent.mkdir()
    (first / ran.outputs["path"]).write_text("title: x\n")
    git(first, "add", ".")
    git(first, "commit", "--quiet", "--message", "There already")
    git(first, "push", "--quiet", str(place.remote), "main")

    assert proposed(place, 12, ran.outputs)[-1].code == 1
    assert place.branches() == ["refs/heads/main"]


def test_the_largest_event_fits_into_what_is_handed_on() -> None:
    assert len(base64.b64encode(b"x" * LARGEST)) <= 120_000 < LONGEST_VARIABLE - len("EVENT=")


def test_a_pull_request_that_could_not_be_opened_is_told(place: Place) -> None:
    ran = drafted(place, PAYLOADS / "labeled.json", 12)

    assert answered(place, 12, ran.outputs, "").code == 0
    assert "could not be opened" in (place.said / "body").read_text()
