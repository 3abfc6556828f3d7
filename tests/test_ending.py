"""Ctrl-C and a request to end are heard wherever Python is, and wait where half of something would stay."""

import signal
import time
import weakref
from collections.abc import Callable

import pytest
from pydantic_core import to_json

from dateline import cli
from dateline.ending import Terminated, hearing, undisturbed

BOTH = pytest.mark.parametrize(
    ("number", "error"), [(signal.SIGINT, KeyboardInterrupt), (signal.SIGTERM, Terminated)]
)


@pytest.fixture(autouse=True)
def _usual_handlers() -> None:
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


class Held:
    """Something that can be weakly referred to."""


@BOTH
def test_both_raise_wherever_the_program_is(number: signal.Signals, error: type[BaseException]) -> None:
    with pytest.raises(error), hearing() as asked:
        signal.raise_signal(number)

    assert asked == [number]
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


@BOTH
def test_what_is_lost_in_a_callback_is_raised_a_moment_later(
    number: signal.Signals, error: type[BaseException], capsys: pytest.CaptureFixture[str]
) -> None:
    held = Held()
    reference = weakref.ref(held, lambda _: signal.raise_signal(number))

    with hearing() as asked:
        del held
        assert (reference(), asked) == (None, [number])
        with pytest.raises(error):
            time.sleep(5)
    assert capsys.readouterr().err == ""


def test_other_errors_of_callbacks_are_told_as_usual(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told: list[object] = []
    monkeypatch.setattr("sys.unraisablehook", told.append)
    held = Held()
    reference = weakref.ref(held, lambda _: 1 / 0)

    with hearing():
        del held
    assert reference() is None
    assert len(told) == 1


def test_what_the_caller_ignores_stays_ignored() -> None:
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with hearing() as asked:
            signal.raise_signal(signal.SIGINT)
        assert asked == []
    finally:
        signal.signal(signal.SIGINT, before)


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_an_error_that_a_library_makes_of_it_is_no_bug(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], number: signal.Signals, code: int
) -> None:
    def fallback(_: object) -> str:
        signal.raise_signal(number)
        return ""

    def run(*_: object, **__: object) -> int:
        return len(to_json(object(), fallback=fallback))

    monkeypatch.setattr(cli.commands, "main", run)

    assert cli.main([]) == code
    assert capsys.readouterr().err == ""


@BOTH
def test_undisturbed_work_is_done_first(number: signal.Signals, error: type[BaseException]) -> None:
    done = []

    def work() -> None:
        with undisturbed():
            signal.raise_signal(number)
            done.append(1)
        done.append(2)

    assert stopped(work, error)
    assert done == [1]


@BOTH
def test_in_between_both_are_heard(number: signal.Signals, error: type[BaseException]) -> None:
    done = []

    def work() -> None:
        with undisturbed() as heard:
            signal.raise_signal(number)
            done.append(1)
            try:
                with heard():
                    done.append(2)
            finally:
                done.append(3)

    assert stopped(work, error)
    assert done == [1, 3]


def stopped(work: Callable[[], None], error: type[BaseException]) -> bool:
    """Whether the error ended the work."""
    with hearing(), pytest.raises(error):
        work()
    return True
