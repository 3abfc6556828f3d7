# SPDX-License-Identifier: MIT
"""Which events have a picture for shared links, where it is, and what it says.

It is worth its time only where links are shared: on a site whose address is known. The owner of a
site says in site.yaml up to how many events it has them.
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.codes.site import NO_SHARE_CARD
from dateline.images.sharing import ShareCard, able, can_write
from dateline.language import direction
from dateline.problems import Problem, shown
from dateline.theme import Theme
from dateline.timeline import Entry, Timeline

SITE = "content/site.yaml"


def wanted(timeline: Timeline) -> bool:
    """Whether the site has few enough events for a picture of each."""
    return 0 < len(timeline.entries) <= timeline.site.share_cards


def share_card(entry: Entry, timeline: Timeline, theme: Theme) -> ShareCard | None:
    """What the picture of an event says, or None where it has none."""
    if theme.base_url is None or not wanted(timeline) or not able():
        return None
    event = entry.card
    card = ShareCard(
        site=theme.site.title,
        title=event.title,
        when=theme.date_words(event.date),
        label=theme.term(event.verification),
        direction=theme.language.direction,
        title_direction=direction(event.lang),
    )
    return card if all(map(can_write, card.texts)) else None


def address(ident: str) -> str:
    """Where the picture of an event is."""
    return f"events/{ident}.png"


def in_words(card: ShareCard) -> str:
    """The picture for those who cannot see it."""
    return f"{card.label}. {card.title}. {card.when}. {card.site}"


def undrawn(timeline: Timeline) -> Iterator[Problem]:
    """One notice of the pictures that cannot be drawn here, on a site whose links are shared."""
    site = timeline.site
    if not wanted(timeline) or not (site.url or site.repository):
        return
    hint = "or write share_cards: 0 in site.yaml"
    if not able():
        message = "no pictures are drawn for shared links: Pillow and its fonts are not installed"
        yield notice(message, f"pip install 'dateline[images]', {hint}")
        return
    titles = [entry.card.title for entry in timeline.entries]
    without = [title for title in titles if not can_write(title)]
    if without:
        message = f"{len(without)} of {len(titles)} events have no picture for shared links"
        why = f"the fonts lack letters of their titles, the first of which is {shown(without[0])}"
        yield notice(f"{message}: {why}", f"nothing else changes; {hint}")


def notice(message: str, hint: str) -> Problem:
    """A notice about the site as a whole."""
    return Problem(SITE, 1, 1, NO_SHARE_CARD, message, hint, NO_SHARE_CARD.severity)
