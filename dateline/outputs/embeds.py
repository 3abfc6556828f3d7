# SPDX-License-Identifier: MIT
"""The embed of the timeline and of each slice, for other people's pages, and what oEmbed answers of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.dates.periods import date_of
from dateline.digest import digest
from dateline.embedded_event import are_embedded
from dateline.embedding import OF_LIST, answer_path, path
from dateline.groups import Lines
from dateline.oembed import answer
from dateline.output import Output
from dateline.slices import Slice, slices
from dateline.theme import Page, Theme
from dateline.timeline import Timeline

SEES = "index"
SPEAKS = "each"

LATEST = 30
"""How many events an embed of a slice names, the latest; the others stand on the page of the slice."""


@dataclass(frozen=True, slots=True)
class EmbeddedSlice:
    """What the embed of a slice shows: `whole` is the address of its page, `are_inside` where events lead."""

    title: str
    whole: str
    count: int
    lines: Lines
    are_inside: bool


def plan(timeline: Timeline, theme: Theme) -> Iterator[Output]:
    """An embed for each slice that has files, and an answer for each where the site's address is known."""
    for one in slices(timeline.original or timeline):
        title = title_of(one, timeline, theme)
        page = Page(path(one.page), title, indexed=False)
        lines = Lines(timeline.by_id[entry.id] for entry in one.entries[-LATEST:])
        view = EmbeddedSlice(title, one.page, len(one.entries), lines, are_embedded(timeline))
        yield theme.page("embed.html", page, view)
        if theme.base_url:
            key = digest((theme.shared, one.page, title))
            given = (one.page, title, OF_LIST, theme)
            yield Output(theme.folder + answer_path(one.page), key, answer, given)


def title_of(one: Slice, timeline: Timeline, theme: Theme) -> str:
    """What a slice is called, in the language of the page."""
    registry = timeline.registry
    if one.kind == "place":
        return registry.places[one.name].name
    if one.kind == "actor":
        return registry.actors[one.name].name
    if one.kind == "year":
        return theme.date_words(date_of(one.name))
    if one.kind == "type":
        return theme.word(one.name, "type")
    return one.title if one.kind else theme.site.title
