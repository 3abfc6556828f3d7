# SPDX-License-Identifier: MIT
"""Two states of one record as plain data, field by field, in words that a reviewer reads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

LONGEST = 160
"""Of a longer text, as many characters are shown about the place where it changes."""

WITHIN = " > "
BEFORE_A_CHANGE = 40
NAMES = ("id", "source", "actor", "place", "event", "url", "name", "title", "type", "about", "date", "text")
"""By the first of these that it has, an item of a list is known again."""


@dataclass(frozen=True, slots=True)
class Change:
    """A field that is not as it was: its name, what it held, and what it holds; None where it is absent."""

    field: str
    before: str | None
    after: str | None


def compared(before: Mapping[str, Any], after: Mapping[str, Any], within: str = "") -> Iterator[Change]:
    """Each change from one state of a record to another, in the order of their keys."""
    for key in dict.fromkeys((*before, *after)):
        yield from of_values(named(within, key), before.get(key), after.get(key))


def of_values(field: str, before: object, after: object) -> Iterator[Change]:
    """Each change from one value of a field to another."""
    if before == after:
        return
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        yield from compared(before, after, field)
    elif isinstance(before, list) or isinstance(after, list):
        yield from of_lists(field, as_list(before), as_list(after))
    elif isinstance(before, str) and isinstance(after, str) and ("\n" in before or "\n" in after):
        yield of_lines(field, before, after)
    elif isinstance(before, str) and isinstance(after, str):
        yield Change(field, *about_the_change(before, after))
    else:
        yield Change(field, told(before), told(after))


def as_list(value: object) -> list[Any]:
    """A list as it is; nothing, as an empty one; any other value alone in one."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def of_lists(field: str, before: list[Any], after: list[Any]) -> Iterator[Change]:
    """What was taken from a list, what was added, and how the items changed that are known again."""
    gone = [item for item in before if item not in after]
    come = [item for item in after if item not in before]
    if not gone and not come:
        yield Change(field, told(before), told(after))  # another order, or an item twice
    again = {name: item for item in come if (name := name_of(item)) is not None}
    met = []
    for item in gone:
        name = name_of(item)
        if name is not None and name in again:
            met.append(again[name])
            yield from of_values(named(field, name), item, again.pop(name))
        else:
            yield Change(field, told(item), None)
    yield from (Change(field, None, told(item)) for item in come if item not in met)


def name_of(item: object) -> str | None:
    """By what an item of a list is known again, or None for one that has nothing of the kind."""
    if not isinstance(item, Mapping):
        return None
    inside = item.get("inline")
    whole = {**inside, **item} if isinstance(inside, Mapping) else item
    return next((str(whole[key]) for key in NAMES if whole.get(key) is not None), None)


def named(field: str, part: str) -> str:
    """The name of a part of a field: "claims > rounds > text"; a field within one of its name is that."""
    return field if field.rpartition(WITHIN)[2] == part else WITHIN.join(filter(None, (field, part)))


def of_lines(field: str, before: str, after: str) -> Change:
    """How many lines of a longer text were taken out, and how many put in."""
    one, two = before.splitlines(), after.splitlines()
    parts = SequenceMatcher(None, one, two, autojunk=False).get_opcodes()
    out = sum(end - start for kind, start, end, _, _ in parts if kind != "equal")
    put = sum(end - start for kind, _, _, start, end in parts if kind != "equal")
    return Change(field, f"{len(one)} lines, {out} of them taken out", f"{len(two)} lines, {put} of them new")


def about_the_change(before: str, after: str) -> tuple[str, str]:
    """Two texts, cut to where they begin to differ if they are long."""
    if max(len(before), len(after)) <= LONGEST:
        return before, after
    same = next(
        (place for place, (one, two) in enumerate(zip(before, after, strict=False)) if one != two),
        min(len(before), len(after)),
    )
    start = max(0, same - BEFORE_A_CHANGE)
    return cut(before, start), cut(after, start)


def cut(text: str, start: int = 0) -> str:
    """So much of a text, from a place on, as is shown."""
    head = "…" if start else ""
    tail = "…" if len(text) > start + LONGEST else ""
    return head + text[start : start + LONGEST] + tail


def told(value: object) -> str | None:
    """A value in one line; None for one that is absent."""
    if value is None:
        return None
    return cut(flat(value))


def flat(value: object) -> str:
    """A value in one line, in whole."""
    if isinstance(value, Mapping):
        if len(value) == 1 and not value.keys().isdisjoint(NAMES):
            return flat(next(iter(value.values())))  # the short form in which it is mostly typed
        return "; ".join(f"{key}: {flat(item)}" for key, item in value.items())
    if isinstance(value, Sequence) and not isinstance(value, str):
        return ", ".join(f"({flat(item)})" if isinstance(item, Mapping) else flat(item) for item in value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return "null" if value is None else str(value)
