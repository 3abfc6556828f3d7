# SPDX-License-Identifier: MIT
"""Which registry records an event can depend on: every one whose id it mentions, and what these mention.

Whatever the code looks up in a registry, it looks up by a text that stands in the event or in a
record reached from it: an id, or a web address of which something is known. So one digest over the
records reached from all texts that have such a form changes whenever something does that the event
could show, and nothing has to be recorded.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

from dateline.digest import digest
from dateline.registry import Registry
from dateline.setting import Setting
from dateline.slugs import is_id

ADDRESS = re.compile(r"https?://\S+")


def mentioned(*values: object) -> tuple[str, ...]:
    """Every text in some plain data that could be an id or a web address, sorted, each once."""
    found: set[str] = set()
    waiting: list[object] = list(values)
    while waiting:
        value = waiting.pop()
        if isinstance(value, str):
            found.add(value)
        elif isinstance(value, dict):
            waiting.extend(value.values())
        elif isinstance(value, list | tuple):
            waiting.extend(value)
    return tuple(sorted(text for text in found if is_id(text) or ADDRESS.fullmatch(text)))


class Reach:
    """Answers, for a setting, what a list of mentions depends on."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self.known: dict[str, str] = {}

    @cached_property
    def whole(self) -> str:
        """A digest of the site, of every record as typed, and of what is hidden."""
        return digest([self.site, list(dumped(self.setting.registry))])

    @cached_property
    def site(self) -> str:
        """A digest of the site's settings and of what is hidden."""
        return digest([self.setting.site, sorted(self.setting.hidden)])

    @cached_property
    def records(self) -> dict[str, tuple[str, tuple[str, ...]]]:
        """For each id of a registry, a digest of the records that have it, and what they mention."""
        found: dict[str, tuple[str, tuple[str, ...]]] = {}
        for ident, plain in dumped(self.setting.registry):
            before, texts = found.get(ident, ("", ()))
            found[ident] = (digest([before, plain]), tuple(sorted({*texts, *mentioned(plain)})))
        return found

    def key(self, mentions: Iterable[str]) -> str:
        """A digest of the site and of all records that are reached from some texts."""
        records, known = self.records, self.known
        parts = [self.site]
        parts += [
            known.get(text) or known.setdefault(text, self.reached(text))
            for text in mentions
            if text in records
        ]
        return digest(parts)

    def reached(self, start: str) -> str:
        """A digest of the records with an id and of those reached from them."""
        seen, waiting = {start}, [start]
        while waiting:
            for text in self.records[waiting.pop()][1]:
                if text in self.records and text not in seen:
                    seen.add(text)
                    waiting.append(text)
        return digest([(ident, self.records[ident][0]) for ident in sorted(seen)])


def dumped(registry: Registry) -> Iterator[tuple[str, object]]:
    """Every record as plain data, with the name of its registry and what was left out left out."""
    for name in ("places", "actors", "sources", "links"):
        for ident, record in getattr(registry, name).items():
            yield ident, [name, record.model_dump(mode="json", exclude_unset=True)]
