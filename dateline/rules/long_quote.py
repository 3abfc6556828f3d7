# SPDX-License-Identifier: MIT
"""A quotation is short: what goes beyond 300 characters is told in the timeline's own words.

Bad:
    claims:
      - by: Ministry of Defence
        about: occurrence
        text: The ministry tells of the night in detail.
        quote: "At first there was a single shot, then many, and we all ran to the cellar. At first
          there was a single shot, then many, and we all ran to the cellar. At first there was a
          single shot, then many, and we all ran to the cellar. At first there was a single shot,
          then many, and we all ran to the cellar. At first there was a single shot, then many."

Good:
    claims:
      - by: Ministry of Defence
        about: occurrence
        text: The ministry tells of the night in detail.
        quote: At first there was a single shot, then many, and we all ran to the cellar.
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.problems import Finding, Severity
from dateline.setting import Setting
from dateline.stories import Story

CODE = "D218"
NAME = "long-quote"
SEVERITY = Severity.WARNING

LONGEST = 300
HINT = "quote the words that matter, and tell the rest in text:"


def of_event(story: Story, _: Setting) -> Iterator[Finding]:
    """Yield each quotation, or translation of one, that is too long."""
    if not story.is_live:
        return
    for position, claim in enumerate(story.event.claims):
        if claim.quote is None:
            continue
        for name in ("text", "translation"):
            length = len(getattr(claim.quote, name) or "")
            if length > LONGEST:
                message = f"this quotation has {length} characters, a short one has at most {LONGEST}"
                yield Finding("event", story.id, ("claims", position, "quote", name), message, HINT)
