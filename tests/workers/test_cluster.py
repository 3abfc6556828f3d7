"""A cluster of this machine does the work as this process would, or says why it cannot."""

import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from distributed import LocalCluster

from dateline.workers import Workers, WorkersError, cluster, open_workers
from tests.test_workers import BAD, MANY, Travelled, arrivals, die, process, refuse, times


@contextmanager
def cluster_of(workers: int, *, threads: int = 1) -> Iterator[str]:
    """The address of the scheduler of a cluster on this machine."""
    with LocalCluster(
        n_workers=workers, processes=True, threads_per_worker=threads, dashboard_address=":0"
    ) as made:
        yield made.scheduler_address


@pytest.fixture(scope="module")
def scheduler() -> Iterator[str]:
    with cluster_of(2) as address:
        yield address


def test_a_cluster_gives_the_same_results_in_the_same_order(scheduler: str) -> None:
    items = range(1001)
    with open_workers(executor="dask", scheduler=scheduler) as workers:
        assert workers.jobs == 2
        assert list(workers.each(times, 3, items)) == list(Workers(1).each(times, 3, items))
        assert os.getpid() not in set(workers.each(process, None, items))


def test_what_is_shared_does_not_travel_with_each_batch(scheduler: str) -> None:
    shared = Travelled()
    with open_workers(executor="dask", scheduler=scheduler) as workers:
        seen = set(workers.each(arrivals, shared, MANY))

    assert shared.packed == 1
    # A worker that has work before its copy came fetches one, and then has two; no batch brings a third.
    assert {unpacked for _, unpacked in seen} <= {1, 2}


def test_a_list_that_is_shared_stays_whole_on_a_cluster(scheduler: str) -> None:
    with open_workers(executor="dask", scheduler=scheduler) as workers:
        assert list(workers.each(list.__getitem__, list(MANY), MANY)) == list(MANY)


def test_a_cluster_passes_errors_on(scheduler: str) -> None:
    with (
        open_workers(executor="dask", scheduler=scheduler) as workers,
        pytest.raises(LookupError, match=str(BAD)),
    ):
        list(workers.each(refuse, None, MANY))


def test_a_cluster_that_loses_what_is_shared_is_an_error() -> None:
    with (
        cluster_of(1) as address,
        open_workers(executor="dask", scheduler=address) as workers,
        pytest.raises(WorkersError, match="the cluster lost the work"),
    ):
        list(workers.each(die, None, MANY))


def test_a_cluster_without_workers_is_refused() -> None:
    with cluster_of(0) as address, pytest.raises(WorkersError, match="no workers"):
        open_workers(executor="dask", scheduler=address)


def test_a_cluster_whose_workers_have_threads_is_refused() -> None:
    with cluster_of(1, threads=2) as address, pytest.raises(WorkersError, match="several threads"):
        open_workers(executor="dask", scheduler=address)


def test_a_worker_with_another_dateline_is_refused(scheduler: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "__version__", "0.0.0")  # here and in the scheduler, which is a thread

    with pytest.raises(WorkersError, match=r"the worker at tcp.* does not have dateline 0\.0\.0"):
        open_workers(executor="dask", scheduler=scheduler)


def test_a_scheduler_without_dateline_is_refused(scheduler: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> str:
        raise ModuleNotFoundError("no dateline")

    monkeypatch.setattr(cluster, "_version", missing)

    with pytest.raises(WorkersError, match=r"the scheduler does not have dateline .*: no dateline"):
        open_workers(executor="dask", scheduler=scheduler)


@pytest.mark.parametrize("address", ["nowhere", "tls://127.0.0.1:1", "http://127.0.0.1:8787/status"])
def test_what_is_no_address_of_a_scheduler_is_said(address: str) -> None:
    with pytest.raises(WorkersError, match=f"no dask scheduler .* '{address}'"):
        open_workers(executor="dask", scheduler=address)


def test_a_server_of_another_kind_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "SECONDS", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as mute:
        address = f"tcp://127.0.0.1:{mute.getsockname()[1]}"
        with pytest.raises(WorkersError, match=f"no dask scheduler .* '{address}'"):
            open_workers(executor="dask", scheduler=address)
