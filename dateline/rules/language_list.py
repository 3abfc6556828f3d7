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
from dateline.timeline import Timeline

CODE = "D225"
NAME = "language-list"
SEVERITY = Severity.WARNING


def check(timeline: Timeline) -> Iterator[Finding]:
    """Yield each translation in a language that the site does not list."""
    listed = {*timeline.site.languages, timeline.site.lang}
    for entry in timeline.by_id.values():
        for lang in entry.event.translations:
            if lang not in listed:
                message = f"the site's languages do not list '{lang}', the language of this translation"
                hint = f"add {lang} to languages in site.yaml"
                yield Finding("event", entry.id, ("translations", lang), message, hint, on_key=True)
