# SPDX-License-Identifier: MIT
"""What the page of an event in another language says of its translation, and which text is in which."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.models import Event, Translation
from dateline.translation_age import Age, age


@dataclass(frozen=True, slots=True)
class Tongues:
    """The language of each text of the page; `rest` is that in which the event was written."""

    title: str
    summary: str
    body: str
    unknowns: str
    rest: str


@dataclass(frozen=True, slots=True)
class Notice:
    """What the page in another language says of its translation, if there is one, and of the original."""

    translation: Translation | None
    age: Age


def tongues(event: Event, site_lang: str, here: str) -> Tongues:
    """In which language each text is on a page in the language `here`; the site's own shows the original."""
    own = event.lang or site_lang
    text = event.translations.get(here) if here != site_lang else None
    if text is None:
        return Tongues(own, own, own, own, own)
    return Tongues(
        title=here if text.title else own,
        summary=here if text.summary else own,
        body=here if text.body else own,
        unknowns=here if text.unknowns else own,
        rest=own,
    )


def notice(event: Event, site_lang: str, here: str) -> Notice | None:
    """What is to be said of the translation on a page; nothing where it shows the original."""
    if here in (site_lang, event.lang or site_lang):
        return None
    text = event.translations.get(here)
    return Notice(text, age(event, text) if text else Age.CURRENT)
