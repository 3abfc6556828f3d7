"""A single file is written whole or not at all, and a new one never over another."""

import os
import signal
import stat
from pathlib import Path
from typing import Any

import pytest

from dateline import saving
from dateline.saving import save, save_new


def test_a_new_file_comes_with_its_folders(tmp_path: Path) -> None:
    save_new(tmp_path / "a/b/c.yaml", "title: é\n")

    assert (tmp_path / "a/b/c.yaml").read_bytes() == "title: é\n".encode()
    assert [path.name for path in (tmp_path / "a/b").iterdir()] == ["c.yaml"]


def test_a_new_file_never_takes_the_place_of_another(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("old\n")

    with pytest.raises(FileExistsError):
        save_new(tmp_path / "a.yaml", "new\n")

    assert (tmp_path / "a.yaml").read_text() == "old\n"
    assert [path.name for path in tmp_path.iterdir()] == ["a.yaml"]


def test_where_a_file_has_one_name_alone_a_new_one_is_written_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    save_new(tmp_path / "a.yaml", "new\n")

    with pytest.raises(FileExistsError):
        save_new(tmp_path / "a.yaml", "newer\n")
    assert (tmp_path / "a.yaml").read_text() == "new\n"


def test_a_file_that_is_written_anew_keeps_its_mode(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("old\n")
    (tmp_path / "a.yaml").chmod(0o600)

    save(tmp_path / "a.yaml", "new\n")

    assert (tmp_path / "a.yaml").read_text() == "new\n"
    assert stat.S_IMODE((tmp_path / "a.yaml").stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["a.yaml"]


@pytest.mark.parametrize("asked", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("step", ["create", "sync"])
def test_whoever_is_interrupted_has_written_the_file_and_tidied_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, asked: signal.Signals, step: str
) -> None:
    real = getattr(saving, step)

    def interrupted(*given: Any) -> Any:
        signal.raise_signal(asked)
        return real(*given)

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(saving, step, interrupted)
    before = signal.signal(asked, stop)
    try:
        with pytest.raises(KeyboardInterrupt):
            save_new(tmp_path / "a.yaml", "title: A\n")
    finally:
        signal.signal(asked, before)

    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"a.yaml": "title: A\n"}
