# SPDX-License-Identifier: MIT
"""The pages of prose and the page for a missing address; they are there in the site's own language alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

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


def plan(timeline: Timeline, theme: Theme) -> Iterator[Output]:
    """Prose and 404."""
    _ = theme.language.gettext
    for text in timeline.pages:
        yield theme.page("page.html", Page(f"{text.id}.html", text.title, current=text.id), Prose(text.body))
    page = Page("404.html", _("There is no page at this address"), indexed=False)
    yield theme.page("404.html", page, NotFound(f"{theme.root_of(page)}index.html"))
