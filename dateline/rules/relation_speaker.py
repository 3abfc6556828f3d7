# SPDX-License-Identifier: MIT
"""A link of cause or reply has somebody who states it, and a possible identity has its reasons.

Bad:
    relations:
      responds_to: attack

Good:
    relations:
      responds_to: {event: attack, according_to: Ministry of Defence}
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.problems import Finding, Severity
from dateline.relations import BY_NAME, KINDS
from dateline.timeline import Timeline

CODE = "D206"
NAME = "relation-speaker"
SEVERITY = Severity.WARNING


def check(timeline: Timeline) -> Iterator[Finding]:
    """Yield each link without the speaker or the note that its kind needs, where it is written."""
    for entry in timeline.entries:
        for kind in KINDS:
            inverse = BY_NAME[kind.inverse]
            needs_speaker = kind.needs_speaker or inverse.needs_speaker
            needs_note = kind.needs_note or inverse.needs_note
            if not (needs_speaker or needs_note):
                continue
            for position, relation in enumerate(getattr(entry.event.relations, kind.name)):
                loc = ("relations", kind.name, position)
                if needs_speaker and not relation.according_to:
                    message = f"the timeline itself states '{kind.name}'"
                    hint = f"write {{event: {relation.event}, according_to: whoever says so}}"
                    yield Finding("event", entry.id, loc, message, hint)
                if needs_note and not relation.note:
                    message = f"'{kind.name}' gives no reasons"
                    hint = f"write {{event: {relation.event}, note: what speaks for it and what against}}"
                    yield Finding("event", entry.id, loc, message, hint)
