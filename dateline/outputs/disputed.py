# SPDX-License-Identifier: MIT
"""The events that are disputed or unconfirmed, on one page, or one for each period where they are many."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.groups import Chronology
from dateline.output import Output
from dateline.shelf_pages import shelf_pages
from dateline.shelves import Listed, shelves
from dateline.strips import Line
from dateline.terms import Verification
from dateline.theme import Page, Theme
from dateline.timeline import Timeline

SEES = "index"
SPEAKS = "each"

PATH = "disputed.html"
LISTED = (Verification.DISPUTED, Verification.UNCONFIRMED)


@dataclass(frozen=True, slots=True)
class Label:
    """A word of verification, and how many events bear it."""

    verification: Verification
    count: int


@dataclass(frozen=True, slots=True)
class DisputedPage:
    """What the page shows."""

    labels: tuple[Label, ...]
    listed: Listed
    chronology: Chronology
    line: Line


def plan(timeline: Timeline, theme: Theme) -> Iterator[Output]:
    """The page, and those of its shorter periods."""
    _ = theme.language.gettext
    groups = timeline.groups["verification"]
    held = {word: groups.get(word, ()) for word in LISTED}
    ids = {entry.id for entries in held.values() for entry in entries}
    page = Page(PATH, _("Disputed and unconfirmed events"), current="disputed")
    entries = [entry for entry in timeline.entries if entry.id in ids]
    shelf, *rest = shelves(entries, PATH)
    labels = tuple(Label(word, len(entries)) for word, entries in held.items())
    line = Line(entries, theme, verification=LISTED)
    view = DisputedPage(labels, shelf.listed, shelf.chronology, line)
    yield theme.page("disputed.html", page, view).over(shelf.count)
    yield from shelf_pages(_("Timeline"), Page(PATH, page.title, current="index"), rest, line)
