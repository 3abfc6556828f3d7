import ctypes
import errno
from pathlib import Path

import pytest

from dateline.write import exchanging


@pytest.fixture
def new(tmp_path: Path) -> Path:
    (tmp_path / "new").mkdir()
    (tmp_path / "new/text").write_text("new")
    return tmp_path / "new"


@pytest.fixture
def live(tmp_path: Path) -> Path:
    (tmp_path / "live").mkdir()
    (tmp_path / "live/text").write_text("old")
    return tmp_path / "live"


@pytest.mark.parametrize("can_swap", [True, False])
def test_the_new_folder_takes_the_place(
    can_swap: object, new: Path, live: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not can_swap:
        monkeypatch.setattr(exchanging, "swap", lambda _one, _other: False)
    exchanging.exchange(new, live, live.with_name("aside"))

    assert (live / "text").read_text() == "new"


def test_nothing_and_an_empty_folder_give_way(new: Path) -> None:
    target = new.with_name("target")
    target.mkdir()
    exchanging.exchange(new, target, new.with_name("aside"))
    exchanging.exchange(target, new, new.with_name("aside"))

    assert (new / "text").read_text() == "new"


def test_an_interrupt_between_two_renames_puts_the_old_folder_back(
    new: Path, live: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename = Path.rename

    def interrupted(self: Path, target: Path) -> Path:
        if self == new:
            raise KeyboardInterrupt
        return rename(self, target)

    monkeypatch.setattr(exchanging, "swap", lambda _one, _other: False)
    monkeypatch.setattr(Path, "rename", interrupted)

    with pytest.raises(KeyboardInterrupt):
        exchanging.exchange(new, live, live.with_name("aside"))
    assert (live / "text").read_text() == "old"


def test_nothing_is_put_back_over_a_folder(new: Path, live: Path) -> None:
    exchanging.put_back(new, live)

    assert (live / "text").read_text() == "old"


def test_a_swap_that_fails_for_another_reason_is_an_error(new: Path) -> None:
    with pytest.raises(FileNotFoundError):
        exchanging.swap(new, new.with_name("none"))


class System:
    """A C library whose one call fails with a number, or that lacks the call."""

    def __init__(self, number: int | None) -> None:
        if number is not None:
            self.renameat2 = lambda *_: -1


@pytest.mark.parametrize("number", [None, errno.EINVAL, errno.ENOSYS])
def test_a_system_that_cannot_exchange_says_so(
    number: int | None, new: Path, live: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: System(number))
    monkeypatch.setattr(ctypes, "get_errno", lambda: number)

    assert exchanging.swap(new, live) is False
    exchanging.exchange(new, live, live.with_name("aside"))
    assert (live / "text").read_text() == "new"


def test_an_exchange_that_is_refused_is_told_and_changes_nothing(
    new: Path, live: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: System(errno.EACCES))
    monkeypatch.setattr(ctypes, "get_errno", lambda: errno.EACCES)

    with pytest.raises(PermissionError, match="live"):
        exchanging.exchange(new, live, live.with_name("aside"))
    assert (live / "text").read_text() == "old"
