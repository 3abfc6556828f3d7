"""No value in any field breaks a run; tests/browser/test_spray.py tries what a text can do in a field.

The models are walked: a field that is added tomorrow is tried tomorrow.
"""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from random import Random
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest
from pydantic import BaseModel

from dateline import kinds, models, report
from dateline.checking import check
from dateline.document import Document, read
from dateline.models import Model
from dateline.output import collisions
from dateline.pipeline import theme_of
from dateline.planning import plan
from dateline.validate import validate
from tests.outputs.planning import made
from tests.samples import site_of

ROUNDS, MOST_BUILT = 40, 4
NOW = datetime(2022, 2, 1, tzinfo=UTC)
VALUES: tuple[Any, ...] = (
    *(None, "", [], {}, [None], [[]], [{}], {"a": None}, {"": "x"}, ["a", "a"], {"inline": None}, ["e", "f"]),
    *("0", "1", "-1", "1e400", ".nan", "9" * 12, "9" * 400, "\uff11", "true", "null", "~", "x" * 70_000),
    *("Y-1000000000", "Y1000000000", "-0043-03-15", "0000", "9999-12-31", "2022-XX-XX", "19XX", "2022-21"),
    *("-9999/9999", "[2022..]", "[1667,1668]", "../2022", "2022/", "2011-12-30", "2022-02-30", "soon"),
    *("00:00", "23:59", "night", "04:30/05:10", "24:00", "Pacific/Apia", "../UTC", "America/New_York"),
    *("2022-01-05T24:00Z", "2022-02-30T00:00Z", "2022-01-05T12:00+24:00", "9999-12-31T23:59-14:00"),
    *("e", "f", "market", "army", "wire", "first", "con", "index", "../../x", "https://[", "//x", "A name"),
    *("90", "-90", "180", "-180", "20000000", "https://xn--a/", "javascript:x()", "mailto:a@example.org"),
)
# A good value for each kind of text that is not free.
GOOD: tuple[tuple[Any, str], ...] = (
    (kinds.Date, "2022-01-05"),
    (kinds.Time, "04:30"),
    (kinds.Blur, "500"),
    (kinds.Whole, "1"),
    (kinds.Decimal, "3"),
    (kinds.Latitude, "35.1"),
    (kinds.Longitude, "40.5"),
    (kinds.YesNo, "true"),
    (kinds.LanguageTag, "ar"),
    (kinds.NameKey, "ar"),
    (kinds.Country, "SY"),
    (kinds.Sha256, "a" * 64),
    (kinds.Moment, "2022-01-05T12:00:00Z"),
    (kinds.Tag, "drone"),
    (kinds.Key, "shelling"),
)
# Where a text leads somewhere, or a field excludes another.
LEADS = {"via": "wire", "based_on": "wire", "source": "wire", "name_source": "wire", "of": "e"}
LEADS |= {"part_of": "land", "possibly": "land", "id": "first", "answers": "first", "former_ids": "was-e"}
LEADS |= {"member_of": "force", "label_by": "force", "possibly_same_as": "force", "event": "f"}
LEADS |= {"url": "https://example.org/a", "archive_url": "https://example.org/b", "timezone": "Asia/Damascus"}
LEADS |= {"link": "https://example.org/c", "repository": "https://github.com/a/b", "actor": "army"}
LEFT_OUT = {"inline", "places", "low", "high", "text", "count", "file", "relations", "fields", "languages"}
NEEDED = {"Claim", "Quote", "Damage", "Correction"}  # their text is what they are


def value(annotation: Any, name: str, text: str) -> Any:
    """A good value for a field; free text is `text`."""
    origin, parts = get_origin(annotation), get_args(annotation)
    if origin in (Union, UnionType):
        return value(next(part for part in parts if part is not type(None)), name, text)
    if origin is tuple:
        return [value(parts[0], name, text)]
    if origin is dict:
        return {value(parts[0], "", text): value(parts[1], name, text)}
    if annotation is Any:
        return [text, {text[:40]: None}]
    if isinstance(annotation, type):
        return record(annotation, text) if issubclass(annotation, BaseModel) else next(iter(annotation)).value  # type: ignore[call-overload]  # an enumeration
    good = next((good for kind, good in GOOD if kind == annotation), text[:119])
    return LEADS.get(name, good)


def record(model: type[BaseModel], text: str) -> dict[str, Any]:
    """A record with nearly every field of its model."""
    left_out = LEFT_OUT - {"text"} if model.__name__ in NEEDED else LEFT_OUT
    return {
        name: value(annotation, name, text)
        for name, annotation in get_type_hints(model, include_extras=True).items()
        if name in model.model_fields and name not in left_out
    }


def content(text: str) -> dict[str, dict[str, Any]]:
    """A site in which every free text is `text`."""
    event = record(models.Event, text) | {"place": {"place": "market", "according_to": "first"}}
    event["relations"] = {"follows": {"event": "f", "note": text, "according_to": text}, "similar_to": "f"}
    event |= {"x-own": [text], "status": "published", "sources": ["wire", {"title": text, "note": text}]}
    site = record(models.Site, text) | {"vocabularies": {"type": {"shelling": {"label": text}}}, "lang": "en"}
    return {
        "site.yaml": site,
        "places.yaml": {"market": record(models.Place, text), "land": {"name": text}},
        "actors.yaml": {"army": record(models.Actor, text), "force": {"name": text}},
        "sources.yaml": {"paper": record(models.Source, text), "wire": {"title": text}},
        "events/e.yaml": event,
        "events/f.yaml": {"title": text, "date": "2022-01-04", "sources": ["wire"], "tags": ["drone"]},
        "events/e.fa.yaml": record(models.Sidecar, text) | {"lang": "fa"},
    }


def places(typed: Any, before: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The path of every value in a record, the record itself first."""
    yield before
    inner = typed.items() if isinstance(typed, dict) else enumerate(typed) if isinstance(typed, list) else ()
    for key, item in inner:
        yield from places(item, (*before, key))


def with_value(typed: Any, path: tuple[Any, ...], new: Any) -> Any:
    """The record with another value at a path that it has."""
    if not path:
        return new
    copy: Any = typed.copy()
    copy[path[0]] = with_value(typed[path[0]], path[1:], new)
    return copy


def dumped(files: dict[str, Any]) -> dict[str, str | bytes]:
    """The files as YAML, of which JSON is a part."""
    return {name: json.dumps(data, ensure_ascii=False, indent=1) for name, data in files.items()}


def outcome(folder: Path, files: dict[str, Any], *, render: bool = True) -> dict[str, bytes] | None:
    """Every file of the site, or None when it has errors; those are printed in all forms."""
    checked = check(site_of(folder, dumped(files)), now=NOW)
    assert report.as_text(checked.problems, colour=False) is not None
    for form in (report.as_github, report.as_json, report.as_html, report.summary_markdown):
        assert isinstance(form(checked.problems), str)
    if checked.timeline is None or checked.has_errors:
        return None
    if not render:
        return {}
    planned = plan(checked.timeline, folder, theme_of(checked.timeline, folder, None, NOW))
    outputs = [one for one in planned if not one.path.startswith("schema/")]
    assert collisions(outputs) == ()
    return made(outputs)


REGISTRIES = ("places.yaml", "actors.yaml", "sources.yaml")
MODELS: dict[str, type[Model]] = {
    "site.yaml": models.Site,
    "places.yaml": models.Place,
    "actors.yaml": models.Actor,
    "sources.yaml": models.Source,
    "events/e.yaml": models.Event,
    "events/e.fa.yaml": models.Sidecar,
}


@cache
def accepted(name: str) -> tuple[tuple[tuple[Any, ...], Any], ...]:
    """Each place in a file with each value that the schema lets in; the rest is refused with a line."""
    whole = content("A plain sentence")[name]
    at = (next(iter(whole)),) if name in REGISTRIES else ()
    inner = whole[at[0]] if at else whole
    return tuple(
        ((*at, *path), new)
        for path in places(inner)
        if at or path
        for new in VALUES
        if is_accepted(MODELS[name], around(inner, path, new), at)
    )


def around(whole: dict[str, Any], path: tuple[Any, ...], new: Any) -> Any:
    """The changed part of a record with the keys that every record needs, which are quick to read."""
    kept = {key for key in whole if key in {"title", "date", "sources", "name", "of", "lang", *path[:1]}}
    return with_value({key: whole[key] for key in kept} if path else whole, path, new)


def is_accepted(model: type[Model], typed: Any, at: tuple[str, ...]) -> bool:
    """Whether the schema accepts a record; if not, each problem has a message and a line."""
    text = json.dumps({at[0]: typed} if at else typed, indent=1)
    document = read("content/x.yaml", text.encode())
    if not isinstance(document, Document):
        return False
    made = validate(model, document, at)
    if isinstance(made, Model):
        return True
    assert all(one.message and one.line <= text.count("\n") + 1 for one in made)
    return False


@pytest.mark.parametrize("name", MODELS)
def test_a_value_is_accepted_or_refused_with_its_line(name: str) -> None:
    assert accepted(name)


@pytest.mark.parametrize("name", MODELS)
def test_what_the_schema_accepts_is_built_or_refused_by_a_rule(name: str, tmp_path: Path) -> None:
    """Now two places are changed, so that much is built, now many, so that every one has its turn."""
    files = content("A plain sentence")
    dice = Random(name)  # noqa: S311  # the same choices in every run
    choices: dict[tuple[Any, ...], list[Any]] = {}
    for path, new in accepted(name):
        choices.setdefault(path, []).append(new)
    built = 0
    for number in range(ROUNDS):
        changed = files[name]
        for path in dice.sample(list(choices), 2 if number % 2 else min(16, len(choices))):
            if path in places(changed):
                changed = with_value(changed, path, dice.choice(choices[path]))
        built += outcome(tmp_path, files | {name: changed}, render=built < MOST_BUILT) is not None

    assert built
