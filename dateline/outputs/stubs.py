# SPDX-License-Identifier: MIT
"""The pages that entries leave behind which were withdrawn, renamed or merged."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.models import Correction
from dateline.output import Output
from dateline.theme import Page, Theme
from dateline.timeline import Entry, Timeline

SPEAKS = "each"


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """What a withdrawn entry's page shows."""

    reason: str | None
    corrections: tuple[Correction, ...]


@dataclass(frozen=True, slots=True)
class Redirect:
    """Where an entry that has another address now leads."""

    target: str
    title: str


def plan(timeline: Timeline, theme: Theme) -> Iterator[Output]:
    """Tombstones and redirects."""
    for entry in timeline.stubs:
        path = f"events/{entry.id}.html"
        yield theme.page_later("withdrawn.html", path, entry.row.digest, withdrawn, entry, timeline, theme)
    for former, now in timeline.redirects.items():
        if now in timeline.by_id:
            title = timeline.by_id[now].card.title
            page = Page(f"events/{former}.html", title, indexed=False, current="timeline")
            yield theme.page("redirect.html", page, Redirect(f"{now}.html", title))


def withdrawn(entry: Entry, timeline: Timeline, theme: Theme) -> tuple[Page, Withdrawn]:
    """The page that a withdrawn entry leaves."""
    event = timeline.tell(entry.row).event
    title = theme.language.gettext("This entry was withdrawn")
    page = Page(f"events/{entry.id}.html", title, indexed=False, current="timeline")
    return page, Withdrawn(event.withdrawn_reason, event.corrections)
