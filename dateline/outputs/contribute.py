# SPDX-License-Identifier: MIT
"""The page with the form that makes an event, the ids that it offers, and how to do it by hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from dateline.digest import digest
from dateline.draft import draft
from dateline.form import Asked, asked, every
from dateline.json_text import encode
from dateline.likeness import WIDE
from dateline.models import Place
from dateline.output import Output
from dateline.references import url_or_none
from dateline.site_address import new_file_page
from dateline.theme import Page, Theme
from dateline.timeline import Timeline
from dateline.urls import Url
from dateline.yaml_text import Data

SEES = "index"
SPEAKS = "each"

PATH = "contribute.html"

ROOM = 60_000
"""How many bytes the ids of one kind take at most; those that most events have come first."""


@dataclass(frozen=True, slots=True)
class ContributePage:
    """What the page asks, what it offers, and where a new file is proposed; `sample` is a file to copy."""

    first: tuple[Asked, ...]
    more: tuple[Asked, ...]
    lists: tuple[tuple[str, ...], ...]
    new_file: str | None
    contact: Url | None
    sample: str
    sample_path: str


def plan(timeline: Timeline, theme: Theme) -> Iterator[Output]:
    """The page, and the ids that it offers."""
    first, more = asked(timeline.site)
    repository = url_or_none(timeline.site.repository)
    sample = draft(sample_fields(first, timeline), ())
    page = Page(PATH, theme.language.gettext("Add an event"), current="contribute")
    view = ContributePage(
        first=first,
        more=more,
        lists=tuple(dict.fromkeys(one.offered for one in every((*first, *more)) if one.offered)),
        new_file=new_file_page(repository.href) if repository else None,
        contact=url_or_none(timeline.site.contact),
        sample=sample.text,
        sample_path=sample.path,
    )
    yield theme.page("contribute.html", page, view)
    counts = {kind: {key: len(held) for key, held in timeline.groups[kind].items()} for kind in COUNTED}
    key = digest((theme.shared, timeline.registry, counts))
    yield Output(f"{theme.folder}contribute/known.json", key, known, (timeline, counts))


COUNTED = ("place", "actor", "source", "tag")

Counts = Mapping[str, Mapping[str, int]]


def sample_fields(first: Iterable[Asked], timeline: Timeline) -> dict[str, Data]:
    """An event of the examples in the schema, at a place that the site knows, or at none."""
    places = timeline.registry.places
    examples: dict[str, Data] = {one.name: [one.example] if one.several else one.example for one in first}
    here: dict[str, Data] = {"place": min(places)} if places else {}
    return {key: value for key, value in examples.items() if key != "place"} | here


def known(timeline: Timeline, counts: Counts) -> bytes:
    """The ids of the registries with their names, and the tags, each as far as there is room."""
    registry = timeline.registry
    lines: dict[str, dict[str, list[Any]]] = {
        "places": {ident: located(ident, place, timeline) for ident, place in registry.places.items()},
        "actors": {ident: [ident, actor.name] for ident, actor in registry.actors.items()},
        "sources": {ident: [ident, source.title] for ident, source in registry.sources.items()},
        "tags": {tag: [tag, ""] for tag in counts["tag"]},
    }
    return encode({name: bounded(held, counts[name.removesuffix("s")]) for name, held in lines.items()})


def located(ident: str, place: Place, timeline: Timeline) -> list[Any]:
    """A place by its id and name, the place that it lies in, whether that is wide, and where it is."""
    around = timeline.registry.places.get(place.part_of or "")
    return [
        ident,
        place.name,
        place.part_of,
        around is None or around.precision in WIDE,
        place.lat,
        place.lon,
    ]


def bounded(lines: Mapping[str, list[Any]], count: Mapping[str, int]) -> dict[str, Any]:
    """As many lines as there is room for, and how many more there are."""
    ordered = sorted(lines, key=lambda key: (-count.get(key, 0), key))
    taken: list[list[Any]] = []
    used = 0
    for key in ordered:
        used += len(encode(lines[key])) + 1
        if used > ROOM:
            break
        taken.append(lines[key])
    return {"known": taken, "more": len(lines) - len(taken)}
