# SPDX-License-Identifier: MIT
"""The phrases of the map page, for its text and for the script that redraws its marks.

Figures and plural forms follow the language of the site and not that of the reader's browser, so a
phrase with a number comes with all its forms and with the form that each number takes.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dateline.language import Language

# Plural rules look at the last two digits; what is below a hundred may be an exception.
ROUND = 100
MOST_NAMED = 3


def events(count: int, language: Language) -> str:
    """So many events."""
    return filled(language.ngettext("one event", "{n} events", count), language, count)


def places(count: int, language: Language) -> str:
    """So many places."""
    return filled(language.ngettext("one place", "{n} places", count), language, count)


def more(count: int, language: Language) -> str:
    """So many besides those that were named."""
    return filled(language.ngettext("one more", "{n} more", count), language, count)


def one_mark(names: Sequence[str], count: int, language: Language) -> str:
    """A mark that stands for places with one circle."""
    phrase = language.gettext("{names}: {events}")
    return phrase.replace("{events}", events(count, language)).replace("{names}", listed(names, language))


def gathered_mark(names: Sequence[str], count: int, language: Language) -> str:
    """A mark that stands for places close to each other."""
    phrase = language.gettext("{places} close together: {names}. {events}")
    phrase = phrase.replace("{places}", places(len(names), language))
    return phrase.replace("{events}", events(count, language)).replace("{names}", listed(names, language))


def listed(names: Sequence[str], language: Language, most: int = MOST_NAMED) -> str:
    """The first of some names, and how many more there are."""
    shown = list(names[:most])
    if len(names) > most:
        shown.append(more(len(names) - most, language))
    return language.comma.join(shown)


def for_script(language: Language) -> dict[str, Any]:
    """Every phrase that the script needs, as it is before its gaps are filled."""
    _ = language.gettext
    return {
        "digits": language.figures("0123456789"),
        "most": MOST_NAMED,
        "and": language.comma,
        "group": language.grouping,
        "events": forms("one event", "{n} events", language),
        "places": forms("one place", "{n} places", language),
        "more": forms("one more", "{n} more", language),
        "one": _("{names}: {events}"),
        "many": _("{places} close together: {names}. {events}"),
        "status": _("{events} at {places}"),
        "statusInYears": _("{first} to {last}: {events} at {places}"),
        "within": _("Known to within {km} km."),
        "blurred": _("Position blurred on purpose to {km} km."),
        "page": _("The page of this place"),
        "older": forms("one more is on that page", "{n} more are on that page", language),
        "none": _("No event in these years."),
        "failed": _("The events could not be loaded."),
        "scale": _("{km} km"),
    }


def forms(singular: str, plural: str, language: Language) -> dict[str, Any]:
    """The forms of a phrase, and which of them each number below two hundred takes."""
    texts = [language.ngettext(singular, plural, count) for count in range(2 * ROUND)]
    known = list(dict.fromkeys(texts))
    return {"forms": known, "of": "".join(str(known.index(text)) for text in texts)}


def filled(phrase: str, language: Language, count: int) -> str:
    """A phrase with its number in the figures of the language."""
    return phrase.replace("{n}", language.quantity(count))
