# SPDX-License-Identifier: MIT
"""Two Atom feeds beside that of events: of all changes that the data tells of, and of corrections alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from heapq import nlargest
from typing import NamedTuple

from dateline.atom import Feed, Item, atom
from dateline.cards import date_in
from dateline.changes import TRANSLATION, Change, from_text
from dateline.digest import digest
from dateline.engine import engine
from dateline.feeds import EPOCH, identifier, start_of
from dateline.output import Output
from dateline.slices import FEED_MOST
from dateline.terms import CorrectionType
from dateline.theme import Theme
from dateline.timeline import Entry, Timeline

SEES = "index"

CORRECTIONS = frozenset({CorrectionType.CORRECTION, CorrectionType.CLARIFICATION, CorrectionType.RETRACTION})
KINDS = {word.value: word for word in CorrectionType}


class Changed(NamedTuple):
    """A change of an event, with its place among the changes of that event."""

    updated: str
    entry: Entry
    number: int
    change: Change


def plan(timeline: Timeline, theme: Theme) -> Iterator[Output]:
    """The feed of changes and that of corrections."""
    _ = theme.language.gettext
    everything = list(changed((*timeline.entries, *timeline.stubs)))
    corrections = [one for one in everything if one.change.kind in CORRECTIONS]
    for name, title, found in (
        ("changes", _("Changes"), everything),
        ("corrections", _("Corrections"), corrections),
    ):
        newest = nlargest(FEED_MOST, found, key=lambda one: (one.updated, one.entry.id, one.number))
        shown = [
            (one.entry.row.first_id, one.entry.key, one.entry.row.status, one.number, one.change)
            for one in newest
        ]
        key = digest((engine(), name, theme.base_url, timeline.site, shown))
        yield Output(f"{name}.xml", key, render, (name, title, theme, newest))


def changed(entries: Sequence[Entry]) -> Iterator[Changed]:
    """Every change whose day a feed can say, of events that are shown and of those that were withdrawn."""
    for entry in entries:
        for number, change in enumerate(from_text(entry.row.changes_text)):
            updated = start_of(date_in(change.date).latest)
            if updated != EPOCH:
                yield Changed(updated, entry, number, change)


def render(name: str, title: str, theme: Theme, newest: Sequence[Changed]) -> bytes:
    """The feed as XML."""
    feed = Feed(name, f"{title} \N{MIDDLE DOT} {theme.site.title}", "", f"{name}.xml", "index.html")
    return atom(feed, [item(one, theme) for one in newest], theme)


def item(one: Changed, theme: Theme) -> Item:
    """One change; of an event that was withdrawn the title is not told any more."""
    entry, change = one.entry, one.change
    gone = entry.row.is_withdrawn
    title = theme.language.gettext("This entry was withdrawn") if gone else entry.card.title
    return Item(
        id=identifier(theme.site, f"changes/{entry.row.first_id}/{one.number}/{change.date}"),
        title=f"{kind_words(change, theme)}: {title}",
        updated=one.updated,
        address=f"events/{entry.id}.html",
        summary=words(change, theme),
        lang=theme.site.lang if gone or change.kind == TRANSLATION else entry.card.lang,
        categories=(change.kind,),
    )


def kind_words(change: Change, theme: Theme) -> str:
    """What kind of change it is."""
    if change.kind == TRANSLATION:
        return theme.language.gettext("Translation")
    return theme.term(KINDS[change.kind])


def words(change: Change, theme: Theme) -> str:
    """What was changed, on which day, and what it said before and says since."""
    _ = theme.language.gettext
    text = theme.language.name_of(change.text) if change.kind == TRANSLATION else change.text
    parts = [theme.date_words(date_in(change.date)), text]
    parts += [_("It said: “%(was)s”.") % {"was": change.was}] if change.was else []
    parts += [_("It says now: “%(now)s”.") % {"now": change.now}] if change.now else []
    return " \N{EM DASH} ".join(parts[:2]) + "".join(f" {part}" for part in parts[2:])
