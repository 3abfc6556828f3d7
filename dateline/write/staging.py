# SPDX-License-Identifier: MIT
"""Making the whole new site in the spare: by difference from what is there, whatever that is."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable, Generator, Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import dropwhile
from pathlib import Path

from dateline.output import Measure, Output, folders_of
from dateline.states import State
from dateline.write.derived import Derived
from dateline.write.lasting import create, create_folder, make_last
from dateline.write.published import MANIFEST, Published, Record, digest_of, manifest
from dateline.write.refusals import in_words
from dateline.write.rendering import Made, NotWritten, Stale, Work, render_one
from dateline.write.spare import Spare, cut_back

YEAR = 4
"""So many digits, or more, are taken for a year."""

DONE = Stale(Output("", "", bytes), None)
"""Stands where an output was that has been made."""


@dataclass(frozen=True, slots=True)
class Staged:
    """A new site that is ready: what its manifest says, and what was done to its files.

    `fresh` are the states of the files written now, the manifest's among them; `linked` are the
    files of the published site that got a second name, the last of them not after `done_ns`.
    """

    records: Mapping[str, Record]
    fresh: Mapping[str, State]
    linked: frozenset[str]
    done_ns: int


def stage(  # noqa: PLR0913  # from what, where and how
    plan: list[Output],
    old: Published,
    live: Path,
    folder: Path,
    render: Callable[[Work], Generator[Made | NotWritten]],
    *,
    derived: Derived | None = None,
    is_vast: bool = False,
) -> Staged:
    """Make `folder` hold the plan, then what is derived from it, and bring it safely to the disk.

    The plan is used up: of what is made no more is held than the records say.
    """
    records = {
        output.path: old.records[output.path]
        for output in plan
        if output.path in old.intact and old.records[output.path].key == output.key
    }
    folders = folders_of(output.path for output in plan)
    with in_words(live):
        spare = cut_back(str(folder), {path: old.intact[path].inode for path in records}, folders)
        for inside in sorted(folders - spare.folders):
            create_folder(f"{folder}/{inside}")
            spare.stirred |= {inside, _parent(inside)}
    stale = [
        Stale(output, old.records[output.path].digest if output.path in old.intact else None)
        for output in in_turn(one for one in plan if one.path not in records)
    ]
    here = sum(not _period(one.output) for one in stale) if is_vast else 0
    plan.clear()
    fresh: dict[str, State] = {}
    size = 0

    def measured(paths: Iterable[str]) -> dict[str, Measure]:
        there = [path for path in paths if path in records]
        return {
            path: Measure((fresh.get(path) or old.intact[path]).size, records[path].digest) for path in there
        }

    with closing(_made(Work(str(folder), stale, here), render, measured)) as results:
        for output, made in results:
            if isinstance(made, NotWritten):
                with in_words(live, size, made.size):
                    raise made.error
            records[output.path] = Record(output.key, made.digest)
            if made.state is not None:
                fresh[output.path] = made.state
                size += made.state.size
    with in_words(live, size):
        linked = set()
        for path in sorted(records.keys() - spare.files - fresh.keys()):
            copied = _reuse(f"{live}/{path}", f"{folder}/{path}")
            if copied is None:
                linked.add(path)
            else:
                fresh[path] = copied
        if derived is not None:
            fresh |= _derive(derived, spare, records)
        fresh[MANIFEST] = create(f"{folder}/{MANIFEST}", manifest(records))
        done_ns = time.time_ns()
        spare.stirred.update(map(_parent, (*fresh, *linked)))
        make_last([f"{folder}/{path}" for path in (*fresh, *sorted(spare.stirred))])
    return Staged(records, fresh, frozenset(linked), done_ns)


def _made(
    work: Work,
    render: Callable[[Work], Generator[Made | NotWritten]],
    measured: Callable[[Iterable[str]], Mapping[str, Measure]],
) -> Generator[tuple[Output, Made | NotWritten]]:
    """What became of each output; those that state the measures of others come last."""
    stale = work.stale
    late = [one for one in stale if one.output.measures]
    stale[:] = [one for one in stale if not one.output.measures]
    with closing(render(work)) as results:
        for number, made in enumerate(results):
            output, stale[number] = stale[number].output, DONE
            yield output, made
    for output, published in late:
        told = replace(output, given=(*output.given, measured(output.measures)))
        yield output, render_one(Work(work.folder, [Stale(told, published)]), 0)


def _derive(derived: Derived, spare: Spare, records: dict[str, Record]) -> dict[str, State]:
    """Write what is derived from the new site beside its other files; the states of these files."""
    made = derived.make(Path(spare.folder)) if derived.make and derived.key else {}
    folders = folders_of(made)
    for inside in sorted(folders):
        create_folder(f"{spare.folder}/{inside}")
        spare.stirred |= {inside, _parent(inside)}
    records |= {path: Record(derived.key or "", digest_of(data)) for path, data in made.items()}
    return {path: create(f"{spare.folder}/{path}", data) for path, data in made.items()}


def in_turn(outputs: Iterable[Output]) -> list[Output]:
    """The outputs in the order in which they are rendered: those of no one period first.

    Pages of one period show the same events, and are made one after the other.
    """
    return sorted(outputs, key=lambda one: (_period(one), one.path))


def _period(output: Output) -> list[str]:
    """The numbers in a path, from one that may be a year on."""
    return list(dropwhile(lambda digits: len(digits) < YEAR, re.findall("[0-9]+", output.path)))


def _parent(path: str) -> str:
    return path.rpartition("/")[0]


def _reuse(published: str, target: str) -> State | None:
    """Give a published file a second name; where there are no links, the state of a copy."""
    try:
        os.link(published, target, follow_symlinks=False)
    except OSError:
        return create(target, Path(published).read_bytes())
    return None
