# SPDX-License-Identifier: MIT
"""Cards as text and back: what other pages show of an event, kept as JSON until a page needs it."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import lru_cache

from dateline.clock import parse_clock
from dateline.dates import parse
from dateline.references import Card, CardPlace
from dateline.terms import Verification

MOST_DECODED = 8_000
"""How many decoded cards and dates are kept in memory."""

date_in = lru_cache(maxsize=MOST_DECODED)(parse)


def encoded_card(card: Card) -> str:
    """A card as JSON, with nothing that the decoder has to guess."""
    plain = [
        *(
            card.id,
            card.title,
            card.date.text,
            card.time.text if card.time else None,
            card.zone,
            card.summary,
            card.type,
        ),
        *(card.verification.value, [[one.id, one.name, one.role] for one in card.places], card.sources),
        *(card.context, card.featured, card.lang),
    ]
    return json.dumps(plain, separators=(",", ":"))


VERIFICATIONS = {word.value: word for word in Verification}


@lru_cache(maxsize=MOST_DECODED)
def card_in(text: str) -> Card:
    """The card in a text that `encoded_card` made; not yet known as a series."""
    ident, title, date, time, zone, summary, kind, verification, places, sources, context, featured, lang = (
        json.loads(text)
    )
    return Card(
        id=ident,
        title=title,
        date=date_in(date),
        time=parse_clock(time) if time is not None else None,
        zone=zone,
        summary=summary,
        type=kind,
        verification=VERIFICATIONS[verification],
        places=tuple(CardPlace(*one) for one in places),
        sources=tuple(sources),
        context=context,
        series=False,
        featured=featured,
        lang=lang,
    )


def as_series(card: Card) -> Card:
    """The card of an event that others are part of."""
    return replace(card, series=True)
