"""Files are written whole or not at all, and a new one never over another."""

import os
import signal
import stat
from pathlib import Path
from typing import Any

import pytest

from dateline import saving
from dateline.saving import save, save_all, save_new
from dateline.write import lasting


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


def test_of_many_files_each_keeps_its_mode(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("old\n")
    (tmp_path / "a.yaml").chmod(0o600)

    save_all({tmp_path / "a.yaml": "new\n", tmp_path / "b/c.yaml": "new\n"})

    assert stat.S_IMODE((tmp_path / "a.yaml").stat().st_mode) == 0o600
    assert texts(tmp_path) == {"a.yaml": "new\n", "b/c.yaml": "new\n"}


def test_of_many_files_none_is_written_where_one_cannot_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = lasting.create

    def full(path: str, data: bytes) -> Any:
        if "b.yaml" in path:
            raise OSError(28, "No space left on device")
        return real(path, data)

    (tmp_path / "a.yaml").write_text("old\n")
    monkeypatch.setattr(saving, "create", full)

    with pytest.raises(OSError, match="No space"):
        save_all({tmp_path / "a.yaml": "new\n", tmp_path / "b.yaml": "new\n"})
    assert texts(tmp_path) == {"a.yaml": "old\n"}


@pytest.mark.parametrize("asked", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("step", ["create", "make_last", "replace"])
def test_whoever_is_interrupted_has_written_the_files_and_tidied_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, asked: signal.Signals, step: str
) -> None:
    real = getattr(saving, step)

    def interrupted(*given: Any) -> Any:
        signal.raise_signal(asked)
        return real(*given)

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    (tmp_path / "a.yaml").write_text("old\n")
    monkeypatch.setattr(saving, step, interrupted)
    before = signal.signal(asked, stop)
    try:
        with pytest.raises(KeyboardInterrupt):
            save_all({tmp_path / "a.yaml": "title: A\n", tmp_path / "b.yaml": "title: B\n"})
    finally:
        signal.signal(asked, before)

    assert texts(tmp_path) == {"a.yaml": "title: A\n", "b.yaml": "title: B\n"}


def texts(folder: Path) -> dict[str, str]:
    """All files below a folder."""
    return {str(path.relative_to(folder)): path.read_text() for path in folder.rglob("*") if path.is_file()}
