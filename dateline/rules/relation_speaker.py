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
from dateline.setting import Setting
from dateline.stories import Story

CODE = "D206"
NAME = "relation-speaker"
SEVERITY = Severity.WARNING

# The kinds of which either side needs a speaker or a note: its name, a speaker, a note.
NEEDS = tuple(
    (kind.name, kind.needs_speaker or inverse.needs_speaker, kind.needs_note or inverse.needs_note)
    for kind in KINDS
    if (inverse := BY_NAME[kind.inverse])
)


def of_event(story: Story, _: Setting) -> Iterator[Finding]:
    """Yield each link without the speaker or the note that its kind needs, where it is written."""
    if not story.is_live:
        return
    for name, needs_speaker, needs_note in NEEDS:
        for position, relation in enumerate(getattr(story.event.relations, name)):
            loc = ("relations", name, position)
            if needs_speaker and not relation.according_to:
                message = f"the timeline itself states '{name}'"
                hint = f"write {{event: {relation.event}, according_to: whoever says so}}"
                yield Finding("event", story.id, loc, message, hint)
            if needs_note and not relation.note:
                message = f"'{name}' gives no reasons"
                hint = f"write {{event: {relation.event}, note: what speaks for it and what against}}"
                yield Finding("event", story.id, loc, message, hint)
