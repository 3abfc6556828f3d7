# SPDX-License-Identifier: MIT
"""A page for each type and each tag in use, and the lists of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dateline.groups import DayGroup, chronology
from dateline.listing_page import Item, ListPage
from dateline.output import Output
from dateline.slugs import slug
from dateline.theme import Page, Theme
from dateline.timeline import Entry, Timeline


@dataclass(frozen=True, slots=True)
class TermPage:
    """What the page of a type or a tag shows."""

    kind: str
    label: str
    description: str | None
    count: int
    chronology: tuple[DayGroup, ...]


def plan(timeline: Timeline, theme: Theme) -> Iterator[Output]:
    """The types of the site's vocabulary and the tags in use."""
    _ = theme.language.gettext
    types = timeline.site.vocabularies.get("type", {})
    used = timeline.groups["type"]
    keys = dict.fromkeys((*types, *used))
    labels = {key: theme.word(key, "type") for key in keys}
    about = {key: types[key].description for key in types}
    yield from pages(timeline, theme, ("types", _("Type"), _("Types")), {k: used.get(k, ()) for k in keys}, labels, about)
    tags = timeline.groups["tag"]
    yield from pages(timeline, theme, ("tags", _("Tag"), _("Tags")), tags, {tag: tag for tag in tags}, {})


def pages(  # noqa: PLR0913  # two vocabularies, one form
    timeline: Timeline,
    theme: Theme,
    naming: tuple[str, str, str],
    groups: Mapping[str, tuple[Entry, ...]],
    labels: dict[str, str],
    about: dict[str, str | None],
) -> Iterator[Output]:
    """A page for each key of a vocabulary, then the list of its keys."""
    folder, kind, title = naming
    items = []
    for key, label in labels.items():
        entries = groups[key]
        address = f"{folder}/{slug(key)}.html"
        items.append(Item(label, address, len(entries)))
        view = TermPage(kind, label, about.get(key), len(entries), chronology(entries, timeline))
        yield theme.page("term.html", Page(address, label, current=folder), view)
    items.sort(key=lambda item: item.label.casefold())
    yield theme.page("list.html", Page(f"{folder}.html", title, current=folder), ListPage("", tuple(items)))
