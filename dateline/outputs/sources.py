# SPDX-License-Identifier: MIT
"""A page for each source of the registry, and the list of all sources."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.groups import Chronology
from dateline.listing_page import Item, list_pages
from dateline.output import Output
from dateline.references import Cited, source_cited
from dateline.registry import Name
from dateline.shelf_pages import shelf_pages
from dateline.shelves import Listed, shelves
from dateline.slices import Files, files_below
from dateline.strips import Line
from dateline.theme import Page, Theme
from dateline.timeline import Timeline

SEES = "index"
SPEAKS = "each"


@dataclass(frozen=True, slots=True)
class SourcePage:
    """What a source's page shows; `carried` are the sources that are known through it."""

    cited: Cited
    carried: tuple[Name, ...]
    count: int
    listed: Listed
    chronology: Chronology
    line: Line
    files: Files | None


def plan(timeline: Timeline, theme: Theme) -> Iterator[Output]:
    """The sources, one by one, then the list."""
    _ = theme.language.gettext
    registry, groups = timeline.registry, timeline.groups["source"]
    carried: dict[str, list[Name]] = {}
    for ident, source in registry.sources.items():
        for through in dict.fromkeys((*source.based_on, *([source.via] if source.via else []))):
            carried.setdefault(through, []).append(Name(ident, source.title))
    for ident, source in registry.sources.items():
        entries = groups.get(ident, ())
        page = Page(f"sources/{ident}.html", source.title, current="sources")
        shelf, *rest = shelves(entries, page.path)
        line = Line(entries, theme, source=ident)
        view = SourcePage(
            cited=source_cited(ident, source, registry),
            carried=tuple(carried.get(ident, ())),
            count=len(entries),
            listed=shelf.listed,
            chronology=shelf.chronology,
            line=line,
            files=files_below(timeline, "source", f"sources/{ident}", len(entries)),
        )
        yield theme.page("source.html", page, view).over(len(entries))
        yield from shelf_pages(_("Sources"), page, rest, line)
    items = tuple(
        Item(
            source.title,
            f"sources/{ident}.html",
            len(groups.get(ident, ())),
            theme.term(source.standing) if source.standing else "",
        )
        for ident, source in sorted(registry.sources.items(), key=lambda pair: pair[1].title.casefold())
    )
    explanation = _(
        "Where everything here was read. A party speaks for its own side; a secondary source tells of others."
    )
    page = Page("sources.html", _("Sources"), current="sources")
    yield from list_pages(page, explanation, items, theme)
