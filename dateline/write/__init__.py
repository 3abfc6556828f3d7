# SPDX-License-Identifier: MIT
"""Publishing puts a whole new site in the place of the old one, in one step or not at all.

The new site is made in `.NAME.tmp` beside the folder NAME, which is never written into:

    .NAME.tmp/pid    who is building; the folder itself is locked while a build runs
    .NAME.tmp/spare  the new site; after the exchange, the old one
    .NAME.tmp/old    the old site, and only where the system cannot exchange two folders

On Linux the two sites change places in one system call. Elsewhere the old one is renamed aside
first; a kill between these two renames leaves no site, and the next build puts the old one back.

A file of the old site is linked into the new one when its output has the same key and its bytes
still have the digest noted in the manifest. Two trees then share the file. That is safe, because
published files are never written to again, only replaced or unlinked.

To link each file of a large site anew would cost more than a small change. So there the old site
stays, like a spare wheel, and the next build makes it the new one by difference: the files it shares
with the published site are right already, all others are removed, and what is missing is linked or
written. Small sites keep no spare.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from dateline.output import Output, collisions
from dateline.problems import Problem
from dateline.states import State
from dateline.write.derived import Derived, kept
from dateline.write.desk import clear, desk_beside, is_tidy
from dateline.write.exchanging import exchange
from dateline.write.lasting import sync
from dateline.write.place import place
from dateline.write.published import Published, look_again, survey
from dateline.write.refusals import WriteError, in_words
from dateline.write.rendering import Progress, Workers, render_all
from dateline.write.staging import Staged, stage

__all__ = ["Clash", "Derived", "WriteError", "Written", "publish"]

LARGE = 1000
"""A site of so many files is worth a spare."""


class Clash(ValueError):  # noqa: N818  # it names what is the matter
    """Two outputs cannot both be published, or one cannot be published at all; `problems` says which."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(problems[0].message)
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Written:
    """The paths of a published site, sorted, by what became of each since the last one.

    `states` are for the next build: those of the files that it need not read when they are the same.
    """

    changed: tuple[str, ...]
    unchanged: tuple[str, ...]
    removed: tuple[str, ...]
    states: Mapping[str, State]


def publish(  # noqa: PLR0913  all but two have a default
    outputs: Iterable[Output],
    folder: Path,
    *,
    source: Path | None = None,
    workers: Workers | None = None,
    known: Mapping[str, State] | None = None,
    told: Progress | None = None,
    spare: bool = True,
    derive: Callable[[Iterable[Output]], Derived | None] | None = None,
    ready: Callable[[Iterable[Output]], None] | None = None,
    is_vast: bool = False,
) -> Written:
    """Make `folder` the site of these outputs; raise `WriteError` and leave it alone if that fails.

    An output whose key and bytes are those of the published site is not rendered. When all are,
    nothing is written. `source` is the folder of the site's content, which is never overwritten.
    What an output's `render` raises is passed on, with the published site as it was; `Clash` is raised
    for outputs that cannot be published together.

    `workers` render and write the others. `known` are the `states` that the last publishing of this
    folder returned. `told` hears how many outputs are rendered, of how many. Without `spare`, none
    is used and none is kept. `derive` says what is derived from the new site of these outputs: it is made
    last, before that is published. `ready` gets what is needed for some outputs before workers begin.
    Where `is_vast`, outputs of no one period are made without workers, who would copy all that these look at.
    """
    plan = sorted(outputs, key=lambda output: output.path)
    if problems := collisions(plan):
        raise Clash(problems)
    keep = spare and len(plan) >= LARGE
    with in_words(folder):
        live = place(folder, source)
    with desk_beside(live, keep=keep) as desk:
        with in_words(live):
            old = survey(live, known or {})
        if old.foreign:
            message = f"cannot publish: '{folder}' holds files that dateline did not write: "
            raise WriteError(
                message + ", ".join(old.foreign[:3]), "Move them elsewhere; they would be lost here."
            )
        derived = derive(plan) if derive else None
        again = kept(derived, plan, old, live)
        plan = sorted((*plan, *again), key=lambda output: output.path)
        missing = derived if derived and derived.make and not again else None
        if (
            old.exact
            and missing is None
            and {path: record.key for path, record in old.records.items()} == _keys(plan)
        ):
            return Written((), tuple(old.records), (), old.settled)
        render = partial(render_all, workers=workers, told=told, ready=ready)
        staged = stage(plan, old, live, desk / "spare", render, derived=missing, is_vast=is_vast)
        with in_words(live):
            exchange(desk / "spare", live, desk / "old")
        with suppress(OSError):  # it is published: a power cut now may bring back the old site, whole
            sync(str(live.parent))
            sync(str(desk))
        with suppress(OSError):
            clear(desk, live, keep=keep)
        states = _states(live, old, staged, keep=keep)
    if not is_tidy(desk, keep=keep):
        states = {}  # nobody relies upon this build, and the next one tidies up
    changed: list[str] = []
    unchanged: list[str] = []
    for path, record in sorted(staged.records.items()):
        was = old.records[path].digest if path in old.intact else None
        (unchanged if record.digest == was else changed).append(path)
    return Written(
        changed=tuple(changed),
        unchanged=tuple(unchanged),
        removed=tuple(sorted(old.records.keys() - staged.records.keys())),
        states=states,
    )


def _states(live: Path, old: Published, staged: Staged, *, keep: bool) -> dict[str, State]:
    """What the next build may rely upon: files are looked at again where they or their names changed."""
    before = {**old.intact, **staged.fresh}
    if keep:
        touched, since = {*staged.fresh, *staged.linked}, staged.done_ns
    else:  # with the old site every file has lost a name
        touched, since = {*staged.fresh, *staged.records}, time.time_ns()
    with suppress(OSError):
        again = look_again(live, {path: before[path] for path in touched}, since)
        rest = {path: old.settled[path] for path in staged.records.keys() & old.settled.keys() - touched}
        return rest | again
    return {}


def _keys(plan: Iterable[Output]) -> dict[str, str]:
    return {output.path: output.key for output in plan}
