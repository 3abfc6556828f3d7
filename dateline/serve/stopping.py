# SPDX-License-Identifier: MIT
"""Ctrl-C and a request to end stop a loop of events between two of its steps.

Python raises them wherever the program is. Within a step of a loop they may be lost: what a step raises can
end with the step.
"""

from __future__ import annotations

import signal
import sys
import threading
from asyncio import AbstractEventLoop
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def between_steps(loop: AbstractEventLoop) -> Iterator[None]:
    """Have both raise KeyboardInterrupt out of the loop; a request to end is then heard again, as usual."""
    if threading.current_thread() is not threading.main_thread() or sys.platform == "win32":
        yield  # signals come elsewhere, or not by way of a loop
        return
    asked: list[int] = []

    def stop(number: int) -> None:
        asked.append(number)
        raise KeyboardInterrupt

    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    for number in before:
        loop.add_signal_handler(number, stop, number)
    try:
        yield
    finally:
        for number, handler in before.items():
            loop.remove_signal_handler(number)
            signal.signal(number, handler)
    if signal.SIGTERM in asked:
        signal.raise_signal(signal.SIGTERM)
