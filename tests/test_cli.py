"""The words on the command line, what they print, and how they end."""

import json
import re
import time
from pathlib import Path

import click
import pytest

from dateline import __version__, checking, cli
from dateline.ending import Terminated
from dateline.run import now
from dateline.schema import SCHEMAS, schema
from dateline.states import SECOND_NS, TICK_NS
from dateline.write import WriteError
from tests.samples import EVENT, run, site_of

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def good(tmp_path: Path) -> Path:
    """A site without problems."""
    return site_of(tmp_path / "site", {"events/fire.yaml": EVENT})


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    """A site with an error in one event and a warning in another."""
    return site_of(
        tmp_path / "site",
        {
            "events/fire.yaml": "titel: Power returns\n",
            "events/2022/smoke.yaml": EVENT.replace("Power returns", "“P”"),
        },
    )


def test_build_writes_the_site_and_counts_its_files(good: Path, capsys: Captured) -> None:
    assert run("build", "--source", good) == 0

    said = capsys.readouterr()
    assert said.err == ""
    files = sum(path.is_file() for path in (good / "output").rglob("*")) - 1  # but for the manifest
    counts = f"{files} changed, 0 unchanged, 0 removed; 1 of 1 events read"
    assert re.fullmatch(
        rf"{re.escape(str(good / 'output'))}: {counts} \(\d+\.\d\d s: .*read \d.*write \d.*\)\n", said.out
    )
    assert (good / "output/events/fire.html").is_file()


def test_a_second_build_finds_nothing_to_do_and_tells_the_same_problems(bad: Path, capsys: Captured) -> None:
    (bad / "content/events/fire.yaml").unlink()

    assert run("build", "--source", bad) == 0
    first = capsys.readouterr()
    time.sleep(3 * TICK_NS / SECOND_NS)  # so that the states of the files can be relied upon
    assert run("build", "--source", bad) == 0
    assert run("build", "--source", bad) == 0
    said = capsys.readouterr()

    files = int(re.findall(r": (\d+) changed", first.out)[0])
    assert re.findall(r": (.*?) \(", said.out) == [f"0 changed, {files} unchanged, 0 removed"] * 2
    assert "smart-quotes" in first.err
    assert said.err == first.err * 2


def test_without_the_cache_nothing_is_kept_and_the_site_is_the_same(
    good: Path, tmp_path: Path, capsys: Captured
) -> None:
    assert run("build", "--source", good, "--no-search", "--no-cache", "--output", tmp_path / "without") == 0
    assert not (good / ".cache").exists()
    assert run("build", "--source", good, "--no-search", "--output", tmp_path / "with") == 0
    assert [path.name for path in (good / ".cache").iterdir()] == ["dateline"]

    made = [
        {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
        for folder in (tmp_path / "without", tmp_path / "with")
    ]
    assert made[0] == made[1]
    capsys.readouterr()


@pytest.mark.parametrize("command", ["build", "check"])
def test_a_profile_lists_the_steps_and_their_share(good: Path, capsys: Captured, command: str) -> None:
    assert run(command, "--source", good, "--profile") == 0

    lines = capsys.readouterr().err.splitlines()
    steps = [line.split()[0] for line in lines]
    assert {"load", "read", "link", "rules", "rest", "all"} <= set(steps)
    assert steps[-1] == "all"
    assert lines[-1].endswith(" s   100 %")


def test_build_is_what_runs_when_nothing_is_named(
    good: Path, tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(good)

    assert run() == 0
    assert run("--output", tmp_path / "elsewhere") == 0

    assert (good / "output/index.html").read_bytes() == (tmp_path / "elsewhere/index.html").read_bytes()
    capsys.readouterr()


def test_an_error_is_printed_with_its_line_and_nothing_is_written(bad: Path, capsys: Captured) -> None:
    assert run("build", "--source", bad) == 1

    said = capsys.readouterr()
    assert "content/events/fire.yaml:1:1: error[D102 unknown-key]: 'titel' is not a known key" in said.err
    assert "    | titel: Power returns\n    | ^\n" in said.err
    assert "Nothing was written; the site is as it was." in said.err
    assert not (bad / "output").exists()


def test_check_says_that_all_is_well(good: Path, capsys: Captured) -> None:
    assert run("check", "--source", good) == 0
    assert run("check", "--source", good, "--strict") == 0

    assert capsys.readouterr().out == "No problems.\n" * 2


def test_check_looks_at_everything_and_lists_what_is_asked_for(bad: Path, capsys: Captured) -> None:
    assert run("check", "--source", bad, bad / "content/events/fire.yaml") == 1
    one = capsys.readouterr().err
    assert run("check", "--source", bad, bad / "content/events/2022") == 0
    other = capsys.readouterr().err

    assert "unknown-key" in one
    assert "smoke" not in one
    assert "fire" not in other


def test_check_prints_data_for_programs_and_annotations_for_github(bad: Path, capsys: Captured) -> None:
    assert run("check", "--source", bad, "--format", "json") == 1
    data = json.loads(capsys.readouterr().out)
    assert run("check", "--source", bad, "--format", "github") == 1
    lines = capsys.readouterr().out.splitlines()

    assert "unknown-key" in {problem["name"] for problem in data["problems"]}
    assert all(line.startswith(("::error file=content/", "::warning file=content/")) for line in lines)


def test_check_writes_the_job_summary_where_github_asks_for_one(
    bad: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))

    run("check", "--source", bad, "--format", "github")

    assert "unknown-key" in (tmp_path / "summary.md").read_text()
    capsys.readouterr()


def test_check_writes_nothing_but_the_cache(good: Path, capsys: Captured) -> None:
    before = sorted(good.rglob("*"))

    run("check", "--source", good, "--no-cache")

    assert sorted(good.rglob("*")) == before

    run("check", "--source", good)

    assert sorted(path for path in good.rglob("*") if ".cache" not in path.parts) == before
    capsys.readouterr()


@pytest.mark.parametrize("name", SCHEMAS)
def test_schema_prints_a_schema(name: str, capsys: Captured) -> None:
    assert run("schema", name) == 0

    assert json.loads(capsys.readouterr().out) == schema(name)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["schema", "evnt"], "there is no schema 'evnt'"),
        (["biuld"], "biuld"),
        (["check", "--source", "nowhere"], "nowhere"),
        (["check", "--format", "xml"], "xml"),
        (["build", "--colour"], "--colour"),
    ],
)
def test_a_wrong_word_is_the_environments_fault_and_ends_with_2(
    arguments: list[str], words: str, capsys: Captured
) -> None:
    assert run(*arguments) == 2

    said = capsys.readouterr().err
    assert words in said
    assert "Traceback" not in said


def test_help_and_version_end_with_0(capsys: Captured) -> None:
    assert run("--help") == 0
    assert run("--version") == 0
    assert run("check", "--help") == 0

    said = capsys.readouterr().out
    assert f"dateline, version {__version__}" in said
    assert all(name in said for name in cli.names())


def test_an_output_folder_that_is_not_ours_is_refused(good: Path, tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/letter.txt").write_text("Dear")

    assert run("build", "--source", good, "--output", tmp_path / "mine") == 2

    said = capsys.readouterr().err
    assert "is not empty and was not made by dateline" in said
    assert "help: Choose another folder" in said
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["letter.txt"]


@pytest.mark.parametrize(
    ("raised", "code"),
    [
        (KeyboardInterrupt(), 130),
        (click.exceptions.Abort(), 130),
        (Terminated(), 143),
        (WriteError("cannot publish"), 2),
        (PermissionError(13, "Permission denied", "content"), 2),
    ],
)
def test_whatever_stops_a_command_has_a_code_of_its_own(
    good: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured, raised: BaseException, code: int
) -> None:
    def stop(*_: object, **__: object) -> None:
        raise raised

    monkeypatch.setattr(checking, "check", stop)

    assert run("check", "--source", good) == code
    assert "Traceback" not in capsys.readouterr().err


def test_drafts_are_shown_only_when_asked_for(tmp_path: Path, capsys: Captured) -> None:
    site = site_of(tmp_path / "site", {"events/fire.yaml": EVENT + "status: draft\n"})

    run("build", "--source", site, "--output", tmp_path / "without")
    run("build", "--source", site, "--output", tmp_path / "with", "--drafts")

    assert not (tmp_path / "without/events/fire.html").exists()
    assert (tmp_path / "with/events/fire.html").exists()
    capsys.readouterr()


def test_an_embargo_ends_at_its_moment_by_the_clock_of_the_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    event = EVENT + "embargo_until: 2022-01-10T12:00:00+03:00\n"
    site = site_of(tmp_path, {"events/fire.yaml": event})

    def shown(epoch: int) -> bool:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", str(epoch))
        timeline = checking.check(site, now=now()).timeline
        assert timeline is not None
        return bool(timeline.entries)

    nine_utc = 1_641_805_200
    assert [shown(nine_utc - 1), shown(nine_utc)] == [False, True]


def test_the_clock_of_the_build_can_be_fixed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert now().isoformat() == "1970-01-01T00:00:00+00:00"

    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert now().tzinfo is not None


@pytest.mark.parametrize(
    "typed", ["http://[", "javascript:alert(1)", "example.org", "https://example.org/?a"]
)
def test_a_base_url_that_is_no_address_of_a_site_is_a_fault_of_usage(
    good: Path, capsys: Captured, typed: str
) -> None:
    assert run("build", "--source", good, "--base-url", typed) == 2
    assert "Invalid value for '--base-url'" in capsys.readouterr().err
    assert run("build", "--source", good, "--base-url", "") == 0
