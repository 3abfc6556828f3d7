# SPDX-License-Identifier: MIT
"""What the pages that list places, actors, sources, types or tags share.

A list of too many lines is cut by letter, each letter with a page of its own; other writings than
Latin have one page each, and what is still too long goes on to further pages.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.output import Output
from dateline.slugs import fold
from dateline.theme import Page, Theme

MOST = 500
"""How many lines one page of a list holds; a page of so many stays well below 150 kB."""


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a list: what it leads to, and how many events are there."""

    label: str
    address: str
    count: int
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Letter:
    """The lines of a list that begin alike, on a page of their own."""

    label: str
    address: str
    count: int


@dataclass(frozen=True, slots=True)
class ListPage:
    """What a list shows; `letters` lead to the pages of a long one, and `whole` back to all of these."""

    explanation: str
    items: tuple[Item, ...]
    letters: tuple[Letter, ...] = ()
    whole: str = ""


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


def list_pages(page: Page, explanation: str, items: Sequence[Item], theme: Theme) -> Iterator[Output]:
    """The page of a list, or, of a long one, a page with its letters and one or more for each."""
    if len(items) <= MOST:
        yield theme.page("list.html", page, ListPage(explanation, tuple(items)))
        return
    parts = tuple(by_letter(items, page.path.removesuffix(".html")))
    letters = tuple(letter for letter, _ in parts)
    yield theme.page("list.html", page, ListPage(explanation, (), letters))
    for letter, held in parts:
        titled = replace(page, path=letter.address, title=f"{page.title}: {letter.label}")
        yield theme.page("list.html", titled, ListPage("", held, whole=page.path))


def by_letter(items: Sequence[Item], folder: str) -> Iterator[tuple[Letter, tuple[Item, ...]]]:
    """The lines of a list by the letter they begin with; no id begins with the underscore of an address."""
    held: dict[str, list[Item]] = {}
    for item in items:
        held.setdefault(beginning(item.label), []).append(item)
    for name in sorted(held, key=lambda name: (len(name) > 1, name)):
        lines = held[name]
        for number, start in enumerate(range(0, len(lines), MOST), 1):
            part = tuple(lines[start : start + MOST])
            label = span(initial(lines[0].label), initial(lines[-1].label))
            again = number > 1
            letter = Letter(
                label=f"{label} {number}" if again else label,
                address=f"{folder}/_{name}{f'-{number}' if again else ''}.html",
                count=len(part),
            )
            yield letter, part


def beginning(label: str) -> str:
    """What a line is found under: its first letter in Latin, 0 for any figure, else its writing."""
    first = initial(label).lower()
    if first.isnumeric():
        return "0"
    if first.isascii() and first:
        return first
    writing = unicodedata.name(first, "").partition(" ")[0].partition("-")[0].lower() if first else ""
    return writing if writing.isascii() and writing.isalpha() and len(writing) > 1 else "other"


def initial(label: str) -> str:
    """The first letter or figure of a line, without its accents; empty where it has none."""
    return next((one.upper() for one in fold(label) if one.isalnum()), "")


def span(first: str, last: str) -> str:
    """From one letter to another."""
    return first if first == last else f"{first}\N{EN DASH}{last}"
