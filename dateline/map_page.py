# SPDX-License-Identifier: MIT
"""What the map page shows without a script: the drawing with its marks in words, and a list by place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from dateline import map_words
from dateline.atlas import Atlas, Mapped
from dateline.maps.framing import RING_RADIUS, SMALLEST_RADIUS
from dateline.maps.labelling import Label
from dateline.maps.overview import Dot, Mark, Overview, overview
from dateline.theme import Theme
from dateline.timeline import Entry

MOST_LISTED = 200
"""How many places the page lists one by one; of more, it lists the largest ones they lie in."""

MOST_CIRCLES = 200
"""How many circles are drawn under the marks that stand for them, where these are no more."""

RADII = (0.0, 12.0, 15.0, 19.0, 22.0)
"""The radius of a mark that stands for several places, by the number of figures in its count."""


@dataclass(frozen=True, slots=True)
class MarkShown:
    """A mark of the drawing, what it says, and where it leads; `figure` stands in the mark of several."""

    kind: str
    x: float
    y: float
    rx: float
    ry: float
    label: str
    address: str | None
    figure: str


@dataclass(frozen=True, slots=True)
class Line:
    """A place in the list."""

    name: str
    address: str | None
    count: int
    detail: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Region:
    """A place that lies in no other, with those in it; of very many places only the count of events."""

    name: str
    address: str | None
    count: int
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class MapPage:
    """What the map page shows; no `map` where no event has a place with a position.

    `left_out` counts the regions, and `untold` the places described in events, that are not listed.
    """

    map: Overview | None
    marks: tuple[MarkShown, ...]
    circles: tuple[Dot, ...]
    names: tuple[Label, ...]
    regions: tuple[Region, ...]
    left_out: int
    untold: int
    placed: int
    unplaced: int
    places: int
    blur_m: int
    exaggerated: bool


def map_page(atlas: Atlas, drawn: Overview | None, entries: Sequence[Entry], theme: Theme) -> MapPage:
    """Everything that the page shows."""
    regions, untold = listed(atlas, entries, theme)
    return MapPage(
        map=drawn,
        marks=tuple(shown(mark, atlas, entries, theme) for mark in drawn.marks) if drawn else (),
        circles=tuple(gathered(drawn)) if drawn else (),
        names=drawn.names if drawn else (),
        regions=regions[:MOST_LISTED],
        left_out=max(len(regions) - MOST_LISTED, 0),
        untold=untold,
        placed=len(entries) - atlas.unplaced,
        unplaced=atlas.unplaced,
        places=len(atlas.places),
        blur_m=max((spot.circle.blur_m for spot in atlas.spots), default=0),
        exaggerated=any(mark.kind == "ring" for mark in drawn.marks) if drawn else False,
    )


def drawing(atlas: Atlas, theme: Theme) -> Overview | None:
    """The drawing of all spots, or None where there are none."""
    if not atlas.spots:
        return None
    weights = [len(atlas.events([number])) for number in range(len(atlas.spots))]
    return overview(
        [spot.circle for spot in atlas.spots], weights, theme.ground.basemap, partial(name, atlas, theme)
    )


def name(atlas: Atlas, theme: Theme, spots: Sequence[int]) -> str:
    """What is written beside a mark: its first place, and how many more there are."""
    names = [atlas.places[number].name for spot in spots for number in atlas.spots[spot].places]
    return map_words.listed(names, theme.language, most=1)


def gathered(drawn: Overview) -> Iterator[Dot]:
    """The circles of those that share a mark, where they can be seen and are not too many."""
    members = [number for mark in drawn.marks if mark.kind == "cluster" for number in mark.members]
    found = [drawn.dots[number] for number in members if drawn.dots[number].ry >= SMALLEST_RADIUS]
    return (Dot(*(round(side, 1) for side in dot)) for dot in found if len(found) <= MOST_CIRCLES)


def shown(mark: Mark, atlas: Atlas, entries: Sequence[Entry], theme: Theme) -> MarkShown:
    """A mark in words; one that stands for a single place leads to its page."""
    places = [atlas.places[number] for spot in mark.members for number in atlas.spots[spot].places]
    names, count = [place.name for place in places], len(atlas.events(mark.members))
    x, y, rx, ry = (round(side, 1) for side in mark.dot)
    figure, several = "", mark.kind == "cluster"
    if several:
        figure = str(count)
        rx = ry = RADII[min(len(figure), len(RADII) - 1)]
    elif mark.kind == "ring":
        rx = ry = RING_RADIUS
    words = map_words.gathered_mark if several else map_words.one_mark
    return MarkShown(
        mark.kind,
        *(x, y, rx, ry),
        label=words(names, count, theme.language),
        address=address(places[0], entries) if len(places) == 1 else None,
        figure=theme.language.figures(figure),
    )


def address(place: Mapped, entries: Sequence[Entry]) -> str | None:
    """The page of a place; of one that a single event describes, the page of that event."""
    if place.id:
        return f"places/{place.id}.html"
    return f"events/{entries[place.events[0]].id}.html" if len(place.events) == 1 else None


def listed(atlas: Atlas, entries: Sequence[Entry], theme: Theme) -> tuple[tuple[Region, ...], int]:
    """The regions in order of their names, or of their events where not all places can be listed."""
    groups: dict[tuple[str, str], list[Mapped]] = {}
    for place in atlas.places:
        around = place.within[-1] if place.within else None
        top = (around.id or "", around.name) if around else (place.id, place.name)
        groups.setdefault(top if place.id else ("", ""), []).append(place)
    described = groups.pop(("", ""), [])
    told, untold = described[:MOST_LISTED], max(len(described) - MOST_LISTED, 0)
    whole = sum(map(len, groups.values())) <= MOST_LISTED
    found = [region(top, held, entries, whole=whole) for top, held in groups.items()]
    found.sort(key=lambda one: (0 if whole else -one.count, one.name.casefold(), one.address or ""))
    if told:
        name = theme.language.gettext("Described in their events alone")
        lines = tuple(line(place, entries) for place in told)
        found.insert(0 if not groups else MOST_LISTED - 1, Region(name, None, union(described), lines))
    return tuple(found), untold


def region(
    top: tuple[str, str], places: Sequence[Mapped], entries: Sequence[Entry], *, whole: bool
) -> Region:
    """A region with its places, or with their events counted together."""
    ident, name = top
    held = sorted(places, key=lambda place: (place.name.casefold(), place.id))
    alone = len(held) == 1 and held[0].id == ident
    lines = tuple(line(place, entries) for place in held) if whole and not alone else ()
    return Region(name, f"places/{ident}.html", union(places), lines)


def line(place: Mapped, entries: Sequence[Entry]) -> Line:
    """A place in the list, with what it lies in below its region."""
    detail = tuple(around.name for around in place.within[:-1])
    return Line(place.name, address(place, entries), len(place.events), detail)


def union(places: Sequence[Mapped]) -> int:
    """How many events there are at some places, each counted once."""
    return len({event for place in places for event in place.events})
