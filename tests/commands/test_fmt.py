"""The files of a site are written in one form, or listed where they would change."""

import stat
import sys
from pathlib import Path
from random import Random

import pytest

from dateline import saving
from dateline.checking import check
from dateline.states import state_of
from tests.archive import Archive
from tests.samples import EVENT, run, site_of

Captured = pytest.CaptureFixture[str]

UNTIDY = "date: 2022-01-05\ntitle: Power returns\nsources: [https://example.org/report]\n"
TIDY = "title: Power returns\ndate: 2022-01-05\nsources: [https://example.org/report]\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site with an event in the one form and one that is not."""
    return site_of(tmp_path, {"events/a.yaml": UNTIDY, "events/b.yaml": TIDY})


def test_files_that_differ_are_written_anew_and_named(site: Path, capsys: Captured) -> None:
    (site / "content/events/a.yaml").chmod(0o640)

    assert run("fmt", "--source", site) == 0

    assert capsys.readouterr().out == "changed: content/events/a.yaml\n1 of 3 files changed.\n"
    assert (site / "content/events/a.yaml").read_text() == TIDY
    assert stat.S_IMODE((site / "content/events/a.yaml").stat().st_mode) == 0o640
    assert sorted(path.name for path in (site / "content/events").iterdir()) == ["a.yaml", "b.yaml"]


def test_a_second_time_nothing_changes(site: Path, capsys: Captured) -> None:
    run("fmt", "--source", site)
    before = state_of((site / "content/events/a.yaml").stat())

    assert run("fmt", "--source", site) == 0

    assert "0 of 3 files changed." in capsys.readouterr().out
    assert state_of((site / "content/events/a.yaml").stat()) == before  # but for when it was last read


def test_check_lists_what_would_change_and_writes_nothing(site: Path, capsys: Captured) -> None:
    assert run("fmt", "--source", site, "--check") == 1

    assert capsys.readouterr().out == "would change: content/events/a.yaml\n1 of 3 files would change.\n"
    assert (site / "content/events/a.yaml").read_text() == UNTIDY
    assert run("fmt", "--source", site, "--check", site / "content/events/b.yaml") == 0


def test_a_path_chooses_a_file_or_a_folder(site: Path, capsys: Captured) -> None:
    assert run("fmt", "--source", site, site / "content/events/b.yaml") == 0
    assert run("fmt", "--source", site, site / "content/site.yaml", site / "content/events") == 0

    assert capsys.readouterr().out.splitlines()[0] == "0 of 1 file changed."
    assert (site / "content/events/a.yaml").read_text() == TIDY


def test_a_file_with_errors_is_left_alone_and_its_problems_are_told(site: Path, capsys: Captured) -> None:
    (site / "content/events/c.yaml").write_text("date: 2022\n\ttitle: x\n")

    assert run("fmt", "--source", site) == 1

    said = capsys.readouterr()
    assert "content/events/c.yaml:2:1: error[D003 yaml-tab]" in said.err
    assert (site / "content/events/c.yaml").read_text() == "date: 2022\n\ttitle: x\n"
    assert (site / "content/events/a.yaml").read_text() == TIDY


def test_a_file_whose_comment_would_be_lost_is_left_alone_and_told(site: Path, capsys: Captured) -> None:
    text = TIDY + "tags: [fire, # the first\n  smoke]\n"
    (site / "content/events/a.yaml").write_text(text)

    assert run("fmt", "--source", site) == 0

    assert "note: content/events/a.yaml is left alone: a comment would be lost" in capsys.readouterr().err
    assert (site / "content/events/a.yaml").read_text() == text


def test_without_a_content_folder_it_is_a_usage_error(tmp_path: Path, capsys: Captured) -> None:
    assert run("fmt", "--source", tmp_path) == 2

    assert "there is no folder 'content'" in capsys.readouterr().err


def test_what_is_no_content_is_not_touched(site: Path, capsys: Captured) -> None:
    (site / "other.yaml").write_text("b: 1\na:   2\n")
    (site / "content/link.yaml").symlink_to(site / "other.yaml")

    assert run("fmt", "--source", site) == 0

    assert (site / "other.yaml").read_text() == "b: 1\na:   2\n"
    capsys.readouterr()


def test_a_name_is_printed_safely(site: Path, capsys: Captured) -> None:
    (site / "content/events/x\x1b[31m\n::error::.yaml").write_text(UNTIDY)

    run("fmt", "--source", site)

    said = capsys.readouterr().out
    assert "\x1b" not in said
    assert not any(line.startswith("::") for line in said.splitlines())


def test_without_ruamel_it_says_what_to_install(
    site: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, "dateline.tidy", raising=False)
    monkeypatch.setitem(sys.modules, "ruamel.yaml", None)

    assert run("fmt", "--source", site) == 2

    assert "pip install 'dateline[fmt]'" in capsys.readouterr().err


def test_a_write_that_fails_leaves_the_file_whole(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_path: str) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(saving, "make_last", full)

    assert run("fmt", "--source", site) == 2

    assert (site / "content/events/a.yaml").read_text() == UNTIDY
    assert sorted(path.name for path in (site / "content/events").iterdir()) == ["a.yaml", "b.yaml"]


@pytest.mark.parametrize("seed", range(8))
def test_an_archive_says_the_same_afterwards(tmp_path: Path, seed: int, capsys: Captured) -> None:
    archive = Archive(tmp_path, Random(seed))  # noqa: S311  # the same archive on every machine
    before = [(one.path, one.code.id, one.message) for one in check(archive.source).problems]

    assert run("fmt", "--source", archive.source) == 0
    assert run("fmt", "--source", archive.source, "--check") == 0

    after = [(one.path, one.code.id, one.message) for one in check(archive.source).problems]
    assert sorted(after) == sorted(before)
    capsys.readouterr()


def test_an_event_as_in_the_docs_is_in_that_form(tmp_path: Path, capsys: Captured) -> None:
    assert run("fmt", "--source", site_of(tmp_path, {"events/x.yaml": EVENT}), "--check") == 0

    capsys.readouterr()
