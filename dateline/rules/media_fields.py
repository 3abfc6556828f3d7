# SPDX-License-Identifier: MIT
"""A medium says what it shows, who made it and under which licence, even when it is not shown.

Bad:
    media:
      - {type: photo, file: crater.jpg, credit: Staff photographer}

Good:
    media:
      - type: photo
        file: crater.jpg
        alt: A crater in a road, a car beside it.
        credit: Staff photographer
        licence: CC-BY-4.0
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.problems import Finding, Severity
from dateline.setting import Setting
from dateline.stories import Story

CODE = "D217"
NAME = "media-fields"
SEVERITY = Severity.ERROR

NEEDED = {
    "alt": "say what it shows, for those who cannot see it: alt: A crater in a road.",
    "credit": "say who made it and who supplied it: credit: Handout, via a news agency",
    "licence": "write an SPDX licence id, as in licence: CC-BY-4.0, or licence: all-rights-reserved",
}


def of_event(story: Story, _: Setting) -> Iterator[Finding]:
    """Yield each of the three that a medium lacks."""
    for position, medium in enumerate(story.event.media):
        for name, hint in NEEDED.items():
            if not getattr(medium, name):
                yield Finding("event", story.id, ("media", position), f"'{name}' is missing", hint)
