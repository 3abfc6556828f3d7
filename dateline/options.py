# SPDX-License-Identifier: MIT
"""What a run was asked for, and what that opens: the cache of the site and the workers."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from dateline.engine import engine
from dateline.means import Means
from dateline.progress import Watch
from dateline.store import Store
from dateline.workers import open_workers

CACHE = Path(".cache", "dateline")


@dataclass(frozen=True, slots=True)
class Options:
    """What was asked for. `cache` False keeps nothing and uses nothing that was kept."""

    source: Path
    output: Path
    base_url: str | None = None
    drafts: bool = False
    cache: bool = True
    jobs: int = 0
    executor: str = "processes"
    scheduler: str | None = None


def asked(options: Options) -> list[object]:
    """What a build depends on besides files."""
    return [str(options.source.resolve()), str(options.output.resolve()), options.base_url, options.drafts]


@contextmanager
def opened(options: Options) -> Iterator[Store]:
    """The cache of a site, or one for this run alone."""
    store = Store(options.source / CACHE if options.cache else None, engine())
    try:
        yield store
    finally:
        store.close()


@contextmanager
def means(options: Options, store: Store, watch: Watch) -> Iterator[Means]:
    """With what a site is checked and built."""
    with open_workers(options.jobs, options.executor, options.scheduler) as workers:
        yield Means(store, workers, watch, spare=options.cache)
