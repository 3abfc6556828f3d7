# SPDX-License-Identifier: MIT
"""The page that says what is checked of access to the site, what is not, and how to report a barrier."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.access import CHECKS, LEVEL, Check
from dateline.output import Output
from dateline.references import url_or_none
from dateline.theme import Page, Theme
from dateline.timeline import Timeline
from dateline.urls import Url

SEES = "index"
SPEAKS = "each"

PATH = "accessibility.html"


@dataclass(frozen=True, slots=True)
class AccessPage:
    """What the page shows; `contact` is a link where it can be one."""

    level: str
    checks: tuple[Check, ...]
    contact: Url | None


def plan(timeline: Timeline, theme: Theme) -> Iterator[Output]:
    """The page, whose words come from what the tests check."""
    page = Page(PATH, theme.language.gettext("Accessibility"), current="accessibility")
    contact = url_or_none(timeline.site.contact)
    yield theme.page("accessibility.html", page, AccessPage(LEVEL, CHECKS, contact))
