# SPDX-License-Identifier: MIT
"""Within one event each claim has an id of its own, so that according_to means one of them.

Bad:
    claims:
      - {id: first, by: Ministry of Defence, about: count, text: Eight rounds were fired.}
      - {id: first, by: Ministry of Defence, about: damage, text: Damage was minor.}

Good:
    claims:
      - {id: first, by: Ministry of Defence, about: count, text: Eight rounds were fired.}
      - {id: second, by: Ministry of Defence, about: damage, text: Damage was minor.}
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.problems import Finding, Severity, shown
from dateline.setting import Setting
from dateline.stories import Story

CODE = "D220"
NAME = "one-claim-id"
SEVERITY = Severity.ERROR


def of_event(story: Story, _: Setting) -> Iterator[Finding]:
    """Yield each claim whose id an earlier claim of the event has."""
    first: dict[str, int] = {}
    for position, claim in enumerate(story.event.claims):
        if claim.id and first.setdefault(claim.id, position) != position:
            message = f"{shown(claim.id)} is already the id of claim {first[claim.id] + 1} of this event"
            hint = "give this claim an id of its own"
            yield Finding("event", story.id, ("claims", position, "id"), message, hint)
