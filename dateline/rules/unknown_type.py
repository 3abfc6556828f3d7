# SPDX-License-Identifier: MIT
"""A word of an open vocabulary is one that site.yaml lists, where site.yaml lists any.

Checked are `type`, `role` of actors, `place_role` of places, `tag`, `measure` and
`content_warning`, each when `vocabularies` has that name.

Bad:
    type: sheling

Good:
    type: shelling
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from dateline.models import Event
from dateline.problems import Finding, Severity, nearest, shown
from dateline.setting import Setting
from dateline.stories import Story

CODE = "D212"
NAME = "unknown-type"
SEVERITY = Severity.ERROR

MOST_LISTED = 12

Loc = tuple[str | int, ...]


def of_event(story: Story, setting: Setting) -> Iterator[Finding]:
    """Yield each word that its vocabulary does not have."""
    vocabularies = setting.site.vocabularies
    if not vocabularies:
        return
    for vocabulary, loc, word in words(story.event):
        if not word or vocabulary not in vocabularies or word in vocabularies[vocabulary]:
            continue
        message = f"{shown(word)} is not in the site's vocabulary '{vocabulary}'"
        known = tuple(sorted(vocabularies[vocabulary]))
        yield Finding("event", story.id, loc, message, advice(vocabulary, word, known))


def words(event: Event) -> Iterator[tuple[str, Loc, str | None]]:
    """Each word of an event that a vocabulary may list: the vocabulary, the place, the word."""
    yield "type", ("type",), event.type
    for position, part in enumerate(event.actors):
        yield "role", ("actors", position, "role"), part.role
    for position, given in enumerate(event.all_places):
        at: Loc = ("places", position) if event.places else ("place",)
        yield "place_role", (*at, "role"), given.role
    for position, tag in enumerate(event.tags):
        yield "tag", ("tags", position), tag
    for position, measure in enumerate(event.measures):
        yield "measure", ("measures", position, "name"), measure.name
    for position, warning in enumerate(event.content_warnings):
        yield "content_warning", ("content_warnings", position), warning
    for position, medium in enumerate(event.media):
        for place, warning in enumerate(medium.content_warnings):
            yield "content_warning", ("media", position, "content_warnings", place), warning


@lru_cache(maxsize=1_000)
def advice(vocabulary: str, word: str, known: tuple[str, ...]) -> str:
    """The close match, the words there are when they are few, and how to add one."""
    close = nearest(word, known)
    guess = f"did you mean {close}? " if close else ""
    listed = f"The words are: {', '.join(known)}. " if 0 < len(known) <= MOST_LISTED else ""
    return f"{guess}{listed}A new one is added in site.yaml under vocabularies, {vocabulary}"
