# SPDX-License-Identifier: MIT
"""Turns a document into a record of the schema, or into problems in plain words with their places."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from dateline.codes import fields
from dateline.document import Document, Loc
from dateline.kinds import shape
from dateline.models import Citation, Event, Model, ReferenceModel
from dateline.problems import Code, Problem, in_reading_order, nearest, shown

M = TypeVar("M", bound=Model)

BY_NAME: Mapping[str, Code] = {code.name: code for code in vars(fields).values() if isinstance(code, Code)}
LEANED_ON = frozenset({"", "date", "sources", "claims", "relations", "verification", "status"})
SHAPES = {
    "string_type": "text",
    "tuple_type": "a list",
    "list_type": "a list",
    "dict_type": "a mapping",
    "model_type": "a mapping",
    "model_attributes_type": "a mapping",
}
# Words that people write for a word of a closed vocabulary, where the letters do not give it away.
MEANT = {
    "wounded": "injured",
    "hurt": "injured",
    "dead": "killed",
    "arrested": "detained",
    "verified": "confirmed",
    "claimed": "asserts",
}
UNSURE = frozenset("[]{}#&*!|>%@`'" + '"')  # characters that mean something in a YAML list


def validate(model: type[M], document: Document, at: Loc = ()) -> M | tuple[Problem, ...]:
    """The record at `at` in the document, or everything that is wrong with it, in reading order."""
    typed = within(document.data, at)
    if model is Event and isinstance(typed, dict):
        typed = with_own_keys(typed)
    try:
        return model.model_validate(typed)
    except ValidationError as error:
        details = error.errors(include_url=False)
        misspelt = {meant(model, one) for one in details if one["type"] == "extra_forbidden"}
        faults = [
            one
            for one in details
            if (one["type"] != "missing" or one["loc"] not in misspelt)
            # A list whose only item is refused is "too short" too; the item's own fault says it all.
            and not (one["type"] == "too_short" and isinstance(one["input"], list) and one["input"])
        ]
        return in_reading_order(problem(model, document, at, typed, one) for one in faults)


def remainder(document: Document) -> Event | None:
    """What is sound of an event with faults, so that the rules can speak of the rest in the same run.

    Never to be published. None where a faulty key is one that other fields lean on: the rules would
    then find faults that are not there.
    """
    typed = with_own_keys(document.data)
    try:
        return Event.model_validate(typed)
    except ValidationError as error:
        faulty = {str(one["loc"][0]) if one["loc"] else "" for one in error.errors(include_url=False)}
    if faulty & LEANED_ON:
        return None
    try:
        return Event.model_validate({"title": "?"} | {key: typed[key] for key in typed if key not in faulty})
    except ValidationError:
        return None


def with_own_keys(typed: dict[str, Any]) -> dict[str, Any]:
    """The event with its x- keys under extra."""
    own = {key: value for key, value in typed.items() if key.startswith("x-")}
    if not own:
        return typed
    extra = typed.get("extra", {})
    if not isinstance(extra, dict):  # its own fault is to be told
        return {key: value for key, value in typed.items() if key not in own}
    # A key that stands in both is left in its place, to be refused.
    kept = {key: value for key, value in typed.items() if key not in own or key in extra}
    return {**kept, "extra": {**extra, **own}}


def within(data: object, loc: Loc) -> Any:
    """The value at a path of keys, which exists."""
    for key in loc:
        data = data[key]  # type: ignore[index]  # the path was walked when the document was read
    return data


def problem(model: type[Model], document: Document, at: Loc, typed: object, detail: ErrorDetails) -> Problem:
    """One fault of the schema as a problem with a place."""
    kind, context = detail["type"], detail.get("ctx", {})
    loc = at + as_typed(typed, detail["loc"])
    if kind in BY_NAME:
        return document.problem(BY_NAME[kind], loc, str(context["message"]), str(context["hint"]))
    if kind == "missing":
        parent = at + as_typed(typed, detail["loc"][:-1])
        return missing(model, document, parent, detail)
    if kind == "extra_forbidden":
        return unknown(model, document, loc, detail)
    if kind == "enum":
        return off_vocabulary(document, loc, detail)
    return of_shape(model, document, loc, detail)


def missing(model: type[Model], document: Document, parent: Loc, detail: ErrorDetails) -> Problem:
    """A required key that is not there, with an example line."""
    name = str(detail["loc"][-1])
    field = field_at(model, detail["loc"])
    example = f"add a line such as {name}: {sample(field)}" if field and field.examples else ""
    what = "an event needs it" if model is Event and len(detail["loc"]) == 1 else "it is needed here"
    return document.problem(fields.MISSING_KEY, parent, f"'{name}' is missing: {what}", example, key=True)


def known_keys(model: type[Model], detail: ErrorDetails) -> tuple[str, ...]:
    """The keys that may stand where the fault is."""
    owner = model_at(model, detail["loc"][:-1])
    return tuple(key for key in owner.model_fields if key != "inline") if owner else ()


def meant(model: type[Model], detail: ErrorDetails) -> tuple[str | int, ...]:
    """The path of the key that an unknown one was probably meant to be; that key is not missing."""
    *parent, name = detail["loc"]
    letters = "".join(letter for letter in str(name) if letter.isascii())
    return (*parent, nearest(letters, known_keys(model, detail)) or "")


def unknown(model: type[Model], document: Document, loc: Loc, detail: ErrorDetails) -> Problem:
    """A key that the schema does not have, with the one that was probably meant."""
    name = str(detail["loc"][-1])
    known = known_keys(model, detail)
    if look_alike := foreign_letter(name, known):
        return document.problem(
            fields.UNKNOWN_KEY, loc, f"{shown(name)} {look_alike}", "type it anew", key=True
        )
    close = nearest(name, known)
    hint = f'did you mean "{close}"? ' if close else ""
    if inline := describing(model, detail):
        message, hint = inline
        return document.problem(fields.UNKNOWN_KEY, loc, f"{shown(name)} {message}", hint, key=True)
    own = "; a key of your own begins with x-" if model is Event and loc == (name,) and not close else ""
    return document.problem(
        fields.UNKNOWN_KEY,
        loc,
        f"{shown(name)} is not a known key",
        f"{hint}Known keys: {', '.join(known)}{own}",
        key=True,
    )


def describing(model: type[Model], detail: ErrorDetails) -> tuple[str, str] | None:
    """What to say of a key that has its place elsewhere, or None for another key."""
    if model is Event and len(detail["loc"]) == 1 and str(detail["loc"][0]).startswith("x-"):
        return "is under 'extra' too", "keep one of the two"
    owner = model_at(model, detail["loc"][:-1])
    if owner is None or not issubclass(owner, ReferenceModel):
        return None
    if detail["loc"][-1] not in owner.described.model_fields:
        return None
    first = "url" if owner is Citation else "name"
    return (
        f"does not go with '{owner.short_for}', which names one that is listed elsewhere",
        f"to describe it here, write {first}: in place of {owner.short_for}:",
    )


def foreign_letter(name: str, known: Iterable[str]) -> str | None:
    """Which character makes a key look like a known one without being it, or None."""
    foreign = next((letter for letter in name if not letter.isascii()), None)
    if foreign is None:
        return None
    close = nearest("".join(letter for letter in name if letter.isascii()), known)
    if close is None:
        return None
    return f'looks like "{close}" but holds U+{ord(foreign):04X} {unicodedata.name(foreign, "UNNAMED")}'


def off_vocabulary(document: Document, loc: Loc, detail: ErrorDetails) -> Problem:
    """A word that a closed vocabulary does not have."""
    typed = detail["input"]
    words = [
        word.strip("'") for word in str(detail.get("ctx", {})["expected"]).replace(" or ", ", ").split(", ")
    ]
    if typed is None:
        return document.problem(
            fields.EMPTY_VALUE, loc, "this key has no value", "leave the key out, or give a value"
        )
    meant_word = MEANT.get(str(typed).lower())
    close = meant_word if meant_word in words else nearest(str(typed), words)
    hint = (f"did you mean {close}? " if close else "") + f"The words are: {', '.join(words)}"
    return document.problem(
        fields.VOCABULARY, loc, f"{shown(typed)} is not one of the words allowed here", hint
    )


def of_shape(model: type[Model], document: Document, loc: Loc, detail: ErrorDetails) -> Problem:
    """A value of the wrong shape, empty, or too long."""
    kind, typed, context = detail["type"], detail["input"], detail.get("ctx", {})
    name = str(detail["loc"][-1]) if detail["loc"] else ""
    label = f"'{name}'" if name and not name.isdigit() else "this item"
    label = "this key" if name == "[key]" else label  # a mapping's key is itself at fault
    if kind in ("string_too_long", "too_long"):
        limit, length = context["max_length"], len(str(typed).strip())
        return document.problem(
            fields.TOO_LONG, loc, f"{label} has {length:,} characters, the limit is {limit:,}", "shorten it"
        )
    if typed is None or kind in ("string_too_short", "too_short"):
        field = field_at(model, detail["loc"])
        hint = (
            f"give a value, such as {sample(field)}"
            if field is not None and field.is_required()
            else "leave the key out, or give a value"
        )
        return document.problem(fields.EMPTY_VALUE, loc, f"{label} has no value", hint)
    wanted = SHAPES.get(kind, "something else")
    hint = (
        as_list(name, typed)
        if wanted == "a list"
        else as_record(model, detail)
        if wanted == "a mapping"
        else ""
    )
    return document.problem(fields.WRONG_SHAPE, loc, f"{label} is {wanted}, not {shape(typed)}", hint)


def as_list(name: str, typed: object) -> str:
    """How to write as a list what was written as text: the line itself where it is sure."""
    text = typed.strip() if isinstance(typed, str) else ""
    items = text.split(",")
    sure = text and name and not set(text) & UNSURE and ": " not in text
    if sure and (len(items) == 1 or all(" " not in item.strip() for item in items)):
        return f"write {name}: [{text}]"
    return "start each item with '- ', or write [one, two]"


def as_record(model: type[Model], detail: ErrorDetails) -> str:
    """Which keys to write where a value stands alone."""
    owner = model_at(model, detail["loc"])
    known = [key for key in owner.model_fields if key != "inline"] if owner else []
    return f"write keys with their values; known keys: {', '.join(known)}" if known else ""


def as_typed(typed: Any, loc: tuple[str | int, ...]) -> Loc:
    """The part of a schema path that exists in what was typed; short forms have fewer steps."""
    found: list[str | int] = []
    for step in loc:
        if isinstance(typed, dict):
            there = step in typed
        else:
            there = isinstance(typed, list) and isinstance(step, int) and step < len(typed)
        if there:
            typed = typed[step]
            found.append(step)
    return tuple(found)


def model_at(model: type[Model], loc: tuple[str | int, ...]) -> type[BaseModel] | None:
    """The class of the record at a schema path."""
    here: type[BaseModel] | None = model
    for step in loc:
        if here is None:
            return None
        if isinstance(step, int):
            continue
        field = here.model_fields.get(step)
        if field is not None:
            here = record_in(field.annotation)
    return here


def record_in(annotation: object) -> type[BaseModel] | None:
    """The record class inside an annotation such as tuple[Claim, ...] | None."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := record_in(part))), None)


def field_at(model: type[Model], loc: tuple[str | int, ...]) -> FieldInfo | None:
    """The field at a schema path; a whole record is in none."""
    owner = model_at(model, loc[:-1])
    return owner.model_fields.get(str(loc[-1])) if owner and loc else None


def sample(field: FieldInfo) -> str:
    """The first example of a field as it would be typed."""
    example = (field.examples or [""])[0]
    return f"[{', '.join(map(str, example))}]" if isinstance(example, list) else str(example)
