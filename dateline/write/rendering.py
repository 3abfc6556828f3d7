# SPDX-License-Identifier: MIT
"""Rendering outputs and writing their files, by workers where there are some.

A worker renders an output and writes its file itself; what comes back is a digest and a state. So
the bytes of a site never travel from one process to another.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple, Protocol, TypeVar

from dateline.output import Output
from dateline.states import State
from dateline.workers import FEWEST
from dateline.write.lasting import create
from dateline.write.published import digest_of

Shared = TypeVar("Shared")
Item = TypeVar("Item")
Result = TypeVar("Result")
Progress = Callable[[int, int], None]
Ready = Callable[[Iterable[Output]], None]

MANY = 50_000
"""The events behind so many outputs take more memory than a copy for each worker may."""

ON_A_PAGE = 3
"""So many events a page looks at, for which nothing else is said."""

LIKE_A_PAGE = 100
"""So many events in a file are as much work as a page."""


class Workers(Protocol):
    """Those who do the same work for many items, in this process or in others."""

    def each(
        self,
        work: Callable[[Shared, Item], Result],
        shared: Shared,
        items: Sequence[Item],
        fewest: int = FEWEST,
        *,
        looks: Callable[[Item], int] | None = None,
    ) -> Iterator[Result]:
        """The results in the order of the items; `shared` goes to each worker once.

        Where that is large, `looks` says how many events of it the work for an item looks at.

        An exception of `work` is raised here. When the iterator is closed, no work goes on.
        """


class Stale(NamedTuple):
    """An output to be rendered, and the digest of its published file where that is intact."""

    output: Output
    published: str | None


@dataclass(frozen=True, slots=True)
class Work:
    """What all workers share: the folder of the new site, and all that is to be rendered for it.

    The first so many are made `here`, before there are workers: they look at events here and there, and
    each worker would have a copy of nearly all.
    """

    folder: str
    stale: list[Stale]
    here: int = 0


class Made(NamedTuple):
    """What became of an output: its digest, and the state of its file unless the published one is equal."""

    digest: str
    state: State | None


class NotWritten(NamedTuple):
    """What the system refused, and the bytes that would have been written."""

    error: OSError
    size: int


def render_all(
    work: Work, workers: Workers | None, told: Progress | None, ready: Ready | None = None
) -> Generator[Made | NotWritten]:
    """Render each output in order; nobody is at work any more when this is over, however it ends."""
    with closing(each(work, workers, ready)) as results:
        for done, result in enumerate(results, 1):
            yield result
            if told is not None:
                told(done, len(work.stale))


def each(work: Work, workers: Workers | None, ready: Ready | None) -> Generator[Made | NotWritten]:
    """The results in order."""
    here = len(work.stale) if workers is None else work.here
    yield from (render_one(work, number) for number in range(here))
    if workers is not None:
        rest = range(here, len(work.stale))
        looked_at = [ON_A_PAGE + work.stale[number].output.events for number in rest]
        is_much = sum(1 + events // LIKE_A_PAGE for events in looked_at) >= FEWEST
        if is_much and ready is not None:
            ready(work.stale[number].output for number in rest)
        looks = (lambda number: looked_at[number - here]) if len(rest) >= MANY else None
        spread = partial(workers.each, fewest=1) if is_much else workers.each
        yield from spread(render_one, work, rest, looks=looks)


def render_one(work: Work, number: int) -> Made | NotWritten:
    """Render one output, and write its file unless the published one has the same bytes."""
    output, published = work.stale[number]
    data = output.render()
    digest = digest_of(data)
    if digest == published:
        return Made(digest, None)
    try:
        return Made(digest, create(f"{work.folder}/{output.path}", data))
    except OSError as error:  # told apart here from one that `render` raises
        return NotWritten(error, len(data))
