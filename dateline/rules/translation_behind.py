# SPDX-License-Identifier: MIT
"""A translation follows the last correction of its event.

Its page says so where it does not, or where that cannot be told.

Bad:
    corrections: [{date: 2022-01-07, type: correction, text: The place was wrong.}]
    translations:
      ar: {title: عودة الكهرباء, updated: 2022-01-06}

Good:
    corrections: [{date: 2022-01-07, type: correction, text: The place was wrong.}]
    translations:
      ar: {title: عودة الكهرباء, updated: 2022-01-07}
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.problems import Finding, Severity
from dateline.setting import Setting
from dateline.stories import Story
from dateline.translation_age import Age, age

CODE = "D226"
NAME = "translation-behind"
SEVERITY = Severity.WARNING

MESSAGES = {
    Age.OLDER: "the event was corrected after the day that its translation into '{}' follows",
    Age.UNSURE: "it is not said whether the translation into '{}' follows the event's corrections",
}


def of_event(story: Story, _setting: Setting) -> Iterator[Finding]:
    """Yield each translation that is older than a correction, or may be."""
    for lang, translation in story.event.translations.items():
        found = age(story.event, translation)
        if found is not Age.CURRENT:
            hint = "compare the two, then write in the translation: updated: the day of the last correction"
            message = MESSAGES[found].format(lang)
            yield Finding("event", story.id, ("translations", lang), message, hint, on_key=True)
