# SPDX-License-Identifier: MIT
"""The embed of each event, for other people's pages, and what oEmbed answers of it.

An event that was withdrawn, renamed or merged leaves an embed behind that says so, as it leaves a page.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.digest import digest
from dateline.embedded_event import EmbeddedEvent, are_embedded, embedded, high
from dateline.embedding import answer_path, path
from dateline.oembed import answer
from dateline.output import Output
from dateline.theme import Page, Theme
from dateline.timeline import Entry, Timeline

SPEAKS = "each"


@dataclass(frozen=True, slots=True)
class Gone:
    """What the embed of a withdrawn event shows: the address of its page, and why it was withdrawn."""

    whole: str
    reason: str | None


@dataclass(frozen=True, slots=True)
class Moved:
    """Where the embed of an event now leads that has another address."""

    target: str
    title: str


def plan(timeline: Timeline, theme: Theme) -> Iterator[Output]:
    """The embeds of a timeline that is not too long for them, each with its answer where there can be one."""
    if not are_embedded(timeline):
        return
    for entry in timeline.entries:
        where = whole(entry.id)
        given = (entry, timeline, theme)
        yield theme.page_later("embed_event.html", path(where), entry.row.digest, described, *given)
        if theme.base_url:
            key = digest((theme.shared, where, entry.row.digest))
            yield Output(theme.folder + answer_path(where), key, answered, given)
    yield from left_behind(timeline, theme)


def whole(ident: str) -> str:
    """Where the page of an event is."""
    return f"events/{ident}.html"


def described(entry: Entry, timeline: Timeline, theme: Theme) -> tuple[Page, EmbeddedEvent]:
    """The embed of an event and what it shows."""
    story = timeline.tell(entry.row)
    page = Page(path(whole(entry.id)), story.event.title, indexed=False)
    return page, embedded(story, timeline.site, theme)


def answered(entry: Entry, timeline: Timeline, theme: Theme) -> bytes:
    """What oEmbed answers of an event."""
    story = timeline.tell(entry.row)
    return answer(whole(entry.id), story.event.title, high(story, timeline.site, theme), theme)


def left_behind(timeline: Timeline, theme: Theme) -> Iterator[Output]:
    """The embeds of what was withdrawn, renamed or merged."""
    for entry in timeline.stubs:
        where, made_from = path(whole(entry.id)), entry.row.digest
        yield theme.page_later("embed_withdrawn.html", where, made_from, withdrawn, entry, timeline, theme)
    for former, now in timeline.redirects.items():
        if now in timeline.by_id:
            title = timeline.by_id[now].card.title
            page = Page(path(whole(former)), title, indexed=False)
            yield theme.page("embed_redirect.html", page, Moved(f"{now}.html", title))


def withdrawn(entry: Entry, timeline: Timeline, theme: Theme) -> tuple[Page, Gone]:
    """The embed that a withdrawn event leaves."""
    title = theme.language.gettext("This entry was withdrawn")
    page = Page(path(whole(entry.id)), title, indexed=False)
    return page, Gone(whole(entry.id), timeline.tell(entry.row).event.withdrawn_reason)
