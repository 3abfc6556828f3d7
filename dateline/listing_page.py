# SPDX-License-Identifier: MIT
"""What the pages that list places, actors, sources, types or tags share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a list: what it leads to, and how many events are there."""

    label: str
    address: str
    count: int
    detail: str = ""


@dataclass(frozen=True, slots=True)
class ListPage:
    """What a list shows."""

    explanation: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class OtherName:
    """Another name, with its language when it is the name in a language."""

    lang: str | None
    text: str


def other_names(names: Mapping[str, str | tuple[str, ...]]) -> tuple[OtherName, ...]:
    """The other names of a record, one by one."""
    found = []
    for key, texts in names.items():
        lang = None if key in ("short", "other") else key
        found += [OtherName(lang, text) for text in ((texts,) if isinstance(texts, str) else texts)]
    return tuple(found)
