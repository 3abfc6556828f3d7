# SPDX-License-Identifier: MIT
"""A translation is in a language that site.yaml lists.

Bad:
    translations:
      es: {title: Vuelve la luz}    # site.yaml has languages: [en, ar]

Good:
    translations:
      ar: {title: عودة الكهرباء}
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.problems import Finding, Severity
from dateline.setting import Setting
from dateline.stories import Story

CODE = "D225"
NAME = "language-list"
SEVERITY = Severity.WARNING


def of_event(story: Story, setting: Setting) -> Iterator[Finding]:
    """Yield each translation in a language that the site does not list."""
    for lang in story.event.translations:
        if lang not in setting.site.languages and lang != setting.site.lang:
            message = f"the site's languages do not list '{lang}', the language of this translation"
            hint = f"add {lang} to languages in site.yaml"
            yield Finding("event", story.id, ("translations", lang), message, hint, on_key=True)
