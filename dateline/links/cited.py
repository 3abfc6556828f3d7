# SPDX-License-Identifier: MIT
"""The web addresses of a timeline's sources, each once, with who cites it and whether a copy is kept."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from dateline.models import Source
from dateline.references import url_or_none
from dateline.timeline import Timeline


@dataclass(frozen=True, slots=True)
class Address:
    """An address as it is typed in `url:`; `href` is what a browser would open.

    `by` are the ids of the sources that have it, and of the events that describe such a source in
    place; `archived` says that each of them names an archived copy.
    """

    text: str
    href: str
    by: tuple[str, ...]
    archived: bool


def addresses(timeline: Timeline, only: Collection[str] = ()) -> tuple[Address, ...]:
    """The addresses of all sources, sorted; with `only`, those that these sources or events have."""
    found: dict[str, dict[str, bool]] = {}
    for ident, source, reached in sources(timeline):
        url = url_or_none(source.url)
        if source.url and url and url.href.startswith("http") and (not only or reached & set(only)):
            by = found.setdefault(source.url, {})
            by[ident] = by.get(ident, True) and source.archive_url is not None
    return tuple(
        Address(text, made.href, tuple(sorted(by)), all(by.values()))
        for text, by in sorted(found.items())
        if (made := url_or_none(text))
    )


def sources(timeline: Timeline) -> Iterator[tuple[str, Source, set[str]]]:
    """Every source with the id of its record or event, and the ids by which one may ask for it."""
    citing: dict[str, set[str]] = {}
    for entry in timeline.by_id.values():
        for cited in timeline.story(entry).cited:
            if cited.id is None:
                yield entry.id, cited.source, {entry.id}
            else:
                citing.setdefault(cited.id, set()).add(entry.id)
    for ident, source in timeline.registry.sources.items():
        yield ident, source, {ident, *citing.get(ident, ())}
