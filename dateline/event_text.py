# SPDX-License-Identifier: MIT
"""An event as a short text, as its page shows it: for a reviewer, who reads what a reader would.

Each line begins with a word of ours, so that none begins with content. A line is not safe to print
before `report.safe` has seen it.
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline import clock
from dateline.dates import Edtf
from dateline.dates.words import heading, words
from dateline.language import Language
from dateline.references import Cited, PlaceGiven, Speaker
from dateline.stories import Story
from dateline.terms import Status

MOST = 5
"""Of claims on one question, and of sources, so many are shown; the rest are counted."""

ITEM = "  - "


def event_text(story: Story, language: Language) -> tuple[str, ...]:
    """The lines of the event."""
    return tuple(lines(story, language))


def lines(story: Story, language: Language) -> Iterator[str]:
    """The lines of the event, in the order of its page."""
    event = story.event
    yield f"title: {event.title}"
    if event.status is Status.WITHDRAWN:
        yield f"withdrawn: {event.withdrawn_reason or 'no reason was recorded'}"
        return
    yield f"when: {when(story, language)}"
    yield from (f"where: {place}" for place in map(where, story.places))
    if event.type:
        yield f"type: {event.type}"
    note = f": {event.verification_note}" if event.verification_note else ""
    yield f"verification: {event.verification.label}{note}"
    if event.summary:
        yield f"summary: {event.summary}"
    yield from claims(story, language)
    for part in story.actors:
        yield f"actor: {part.actor.name}{in_brackets(part.role)}{according(part.according_to)}"
    yield from (f"not known: {unknown}" for unknown in event.unknowns)
    yield from some("sources", [source(one, language) for one in story.cited])


def when(story: Story, language: Language) -> str:
    """The date in words, with the time and the zone where a time is given."""
    event = story.event
    day = heading(event.date, language)
    times = [clock.words(one, language) for one in (event.time, event.end_time) if one]
    return ", ".join([day, " to ".join(times), story.zone] if times else [day])


def where(given: PlaceGiven) -> str:
    """A place, what it is to the event, and what it lies in."""
    within = [name.name for name in given.within if name.id != given.id]
    name = ", ".join([given.place.name, *within])
    return f"{name}{in_brackets(given.role)}{according(given.according_to)}"


def claims(story: Story, language: Language) -> Iterator[str]:
    """The claims question by question, those of several speakers beneath each other."""
    for question in story.questions:
        mark = " (accounts differ)" if question.differs else ""
        said = [
            f"{one.by.name}, {date_of(one.claim.said, language)}{language.gettext(one.claim.stance.label)}: "
            f"{one.claim.text}{in_brackets(one.source.name if one.source else None)}"
            for one in question.claims
        ]
        yield from some(f"{language.gettext(question.about.label)}{mark}", said)


def date_of(date: Edtf | None, language: Language) -> str:
    """When something was said, where that is known."""
    return f"{words(date, language)}, " if date else ""


def source(one: Cited, language: Language) -> str:
    """A source in one line."""
    date = words(one.source.date, language) if one.source.date else None
    via = f"known through {', '.join(name.name for name in one.via)}" if one.via else None
    parts = [one.source.title, one.publisher.name if one.publisher else None, date, via]
    if one.url and one.url.href != one.source.title:
        parts.append(one.url.href)
    return ", ".join(part for part in parts if part)


def some(label: str, items: list[str]) -> Iterator[str]:
    """A few items beneath their label, and how many more there are."""
    if items:
        yield f"{label}:"
        yield from (f"{ITEM}{item}" for item in items[:MOST])
    if len(items) > MOST:
        yield f"{ITEM}and {len(items) - MOST} more"


def in_brackets(word: str | None) -> str:
    """A role behind what has it."""
    return f" ({word})" if word else ""


def according(speaker: Speaker | None) -> str:
    """Who says so, where somebody is named."""
    return f", according to {speaker.name}" if speaker else ""
