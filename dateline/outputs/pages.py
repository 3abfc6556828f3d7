# SPDX-License-Identifier: MIT
"""The pages of prose, the page for a missing address, and the pages that entries leave behind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from dateline.models import Correction
from dateline.output import Output
from dateline.theme import Page, Theme
from dateline.timeline import Timeline


@dataclass(frozen=True, slots=True)
class Prose:
    """What a page of prose shows."""

    body: Markup


@dataclass(frozen=True, slots=True)
class NotFound:
    """What the page for a missing address needs: the way home, whatever the address."""

    home: str


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
    """Prose, 404, tombstones and redirects."""
    _ = theme.language.gettext
    for text in timeline.pages:
        yield theme.page("page.html", Page(f"{text.id}.html", text.title, current=text.id), Prose(text.body))
    page = Page("404.html", _("There is no page at this address"), indexed=False)
    yield theme.page("404.html", page, NotFound(f"{theme.root_of(page)}index.html"))
    for entry in timeline.stubs:
        page = Page(
            f"events/{entry.id}.html", _("This entry was withdrawn"), indexed=False, current="timeline"
        )
        view = Withdrawn(entry.event.withdrawn_reason, entry.event.corrections)
        yield theme.page("withdrawn.html", page, view)
    for former, now in timeline.redirects.items():
        if now in timeline.by_id:
            page = Page(
                f"events/{former}.html", timeline.by_id[now].event.title, indexed=False, current="timeline"
            )
            yield theme.page("redirect.html", page, Redirect(f"{now}.html", timeline.by_id[now].event.title))
