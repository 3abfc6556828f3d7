# SPDX-License-Identifier: MIT
"""Work that Ctrl-C and a request to end wait for, because half of it would be litter."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from types import FrameType

ENDING = (signal.SIGINT, signal.SIGTERM)

Heard = Callable[[], AbstractContextManager[None]]


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
