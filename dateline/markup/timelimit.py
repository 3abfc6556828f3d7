# SPDX-License-Identifier: MIT
"""Ends work that takes more processor time than it may: no text may hold up a build.

In the main thread a timer of the system rings, which ends even a regular expression that is lost
in a text. In another thread, or on a system without such timers, a second thread keeps watch; it
must wait for a regular expression to end by itself. Processor time is what counts, so that work
does not fail because the machine is busy.
"""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Callable
from typing import Any, TypeVar

Result = TypeVar("Result")

# Something may swallow the first ring, as Python does in `__del__`.
AGAIN = 1.0


class OutOfTime(BaseException):
    """Work took longer than it may; no `except Exception` of a library keeps it from ending."""


def within(seconds: float, work: Callable[[], Result]) -> Result:
    """What `work` returns, or `OutOfTime`; what it was at work on may then be half done."""
    if threading.current_thread() is threading.main_thread() and hasattr(signal, "setitimer"):
        return by_timer(seconds, work)
    return by_watching(seconds, work)


def by_timer(seconds: float, work: Callable[[], Result]) -> Result:
    """The work with a timer of the system set; a timer and a handler that were there are put back."""
    done = False

    def ring(*_: Any) -> None:
        if not done:
            raise OutOfTime

    handler = signal.signal(signal.SIGVTALRM, ring)
    timer = signal.getitimer(signal.ITIMER_VIRTUAL)
    try:
        signal.setitimer(signal.ITIMER_VIRTUAL, seconds, AGAIN)
        return work()
    finally:
        # A ring that comes late is not heard: the work is done.
        done = True
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, handler)
        signal.setitimer(signal.ITIMER_VIRTUAL, *timer)


def by_watching(seconds: float, work: Callable[[], Result]) -> Result:
    """The work with a second thread that throws `OutOfTime` into this one, once, when it is late."""
    worker = threading.get_ident()
    deadline = time.process_time() + seconds
    done = threading.Event()
    turn = threading.Lock()
    rung = False

    def watch() -> None:
        nonlocal rung
        while not done.wait(max(deadline - time.process_time(), 0.01)):
            with turn:
                if not done.is_set() and time.process_time() >= deadline:
                    rung = True
                    throw(worker, OutOfTime)
                    return

    def stop() -> None:
        with turn:
            done.set()
            if rung:
                throw(worker, None)

    try:
        try:
            threading.Thread(target=watch, name="time limit", daemon=True).start()
            result = work()
        finally:
            stop()
    except OutOfTime:
        # It may have come in the middle of stopping.
        stop()
        raise
    if rung:
        raise OutOfTime
    return result


def throw(thread: int, kind: type[BaseException] | None) -> None:
    """Have a thread raise an exception at its next step, or take back one on its way to it."""
    import ctypes

    if hasattr(ctypes, "pythonapi"):
        ctypes.pythonapi.PyThreadState_SetAsyncExc(
            ctypes.c_ulong(thread), ctypes.py_object(kind) if kind else None
        )
