# SPDX-License-Identifier: MIT
"""How to cite: the timeline, and each event of one that is not too long, as CSL-JSON, BibTeX and RIS."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

from dateline.citation import SUFFIXES, bibtex, cff, is_cited_alone, of_dataset, of_event, ris
from dateline.digest import digest
from dateline.engine import engine
from dateline.json_text import encode
from dateline.output import Output
from dateline.theme import Theme
from dateline.timeline import Entry, Timeline

SEES = "index"

Item = Callable[[], Mapping[str, Any]]


def plan(timeline: Timeline, theme: Theme) -> Iterator[Output]:
    """The files of the timeline, then those of each event."""
    shared = digest((engine(), theme.base_url, theme.as_of, timeline.site))
    whole = partial(of_dataset, theme)
    yield Output("CITATION.cff", shared, citation_file, (whole, timeline.site.licence))
    for suffix in SUFFIXES:
        yield Output(f"citation.{suffix}", shared, written, (whole, suffix))
    for entry in timeline.entries if is_cited_alone(timeline) else ():
        key = digest((shared, entry.key))
        for suffix in SUFFIXES:
            yield Output(f"events/{entry.id}.{suffix}", key, written_of_event, (entry, theme, suffix))


def written(item: Item, suffix: str) -> bytes:
    """A citation in the form that a file of that name has."""
    if suffix == "csl.json":
        return encode([item()], indent=1) + b"\n"
    return {"bib": bibtex, "ris": ris}[suffix](item()).encode()


def written_of_event(entry: Entry, theme: Theme, suffix: str) -> bytes:
    """The citation of one event in such a form."""
    return written(partial(of_event, entry, theme), suffix)


def citation_file(item: Item, licence: str | None) -> bytes:
    """The timeline as CITATION.cff."""
    return cff(item(), licence).encode()
