# SPDX-License-Identifier: MIT
"""A check or a build with what makes it quick: the last one, the cache and the workers.

Where nothing changed, neither pydantic, Markdown nor Jinja is imported: that is why the modules that
need them are imported only where they are used.
"""

from __future__ import annotations

import gc
import os
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial

from dateline import unchanged
from dateline.distrust import distrusting
from dateline.engine import templates
from dateline.options import Options, asked, means, opened
from dateline.problems import Problem, plain_problem, problem_from
from dateline.progress import Watch


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a run: its problems and, of a build that wrote or had no need to, the counts of files.

    `examined` counts the events that were made anew, of all `events`, which are not counted where
    nothing changed; `notes` are sentences about the cache.
    """

    problems: Sequence[Problem]
    written: bool = False
    changed: int = 0
    unchanged: int = 0
    removed: int = 0
    examined: int = 0
    events: int = 0
    notes: Sequence[str] = ()

    @property
    def in_words(self) -> str:
        """What a build changed."""
        events = f"; {self.examined} of {self.events} events read" if self.examined else ""
        return f"{self.changed} changed, {self.unchanged} unchanged, {self.removed} removed{events}"


def build(options: Options, now: datetime, watch: Watch) -> Outcome:
    """Build the site, unless the states of all files say that it is as it would be."""
    outcome, notes = distrusting(partial(build_with, now=now, watch=watch), options)
    return replace(outcome, notes=(*outcome.notes, *notes))


def build_with(options: Options, now: datetime, watch: Watch) -> Outcome:
    """The same, where all that the cache holds is ours."""
    with opened(options) as store:
        looked_ns = time.time_ns()
        with watch.step("look"):
            before = unchanged.look(unchanged.inputs(options.source, templates()), looked_ns)
            last = unchanged.recall(store, asked(options), before, [options.output], now, looked_ns)
        if last is not None:
            problems = tuple(map(problem_from, last.problems))
            return Outcome(problems, written=True, unchanged=last.files, notes=store.notes)
    from dateline.session import whole

    built, notes = whole(options, now, watch, before)
    if built.written is None:
        return Outcome(built.problems, notes=notes)
    return Outcome(
        built.problems,
        written=True,
        changed=len(built.written.changed),
        unchanged=len(built.written.unchanged),
        removed=len(built.written.removed),
        examined=built.checked.examined,
        events=built.checked.events,
        notes=notes,
    )


def check(options: Options, now: datetime, watch: Watch) -> Outcome:
    """Check the site, unless the states of all files say that nothing else would be found."""
    outcome, notes = distrusting(partial(check_with, now=now, watch=watch), options)
    return replace(outcome, notes=(*outcome.notes, *notes))


def check_with(options: Options, now: datetime, watch: Watch) -> Outcome:
    """The same, where all that the cache holds is ours."""
    with opened(options) as store:
        key = ["check", str(options.source.resolve()), options.drafts]
        looked_ns = time.time_ns()
        before = unchanged.look(unchanged.checked(options.source), looked_ns)
        last = unchanged.recall(store, key, before, [], now, looked_ns)
        if last is not None:
            return Outcome(tuple(map(problem_from, last.problems)), notes=store.notes)
        from dateline import checking

        with means(options, store, watch) as using:
            found = checking.check(options.source, drafts=options.drafts, now=now, using=using)
        plain = [plain_problem(problem) for problem in found.problems]
        # An error may be one of the moment: a body that took too long, a file that could not be read.
        after = None if found.has_errors else unchanged.look([], looked_ns)
        since, until = found.since, found.until
        unchanged.remember(store, key, before, after, plain, files=0, day=None, since=since, until=until)
        return Outcome(found.problems, notes=store.notes)


def spare_the_collector() -> None:
    """Look for circles of garbage rarely: a short run makes few, and looking is a fifth of its time."""
    gc.freeze()
    gc.set_threshold(100_000, 50, 1_000)


def now() -> datetime:
    """The moment of the build: SOURCE_DATE_EPOCH where it is set, else the clock."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(epoch), UTC) if epoch.isdigit() else datetime.now(UTC)
