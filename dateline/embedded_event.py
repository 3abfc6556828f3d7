# SPDX-License-Identifier: MIT
"""What the embed of an event shows: less than its page, and no less honest.

Either all claims and all that is not known stand there, or, where that would be too long, none of
them, and a way to the page: a choice among what the parties say would not be fair.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.embedding import height
from dateline.models import Event, Site
from dateline.moments import StatedTime, stated_times
from dateline.stories import Story
from dateline.theme import Theme
from dateline.timeline import Timeline
from dateline.translation_notes import Notice, Tongues, notice, tongues

MOST_SAID = 1_200
"""How many letters of claims, and of what is not known, an embed has room for."""

LINE = "-"
"""A text of one line."""

NOTICE = [LINE * 150, LINE]
"""As much as is said of a translation, or of the words of an interface that a machine made."""


@dataclass(frozen=True, slots=True)
class EmbeddedEvent:
    """What the embed of an event shows; `is_whole` says whether claims and unknowns are among it."""

    entry: Story
    event: Event
    times: tuple[StatedTime, ...]
    tongues: Tongues
    notice: Notice | None
    is_whole: bool


def are_embedded(timeline: Timeline) -> bool:
    """Whether each event has an embed: those of a long timeline are too many, unless site.yaml wants them."""
    return 0 < len(timeline.entries) <= timeline.site.embed_events


def embedded(story: Story, site: Site, theme: Theme) -> EmbeddedEvent:
    """What the embed of an event shows."""
    event, here = story.event, theme.language.code
    return EmbeddedEvent(
        entry=story,
        event=event,
        times=tuple(stated_times(story)),
        tongues=tongues(event, site.lang, here),
        notice=notice(event, site.lang, here),
        is_whole=is_whole(story),
    )


def is_whole(story: Story) -> bool:
    """Whether all that the parties say, and all that is not known, has room in the embed."""
    return sum(map(len, told(story))) <= MOST_SAID


def told(story: Story) -> Iterator[str]:
    """What the parties say, each with its speaker, and what is not known."""
    for question in story.questions:
        for said in question.claims:
            yield from (f"{said.by.name} {said.claim.stance} {question.about}", said.claim.text)
    yield from story.event.unknowns


def high(story: Story, site: Site, theme: Theme) -> int:
    """How high the frame of an event's embed is, in CSS pixels."""
    event, shown = story.event, embedded(story, site, theme)
    warned, meaning = ", ".join(event.content_warnings), theme.language.gettext(event.verification.meaning)
    title = event.title + event.title[: len(event.title) // 3]  # its letters are larger
    texts = [title, LINE, LINE, LINE, f"{meaning} {event.verification_note or ''}", warned, warned]
    texts += [event.summary or "", LINE, *(told(story) if shown.is_whole else [LINE])]
    texts += NOTICE * (shown.notice is not None) + NOTICE * theme.language.is_machine_made
    return height(texts)
