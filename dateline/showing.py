# SPDX-License-Identifier: MIT
"""A medium as the page of its event shows it: with a picture in several sizes, or described only."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.models import Event, Media
from dateline.references import url_or_none
from dateline.registry import Name
from dateline.timeline import Copy, Picture, Timeline
from dateline.urls import Url

USUAL = 800
"""The width of the copy for a browser that does not choose; a wider one if there is none."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The copies of one kind of file, as `srcset` lists them."""

    type: str
    srcset: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A medium; `address` is None where it is described and not shown.

    `address` is the whole picture. `choices` are what a browser may fetch in its stead and `usual`
    is what one fetches that does not choose, `srcset` being of the same kind. `warnings` are to be
    read before the picture is seen.
    """

    medium: Media
    warnings: tuple[str, ...]
    address: str | None
    width: int
    height: int
    choices: tuple[Choice, ...]
    usual: str
    srcset: str
    source: Name | None
    url: Url | None


def shown(medium: Media, event: Event, timeline: Timeline, root: str) -> Shown:
    """A medium with its published picture, where it has one that may be shown.

    `root` is the way from the event's page to the site's root.

    A medium without a warning of its own stands behind those of its event.
    """
    picture = (
        timeline.pictures.get(medium.file or "") if medium.available and medium.alt is not None else None
    )
    *better, last = choices(picture, root) or (None,)
    return Shown(
        medium=medium,
        warnings=medium.content_warnings or event.content_warnings,
        address=picture.address if picture else None,
        width=picture.width if picture else 0,
        height=picture.height if picture else 0,
        choices=tuple(choice for choice in better if choice),
        usual=usual(picture) if picture else "",
        srcset=last.srcset if last else "",
        source=timeline.registry.source_name(medium.source),
        url=url_or_none(medium.url),
    )


def choices(picture: Picture | None, root: str) -> tuple[Choice, ...]:
    """The copies of a picture by kind of file, the best first."""
    kinds: dict[str, list[Copy]] = {}
    for copy in picture.copies if picture else ():
        kinds.setdefault(copy.type, []).append(copy)
    return tuple(
        Choice(kind, ", ".join(f"{root}{copy.address} {copy.width}w" for copy in copies))
        for kind, copies in kinds.items()
    )


def usual(picture: Picture) -> str:
    """The copy that any browser can show, wide enough for a column of text; else the whole picture."""
    last = [copy for copy in picture.copies if copy.type == picture.copies[-1].type]
    wide = [copy for copy in last if copy.width >= USUAL] or last[-1:]
    return wide[0].address if wide else picture.address
