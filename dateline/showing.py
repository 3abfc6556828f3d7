# SPDX-License-Identifier: MIT
"""A medium as the page of its event shows it: with a picture in several sizes, or described only."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.illustration import SIZES, Choice
from dateline.models import Event, Media
from dateline.references import url_or_none
from dateline.registry import Name
from dateline.timeline import Timeline
from dateline.urls import Url


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
    sizes: str
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
    offered = picture.offered if picture else None
    *better, last = (offered.choices(root) if offered else ()) or (None,)
    return Shown(
        medium=medium,
        warnings=medium.content_warnings or event.content_warnings,
        address=picture.address if picture else None,
        width=picture.width if picture else 0,
        height=picture.height if picture else 0,
        choices=tuple(choice for choice in better if choice),
        usual=offered.usual if offered else "",
        srcset=last.srcset if last else "",
        sizes=SIZES,
        source=timeline.registry.source_name(medium.source),
        url=url_or_none(medium.url),
    )
