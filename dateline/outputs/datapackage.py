# SPDX-License-Identifier: MIT
"""The page on the data, and the same for programs: a Frictionless Data Package."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from dateline.citation import of_dataset, plain
from dateline.dataset import FILES, Download, downloads, linked_data, package, whole_key
from dateline.flat import flat
from dateline.json_text import encode
from dateline.output import Measure, Output
from dateline.schema import SCHEMAS
from dateline.theme import Page, Theme
from dateline.timeline import Timeline

SEES = "index"
SPEAKS = "each"

FILE = "datapackage.json"


@dataclass(frozen=True, slots=True)
class DataPage:
    """What the page shows; `example` is an event as JSON, empty where there is none."""

    downloads: tuple[Download, ...]
    count: int
    schemas: tuple[str, ...]
    example: str
    citation: str
    linked_data: dict[str, Any]


def plan(timeline: Timeline, theme: Theme) -> Iterator[Output]:
    """The page in each language, and the package once; the files themselves are in the site's own.

    So a page in another language is made from more than the index in that language.
    """
    own = timeline.original or timeline
    key = whole_key(own, theme.base_url)
    if timeline is own:
        yield Output(FILE, key, described, (own, theme), FILES)
    yield replace(theme.page_later("data.html", "data.html", key, page, own, theme), measures=FILES)


def described(timeline: Timeline, theme: Theme, measures: Mapping[str, Measure]) -> bytes:
    """The package as JSON."""
    return encode(package(timeline, theme, downloads(measures)), indent=1) + b"\n"


def page(timeline: Timeline, theme: Theme, measures: Mapping[str, Measure]) -> tuple[Page, DataPage]:
    """The page and what it shows."""
    *_, newest = (None, *timeline.entries)
    example = encode(flat(newest, timeline.registry, theme.base_url), indent=1).decode() if newest else ""
    files = downloads(measures)
    view = DataPage(
        downloads=files,
        count=len(timeline.entries),
        schemas=tuple(SCHEMAS),
        example=example,
        citation=plain(of_dataset(theme.parent or theme)),
        linked_data=linked_data(timeline, theme, files),
    )
    return Page("data.html", theme.language.gettext("Data"), current="data"), view
