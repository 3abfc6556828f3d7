"""Steps are timed one by one, and a bar is drawn where somebody sees it and has to wait."""

import io
import os
import pty
from pathlib import Path

import pytest

from dateline.progress import FEWEST, Progress


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """Yes."""
        return True


def worked(stream: io.StringIO, total: int) -> str:
    """What is printed while so many things are done."""
    watch = Progress(stream)
    with watch.step("read"):
        for done in range(0, total + 1, max(1, total // 4)):
            watch.progress(done, total)
    assert watch.bar is None
    return stream.getvalue()


def test_a_long_step_has_a_bar_on_a_terminal() -> None:
    shown = worked(Terminal(), FEWEST)

    assert "Reading events" in shown


@pytest.mark.parametrize(("stream", "total"), [(io.StringIO(), FEWEST), (Terminal(), FEWEST - 1)])
def test_a_short_step_and_a_file_see_no_bar(stream: io.StringIO, total: int) -> None:
    assert worked(stream, total) == ""


def test_steps_are_listed_in_the_order_in_which_they_came() -> None:
    watch = Progress(io.StringIO())
    for name in ("load", "read", "load"):
        with watch.step(name):
            pass

    assert [part.split()[0] for part in watch.by_step().split(", ")] == ["load", "read"]
    assert [line.split()[0] for line in watch.table().splitlines()] == ["load", "read", "rest", "all"]
    assert sum(watch.seconds.values()) <= watch.total


def test_a_step_ends_where_it_is_broken_off() -> None:
    watch = Progress(Terminal())

    def broken_off() -> None:
        with watch.step("write"):
            watch.progress(0, FEWEST)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        broken_off()

    assert list(watch.seconds) == ["write"]
    assert watch.bar is None


@pytest.mark.parametrize(("total", "is_shown"), [(FEWEST, True), (FEWEST - 1, False)])
def test_on_a_terminal_there_is_a_bar_where_much_is_to_be_done(
    total: int, monkeypatch: pytest.MonkeyPatch, *, is_shown: bool
) -> None:
    monkeypatch.setenv("TERM", "xterm")
    outer, inner = pty.openpty()
    with open(inner, "w", encoding="utf-8") as stream:  # noqa: PTH123  a path cannot open a descriptor
        watch = Progress(stream)
        with watch.step("write"):
            watch.progress(1, total)
            watch.progress(total // 2, total)
        stream.write("end\n")
        stream.flush()
        shown = ""
        while not shown.endswith("end\r\n"):  # a terminal gives what it has so far
            shown += os.read(outer, 100_000).decode()
    os.close(outer)

    assert ("Writing pages" in shown) == is_shown


def test_into_a_file_nothing_is_drawn(tmp_path: Path) -> None:
    with (tmp_path / "log").open("w") as stream:
        watch = Progress(stream)
        with watch.step("write"):
            watch.progress(1, 10 * FEWEST)

    assert (tmp_path / "log").read_text() == ""
