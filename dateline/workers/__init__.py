# SPDX-License-Identifier: MIT
"""One function over many items, here, in several processes or on several machines, with results in order.

Work is a function of what all items share and of one item. It must be found by name in a module,
because other processes look it up there, and should return little, because results travel. On a
cluster an item may be worked on twice, when a machine is lost in between.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from typing import Any, Protocol, Self, TypeVar

from dateline.workers.failure import WorkersError

__all__ = ["FEWEST", "Workers", "WorkersError", "open_workers"]

Shared = TypeVar("Shared")
Item = TypeVar("Item")
Result = TypeVar("Result")
Work = Callable[[Shared, Item], Result]

# Below this many items of a millisecond or two, starting processes takes longer than the work.
FEWEST = 200
LARGEST_LOOK = 4_000
"""So many events the items of a chunk look at together, if there is more than one."""

LARGEST_CHUNK = 25  # processes that end together wait for the last of them
CHUNKS_EACH = 16  # a worker that meets slow items leaves the rest to the others
AHEAD = 4  # chunks for each worker that are given out before the first is back


class Chunk(Protocol):
    """The results of some items, which `result` waits for."""

    def result(self) -> list[Any]:
        """The results, or what the work raised."""
        ...


Submit = Callable[[Sequence[Any]], Chunk]
Pool = Callable[..., AbstractContextManager[Submit]]
"""Takes the work, what is shared, how many are to work, and `looks` or None."""


class Workers:
    """Those who work, `jobs` at once; without a pool, this process alone."""

    def __init__(self, jobs: int, pool: Pool | None = None, close: Callable[[], None] | None = None) -> None:
        self.jobs = jobs
        self._pool = pool
        self._close = close

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._close is not None:
            self._close()

    def each(
        self,
        work: Work[Shared, Item, Result],
        shared: Shared,
        items: Sequence[Item],
        fewest: int = FEWEST,
        *,
        looks: Callable[[Item], int] | None = None,
    ) -> Iterator[Result]:
        """The results in the order of the items; `shared` reaches each worker once.

        Where that is large, `looks` says how many events of it the work for an item looks at.

        What `work` raises for an item is raised here, and the items after it are given up. Fewer items
        than `fewest` are worked on in this process, each when its result is asked for.
        """
        if self._pool is None or len(items) < fewest:
            return (work(shared, item) for item in items)
        size = max(1, min(LARGEST_CHUNK, len(items) // (self.jobs * CHUNKS_EACH)))
        pool = self._pool(work, shared, min(self.jobs, len(items)), looks=looks)
        return self._spread(pool, cut(items, size, looks))

    def _spread(self, pool: AbstractContextManager[Submit], chunks: Iterable[Sequence[Any]]) -> Iterator[Any]:
        """The results from a pool, which holds only so many at once, however many there are."""
        ahead: deque[Chunk] = deque()
        with pool as submit:
            for chunk in chunks:
                ahead.append(submit(chunk))
                if len(ahead) == AHEAD * self.jobs:
                    yield from ahead.popleft().result()
            while ahead:
                yield from ahead.popleft().result()


def cut(items: Sequence[Item], size: int, looks: Callable[[Item], int] | None) -> Iterator[Sequence[Item]]:
    """The items in chunks of at most this size, each of which looks at no more than it should if it can."""
    start = looked = 0
    for end in range(len(items)):
        looked += looks(items[end]) if looks else 0
        if end > start and (end - start == size or looked > LARGEST_LOOK):
            yield items[start:end]
            start, looked = end, looks(items[end]) if looks else 0
    yield items[start:]


def open_workers(jobs: int = 0, executor: str = "processes", scheduler: str | None = None) -> Workers:
    """Workers of this machine (`processes`) or of a cluster (`dask`); as many as there are, unless told."""
    if executor == "dask":
        if scheduler is None:
            raise WorkersError("no scheduler is named", "Say where it listens: --scheduler tcp://HOST:8786.")
        from dateline.workers.cluster import Cluster

        cluster = Cluster(scheduler)
        return Workers(jobs or cluster.size, cluster.pool, cluster.close)
    jobs = jobs or _usable_cpus()
    if jobs == 1:
        return Workers(1)
    from dateline.workers.processes import pool

    return Workers(jobs, pool)


def _usable_cpus() -> int:
    """How many CPUs this process may use, which may be fewer than there are."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
