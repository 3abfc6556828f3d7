# SPDX-License-Identifier: MIT
"""What a run was asked for, and what that opens: the cache of the site and the workers."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from dateline import pagefind
from dateline.engine import engine
from dateline.means import Means
from dateline.progress import Watch
from dateline.store import Store
from dateline.workers import open_workers

CACHE = Path(".cache", "dateline")


@dataclass(frozen=True, slots=True)
class Options:
    """What was asked for. `cache` False keeps nothing and uses nothing that was kept.

    `search` overrules what site.yaml says of it. `index` says what becomes of the index that is
    searched: it is made where the events changed, the last one is kept, or there is none.
    """

    source: Path
    output: Path
    base_url: str | None = None
    drafts: bool = False
    cache: bool = True
    jobs: int = 0
    executor: str = "processes"
    scheduler: str | None = None
    search: bool | None = None
    index: Literal["make", "keep", "none"] = "none"


def asked(options: Options) -> list[object]:
    """What a build depends on besides files."""
    where = [str(options.source.resolve()), str(options.output.resolve())]
    by = pagefind.version() if options.index == "make" else []
    return [*where, options.base_url, options.drafts, options.search, options.index, by]


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
