# SPDX-License-Identifier: MIT
"""Whether a translation follows its event as the event is now, as far as the two files tell.

The only record of changes that an event keeps is its corrections, and a translation says with
`updated` which day's state of the event it follows. Where a date is vague, or missing, we do not know.
"""

from __future__ import annotations

from enum import StrEnum

from dateline.models import Event, Translation


class Age(StrEnum):
    """How a translation stands to the event."""

    CURRENT = "current"
    UNSURE = "unsure"
    OLDER = "older"


def age(event: Event, translation: Translation) -> Age:
    """Older where a correction surely came after it; unsure where one may have."""
    if not event.corrections:
        return Age.CURRENT
    if translation.updated is None:
        return Age.UNSURE
    first, last = translation.updated.earliest, translation.updated.latest
    dates = [one.date for one in event.corrections]
    if last is not None and any(date.earliest is not None and date.earliest > last for date in dates):
        return Age.OLDER
    surely = first is not None and all(date.latest is not None and date.latest <= first for date in dates)
    return Age.CURRENT if surely else Age.UNSURE
