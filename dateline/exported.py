# SPDX-License-Identifier: MIT
"""An event as plain data for others: what was typed and, apart from it, what was worked out.

What is absent was left out; null was typed, and says that something is not known. `earliest` and
`latest` are days; they are bounds of what is known and never a more exact date.
"""

from __future__ import annotations

from typing import Any

from dateline.dates.words import iso_bounds
from dateline.models import Claim
from dateline.stories import Story


def exported(story: Story) -> dict[str, Any]:
    """The event as typed, and under `worked_out` what follows from it without its neighbours."""
    event, (earliest, latest) = story.event, iso_bounds(story.date)
    return {
        **event.model_dump(mode="json", exclude_unset=True),
        "verification": event.verification.value,
        **({"claims": [claimed(claim) for claim in event.claims]} if event.claims else {}),
        "worked_out": {
            "earliest": earliest,
            "latest": latest,
            "precision": story.date.precision.value,
            "timezone": story.zone,
        },
    }


def claimed(claim: Claim) -> dict[str, Any]:
    """A claim as typed, with its stance and rank even where they go without saying."""
    typed = claim.model_dump(mode="json", exclude_unset=True)
    return {**typed, "stance": claim.stance.value, "rank": claim.rank.value}
