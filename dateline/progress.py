# SPDX-License-Identifier: MIT
"""How far a build has come: a bar on a terminal when it takes long, and the time of each step.

click draws the bar, and redraws it only when it is told to: a thread of its own would keep a build from
forking its workers.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, field
from typing import Any, Protocol, TextIO

import click

WORDS = {
    "load": "Reading the site's own files",
    "read": "Reading events",
    "link": "Putting events in order",
    "rules": "Comparing events",
    "plan": "Planning pages",
    "pieces": "Writing events for the data files",
    "write": "Writing pages",
}
FEWEST = 500
"""So many things to do are worth a bar."""

REDRAW = 50
"""After so many things the bar is drawn again."""


class Watch(Protocol):
    """Somebody who is told how far a build has come."""

    def step(self, name: str) -> AbstractContextManager[None]:
        """A step begins, and ends with the context."""

    def progress(self, done: int, total: int) -> None:
        """So many of the things that a step works through are done."""


class Nobody:
    """Nobody is told."""

    def step(self, _name: str) -> AbstractContextManager[None]:
        """Say nothing."""
        return nullcontext()

    def progress(self, _done: int, _total: int) -> None:
        """Say nothing."""


@dataclass(slots=True)
class Progress:
    """Times the steps of a build and, where `stream` is a terminal, shows how far the long ones are."""

    stream: TextIO = field(default_factory=lambda: sys.stderr)
    started: float = field(default_factory=time.perf_counter)
    seconds: dict[str, float] = field(default_factory=dict)
    now: str = ""
    bar: Any = None
    done: int = 0

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """A step begins, and ends with the context."""
        before, self.now = time.perf_counter(), name
        try:
            yield
        finally:
            self.seconds[name] = self.seconds.get(name, 0.0) + time.perf_counter() - before
            self.clear()

    def progress(self, done: int, total: int) -> None:
        """So many of the things that a step works through are done."""
        if self.bar is None and total >= FEWEST and done < total and self.stream.isatty():
            label = WORDS.get(self.now, self.now)
            self.bar = click.progressbar(length=total, label=label, file=self.stream, update_min_steps=REDRAW)
            self.bar.render_progress()
        if self.bar is not None:
            self.bar.update(done - self.done)
        self.done = done

    def clear(self) -> None:
        """End the line of the bar."""
        if self.bar is not None:
            self.bar.render_finish()
            self.bar = None
        self.done = 0

    @property
    def total(self) -> float:
        """The seconds since the start."""
        return time.perf_counter() - self.started

    def by_step(self) -> str:
        """The time of each step in a few words: load 0.10, read 0.21."""
        return ", ".join(f"{name} {seconds:.2f}" for name, seconds in self.seconds.items())

    def table(self) -> str:
        """The time of each step in a table, with the share of the whole."""
        total = self.total
        rest = max(total - sum(self.seconds.values()), 0.0)
        rows = [*self.seconds.items(), ("rest", rest), ("all", total)]
        lines = [f"{name:<8}{seconds:>8.3f} s {100 * seconds / total:>5.0f} %" for name, seconds in rows]
        return "\n".join(lines) + "\n"
