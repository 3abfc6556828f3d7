"""A signal is heard between two steps of a loop, whatever the step in which it came does with it."""

import asyncio
import signal
from collections.abc import Iterator
from contextlib import suppress

import pytest

from dateline.serve.stopping import between_steps


@pytest.fixture
def loop() -> Iterator[asyncio.AbstractEventLoop]:
    made = asyncio.new_event_loop()
    yield made
    made.close()


def deaf(number: int) -> None:
    """A step that keeps to itself what is raised in it."""
    with suppress(BaseException):
        signal.raise_signal(number)


def test_ctrl_c_stops_a_loop_whose_steps_are_deaf(loop: asyncio.AbstractEventLoop) -> None:
    loop.call_soon(deaf, signal.SIGINT)
    loop.call_later(5, loop.stop)

    with pytest.raises(KeyboardInterrupt), between_steps(loop):
        loop.run_forever()


def test_a_request_to_end_is_heard_again_after_the_loop(loop: asyncio.AbstractEventLoop) -> None:
    heard = []
    before = signal.signal(signal.SIGTERM, lambda *_: heard.append("once"))
    try:
        loop.call_soon(deaf, signal.SIGTERM)
        loop.call_later(5, loop.stop)
        with between_steps(loop), suppress(KeyboardInterrupt):
            loop.run_forever()
        assert heard == ["once"]
    finally:
        signal.signal(signal.SIGTERM, before)


def test_afterwards_signals_do_what_they_did(loop: asyncio.AbstractEventLoop) -> None:
    before = [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)]
    with between_steps(loop):
        assert signal.getsignal(signal.SIGINT) != before[0]

    assert [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)] == before
