# SPDX-License-Identifier: MIT
"""The files that the script of the map page reads: what stands where and when, and the events by place.

The first file is small, because it holds of an event only its years: numbers, each as its difference
from the one before. Titles are in further files of some hundred events, read when a place is chosen.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from dateline import map_words
from dateline.atlas import Atlas, Mapped
from dateline.dates.parts import year as year_words
from dateline.map_page import address
from dateline.maps.overview import Overview
from dateline.maps.tiles import ACROSS, FINER
from dateline.theme import Theme
from dateline.timeline import Entry

MOST_EVENTS = 200
"""How many events of one place are listed beside the map, the latest; its page has them all."""

ENOUGH = 400
"""A file of events takes no further place once it holds so many."""


@dataclass(frozen=True, slots=True)
class Sheaf:
    """A file of events: its address, and the numbers of the places whose events it holds."""

    path: str
    places: tuple[int, ...]


def sheaves(atlas: Atlas) -> tuple[Sheaf, ...]:
    """The files of events, in the order of their places."""
    held: list[list[int]] = []
    size = ENOUGH
    for number, place in enumerate(atlas.places):
        if size >= ENOUGH:
            held.append([])
            size = 0
        held[-1].append(number)
        size += min(len(place.events), MOST_EVENTS)
    return tuple(Sheaf(f"map/events-{number}.json", tuple(ones)) for number, ones in enumerate(held))


def latest(place: Mapped) -> tuple[int, ...]:
    """The positions of the events of a place that its list names."""
    return place.events[-MOST_EVENTS:]


def events_of(sheaf: Sheaf, atlas: Atlas, entries: Sequence[Entry], theme: Theme) -> dict[str, Any]:
    """The events of some places: position, id, title, language and date in words, the latest last."""
    return {
        str(number): [
            [event, one.id, one.card.title, one.card.lang, theme.date_words(one.date)]
            for event in latest(atlas.places[number])
            for one in (entries[event],)
        ]
        for number in sheaf.places
    }


def first_file(
    atlas: Atlas, entries: Sequence[Entry], drawn: Overview | None, theme: Theme
) -> dict[str, Any]:
    """All that the script needs before a place is chosen."""
    spans = [years(entry) for entry in entries]
    stops = sorted({year for span in spans for year in span if year is not None})
    at = {year: position for position, year in enumerate(stops)}
    starts = [0 if first is None else at[first] for first, _ in spans]
    ends = [len(stops) - 1 if last is None else at[last] for _, last in spans]
    spot_of = {place: number for number, spot in enumerate(atlas.spots) for place in spot.places}
    sheaf_of = {place: number for number, sheaf in enumerate(sheaves(atlas)) for place in sheaf.places}
    return {
        "words": map_words.for_script(theme.language),
        "years": stops,
        "yearWords": [year_words(year, theme.language) for year in stops],
        "first": list(steps(starts)),
        "lasts": [end - start for start, end in zip(starts, ends, strict=True)],
        "ground": {"across": ACROSS, "finer": FINER},
        "kilometre": drawn.kilometre if drawn else 0,
        "spots": [list(dot) for dot in drawn.dots] if drawn else [],
        "places": [
            [
                *(place.name, place.id, address(place, entries) or "", spot_of[number], sheaf_of[number]),
                theme.language.quantity(place.circle.uncertainty_m / 1000),
                theme.language.quantity(place.circle.blur_m / 1000) if place.circle.blur_m else "",
                theme.language.comma.join(around.name for around in place.within),
                list(steps(place.events)),
            ]
            for number, place in enumerate(atlas.places)
        ],
    }


def steps(numbers: Iterable[int]) -> Iterator[int]:
    """The first number, then the step from each to the next."""
    return (after - before for before, after in pairwise((0, *numbers)))


def years(entry: Entry) -> tuple[int | None, int | None]:
    """The years between which an event may have been; None for an end that is open or not known.

    What a row is kept with saves reading most dates.
    """
    row = entry.row
    if row.months and len(row.years) == 1 and not any(sign in row.date_text for sign in "/[{"):
        return (int(row.years[0]), int(row.years[0]))
    date = entry.date
    return (
        date.earliest.year if date.earliest else None,
        date.latest.year if date.latest else None,
    )
