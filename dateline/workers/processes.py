# SPDX-License-Identifier: MIT
"""Processes of this machine that work for as long as the one that started them wants results.

Each worker holds the reading end of one pipe, its lifeline, whose writing end only the parent keeps.
When something can be read there, the parent is done or dead, however it died: a worker then skips
what is left of its items, and ends by force when the item in hand takes too long.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from concurrent.futures import wait as wait_for
from contextlib import AbstractContextManager, ExitStack, contextmanager
from functools import partial
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.connection import Connection, wait
from typing import Any
from weakref import WeakSet

from dateline.ending import undisturbed
from dateline.unused import give_back
from dateline.workers.failure import WorkersError

GRACE = 1.0  # seconds for the item in hand
SHIFT = 12_000
"""So many events a process looks at, on average, before another takes its place."""

Submit = Callable[[Sequence[Any]], Future[list[Any]]]

_given: dict[str, Any] = {}
_over = threading.Event()


@contextmanager
def pool(
    work: Callable[[Any, Any], Any],
    shared: Any,
    jobs: int,
    method: str | None = None,
    *,
    looks: Callable[[Any], int] | None = None,
) -> Iterator[Submit]:
    """A function that gives items to one of `jobs` processes; at the end no process stays behind.

    A fork has the memory of its parent without a copy, but makes one of whatever it looks at, because
    Python counts references there. So where `looks` says how much of it an item looks at, all processes
    go from time to time, and others come.
    """
    method = method or start_method()
    begin = partial(crew, work, shared, jobs, method)
    with ExitStack() as on_duty:
        if looks and method == "fork":
            yield in_shifts(begin, on_duty, looks, SHIFT * jobs)
        else:
            yield on_duty.enter_context(begin())


def in_shifts(
    begin: Callable[[], AbstractContextManager[Submit]],
    on_duty: ExitStack,
    looks: Callable[[Any], int],
    most: int,
) -> Submit:
    """A function that gives items to a crew, and to another one when that has looked at so much."""
    given: WeakSet[Future[list[Any]]] = WeakSet()
    looked = most
    give: Submit

    def submit(items: Sequence[Any]) -> Future[list[Any]]:
        nonlocal looked, give
        if looked >= most:
            wait_for(given)
            on_duty.close()
            looked = 0
            give = on_duty.enter_context(begin())
        looked += sum(map(looks, items))
        future = give(items)
        given.add(future)
        return future

    return submit


@contextmanager
def crew(work: Callable[[Any, Any], Any], shared: Any, jobs: int, method: str) -> Iterator[Submit]:
    """The same with processes that stay to the end."""
    give_back()  # a fork would keep it, too
    context = get_context(method)
    lifeline, end = context.Pipe(duplex=False)
    executor = ProcessPoolExecutor(
        jobs, mp_context=context, initializer=_begin, initargs=(work, shared, lifeline, end)
    )
    try:
        with undisturbed():  # a process that is being made would do what this one does about Ctrl-C
            executor.submit(_ready)
        yield lambda items: executor.submit(_run, items)
    except BrokenExecutor as error:
        raise WorkersError(
            "a worker process died; a machine that runs out of memory ends processes so",
            f"Try fewer at once: --jobs {max(1, jobs // 2)}.",
        ) from error
    finally:
        with undisturbed():  # else a process would stay behind for the rest of its grace
            end.send_bytes(b"")
            executor.shutdown(cancel_futures=True)
            end.close()
            lifeline.close()


def start_method() -> str:
    """Fork where it is safe, so that workers have what is shared without a copy; else spawn.

    A fork copies only the thread that asks for it, and a lock that another one held stays locked.
    On macOS the system's own libraries have such threads.
    """
    is_safe = sys.platform != "darwin" and threading.active_count() == 1
    return "fork" if is_safe and "fork" in get_all_start_methods() else "spawn"


def _begin(work: Callable[[Any, Any], Any], shared: Any, lifeline: Connection, end: Connection) -> None:
    """Make this new process a worker."""
    gc.freeze()  # the collector would touch, and so copy, every page that is shared with the parent
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears Ctrl-C too, and says when to end
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    end.close()
    _given.update(work=work, shared=shared)
    threading.Thread(target=_hold, args=(lifeline,), daemon=True).start()


def _ready() -> None:
    """Do nothing: the first work that there is starts the processes."""


def _hold(lifeline: Connection) -> None:
    """Wait for the end, give the item in hand some time, and end."""
    wait([lifeline])
    _over.set()
    time.sleep(GRACE)
    os._exit(1)


def _run(items: Sequence[Any]) -> list[Any]:
    """The results of the items, or of those that somebody still waits for."""
    work, shared = _given["work"], _given["shared"]
    results = []
    for item in items:
        if _over.is_set():
            break
        results.append(work(shared, item))
    return results
