# SPDX-License-Identifier: MIT
"""The build, in order: check the site, plan every output, write those that changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import cast

from dateline.checking import Checked, check
from dateline.dates.days import Day
from dateline.json_text import decode, encode
from dateline.means import Means, alone
from dateline.output import Output
from dateline.piecework import keep_pieces
from dateline.planning import plan
from dateline.problems import Problem, in_reading_order
from dateline.searching import Search, is_searched
from dateline.site_size import size_problem
from dateline.states import from_plain, to_plain
from dateline.theme import ProseLink, Theme, open_theme
from dateline.timeline import Timeline
from dateline.unused import give_back
from dateline.write import Clash, Written, publish

STATES = "states"

VAST = 20_000
"""So many events take more memory than a copy for each worker may."""


@dataclass(frozen=True, slots=True)
class Built:
    """A build: its problems, and what was written when none of them was an error.

    `day` is the day of the build where a page says it; `theme` is what the pages were made with.
    """

    checked: Checked
    problems: tuple[Problem, ...]
    written: Written | None = None
    day: str | None = None
    theme: Theme | None = None


def build(  # noqa: PLR0913  # what a build is told
    source: Path,
    output: Path,
    *,
    base_url: str | None = None,
    drafts: bool = False,
    now: datetime | None = None,
    using: Means | None = None,
    search: bool | None = None,
    index: Search | None = None,
) -> Built:
    """Check the site in `source` and, when it has no errors, publish it to `output`.

    `search` overrules what site.yaml says of it; the index that is searched is made where one is given.
    """
    if using is None:
        with alone() as own:
            again = partial(build, source, output, base_url=base_url, drafts=drafts, now=now, using=own)
            return again(search=search, index=index)
    checked = check(source, drafts=drafts, now=now, using=using)
    if checked.timeline is None or checked.has_errors:
        return Built(checked, checked.problems)
    theme = theme_of(checked.timeline, source, base_url, now, search=search)
    with using.watch.step("pieces"):
        keep_pieces(checked.timeline, theme, using.store, using.workers)
    with using.watch.step("plan"):
        outputs = iter(plan(checked.timeline, source, theme, using.store))  # let go of when made
        using.store.commit()  # workers read it too, and a long write that is not over shuts them out
    with using.watch.step("write"):
        give_back()  # the largest files are made first, and take much
        try:
            index = index if theme.searched else None
            is_vast = len(checked.timeline.entries) >= VAST
            written = write(outputs, source, output, using, index, is_vast=is_vast)
        except Clash as clash:
            return Built(checked, in_reading_order((*checked.problems, *clash.problems)))
    day = now.date().isoformat() if now and depends_on_today(checked.timeline) else None
    found = [*(index.problem(written) if index else ()), *size_problem(written.states)]
    return Built(checked, (*checked.problems, *found), written, day, theme)


def write(  # noqa: PLR0913  # what, from where to where, and with what
    outputs: Iterable[Output],
    source: Path,
    output: Path,
    using: Means,
    index: Search | None = None,
    *,
    is_vast: bool = False,
) -> Written:
    """Publish the outputs, and keep the states of their files for the next time."""
    where = ascii(output.resolve())  # a path need not be UTF-8, and a key must be
    kept = using.store.get(STATES, where)
    written = publish(
        outputs,
        output,
        source=source,
        workers=using.workers,
        known=from_plain(decode(kept)) if kept else {},
        told=using.watch.progress,
        spare=using.spare,
        derive=index.derived if index else None,
        ready=load_templates,
        is_vast=is_vast,
    )
    using.store.put(STATES, [(where, encode(to_plain(written.states)))])
    return written


def load_templates(outputs: Iterable[Output]) -> None:
    """Load every template that some outputs are rendered with: workers begin as copies of this process."""
    for one in outputs:
        if one.make in (Theme.render, Theme.made):
            theme, template, *_ = one.given
            cast("Theme", theme).environment.get_template(cast("str", template))


def theme_of(
    timeline: Timeline,
    source: Path,
    base_url: str | None,
    now: datetime | None,
    *,
    search: bool | None = None,
) -> Theme:
    """The templates of the site, with what every page says."""
    prose = tuple(ProseLink(page.id, page.title) for page in timeline.pages)
    searched = is_searched(timeline.site, len(timeline.entries), asked=search)
    until = known_until(timeline, now)
    return open_theme(source, timeline.site, base_url, until, prose, searched=searched)


def known_until(timeline: Timeline, now: datetime | None) -> Day | None:
    """The day as of which something is ongoing: the site's knowledge date, else the day of the build.

    None where nothing is ongoing, so that such a site is the same on every day.
    """
    if depends_on_today(timeline):
        return Day(now.year, now.month, now.day) if now else None
    stated = timeline.site.knowledge_date
    return stated.latest if stated is not None and goes_on(timeline) else None


def depends_on_today(timeline: Timeline) -> bool:
    """Whether something is ongoing, and only the day of the build can say as of when."""
    stated = timeline.site.knowledge_date
    return (stated is None or stated.latest is None) and goes_on(timeline)


def goes_on(timeline: Timeline) -> bool:
    """Whether something is ongoing."""
    return any(entry.row.date_text.endswith("..") or entry.date.open_end for entry in timeline.entries)
