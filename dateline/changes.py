# SPDX-License-Identifier: MIT
"""What was changed in an event after it was published, as its own file says it: no other record is asked.

These are its corrections, each with its day, and its translations, with the day whose state of the
event each follows. An edit that nobody noted in the file is not among them.
"""

from __future__ import annotations

import json
from typing import NamedTuple

from dateline.models import Event

TRANSLATION = "translation"


class Change(NamedTuple):
    """One change: its day in EDTF, its kind, and in words what it was.

    The kind is that of a correction, or `translation`, of which `text` is the language.
    """

    date: str
    kind: str
    text: str
    was: str | None = None
    now: str | None = None


def changes_of(event: Event) -> tuple[Change, ...]:
    """The changes that an event tells of, in the order typed, then those of its translations."""
    corrected = [
        Change(one.date.text, one.type.value, one.text, one.was, one.now) for one in event.corrections
    ]
    translated = [
        Change(one.updated.text, TRANSLATION, lang)
        for lang, one in sorted(event.translations.items())
        if one.updated
    ]
    return (*corrected, *translated)


def as_text(changes: tuple[Change, ...]) -> str:
    """The changes as JSON, or an empty text where there are none."""
    return json.dumps(changes, separators=(",", ":")) if changes else ""


def from_text(text: str) -> tuple[Change, ...]:
    """The changes in a text that `as_text` made."""
    return tuple(Change(*one) for one in json.loads(text)) if text else ()
