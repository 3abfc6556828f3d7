# SPDX-License-Identifier: MIT
"""A page for each place of the registry, and the list of all places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.groups import Chronology
from dateline.listing_page import Item, OtherName, list_pages, other_names
from dateline.maps import Circle
from dateline.models import Place
from dateline.output import Output
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
class PlacePage:
    """What a place's page shows."""

    place: Place
    names: tuple[OtherName, ...]
    within: tuple[Name, ...]
    contains: tuple[Name, ...]
    possibly: tuple[Name, ...]
    source: Name | None
    circles: tuple[Circle, ...]
    count: int
    listed: Listed
    chronology: Chronology
    line: Line
    files: Files | None


def plan(timeline: Timeline, theme: Theme) -> Iterator[Output]:
    """The places, one by one, then the list."""
    _ = theme.language.gettext
    places, groups = timeline.registry.places, timeline.groups["place"]
    inside: dict[str, list[Name]] = {}
    for ident, place in places.items():
        if place.part_of:
            inside.setdefault(place.part_of, []).append(Name(ident, place.name))
    for ident, place in places.items():
        entries = groups.get(ident, ())
        page = Page(f"places/{ident}.html", place.name, current="places")
        shelf, *rest = shelves(entries, page.path)
        line = Line(entries, theme, place=ident)
        view = PlacePage(
            place=place,
            names=other_names(place.names),
            within=timeline.registry.chain(ident)[1:],
            contains=tuple(inside.get(ident, ())),
            possibly=tuple(Name(other, places[other].name) for other in place.possibly if other in places),
            source=timeline.registry.source_name(place.source),
            circles=circle_of(ident, place),
            count=len(entries),
            listed=shelf.listed,
            chronology=shelf.chronology,
            line=line,
            files=files_below(timeline, "place", f"places/{ident}", len(entries)),
        )
        yield theme.page("place.html", page, view).over(len(entries))
        yield from shelf_pages(_("Places"), page, rest, line)
    items = tuple(
        Item(place.name, f"places/{ident}.html", len(groups.get(ident, ())), within(timeline, ident, theme))
        for ident, place in sorted(places.items(), key=lambda pair: pair[1].name.casefold())
    )
    yield from list_pages(Page("places.html", _("Places"), current="places"), "", items, theme)


def within(timeline: Timeline, ident: str, theme: Theme) -> str:
    """The places that a place lies in, as a line of text."""
    return theme.language.comma.join(name.name for name in timeline.registry.chain(ident)[1:])


def circle_of(ident: str, place: Place) -> tuple[Circle, ...]:
    """The circle that holds the place, when it has a position."""
    if place.lat is None or place.lon is None or not place.uncertainty_m:
        return ()
    return (Circle(ident, place.name, place.lat, place.lon, float(place.uncertainty_m), place.blur_m or 0),)
