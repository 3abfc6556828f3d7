# SPDX-License-Identifier: MIT
"""No event is dated after the day up to which the timeline knows (`knowledge_date` in site.yaml).

Bad:
    date: 2202-01-05    # site.yaml has knowledge_date: 2022-01-05

Good:
    date: 2022-01-05
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.dates import before
from dateline.problems import Finding, Severity, shown
from dateline.setting import Setting
from dateline.stories import Story

CODE = "D227"
NAME = "future-date"
SEVERITY = Severity.WARNING


def of_event(story: Story, setting: Setting) -> Iterator[Finding]:
    """Yield an event that begins after what the timeline can know."""
    known = setting.site.knowledge_date
    if known is not None and story.is_live and before(known, story.date):
        message = f"{shown(story.date.text)} is later than knowledge_date, {shown(known.text)}"
        hint = "check the year, or move knowledge_date in site.yaml"
        yield Finding("event", story.id, ("date",), message, hint)
