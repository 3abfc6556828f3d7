"""What happens when a tag is pushed: the steps of release.yml make packages that anybody can make again."""

import json
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import pytest

from dateline import __version__
from scripts.release import different, wrong
from tests.workflow_steps import Runner, job, shell_steps

WORKFLOW = ".github/workflows/release.yml"
FILES = ("README.md", "LICENSE", "pyproject.toml", "requirements.lock", ".gitignore")
FOLDERS = ("dateline", "scripts", "templates", "starter", ".github", ".vscode")


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory, repository: Path) -> Path:
    """The files of this repository that a package is made from."""
    work = tmp_path_factory.mktemp("release") / "work"
    for name in FOLDERS:
        shutil.copytree(repository / name, work / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in FILES:
        shutil.copy(repository / name, work)
    return work


def made_with(checkout: Path, tag: str) -> tuple[int, str, Path]:
    """What the step that makes the packages says of a tag, and the folder of what it made."""
    install, make = shell_steps(job(WORKFLOW, "build"))
    # What it would install is there already; no test asks a package index.
    assert "--require-hashes --only-binary :all: --requirement requirements-release.lock" in install["run"]
    ran = Runner(checkout, {"github.ref_name": tag}).run(make)
    return ran.code, ran.printed, checkout.parent / "runner-temp/released"


def test_the_packages_are_made_twice_with_their_digests_and_their_bill(checkout: Path) -> None:
    code, printed, released = made_with(checkout, f"v{__version__}")
    assert code == 0, printed

    packages = {path.name for path in (released / "packages").iterdir()}
    assert packages == {f"dateline-{__version__}.tar.gz", f"dateline-{__version__}-py3-none-any.whl"}
    lines = (released / "SHA256SUMS").read_text().splitlines()
    assert {line.partition("  ")[2] for line in lines} == {*packages, f"dateline-{__version__}.cdx.json"}
    check = ["sha256sum", "--check", "--quiet", "../SHA256SUMS", "--ignore-missing"]
    subprocess.run(check, cwd=released / "packages", check=True)
    with zipfile.ZipFile(released / "packages" / f"dateline-{__version__}-py3-none-any.whl") as wheel:
        assert {"dateline/templates/base.html", "dateline/starter/README.md"} <= set(wheel.namelist())
    bill = json.loads((released / f"dateline-{__version__}.cdx.json").read_text())
    assert bill["metadata"]["component"]["version"] == __version__


@pytest.mark.parametrize("tag", [f"v{__version__}.post1", "v$(touch owned)"])
def test_a_tag_of_another_version_makes_nothing(checkout: Path, tag: str) -> None:
    shutil.rmtree(checkout.parent / "runner-temp", ignore_errors=True)
    code, printed, released = made_with(checkout, tag)

    assert code != 0
    assert "nothing was made" in printed
    assert not released.exists()
    assert not list(checkout.parent.rglob("owned"))


def test_a_package_that_comes_out_otherwise_is_told(tmp_path: Path) -> None:
    for name, files in {"one": {"a": "1", "b": "1"}, "other": {"a": "2", "b": "1", "c": "1"}}.items():
        (tmp_path / name).mkdir()
        for file, text in files.items():
            (tmp_path / name / file).write_text(text)

    assert different(tmp_path / "one", tmp_path / "other") == ["a", "c"]
    assert different(tmp_path / "one", tmp_path / "one") == []


def test_what_is_said_of_a_tag_cannot_be_a_command_to_the_workflow() -> None:
    assert "\n" not in str(wrong("v1\n::stop-commands::x"))
    assert wrong(__version__)
    assert wrong("--help")
    assert wrong(f"v{__version__}") is None


def test_the_files_beside_the_tag_are_those_that_were_made(tmp_path: Path) -> None:
    work = tmp_path / "work"
    (work / "released/packages").mkdir(parents=True)
    for name in ("packages/a.whl", "packages/a.tar.gz", "dateline-1.cdx.json", "SHA256SUMS"):
        (work / "released" / name).write_text(name)
    (tmp_path / "bundle.jsonl").write_text("signed")
    program = tmp_path / "bin/gh"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > "{tmp_path}/asked"\n')
    program.chmod(0o755)
    known = {
        "github.token": "t",
        "github.repository": "someone/bridges",
        "github.ref_name": "v1",
        "steps.attest.outputs.bundle-path": str(tmp_path / "bundle.jsonl"),
    }
    (release,) = shell_steps(job(WORKFLOW, "release"))
    ran = Runner(work, known, {"PATH": f"{program.parent}:/usr/bin:/bin"}).run(release)

    assert ran.code == 0, ran.printed
    asked = (tmp_path / "asked").read_text().splitlines()
    assert asked[:4] == ["release", "create", "v1", "--verify-tag"]
    names = {line.removeprefix("released/") for line in asked if line.startswith("released/")}
    assert names == {
        *(
            "packages/a.whl",
            "packages/a.tar.gz",
            "dateline-1.cdx.json",
            "SHA256SUMS",
            "dateline-1.intoto.jsonl",
        ),
    }


def test_the_job_that_publishes_can_only_say_who_it_is() -> None:
    publish: dict[str, Any] = job(WORKFLOW, "publish")

    assert publish["permissions"] == {"id-token": "write"}
    assert publish["environment"]["name"] == "pypi"
    assert not shell_steps(publish)
    (upload,) = (step for step in publish["steps"] if "pypi-publish" in step["uses"])
    assert upload["with"] == {"packages-dir": "released/packages", "attestations": True}
