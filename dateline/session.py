# SPDX-License-Identifier: MIT
"""A site that is built again and again by one process, as `serve` does.

What the last build worked out stays in memory. So the page of an event that was just saved can be
made at once, before the whole site is: with the neighbours and links that the event had, until the
build that follows puts right what else has changed.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path

from dateline import pipeline, unchanged
from dateline.distrust import distrusting
from dateline.engine import templates
from dateline.examine import examine, retold
from dateline.options import Options, asked, means, opened
from dateline.output import folders_of
from dateline.outputs.events import described
from dateline.pipeline import VAST, Built
from dateline.problems import Problem, Severity, plain_problem
from dateline.progress import Nobody, Watch
from dateline.rows import Row
from dateline.searching import Search
from dateline.stories import Story
from dateline.timeline import Entry
from dateline.write import Written
from dateline.write.lasting import FOLDER_MODE


class Session:
    """Builds the site of some options; belongs to one thread at a time."""

    def __init__(self, options: Options) -> None:
        self.options = options
        self.last: Built | None = None

    def build(self, now: datetime) -> tuple[Problem, ...]:
        """Build the site, and say what was found.

        Only the first build may use several processes: a server has threads, and a process with
        threads cannot be copied quickly. Only the first makes an index to search: that takes too long
        for every change. Of a vast archive the last build is let go of before the next: two take too much
        memory.
        """
        if self.last and self.last.checked.timeline and len(self.last.checked.timeline.entries) >= VAST:
            self.last = None
        (built, _), _ = distrusting(partial(whole, now=now, watch=Nobody()), self.options)
        self.options = replace(self.options, jobs=1, index="keep")
        if built.written is not None:
            self.last = built
            self.warm()
        return built.problems

    def warm(self) -> None:
        """Make a page for nobody, so that the templates are ready for the first one that counts."""
        if self.last and self.last.checked.timeline and self.last.checked.timeline.entries:
            self.glance([self.options.source / self.last.checked.timeline.entries[-1].row.path])

    def glance(self, changed: Iterable[Path]) -> dict[str, bytes]:
        """The pages, by path, of the events among the changed files that are sound and were shown before."""
        if self.last is None or self.last.theme is None or self.last.checked.timeline is None:
            return {}
        checked, theme, timeline = self.last.checked, self.last.theme, self.last.checked.timeline
        root = self.options.source.resolve()
        wanted = {path.resolve() for path in changed}
        pages = {}
        for path in wanted:
            entry = timeline.by_id.get(path.name.partition(".")[0])
            if entry is None or root / entry.row.path not in wanted or entry.row.is_withdrawn:
                continue
            examiner, files = checked.teller.examiner, checked.teller.files[entry.id]
            found = examine(examiner, files)
            if found.row is None or any(one.severity is Severity.ERROR for one in found.problems):
                continue
            story = retold(found.told, entry.id, entry.row.path, timeline.setting)
            if story is not None:
                seen = replace(timeline, tell=partial(said, story))
                page, view = described(Entry(found.row, entry.is_series), seen, theme)
                pages[page.path] = theme.render("event.html", page, view)
        return pages


def said(story: Story, _row: Row) -> Story:
    """The story that was just told, whatever the row."""
    return story


def whole(
    options: Options, now: datetime, watch: Watch, before: str | None = None
) -> tuple[Built, Sequence[str]]:
    """Build the site and remember what was found; with what there is to say of the cache.

    `before` is a look at what is read, when somebody has looked already.
    """
    before = before or unchanged.look(unchanged.inputs(options.source, templates()), time.time_ns())
    index = None if options.index == "none" else Search(anew=options.index == "make")
    with opened(options) as store, means(options, store, watch) as using:
        built = pipeline.build(
            options.source,
            options.output,
            base_url=options.base_url,
            drafts=options.drafts,
            now=now,
            using=using,
            search=options.search,
            index=index,
        )
        if built.written is not None and options.cache:
            with watch.step("remember"):
                unchanged.remember(
                    store,
                    asked(options),
                    before,
                    None if index and index.failed else published(built.written),
                    [plain_problem(problem) for problem in built.problems],
                    files=len(built.written.changed) + len(built.written.unchanged),
                    day=built.day,
                    since=built.checked.since,
                    until=built.checked.until,
                )
        return built, store.notes


def published(written: Written) -> str | None:
    """A look at the published site, which knows the states of its files; None where it lacks one."""
    paths = (*written.changed, *written.unchanged)
    if len(written.states) != len(paths) + 1:  # the record of the site is a file too
        return None
    return unchanged.of_published(written.states, folders_of(paths), FOLDER_MODE)
