# SPDX-License-Identifier: MIT
"""The timeline's own voice uses none of the words that site.yaml lists as loaded.

Words between quotation marks and in quoted paragraphs are their speaker's, and so is a claim.

Bad:
    title: Terrorists fire on a base

Good:
    title: Fighters of the Northern Brigade fire on a base
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from dateline.models import Event
from dateline.problems import Finding, Severity, shown
from dateline.setting import Setting
from dateline.stories import Story

CODE = "D209"
NAME = "loaded-words"
SEVERITY = Severity.WARNING


def quoted(opening: str, closing: str) -> str:
    """A pattern from one mark to another in the same paragraph.

    It reads past no mark of these, so that a text full of them costs one pass.
    """
    inside = rf"[^{opening}{closing}\n]"
    return rf"{opening}{inside}*(?:\n{inside}+)*[{closing}]"


# Quotations, paragraphs that Markdown quotes, and addresses.
NOT_OURS = re.compile(
    "|".join(
        [
            *(quoted(*marks) for marks in ("“”", ("„", "“”"), "«»", '""')),
            r"\u2018[^\u2018\u2019\n]*\u2019",  # within a line: as an apostrophe, this mark also stands alone
            r"^ {0,3}>.*",
            r"https?://\S+",
            r"\]\([^()\n]*\)",
        ]
    ),
    re.MULTILINE,
)

Loc = tuple[str | int, ...]


def of_event(story: Story, setting: Setting) -> Iterator[Finding]:
    """Yield each loaded word once for each text that holds it."""
    words = setting.site.loaded_words
    if not words or not story.is_live:
        return
    loaded = any_of(tuple(words))
    for loc, text in own_voice(story.event):
        if not loaded.search(text):
            continue
        instead = {spaced(word.casefold()): advice.instead for word, advice in words.items()}
        for word in dict.fromkeys(spaced(found[0]) for found in loaded.finditer(NOT_OURS.sub(" ", text))):
            hint = instead.get(word.casefold(), "")
            yield Finding("event", story.id, loc, f"{shown(word)} takes sides", hint)


@lru_cache(maxsize=8)
def any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern for any of the words in any case; where one begins another, the longer is found."""
    longest_first = sorted({spaced(word.casefold()) for word in words}, key=len, reverse=True)
    pattern = "|".join(r"\s+".join(map(re.escape, word.split(" "))) for word in longest_first)
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE)


def own_voice(event: Event) -> Iterator[tuple[Loc, str]]:
    """The texts of an event that no speaker answers for."""
    for name in ("title", "summary", "body"):
        if text := getattr(event, name):
            yield (name,), text
    for position, unknown in enumerate(event.unknowns):
        yield ("unknowns", position), unknown
    for position, medium in enumerate(event.media):
        for name in ("alt", "caption"):
            if text := getattr(medium, name):
                yield ("media", position, name), text


def spaced(text: str) -> str:
    """The words with one space between them."""
    return " ".join(text.split())
