# SPDX-License-Identifier: MIT
"""Rendering outputs and writing their files, by workers where there are some.

A worker renders an output and writes its file itself; what comes back is a digest and a state. So
the bytes of a site never travel from one process to another.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol, TypeVar

from dateline.output import Output
from dateline.states import State
from dateline.write.lasting import create
from dateline.write.published import digest_of

Shared = TypeVar("Shared")
Item = TypeVar("Item")
Result = TypeVar("Result")
Progress = Callable[[int, int], None]


class Workers(Protocol):
    """Those who do the same work for many items, in this process or in others."""

    def each(
        self, work: Callable[[Shared, Item], Result], shared: Shared, items: Sequence[Item]
    ) -> Iterator[Result]:
        """The results in the order of the items; `shared` goes to each worker once.

        An exception of `work` is raised here. When the iterator is closed, no work goes on.
        """


class Stale(NamedTuple):
    """An output to be rendered, and the digest of its published file where that is intact."""

    output: Output
    published: str | None


@dataclass(frozen=True, slots=True)
class Work:
    """What all workers share: the folder of the new site, and all that is to be rendered for it."""

    folder: str
    stale: Sequence[Stale]


class Made(NamedTuple):
    """What became of an output: its digest, and the state of its file unless the published one is equal."""

    digest: str
    state: State | None


class NotWritten(NamedTuple):
    """What the system refused, and the bytes that would have been written."""

    error: OSError
    size: int


def render_all(work: Work, workers: Workers | None, told: Progress | None) -> Generator[Made | NotWritten]:
    """Render each output in order; nobody is at work any more when this is over, however it ends."""
    numbers = range(len(work.stale))
    results: Iterator[Made | NotWritten] = (render_one(work, number) for number in numbers)
    if workers is not None:
        results = workers.each(render_one, work, numbers)
    try:
        for done, result in enumerate(results, 1):
            yield result
            if told is not None:
                told(done, len(numbers))
    finally:
        if isinstance(results, Generator):
            results.close()


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
