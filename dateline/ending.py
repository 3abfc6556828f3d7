# SPDX-License-Identifier: MIT
"""Ctrl-C and a request to end: a command always hears them, and some work may not be halved by them.

Python raises an exception wherever the program is. In its own callbacks, as when a lock of a module is
let go, that exception is lost; and a library may turn it into an error of its own.
"""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from types import FrameType

AGAIN_S = 0.01
"""What was lost is raised again so many seconds later."""


class Terminated(BaseException):
    """The process was asked to end."""


ENDING = {signal.SIGINT: KeyboardInterrupt, signal.SIGTERM: Terminated}

Heard = Callable[[], AbstractContextManager[None]]


@contextmanager
def hearing() -> Iterator[list[int]]:
    """Raise KeyboardInterrupt or Terminated when asked to end; the list holds the signals that came.

    A Ctrl-C that the caller ignores, as shells do for what runs in the background, stays ignored.
    """
    asked: list[int] = []

    def end(number: int, _frame: FrameType | None) -> None:
        asked.append(number)
        raise ENDING[signal.Signals(number)]

    def again(_number: int, _frame: FrameType | None) -> None:
        signal.raise_signal(asked[-1])

    def lost(what: sys.UnraisableHookArgs) -> None:
        if not asked or not isinstance(what.exc_value, tuple(ENDING.values())):
            told(what)
        elif hasattr(signal, "setitimer"):  # not on Windows
            signal.signal(signal.SIGALRM, again)
            signal.setitimer(signal.ITIMER_REAL, AGAIN_S)

    told, before = sys.unraisablehook, {number: signal.getsignal(number) for number in ENDING}
    heard = [number for number, handler in before.items() if handler is not signal.SIG_IGN]
    try:
        sys.unraisablehook = lost
        for number in heard:
            signal.signal(number, end)
        yield asked
    finally:
        if hasattr(signal, "setitimer"):
            signal.setitimer(signal.ITIMER_REAL, 0)
        for number in heard:
            signal.signal(number, before[number] or signal.SIG_DFL)
        sys.unraisablehook = told


@contextmanager
def undisturbed() -> Iterator[Heard]:
    """Let both wait until the end, but for the parts in `with heard():`, which they end as usual.

    Python hears signals in its main thread alone, whatever thread the system gives them to: so it is
    not the signals that are held back, but what is done about them.
    """
    if threading.current_thread() is not threading.main_thread():
        yield nullcontext
        return
    asked: list[int] = []
    before = {number: signal.getsignal(number) for number in ENDING}

    def remember(number: int, _frame: FrameType | None) -> None:
        asked.append(number)

    def wait() -> None:
        for number in ENDING:
            signal.signal(number, remember)

    def hear() -> None:
        for number, handler in before.items():
            signal.signal(number, handler or signal.SIG_DFL)
        while asked:
            signal.raise_signal(asked.pop())

    @contextmanager
    def heard() -> Iterator[None]:
        try:
            hear()
            yield
        finally:
            wait()

    try:
        wait()
        yield heard
    finally:
        hear()
