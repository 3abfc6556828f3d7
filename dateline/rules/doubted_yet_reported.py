# SPDX-License-Identifier: MIT
"""An event that a speaker denies or does not confirm is neither reported nor confirmed.

Only whether it happened and who is responsible count; an absence of reports on casualties is no
doubt. Where the doubt does not count, `verification_note` says why.

Bad:
    verification: reported
    claims:
      - {by: Ministry of Defence, stance: denies, about: occurrence, text: There was no attack.}

Good:
    verification: disputed
    claims:
      - {by: Ministry of Defence, stance: denies, about: occurrence, text: There was no attack.}
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.problems import Finding, Severity, shown
from dateline.references import speaker_named
from dateline.setting import Setting
from dateline.stories import Story
from dateline.terms import About, Rank, Stance, Verification

CODE = "D207"
NAME = "doubted-yet-reported"
SEVERITY = Severity.WARNING

SETTLED = (Verification.REPORTED, Verification.CONFIRMED)
SUBSTANCE = (About.OCCURRENCE, About.RESPONSIBILITY)
VERBS = {Stance.DENIES: "denies it", Stance.UNCONFIRMED: "does not confirm it"}
WHY = "or say in verification_note why the doubt does not count"
WORDS = {Stance.DENIES: "disputed", Stance.UNCONFIRMED: "disputed or unconfirmed"}


def of_event(story: Story, setting: Setting) -> Iterator[Finding]:
    """Yield each claim that speaks against how well its event is said to be supported."""
    event = story.event
    if not story.is_live or event.verification not in SETTLED or event.verification_note:
        return
    for position, claim in enumerate(event.claims):
        if claim.stance not in VERBS or claim.about not in SUBSTANCE or claim.rank is Rank.DEPRECATED:
            continue
        speaker = shown(speaker_named(claim.by, setting.registry).name)
        message = f"the event is '{event.verification}', but {speaker} {VERBS[claim.stance]}"
        hint = f"write verification: {WORDS[claim.stance]}, {WHY}"
        yield Finding("event", story.id, ("claims", position, "stance"), message, hint)
