# SPDX-License-Identifier: MIT
"""An actor in a role that lays blame has somebody who says so, unless the event is confirmed.

A name that is somebody's label (`label_by`) needs a speaker even then: the label is theirs. Whoever
is not identified and has no label is accused by nobody.

Bad:
    actors:
      - {actor: Northern Brigade, role: attacker}

Good:
    actors:
      - {actor: Northern Brigade, role: attacker, according_to: Ministry of the Interior}
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.accused import accused
from dateline.problems import Finding, Severity, shown
from dateline.setting import Setting
from dateline.stories import Story
from dateline.terms import Verification

CODE = "D205"
NAME = "accusation"
SEVERITY = Severity.WARNING

HINT = "add according_to: the claim, actor or source that says so"


def of_event(story: Story, _: Setting) -> Iterator[Finding]:
    """Yield each role that lays blame in the timeline's own voice."""
    if not story.is_live:
        return
    confirmed = story.event.verification is Verification.CONFIRMED
    for position, part in accused(story):
        if part.according_to or (confirmed and not part.label_by):
            continue
        name = shown(part.actor.name)
        message = f"the timeline itself says that {name} is the {part.role}"
        if part.label_by:
            message += f", under a name given by {shown(part.label_by.name)}"
        yield Finding("event", story.id, ("actors", position, "role"), message, HINT)
