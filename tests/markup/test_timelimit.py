# SPDX-License-Identifier: MIT
"""Work that takes too long is ended, in every thread, and leaves nothing behind."""

from __future__ import annotations

import re
import signal
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from typing import Any, TypeVar

import pytest

from dateline import markup
from dateline.codes import text as codes
from dateline.markup import Rendered, from_plain_data, plain, render, to_plain_data
from dateline.markup.syntax import Reader
from dateline.markup.timelimit import OutOfTime, by_timer, by_watching, within

Result = TypeVar("Result")

SHORT = 0.05
# A limit that does not work makes a test fail, not hang.
FAR_TOO_LONG = 20.0

needs_timer = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="the system has no such timers")
ways = pytest.mark.parametrize("way", [pytest.param(by_timer, marks=needs_timer), by_watching])


def busy() -> str:
    """Work for a long time, with Python's own statements."""
    end = time.process_time() + FAR_TOO_LONG
    while time.process_time() < end:
        sum(range(100))
    return "done"


def here(work: Callable[[], Result]) -> Result:
    """Do it in the main thread."""
    return work()


def elsewhere(work: Callable[[], Result]) -> Result:
    """Do it in another thread."""
    with ThreadPoolExecutor(1) as threads:
        return threads.submit(work).result()


both_threads = pytest.mark.parametrize("in_thread", [here, elsewhere])


@contextmanager
def own_timer() -> Iterator[list[int]]:
    """Somebody's timer of the kind that `by_timer` uses; what it rang is in the list."""
    rung: list[int] = []

    def ring(number: int, _: Any) -> None:
        rung.append(number)

    before = signal.signal(signal.SIGVTALRM, ring)
    signal.setitimer(signal.ITIMER_VIRTUAL, 100, 50)
    try:
        yield rung
        assert signal.getsignal(signal.SIGVTALRM) is ring
        left, interval = signal.getitimer(signal.ITIMER_VIRTUAL)
        assert (left, interval) == pytest.approx((100, 50), abs=5)
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


@ways
def test_quick_work_gives_its_result(way: Any) -> None:
    assert "done" == way(FAR_TOO_LONG, lambda: "done")


@ways
def test_slow_work_is_ended(way: Any) -> None:
    with pytest.raises(OutOfTime):
        way(SHORT, busy)


@both_threads
def test_work_is_ended_in_every_thread(in_thread: Any) -> None:
    with pytest.raises(OutOfTime):
        in_thread(lambda: within(SHORT, busy))


@ways
def test_an_exception_of_the_work_comes_through(way: Any) -> None:
    with pytest.raises(ZeroDivisionError):
        way(FAR_TOO_LONG, lambda: 1 // 0)


@needs_timer
def test_a_lost_regular_expression_is_ended() -> None:
    with pytest.raises(OutOfTime):
        by_timer(SHORT, lambda: re.match("(a|b|ab)*c", "ab" * 30))


@needs_timer
@pytest.mark.parametrize("work", [str, busy, lambda: 1 // 0])
def test_timers_and_handlers_of_others_are_put_back(work: Any) -> None:
    with own_timer() as rung, suppress(OutOfTime, ZeroDivisionError):
        by_timer(SHORT, work)

    assert not rung


def swallowing() -> str:
    """Keep the first exception from ending the work, as `__del__` does, and go on."""
    with suppress(OutOfTime):
        busy()
    return "done"


def test_a_watcher_that_was_not_heard_still_counts() -> None:
    with pytest.raises(OutOfTime):
        by_watching(SHORT, swallowing)


@needs_timer
def test_a_timer_that_was_not_heard_rings_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.markup.timelimit.AGAIN", SHORT)
    with pytest.raises(OutOfTime):
        by_timer(SHORT, lambda: swallowing() and busy())


@ways
def test_nothing_comes_after_the_work_is_done(way: Any) -> None:
    """Work that ends long before, at about or long after the time when it is ended."""
    ended = 0
    for turn in range(60):
        end = time.process_time() + 0.002 * (turn % 20)
        try:
            way(0.01, lambda end=end: until(end))
        except OutOfTime:
            ended += 1
        # Whatever was still on its way would come here.
        until(time.process_time() + 0.002)

    assert 0 < ended < 60


def until(end: float) -> None:
    """Work up to a time."""
    while time.process_time() < end:
        pass


def test_no_watcher_stays() -> None:
    for _ in range(20):
        by_watching(FAR_TOO_LONG, str)
    waited = time.monotonic() + FAR_TOO_LONG
    while any(thread.name == "time limit" for thread in threading.enumerate()):
        assert time.monotonic() < waited
        time.sleep(0.01)


def slow_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let one of Markdown's steps take very long where a body asks for it."""
    quick = Reader.convert

    def convert(self: Any, text: str, rewriter: Any) -> str:
        made = quick(self, text, rewriter)
        if "slow" in text:
            self.md.inlinePatterns.deregister("links")
            busy()
        return made

    monkeypatch.setattr(Reader, "convert", convert)
    monkeypatch.setattr(markup, "MOST_SECONDS", SHORT)


@both_threads
def test_a_slow_body_yields_one_finding_and_the_next_is_fine(
    in_thread: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def three() -> list[Rendered]:
        return [
            render(text) for text in ("[a](https://e.org/)", "[slow](https://e.org/)", "[a](https://e.org/)")
        ]

    slow_once(monkeypatch)
    before, slow, after = in_thread(three)

    assert "" == slow.html
    assert [(0, 1, codes.BODY_TOO_SLOW)] == [(f.line0, f.column, f.code) for f in slow.findings]
    assert "more than 0.05 seconds" in slow.findings[0].message
    assert slow.timed_out
    assert before == after
    assert "<a " in after.html
    assert not after.timed_out


def test_a_slow_body_has_no_words_and_is_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    slow_once(monkeypatch)

    assert "" == plain("slow")
    assert from_plain_data(to_plain_data(render("slow"))) is None


def test_a_body_that_is_refused_for_what_it_says_may_be_kept() -> None:
    rendered = render("[" * 500)

    assert not rendered.timed_out
    assert rendered == from_plain_data(to_plain_data(rendered))
