"""Work is spread without changing its results: their order, its errors, and what is left behind."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from functools import partial
from multiprocessing import active_children
from pathlib import Path
from typing import Any

import pytest

from dateline.workers import FEWEST, LARGEST_LOOK, Workers, WorkersError, cut, open_workers, processes

ROOT = Path(__file__).parent.parent
MANY = range(2 * FEWEST)
BAD = MANY[-50]


def times(factor: int, item: int) -> int:
    return factor * item


def process(_: None, _item: int) -> int:
    return os.getpid()


def refuse(_: None, item: int) -> int:
    if item >= BAD:
        raise LookupError(item)
    return item


def die(_: None, item: int) -> int:
    if item == BAD:
        os.kill(os.getpid(), signal.SIGKILL)
    return item


def hang(_: None, item: int) -> int:
    if item == BAD:
        time.sleep(600)
    return item


def handlers(_: None, _item: int) -> tuple[Any, Any]:
    return signal.getsignal(signal.SIGINT), signal.getsignal(signal.SIGTERM)


class Travelled:
    """Counts on the way: how often it was packed here, and how often unpacked in this process."""

    unpacked = 0

    def __init__(self) -> None:
        self.packed = 0

    def __reduce__(self) -> tuple[Callable[[], "Travelled"], tuple[()]]:
        self.packed += 1
        return arrive, ()


def arrive() -> Travelled:
    Travelled.unpacked += 1
    return Travelled()


def arrivals(_: Travelled, _item: int) -> tuple[int, int]:
    return os.getpid(), Travelled.unpacked


def spawning(jobs: int = 2) -> Workers:
    """Workers that start anew, whatever threads the test runner has."""
    return Workers(jobs, partial(processes.pool, method="spawn"))


def is_gone(pid: int) -> bool:
    """Whether a process has ended, for which it is given a while."""
    for _ in range(200):
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False


def test_every_usable_cpu_works_unless_told() -> None:
    assert open_workers().jobs == len(os.sched_getaffinity(0))
    assert open_workers(3).jobs == 3


@pytest.mark.parametrize(
    ("jobs", "items"), [(1, MANY), (2, MANY[: FEWEST - 1])], ids=["one worker", "few items"]
)
def test_little_work_is_done_here_and_only_when_asked_for(jobs: int, items: range) -> None:
    done: list[int] = []

    def note(shared: list[int], item: int) -> int:
        shared.append(item)
        return os.getpid()

    with open_workers(jobs) as workers:
        results = workers.each(note, done, items)
        before = list(done)

        assert next(results) == os.getpid()
    assert before == []
    assert done == [0]


def test_how_many_items_are_few_depends_on_their_cost() -> None:
    with spawning() as workers:
        assert os.getpid() not in set(workers.each(process, None, MANY[:2], fewest=2))


@pytest.mark.parametrize("count", [0, 1, FEWEST, 1001])
def test_results_come_in_the_order_of_the_items(count: int) -> None:
    with spawning() as workers:
        assert list(workers.each(times, 3, range(count))) == [3 * item for item in range(count)]


def test_as_many_processes_work_as_were_asked_for() -> None:
    with spawning(3) as workers:
        pids = set(workers.each(process, None, MANY))

    assert os.getpid() not in pids
    assert len(pids) <= 3
    assert all(is_gone(pid) for pid in pids)


def test_what_is_shared_is_packed_once_for_each_spawned_worker() -> None:
    shared = Travelled()
    with spawning() as workers:
        seen = set(workers.each(arrivals, shared, MANY))

    assert 1 <= shared.packed <= 2
    assert {unpacked for _, unpacked in seen} == {1}
    assert len(seen) <= shared.packed


def script(text: str) -> "subprocess.Popen[str]":
    """A program with one thread, which a test runner need not be."""
    words = "import os, sys, time\nfrom dateline.workers import *\nfrom tests.test_workers import *\n"
    return subprocess.Popen(
        [sys.executable, "-c", words + text],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def said(text: str) -> list[str]:
    """What a program prints, which has nothing to complain about."""
    out, complaints = script(text).communicate(timeout=60)
    assert complaints == ""
    return out.split()


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS forks nothing safely")
def test_what_is_shared_is_not_packed_for_a_fork() -> None:
    text = """
shared = Travelled()
with open_workers(2) as workers:
    seen = set(workers.each(arrivals, shared, MANY))
print(processes.start_method(), shared.packed, *{unpacked for _, unpacked in seen}, os.getpid() in dict(seen))
"""

    assert said(text) == ["fork", "0", "0", "False"]


def test_a_process_with_threads_does_not_fork() -> None:
    text = """
import threading
over = threading.Event()
threading.Thread(target=over.wait).start()
print(processes.start_method())
over.set()
"""

    assert said(text) == ["spawn"]


def test_where_much_is_looked_at_one_crew_follows_another() -> None:
    text = """
share = processes.SHIFT // 100  # of 400 items a crew of two gets a half
with open_workers(2) as workers:
    stay = list(workers.each(process, None, MANY))
    results = list(workers.each(process, None, MANY, looks=lambda _item: share))
    order = list(workers.each(times, 3, MANY, looks=lambda _item: share))
print(len(set(stay)) <= 2, len(set(results)) <= 6, set(results[:100]) & set(results[-100:]))
print(order == [3 * item for item in MANY], all(is_gone(pid) for pid in results))
"""

    assert said(text) == ["True", "True", "set()", "True", "True"]


class Desk:
    """A pool of one that works at once and counts how many items it was given."""

    def __init__(self) -> None:
        self.given = 0
        self.largest = 0

    @contextmanager
    def pool(
        self,
        work: Callable[[Any, Any], Any],
        shared: Any,
        _jobs: int,
        *,
        looks: object,  # noqa: ARG002
    ) -> Iterator[Callable[[Sequence[Any]], "Future[list[Any]]"]]:
        def submit(items: Sequence[Any]) -> "Future[list[Any]]":
            self.given += len(items)
            self.largest = max(self.largest, len(items))
            future: Future[list[Any]] = Future()
            future.set_result([work(shared, item) for item in items])
            return future

        yield submit


def test_a_chunk_looks_at_no_more_than_it_should() -> None:
    looks = [1, 1, LARGEST_LOOK - 2, 1, 2 * LARGEST_LOOK, 1, 1, 1, 1]

    assert list(cut(range(9), 4, looks.__getitem__)) == [range(3), range(3, 4), range(4, 5), range(5, 9)]
    assert list(cut(range(9), 4, None)) == [range(4), range(4, 8), range(8, 9)]
    assert list(cut(range(8), 4, None)) == [range(4), range(4, 8)]


@pytest.mark.parametrize("count", [1000, 100_000])
def test_only_so_many_items_are_given_out_before_their_results_are_taken(count: int) -> None:
    desk = Desk()
    furthest = 0
    for taken, _ in enumerate(Workers(2, desk.pool).each(times, 2, range(count))):
        furthest = max(furthest, desk.given - taken)

    assert desk.given == count
    assert 1 < desk.largest <= 100
    assert furthest <= 2 * 4 * desk.largest


def test_the_first_error_in_the_order_of_the_items_is_raised_with_the_place_in_the_work() -> None:
    with spawning() as workers, pytest.raises(LookupError) as raised:
        list(workers.each(refuse, None, MANY))

    assert raised.value.args == (BAD,)
    assert "in refuse" in str(raised.value.__cause__)
    assert active_children() == []


def test_a_worker_that_is_killed_is_an_error_with_advice() -> None:
    with spawning() as workers, pytest.raises(WorkersError, match="a worker process died") as raised:
        list(workers.each(die, None, MANY))

    assert raised.value.hint == "Try fewer at once: --jobs 1."
    assert active_children() == []


def test_who_stops_early_leaves_no_process_behind() -> None:
    with spawning() as workers:
        results = workers.each(process, None, MANY)
        pid = next(results)
        assert not results.close()  # type: ignore[attr-defined]  # each spreads from a generator

    assert active_children() == []
    assert is_gone(pid)


def test_an_item_without_end_is_given_up_with_the_rest() -> None:
    def interrupt(_number: int, _frame: object) -> None:
        raise InterruptedError

    previous = signal.signal(signal.SIGALRM, interrupt)
    signal.setitimer(signal.ITIMER_REAL, 1)
    try:
        with spawning() as workers, pytest.raises(InterruptedError):
            list(workers.each(hang, None, [BAD] * 8, fewest=1))
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, previous)

    assert active_children() == []


def test_workers_leave_signals_to_the_one_who_started_them() -> None:
    text = """
import signal
signal.signal(signal.SIGTERM, lambda *_: print("mine"))
with open_workers(2) as workers:
    print(*{int(one) for pair in workers.each(handlers, None, MANY) for one in pair})
"""

    assert said(text) == [str(int(signal.SIG_DFL)), str(int(signal.SIG_IGN))]


WORKING = """
with open_workers(2) as workers:
    results = workers.each(process, None, MANY)
    print(*{next(results) for _ in MANY[:100]}, flush=True)
    list(workers.each(hang, None, [BAD] * 8, fewest=1))
"""


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGKILL])
def test_workers_end_with_the_one_who_started_them(number: signal.Signals) -> None:
    program = script(WORKING)
    assert program.stdout is not None
    pids = [int(pid) for pid in program.stdout.readline().split()]
    time.sleep(0.2)  # until the second lot of workers hangs, too
    group = os.getpgid(program.pid)

    os.kill(program.pid, number)
    program.communicate(timeout=60)

    assert pids
    assert all(is_gone(pid) for pid in pids)
    assert is_gone(-group)


def test_a_cluster_needs_the_address_of_a_scheduler() -> None:
    with pytest.raises(WorkersError, match="no scheduler is named"):
        open_workers(executor="dask")
