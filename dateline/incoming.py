# SPDX-License-Identifier: MIT
"""What an importer is given and makes: fields of events with their places, and what was not carried."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from typing import NamedTuple

from dateline.codes.importing import NOT_CARRIED, NOT_IMPORTED
from dateline.document.decoding import UNSAFE
from dateline.problems import Problem
from dateline.table_map import PLAIN_MAP, TableMap
from dateline.yaml_text import Data

LONGEST_LINE = 300
"""So many characters has a value that stands on one line at most."""

OWN = "dateline"
"""Where an event comes from that has its own id already: another site, or this one."""

FEW = 3
"""Of what was not carried for one reason, so many values are shown; of the others their lines."""


class Place(NamedTuple):
    """A line of a file, from 1."""

    file: str
    line: int


@dataclass(frozen=True, slots=True)
class Given:
    """The files that are imported, each with its name and bytes, and what their columns mean."""

    files: tuple[tuple[str, bytes], ...]
    mapping: TableMap = PLAIN_MAP


@dataclass(frozen=True, slots=True)
class Found:
    """An event: its place, its id where it comes from under the name of that, and its fields as typed."""

    at: Place
    origin: tuple[str, str]
    fields: Mapping[str, Data]


@dataclass(frozen=True, slots=True)
class Left:
    """What was not carried: the column or key, the value, and why; `whole` where no event came of it."""

    at: Place
    key: str
    value: str
    why: str
    hint: str = ""
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Imported:
    """All that an importer made of its files; `problems` are those of a file that it could not read."""

    found: tuple[Found, ...] = ()
    left: tuple[Left, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(slots=True)
class Gathering:
    """What an importer has made so far."""

    origin: str
    mapping: TableMap = PLAIN_MAP
    found: list[Found] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def leave(self, at: Place, key: str, value: object, why: str, hint: str = "") -> None:
        """Note a value that was not carried."""
        self.left.append(Left(at, key, str(value), why, hint))

    def refuse(self, at: Place, key: str, value: object, why: str, hint: str = "") -> None:
        """Note a record of which no event was made."""
        self.left.append(Left(at, key, str(value), why, hint, whole=True))

    def keep(self, at: Place, fields: Mapping[str, Data], ident: str = "", origin: str = "") -> None:
        """Take an event, with its id where it comes from, or else one made of its date and title.

        What the mapping says of every event is added where the event itself says nothing.
        """
        name = origin or self.origin
        known = ident or digest_of(str(fields.get("date", "")), str(fields.get("title", "")))
        whole = {**self.mapping.always, **{key: value for key, value in fields.items() if value != []}}
        if not whole.get("sources"):
            whole["sources"] = [{"title": f"Imported file {at.file}"}]
            why = "it names no source, so the imported file stands as its source"
            self.leave(at, "sources", "", why, "name the source in the event's file")
        if name != OWN:
            whole["external_ids"] = {**mapping_of(whole.get("external_ids")), name: known}
        clean = self.cleaned(at, "", whole)
        self.found.append(Found(at, (name, known), mapping_of(clean)))

    def cleaned(self, at: Place, key: str, value: Data) -> Data:
        """A value without characters that no text can hold; that they were there is noted."""
        if isinstance(value, str):
            text = value.replace("\r\n", "\n").replace("\r", "\n")
            kept = UNSAFE.sub("", text)
            if kept != text:
                self.leave(at, key, text, "characters that no text can show were taken out")
            return kept
        if isinstance(value, Mapping):
            return {name: self.cleaned(at, key or name, item) for name, item in value.items()}
        if isinstance(value, list | tuple):
            return [self.cleaned(at, key, item) for item in value]
        return value

    def result(self) -> Imported:
        """All of it."""
        return Imported(tuple(told_apart(self.found)), tuple(self.left), tuple(self.problems))


def told_apart(found: Iterable[Found]) -> list[Found]:
    """The events, each with an id of its own: those that share one are numbered by what they say.

    So the order in which they stand in a file does not matter.
    """
    alike: dict[tuple[str, str], list[int]] = {}
    events = list(found)
    for position, event in enumerate(events):
        alike.setdefault(event.origin, []).append(position)
    taken = set(alike)
    for (name, known), positions in alike.items():
        said = sorted(positions, key=lambda at: digest_of(json.dumps(events[at].fields, sort_keys=True)))
        number = 1
        for at in said[1:]:
            number += 1
            while (name, f"{known}-{number}") in taken:
                number += 1
            events[at] = renamed(events[at], f"{known}-{number}")
    return events


def renamed(event: Found, known: str) -> Found:
    """The event under another id where it comes from."""
    name, fields = event.origin[0], event.fields
    if name != OWN:
        fields = {**fields, "external_ids": {**mapping_of(fields.get("external_ids")), name: known}}
    return replace(event, origin=(name, known), fields=fields)


def mapping_of(value: Data) -> dict[str, Data]:
    """A record as a dictionary; an empty one where there is none."""
    return dict(value) if isinstance(value, Mapping) else {}


def digest_of(*parts: str) -> str:
    """Sixteen hexadecimal digits that stand for these texts."""
    return blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def problems_of(everything: Iterable[Left]) -> list[Problem]:
    """What was not carried as problems with their places; of many alike the first, then the others' lines."""
    alike: dict[tuple[str, ...], list[Left]] = {}
    for left in everything:
        alike.setdefault((left.at.file, left.key, left.why, left.hint, str(left.whole)), []).append(left)
    problems: list[Problem] = []
    for group in alike.values():
        problems += [problem_of(left, f"{left.key} '{left.value}'") for left in group[:FEW]]
        if others := group[FEW:]:
            lines = ", ".join(stretches(sorted({left.at.line for left in others})))
            problems.append(problem_of(others[0], f"{others[0].key}, {len(others)} more on lines {lines}"))
    return problems


def stretches(lines: Iterable[int]) -> Iterator[str]:
    """Lines in words, those that follow each other as one stretch: 3, 5-9."""
    first = last = 0
    for line in lines:
        if line != last + 1 or not first:
            if first:
                yield str(first) if first == last else f"{first}-{last}"
            first = line
        last = line
    if first:
        yield str(first) if first == last else f"{first}-{last}"


def problem_of(left: Left, what: str) -> Problem:
    """What was not carried, as a problem with its place."""
    code = NOT_IMPORTED if left.whole else NOT_CARRIED
    message = f"{what.strip()}: {left.why}" if left.key else left.why
    message = message.replace(" '': ", ": ")
    return Problem(left.at.file, left.at.line, 1, code, message, left.hint, code.severity)
