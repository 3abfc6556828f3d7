# SPDX-License-Identifier: MIT
"""A page for each type and each tag in use, and the lists of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dateline.groups import Chronology
from dateline.listing_page import Item, list_pages
from dateline.models import VocabularyTerm
from dateline.output import Output
from dateline.shelf_pages import shelf_pages
from dateline.shelves import Listed, shelves
from dateline.slices import Files, files_below
from dateline.slugs import slug
from dateline.strips import Line
from dateline.theme import Page, Theme
from dateline.timeline import Entry, Timeline

SEES = "index"
SPEAKS = "each"


@dataclass(frozen=True, slots=True)
class TermPage:
    """What the page of a type or a tag shows."""

    kind: str
    label: str
    description: str | None
    count: int
    listed: Listed
    chronology: Chronology
    line: Line
    files: Files | None


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """A kind of word with its folder, its headings, its labels and its entries by key."""

    folder: str
    one: str
    many: str
    labels: Mapping[str, str]
    groups: Mapping[str, tuple[Entry, ...]]


def plan(timeline: Timeline, theme: Theme) -> Iterator[Output]:
    """The types of the site's vocabulary and the tags in use."""
    _ = theme.language.gettext
    declared, used, tags = types(timeline), timeline.groups["type"], timeline.groups["tag"]
    labels = {key: theme.word(key, "type") for key in dict.fromkeys((*declared, *used))}
    yield from pages(Vocabulary("types", _("Type"), _("Types"), labels, used), timeline, theme)
    yield from pages(
        Vocabulary("tags", _("Tag"), _("Tags"), {tag: tag for tag in tags}, tags), timeline, theme
    )


def types(timeline: Timeline) -> Mapping[str, VocabularyTerm]:
    """The types of event that the site declares."""
    return timeline.site.vocabularies.get("type", {})


def pages(vocabulary: Vocabulary, timeline: Timeline, theme: Theme) -> Iterator[Output]:
    """A page for each key of a vocabulary, then the list of its keys."""
    items = []
    kind = vocabulary.folder.removesuffix("s")
    for key, label in vocabulary.labels.items():
        entries = vocabulary.groups.get(key, ())
        declared = types(timeline).get(key) if vocabulary.folder == "types" else None
        address = f"{vocabulary.folder}/{slug(key)}.html"
        items.append(Item(label, address, len(entries)))
        page = Page(address, label, current=vocabulary.folder)
        shelf, *rest = shelves(entries, address)
        line = Line(entries, theme, **{kind: key})
        view = TermPage(
            kind=vocabulary.one,
            label=label,
            description=declared.description if declared else None,
            count=len(entries),
            listed=shelf.listed,
            chronology=shelf.chronology,
            line=line,
            files=files_below(timeline, kind, address.removesuffix(".html"), len(entries)),
        )
        yield theme.page("term.html", page, view).over(len(entries))
        yield from shelf_pages(vocabulary.many, page, rest, line)
    items.sort(key=lambda item: (item.label.casefold(), item.address))
    page = Page(f"{vocabulary.folder}.html", vocabulary.many, current=vocabulary.folder)
    yield from list_pages(page, "", items, theme)
