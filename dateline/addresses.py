# SPDX-License-Identifier: MIT
"""Every web address that a site's files hold, with the place where it is written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.models import Event, Source
from dateline.setting import Setting
from dateline.slugs import looks_like_id

Loc = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Address:
    """A text that stands where an address is meant, in which record and under which keys."""

    kind: str
    id: str
    loc: Loc
    text: str


def in_setting(setting: Setting) -> Iterator[Address]:
    """The addresses of the site and of the registered sources."""
    for name in ("url", "repository"):
        if text := getattr(setting.site, name):
            yield Address("site", "", (name,), text)
    for ident, source in setting.registry.sources.items():
        for loc, text in of_source(source):
            yield Address("source", ident, loc, text)


def in_event(ident: str, event: Event) -> Iterator[Address]:
    """The addresses of an event."""
    return (Address("event", ident, loc, text) for loc, text in of_event(event))


def of_event(event: Event) -> Iterator[tuple[Loc, str]]:
    """The addresses of an event; where an id may stand, only those texts that are meant as addresses."""
    for name in ("sources", "claims", "media"):
        for position, row in enumerate(getattr(event, name)):
            if row.source and meant_as_address(row.source):
                yield (name, position, "source"), row.source
    for position, citation in enumerate(event.sources):
        if citation.inline:
            yield from ((("sources", position, *loc), text) for loc, text in of_source(citation.inline))
    for position, medium in enumerate(event.media):
        if medium.url:
            yield ("media", position, "url"), medium.url
    for position, correction in enumerate(event.corrections):
        if correction.link:
            yield ("corrections", position, "link"), correction.link


def of_source(source: Source) -> Iterator[tuple[Loc, str]]:
    """The addresses of a source: its own and that of its archived copy."""
    if source.url:
        yield ("url",), source.url
    if source.archive_url:
        yield ("archive_url",), source.archive_url


def meant_as_address(text: str) -> bool:
    """Whether a text that is no id was meant as an address, however badly written."""
    if looks_like_id(text):
        return False
    one_word = not any(letter.isspace() for letter in text)
    return "://" in text or (one_word and any(mark in text for mark in ".:/"))
