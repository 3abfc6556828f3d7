import ctypes
import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from dateline.states import state_of
from dateline.write import lasting


@pytest.fixture
def synced(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is brought to the disk alone, by name; '*' where it is all at once."""
    names: list[str] = []
    monkeypatch.setattr(lasting, "sync", lambda path: names.append(Path(path).name))

    def all_at_once(_path: str) -> bool:
        names.append("*")
        return True

    monkeypatch.setattr(lasting, "sync_all", all_at_once)
    return names


def test_few_files_are_brought_to_the_disk_one_by_one(synced: list[str]) -> None:
    lasting.make_last([str(number) for number in range(lasting.FEW)])

    assert synced == [str(number) for number in range(lasting.FEW)]


def test_many_files_are_brought_to_the_disk_at_once(synced: list[str]) -> None:
    lasting.make_last([str(number) for number in range(lasting.FEW + 1)])

    assert synced == ["*"]


def test_many_are_brought_one_by_one_where_the_system_knows_no_other_way(
    synced: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lasting, "sync_all", lambda _path: False)
    lasting.make_last([str(number) for number in range(lasting.FEW + 1)])

    assert len(synced) == lasting.FEW + 1


def test_all_at_once_works_here(tmp_path: Path) -> None:
    assert lasting.sync_all(str(tmp_path)) is hasattr(ctypes.CDLL(None), "syncfs")


def test_the_state_of_a_new_file_is_that_of_its_end(tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        made = lasting.create(f"{tmp_path}/a", b"text")
    finally:
        os.umask(before)

    assert made == state_of((tmp_path / "a").stat())
    assert (made.size, made.mode) == (4, 0o100644)


def test_a_file_that_is_there_is_not_written_to(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("old")

    with pytest.raises(FileExistsError):
        lasting.create(f"{tmp_path}/a", b"new")
    assert (tmp_path / "a").read_text() == "old"


@pytest.mark.parametrize("call", [None, lambda _: -1])
def test_a_system_that_cannot_or_will_not_is_told_apart(
    call: Callable[[int], int] | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = type("Library", (), {} if call is None else {"syncfs": staticmethod(call)})()
    monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: library)
    monkeypatch.setattr(ctypes, "get_errno", lambda: errno.EIO)

    if call is None:
        assert lasting.sync_all(str(tmp_path)) is False
    else:
        with pytest.raises(OSError, match="Input/output error"):
            lasting.sync_all(str(tmp_path))
