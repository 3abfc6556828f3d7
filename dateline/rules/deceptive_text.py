# SPDX-License-Identifier: MIT
"""Titles, names and tags read as they are written: no hidden marks, no look-alike letters in a word.

Letters that run from right to left are never a fault; the marks that turn other letters round are.
What no reader can see is a fault too, but not the joiners that Persian and Indic words need.

Bad:
    title: "Attack on the p\u043ert"

Good:
    title: Attack on the port
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from dateline.problems import Finding, Severity, shown
from dateline.scripts import script
from dateline.setting import Setting
from dateline.stories import Story
from dateline.timeline import Timeline

CODE = "D223"
NAME = "deceptive-text"
SEVERITY = Severity.WARNING

# Embeddings, overrides and isolates of the Unicode Bidirectional Algorithm (UAX 9, section 2).
TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
UNSEEN = re.compile("[\u200b\u2060\ufeff\u00ad]")
WORD = re.compile(r"[^\W\d_]+")
# Scripts with letters that look like Latin ones.
LIKE_LATIN = ("CYRILLIC", "GREEK")

Loc = tuple[str | int, ...]


def of_event(story: Story, _: Setting) -> Iterator[Finding]:
    """Yield each title or tag of the event that does not read as it is written."""
    event = story.event
    yield from faults("event", story.id, ("title",), event.title)
    for position, tag in enumerate(event.tags):
        yield from faults("event", story.id, ("tags", position), tag)
    for lang, translation in event.translations.items():
        if translation.title:
            yield from faults("event", story.id, ("translations", lang, "title"), translation.title)


def check(timeline: Timeline) -> Iterator[Finding]:
    """Yield each title or name of the site and of its registries that does not read as it is written."""
    yield from faults("site", "", ("title",), timeline.site.title)
    for ident, place in timeline.registry.places.items():
        yield from faults("place", ident, ("name",), place.name)
    for ident, actor in timeline.registry.actors.items():
        yield from faults("actor", ident, ("name",), actor.name)
    for ident, source in timeline.registry.sources.items():
        yield from faults("source", ident, ("title",), source.title)


def faults(kind: str, ident: str, loc: Loc, text: str) -> Iterator[Finding]:
    """Yield what in one text does not read as it is written."""
    if text.isascii():
        return
    if turned := TURNING.search(text):
        message = f"this text holds {character(turned[0])}, which turns the letters after it round"
        yield Finding(kind, ident, loc, message, "take it out; Arabic, Hebrew and Persian need no such mark")
    if unseen := UNSEEN.search(text):
        message = f"this text holds {character(unseen[0])}, which no reader can see"
        yield Finding(kind, ident, loc, message, "take it out")
    for word in dict.fromkeys(WORD.findall(text)):
        if strange := strangers(word):
            names = ", ".join(character(letter) for letter in strange)
            message = f"{shown(word)} mixes writing systems"
            yield Finding(kind, ident, loc, message, f"it holds {names}; type the word anew")


def strangers(word: str) -> tuple[str, ...]:
    """The letters of the rarer script in a word that mixes Latin with Cyrillic or Greek, each once."""
    if word.isascii():
        return ()
    latin = [letter for letter in word if script(letter) == "LATIN"]
    alike = [letter for letter in word if script(letter) in LIKE_LATIN]
    if not latin or not alike:
        return ()
    return tuple(dict.fromkeys(alike if len(alike) <= len(latin) else latin))


def character(letter: str) -> str:
    """A character by its code point and name."""
    return f"U+{ord(letter):04X} {unicodedata.name(letter, 'without a name')}"
