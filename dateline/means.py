# SPDX-License-Identifier: MIT
"""With what a site is checked and built: where results are kept, who works, who watches."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass

from dateline.engine import engine
from dateline.progress import Nobody, Watch
from dateline.store import Store
from dateline.workers import Workers, open_workers


@dataclass(frozen=True, slots=True)
class Means:
    """A store, workers and somebody who watches.

    `spare` says whether the site before a large one stays beside it, for the next build to start from.
    """

    store: Store
    workers: Workers
    watch: Watch
    spare: bool = False


@contextmanager
def alone() -> Iterator[Means]:
    """A store for this run alone, this process, and nobody who watches."""
    with closing(Store(None, engine())) as store, open_workers(jobs=1) as workers:
        yield Means(store, workers, Nobody())
