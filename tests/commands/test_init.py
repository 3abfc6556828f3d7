"""A new site checks, builds and publishes at once, and its workflows are as sound as this repository's."""

import os
import pty
import re
import shutil
import subprocess
import sys
from base64 import b64decode
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from dateline import __version__, cli
from dateline.checking import check
from dateline.outputs.records import encoded
from dateline.schema import SCHEMAS, schema
from tests.repositories import committed, git, repository_of
from tests.samples import EVENT, run
from tests.workflow_steps import ROOT, Runner, shell_steps

Captured = pytest.CaptureFixture[str]
OPTIONS = ["--title", "Bridges: a timeline", "--repository", "someone/bridges", "--licence", "cc0-1.0"]
TOOLS = Path(sys.executable).parent


@pytest.fixture(scope="module")
def new(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new site; only to be read."""
    folder = tmp_path_factory.mktemp("new") / "site"
    assert run("init", folder, *OPTIONS) == 0
    return folder


def test_a_new_site_has_no_problem_and_one_event_that_says_it_is_an_example(new: Path) -> None:
    checked = check(new)

    assert checked.problems == ()
    assert checked.timeline is not None
    assert list(checked.timeline.by_id) == ["2000-01-01-example"]
    assert checked.timeline.site.repository == "https://github.com/someone/bridges"


@pytest.mark.parametrize(("lang", "licence"), [("ar", "none"), ("fr", "CC-BY-4.0"), ("sw", "ODbL-1.0")])
def test_it_is_sound_in_every_language_and_under_every_licence(
    tmp_path: Path, lang: str, licence: str, capsys: Captured
) -> None:
    assert run("init", tmp_path / "site", "--title", "T", "--lang", lang, "--licence", licence) == 0
    assert run("check", "--strict", "--no-cache", "--source", tmp_path / "site") == 0
    assert capsys.readouterr().err == ""


def test_its_schemas_are_those_of_today(new: Path) -> None:
    assert {path.name: path.read_bytes() for path in (new / "docs/schema").iterdir()} == {
        f"{name}.json": encoded(schema(name)) for name in SCHEMAS
    }


def test_its_files_lead_editors_to_the_schemas(new: Path) -> None:
    for path in sorted((new / "content").rglob("*.yaml")):
        first = path.read_text("utf-8").partition("\n")[0]
        assert (path.parent / first.removeprefix("# yaml-language-server: $schema=")).is_file(), path


def test_it_names_the_version_that_made_it_and_no_placeholder(new: Path) -> None:
    assert f"]=={__version__}\n" in (new / "requirements.txt").read_text("utf-8")
    for path in (path for path in new.rglob("*") if path.is_file()):
        assert "${{" in path.read_text("utf-8") or "{{" not in path.read_text("utf-8"), path
        assert "OWNER/REPO" not in path.read_text("utf-8") or path.parent.name == "schema", path


def github_files(folder: Path) -> Iterator[tuple[str, Path]]:
    """The files that GitHub reads, each with the schema that it keeps to."""
    yield "dependabot", folder / ".github/dependabot.yml"
    yield from (("github-workflows", path) for path in sorted((folder / ".github/workflows").glob("*.yml")))
    for path in sorted((folder / ".github/ISSUE_TEMPLATE").glob("*.yml")):
        yield "github-issue-config" if path.name == "config.yml" else "github-issue-forms", path


def test_what_github_reads_is_valid(new: Path) -> None:
    for kind, path in github_files(new):
        command = [
            str(TOOLS / "check-jsonschema"),
            "--quiet",
            "--builtin-schema",
            f"vendor.{kind}",
            str(path),
        ]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, (path.name, done.stdout)


def test_its_workflows_have_no_security_slip(new: Path) -> None:
    command = [
        str(TOOLS / "zizmor"),
        "--offline",
        "--persona",
        "auditor",
        "--min-severity",
        "medium",
        "--quiet",
    ]
    done = subprocess.run([*command, str(new / ".github")], capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout


def test_its_workflows_call_commands_that_there_are(new: Path) -> None:
    for path in sorted((new / ".github/workflows").glob("*.yml")):
        jobs = yaml.safe_load(path.read_text("utf-8"))["jobs"].values()
        scripts = "\n".join(step["run"] for job in jobs for step in shell_steps(job))
        assert set(re.findall(r"(?<![\w./-])dateline ([a-z][a-z-]*)", scripts)) <= set(cli.names()), path.name


def installed(folder: Path) -> dict[str, str]:
    """The environment of a step once `dateline` is installed; no test asks a package index."""
    program = folder / "bin/dateline"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m dateline "$@"\n')
    program.chmod(0o755)
    return {"PATH": f"{program.parent}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": str(ROOT)}


def test_the_steps_that_check_a_proposal_tell_what_it_changes(new: Path, tmp_path: Path) -> None:
    work = tmp_path / "work"
    shutil.copytree(new, work / "base")
    repository_of(work / "base", {})
    git(work, "clone", "--quiet", str(work / "base"), "pr")
    event = EVENT.replace("Power returns", '"A bridge ::error:: opens"')
    changed = {"content/events/2022/2022-01-05-bridge.yaml": event, "requirements.txt": "owned\n"}
    committed(work / "pr", changed)
    held = yaml.safe_load((new / ".github/workflows/check.yml").read_text("utf-8"))["jobs"]["check"]
    install, *steps = shell_steps(held)
    assert install["run"].endswith("--requirement base/requirements.txt")
    runner = Runner(work, {}, installed(tmp_path))

    ran = [runner.run(step, held["env"]) for step in steps]

    assert [one.code for one in ran] == [0, 0, 0, 0], [one.printed for one in ran]
    assert "Events: 1 added." in ran[2].printed
    assert "` requirements.txt `" in ran[2].summary
    assert not any(line.startswith("::error") for one in ran for line in one.printed.splitlines())
    assert (tmp_path / "runner-temp/preview/events/2022-01-05-bridge.html").exists()


def test_the_steps_that_read_a_form_make_the_file(new: Path, tmp_path: Path) -> None:
    work = tmp_path / "work"
    shutil.copytree(new, work)
    held = yaml.safe_load((new / ".github/workflows/event-from-issue.yml").read_text("utf-8"))["jobs"][
        "draft"
    ]
    _, draft = shell_steps(held)
    payload = tmp_path / "payload.json"
    shutil.copy(ROOT / "tests/payloads/labeled.json", payload)
    runner = Runner(work, {}, {**installed(tmp_path), "GITHUB_EVENT_PATH": str(payload)})

    ran = runner.run(draft)

    assert ran.code == 0, ran.printed
    assert ran.outputs["passed"] in {"true", "false"}
    assert b64decode(ran.outputs["answer"]).decode()


def test_the_steps_that_publish_it_build_the_site(new: Path, tmp_path: Path) -> None:
    job = yaml.safe_load((new / ".github/workflows/publish.yml").read_text("utf-8"))["jobs"]["build"]
    install, *steps = shell_steps(job)
    assert install["run"] == "python -m pip install --only-binary :all: --requirement requirements.txt"
    work = tmp_path / "work/bridges"
    work.parent.mkdir()
    subprocess.run(["cp", "-r", new, work], check=True)
    runner = Runner(
        work,
        {"steps.pages.outputs.base_url": "https://someone.github.io/bridges"},
        installed(tmp_path),
    )

    for step in steps:
        ran = runner.run(step)
        assert ran.code == 0, ran.printed

    page = (tmp_path / "work/runner-temp/site/index.html").read_text("utf-8")
    assert "Bridges: a timeline" in page
    assert "An example of an event" in page


def test_what_is_in_the_way_is_named_and_kept(tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "letter.txt").write_text("Dear")

    assert run("init", tmp_path, *OPTIONS) == 2

    assert "is not empty: 'letter.txt'; nothing was written" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ([], "a new site needs --title"),
        (["--title", "T", "--timezone", "Paris"], "there is no time zone 'Paris'"),
        (["--title", "T", "--repository", "bridges"], "someone/bridges"),
        (["--title", "T", "--licence", "MIT"], "'MIT' is not one of"),
        (["--title", "a\nb"], "--title"),
        (["--title", ""], "--title"),
    ],
)
def test_a_wrong_wish_ends_with_2_and_writes_nothing(
    tmp_path: Path, options: list[str], words: str, capsys: Captured
) -> None:
    assert run("init", tmp_path / "site", *options) == 2

    assert words in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_on_a_terminal_it_asks_and_asks_again_after_a_wrong_answer(tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    answers = ["", "Bridges", "someone", "someone/bridges", "", "Europe/Pari", "Europe/Paris", "", "none"]
    os.write(ours, "".join(f"{answer}\n" for answer in answers).encode())
    done = subprocess.run(
        [sys.executable, "-m", "dateline", "init", tmp_path / "site"],
        cwd=ROOT,
        stdin=theirs,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    os.close(ours)
    os.close(theirs)

    assert "What is the timeline called?" in done.stderr
    assert "write the owner and the name, as in someone/bridges" in done.stderr
    assert "did you mean Europe/Paris?" in done.stderr
    settings = yaml.safe_load((tmp_path / "site/content/site.yaml").read_text("utf-8"))
    assert {name: settings[name] for name in ("title", "repository", "timezone", "lang")} == {
        "title": "Bridges",
        "repository": "https://github.com/someone/bridges",
        "timezone": "Europe/Paris",
        "lang": "en",
    }
    assert "licence" not in settings
