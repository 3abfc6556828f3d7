# SPDX-License-Identifier: MIT
"""The picture that goes along when a link to an event is shared, for each event."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.digest import digest
from dateline.images import made_by
from dateline.images.sharing import draw
from dateline.output import Output
from dateline.share_cards import address, share_card
from dateline.theme import Theme
from dateline.timeline import Timeline


def plan(timeline: Timeline, theme: Theme) -> Iterator[Output]:
    """A picture for each event, on a site that is not too large for it."""
    for entry in timeline.entries:
        card = share_card(entry, timeline, theme)
        if card is not None:
            yield Output(address(entry.id), digest((made_by(), card)), draw, (card,))
