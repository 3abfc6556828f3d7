# SPDX-License-Identifier: MIT
"""Workers of a dask cluster, on this machine or on others that see the same folders."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError
from contextlib import contextmanager
from functools import partial
from typing import Any
from weakref import WeakSet

from distributed import Client, Future, KilledWorker, Security
from distributed.comm import connect

from dateline import __version__
from dateline.workers.failure import WorkersError

SECONDS = 5  # for a scheduler to answer
START_WORKERS = "Start one for each CPU with `dask worker ADDRESS --nworkers -1 --nthreads 1`."


class Cluster:
    """The workers that a scheduler has when we come to it."""

    def __init__(self, scheduler: str) -> None:
        # First a bare connection: a Client that fails to start keeps its threads, and one that meets a
        # server of another kind waits for ever.
        try:
            asyncio.run(_reach(scheduler))
        except (MemoryError, OSError, TypeError, ValueError) as error:  # what dask makes of strange answers
            raise WorkersError(
                f"there is no dask scheduler to talk to at '{scheduler}'",
                "Start one with `dask scheduler`, and name the address that it prints.",
            ) from error
        self._client = Client(scheduler, timeout=SECONDS, set_as_default=False)
        try:
            self.size = self._checked_size()
        except BaseException:
            self.close()
            raise

    def _checked_size(self) -> int:
        """The number of workers, when all of them will make the same bytes as this process."""
        threads = self._client.nthreads()
        if not threads:
            raise WorkersError("the cluster has no workers", START_WORKERS)
        if max(threads.values()) > 1:  # a page is Python from end to end: threads would only share state
            raise WorkersError("a worker of the cluster runs several threads", START_WORKERS)
        for place, version in self._versions():
            if version != __version__:
                raise WorkersError(
                    f"{place} does not have dateline {__version__}, but: {version}",
                    "Install the same lock file on every machine, the scheduler's included.",
                )
        return len(threads)

    def _versions(self) -> Iterator[tuple[str, object]]:
        """Each place that has to unpack our work, with its version of dateline or why it has none."""
        try:
            yield "the scheduler", self._client.run_on_scheduler(_version)
        except (AttributeError, ImportError) as error:
            yield "the scheduler", error
        for worker, version in self._client.run(_version, on_error="return").items():
            yield f"the worker at {worker}", version

    @contextmanager
    def pool(
        self,
        work: Callable[[Any, Any], Any],
        shared: Any,
        _jobs: int,
        *,
        looks: Callable[[Any], int] | None = None,  # noqa: ARG002  # each has a copy of all from the start
    ) -> Iterator[Callable[[Sequence[Any]], Future[list[Any]]]]:
        """A function that gives items to the cluster; at the end, what nobody waits for is cancelled."""
        given: WeakSet[Future[list[Any]]] = WeakSet()

        def submit(items: Sequence[Any]) -> Future[list[Any]]:
            # Not through get_executor(): its futures never end when the cluster loses what is shared.
            future = self._client.submit(partial(_run, work, items), held, pure=False)
            given.add(future)
            return future

        try:
            [held] = self._client.scatter([shared], broadcast=True, hash=False)
            yield submit
        except (CancelledError, KilledWorker) as error:
            raise WorkersError(
                "the cluster lost the work: its scheduler is gone, or workers died over it",
                "What they printed says more; workers die mostly from want of memory.",
            ) from error
        finally:
            self._client.cancel(list(given))

    def close(self) -> None:
        """Leave the cluster; its workers stay."""
        self._client.close()


async def _reach(scheduler: str) -> None:
    """Connect, and hang up."""
    async with asyncio.timeout(SECONDS):
        comm = await connect(scheduler, **Security().get_connection_args("client"))
        await comm.close()


def _version() -> str:
    return __version__


def _run(work: Callable[[Any, Any], Any], items: Sequence[Any], shared: Any) -> list[Any]:
    return [work(shared, item) for item in items]
