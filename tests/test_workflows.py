"""No workflow, of this repository or of a new site, gives a stranger a secret, a right or the last word."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from dateline.handed_on import handed_on
from tests.torture import Tell
from tests.workflow_rules import faults

ROOT = Path(__file__).parent.parent
OURS = {path.name: path.read_text("utf-8") for path in sorted((ROOT / ".github/workflows").glob("*.yml"))}
MADE = {name: made for name, text in OURS.items() if (made := handed_on(f".github/workflows/{name}", text))}
CHECKOUT = "uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1"
SOUND = f"""\
on:
  pull_request:
permissions: {{}}
concurrency: {{group: a}}
jobs:
  check:
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    permissions: {{contents: read}}
    steps:
      - {CHECKOUT}
        with: {{persist-credentials: false}}
      - run: "python -m pip install --require-hashes --only-binary :all: --requirement requirements.lock"
"""
PLANTED = {
    "  pull_request:": ("  pull_request_target:", "it is begun by pull_request_target"),
    "permissions: {}": ("permissions: {contents: read}", "it does not begin without rights"),
    "concurrency: {group: a}": ("", "it runs beside itself"),
    "    timeout-minutes: 5\n": ("", "check: it may run for hours"),
    "    permissions: {contents: read}\n": ("", "check: its rights are not said one by one"),
    "{contents: read}": ("{contents: write}", "check: a pull request is given a right to write"),
    "contents: read": ("id-token: write", "check: it can prove who it is, and runs what was checked out"),
    CHECKOUT: ("uses: actions/checkout@v7", "not pinned: - uses: actions/checkout@v7"),
    "persist-credentials: false": ("fetch-depth: 0", "check: the checkout keeps its token"),
    "--only-binary :all: ": ("", "check: it builds packages of strangers"),
    "--requirement": ("${{ github.head_ref }}", "check: an expression stands in a script"),
    "python -m": ("TOKEN=${{ secrets.TOKEN }} python -m", "it uses a secret"),
    "{persist-credentials: false}": (
        "{persist-credentials: false, cache: pip}",
        "check: it takes what another job kept",
    ),
}


@pytest.mark.parametrize("name", OURS)
def test_a_workflow_of_this_repository_keeps_the_rules(name: str) -> None:
    assert faults(OURS[name]) == []


@pytest.mark.parametrize("name", MADE)
def test_a_workflow_of_a_new_site_keeps_them_too(name: str) -> None:
    assert faults(MADE[name]) == []


@pytest.mark.parametrize("sound", PLANTED)
def test_a_planted_slip_is_found(sound: str) -> None:
    slip, fault = PLANTED[sound]

    assert faults(SOUND) == []
    assert SOUND.count(sound) == 1
    assert fault in faults(SOUND.replace(sound, slip))


def test_only_a_site_checks_and_publishes_itself() -> None:
    assert set(OURS) - set(MADE) == {"audit.yml", "release.yml", "test.yml"}


def test_what_is_locked_is_installed_with_its_digest() -> None:
    for name, text in OURS.items():
        for line in re.findall(r".*pip install.*", text):
            assert re.search(r"--require-hashes .*--requirement [\w/]*requirements[\w-]*\.lock", line), name


@pytest.mark.torture
def test_the_rules_of_the_base_branch_check_a_pull_request(figure: Tell) -> None:
    from tests.workflow_steps import job

    steps = job(".github/workflows/check.yml", "check")["steps"]
    scripts = [step["run"] for step in steps if "run" in step]
    run = [line for script in scripts for line in script.splitlines() if "build.py" in line]

    assert len(run) >= 4
    assert all("python base/build.py" in line for line in run)
    assert not any("pr/build.py" in script or "proposed/build.py" in script for script in scripts)
    assert next(script for script in scripts if "pip install" in script).endswith("base/requirements.lock")
    figure(
        "S9",
        f"the {len(run)} commands that look at a pull request",
        "all run the engine, rules, templates and lock of the base branch",
    )


@pytest.mark.torture
def test_a_linter_of_workflows_has_nothing_to_say(tmp_path: Path, figure: Tell) -> None:
    for folder, texts in (
        ("ours", OURS),
        ("made", MADE),
        ("planted", {"x.yml": SOUND.replace("{persist-credentials: false}", "{}")}),
    ):
        for name, text in texts.items():
            path = tmp_path / folder / ".github/workflows" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")

    assert slips(tmp_path / "planted")
    assert slips(tmp_path / "ours") + slips(tmp_path / "made") == []
    figure(
        "S8",
        f"{len(OURS)} workflows of our own and {len(MADE)} of a new site, zizmor as an auditor",
        "0 findings of any severity; no pull request gets a secret or a right to write",
    )


def slips(folder: Path) -> list[str]:
    """What zizmor finds in a repository, of whatever severity."""
    tool = Path(sys.executable).parent / "zizmor"
    words = ["--offline", "--persona", "auditor", "--no-exit-codes", "--quiet", "--format", "json"]
    done = subprocess.run([tool, *words, folder], capture_output=True, text=True, check=True)
    return [found["ident"] for found in json.loads(done.stdout)]
