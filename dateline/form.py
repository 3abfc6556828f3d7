# SPDX-License-Identifier: MIT
"""What the form in the site asks of an event: fields of the schema, with what the schema says of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args, get_type_hints

from dateline import kinds
from dateline.models import Event, Model, ReferenceModel, Site
from dateline.reference_kinds import CITATION, PLACE_OR_NAME, ROWS, Kind
from dateline.terms import Term

FIRST = ("title", "date", "sources", "place", "summary")
"""What everybody is asked."""

MORE = ("type", "time", "verification", "actors", "tags", "unknowns", "claims", "body", "lang")
"""What is asked of those who know more."""

PARTS = {
    "actors": ("actor", "role", "according_to"),
    "claims": ("by", "about", "stance", "text", "source", "said"),
}
"""What is asked of each row of a list of records."""

KINDS = (
    *((kinds.Date, "date"), (kinds.Time, "time"), (kinds.Key, "key"), (kinds.Tag, "tag")),
    *((kinds.LanguageTag, "language"), (kinds.Title, "line"), (kinds.Line, "line")),
    *((kinds.Paragraph, "paragraph"), (kinds.Body, "body")),
)
"""How the kinds of value in the schema are asked for."""

VOCABULARIES = {("type",): "type", ("tags",): "tag", ("actors", "role"): "role"}
"""Where a word of one of the site's vocabularies stands."""

REFERENCES: Mapping[tuple[str, ...], Kind] = {
    ("place",): PLACE_OR_NAME,
    ("sources",): CITATION,
    **{path: kind for path, kind in ROWS.items() if path[0] in PARTS},
}
"""Where an id may stand, and what it may name."""

NAMED = {"lang": "Language"}
"""What a field is called where its key says too little."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A word that may be chosen; label and meaning are in English, to be translated, unless `own`."""

    value: str
    label: str
    meaning: str = ""
    own: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """A field as the form asks for it; `label` and `says` are in English, to be translated.

    `kind` says how it is read: line, paragraph, body, date, time, key, tag, language, choice or
    record. `most` is how many characters it may have, 0 where nothing says so. `several` fields
    have any number of rows, and those of a record have `parts`.
    """

    path: tuple[str, ...]
    kind: str
    label: str
    says: str
    example: str = ""
    required: bool = False
    several: bool = False
    most: int = 0
    choices: tuple[Choice, ...] = ()
    offered: tuple[str, ...] = ()
    parts: tuple[Asked, ...] = ()

    @property
    def name(self) -> str:
        """Its key in the file."""
        return self.path[-1]


def asked(site: Site) -> tuple[tuple[Asked, ...], tuple[Asked, ...]]:
    """What everybody is asked, and what those who know more."""
    return tuple(in_event(FIRST, site)), tuple(in_event(MORE, site))


def in_event(names: tuple[str, ...], site: Site) -> Iterator[Asked]:
    """Fields of an event by their names."""
    return (field(Event, (name,), site) for name in names)


def field(model: type[Model], path: tuple[str, ...], site: Site) -> Asked:
    """One field of a record, as the schema defines it."""
    name = path[-1]
    info = model.model_fields[name]
    hint, several = single(hints_of(model)[name])
    record = hint if isinstance(hint, type) and name in PARTS and issubclass(hint, Model) else None
    kind = "record" if record else kind_of(hint)
    wanted = REFERENCES.get(path)
    return Asked(
        path=path,
        kind=kind,
        label=NAMED.get(name, name.replace("_", " ").capitalize()),
        says=info.description or "",
        example="" if kind in ("record", "choice") else example(info.examples),
        required=info.is_required(),
        several=several,
        most=longest(hint),
        choices=choices(hint, path, site),
        offered=tuple(one for one in wanted.registries if one != "claims") if wanted else offered(path),
        parts=tuple(field(record, (*path, part), site) for part in PARTS[name]) if record else (),
    )


@cache
def hints_of(model: type[Model]) -> Mapping[str, Any]:
    """The type of each field of a record, with its limits."""
    return get_type_hints(model, include_extras=True)


def single(hint: Any) -> tuple[Any, bool]:
    """The kind of value inside "one or none" and inside a list, and whether it was in a list."""
    inner = [one for one in get_args(hint) if one not in (type(None), ...)]
    if type(None) in get_args(hint) and not hasattr(hint, "__metadata__"):
        return single(inner[0])
    if getattr(hint, "__origin__", None) is tuple:
        return inner[0], True
    return hint, False


def kind_of(hint: Any) -> str:
    """How a kind of value is asked for; a thing that may be named or described is asked for by name."""
    if isinstance(hint, type):
        return "choice" if issubclass(hint, Term) else "line"
    return next(name for kind, name in KINDS if kind == hint)


def longest(hint: Any) -> int:
    """How many characters a value may have, or 0."""
    if isinstance(hint, type) and issubclass(hint, ReferenceModel):
        return longest(single(hints_of(hint)[hint.short_for])[0])
    limits = [getattr(one, "max_length", None) for one in getattr(hint, "__metadata__", ())]
    return next((limit for limit in limits if limit), 0)


def choices(hint: Any, path: tuple[str, ...], site: Site) -> tuple[Choice, ...]:
    """The words that may be chosen, where they are listed."""
    if isinstance(hint, type) and issubclass(hint, Term):
        return tuple(Choice(term.value, term.label, term.meaning) for term in hint)
    if hint == kinds.LanguageTag:
        return tuple(Choice(code, code, own=True) for code in dict.fromkeys((site.lang, *site.languages)))
    known = site.vocabularies.get(VOCABULARIES.get(path, ""), {})
    return tuple(Choice(key, term.label, own=True) for key, term in known.items())


def offered(path: tuple[str, ...]) -> tuple[str, ...]:
    """Of which words in use some are offered, for an open field."""
    return ("tags",) if path == ("tags",) else ()


def example(examples: list[Any] | None) -> str:
    """The first example as it would be typed into a row."""
    first = (examples or [""])[0]
    return str(first[0] if isinstance(first, list) else first)


def every(fields: tuple[Asked, ...]) -> Iterator[Asked]:
    """The fields with those of their rows."""
    for one in fields:
        yield one
        yield from every(one.parts)
