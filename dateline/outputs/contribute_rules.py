# SPDX-License-Identifier: MIT
"""The rules by which the form in a reader's browser checks an event: one file for all languages."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.digest import digest
from dateline.engine import engine
from dateline.form_rules import form_rules
from dateline.json_text import encode
from dateline.models import Site
from dateline.output import Output
from dateline.theme import Theme
from dateline.timeline import Timeline

SEES = "index"

PATH = "contribute/rules.json"


def plan(timeline: Timeline, theme: Theme) -> Iterator[Output]:
    """The file of rules; it says nothing of events."""
    key = digest((engine(), theme.site))
    yield Output(PATH, key, rules, (timeline.site,))


def rules(site: Site) -> bytes:
    """The rules as JSON."""
    return encode(form_rules(site))
