# SPDX-License-Identifier: MIT
"""What somebody says of an event becomes its fields, and the records that are new with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from dateline.addresses import meant_as_address
from dateline.document import Document, read
from dateline.known import Unsure, known, meant, source_at
from dateline.models import Event, Source
from dateline.problems import Problem
from dateline.registering import Addition, addition
from dateline.registry import Registry
from dateline.setting import Setting
from dateline.urls import UrlError, parse_url
from dateline.validate import validate
from dateline.yaml_text import Data, yaml_text

SOUND: Mapping[str, Data] = {"title": "x", "date": "2022-01-05", "sources": ["https://example.org/"]}
PLAIN = ("title", "date", "time", "summary", "verification", "lang")


@dataclass(frozen=True, slots=True)
class Read:
    """Where it was read: a web address, the id or title of a source; for a new one, what is known of it.

    Here and below, `keep` asks for a place of its own in the registry.
    """

    at: str
    title: str = ""
    publisher: str = ""
    date: str = ""
    keep: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """Who took part: an actor's id or name, and the role."""

    actor: str
    role: str = ""
    keep: bool = False


@dataclass(frozen=True, slots=True)
class Answers:
    """What is said of an event; a text that is empty was not given. `plain` holds the keys in PLAIN."""

    plain: Mapping[str, str]
    read: tuple[Read, ...] = ()
    place: str = ""
    keep_place: bool = False
    type: str = ""
    parts: tuple[Part, ...] = ()
    tags: tuple[str, ...] = ()
    unknowns: tuple[str, ...] = ()


@dataclass(slots=True)
class Composer:
    """The fields of an event and its new records, as far as they are composed.

    When somebody is `sure`, a name stays that is only close to a known one.
    """

    setting: Setting
    sure: bool = False
    fields: dict[str, Data] = field(default_factory=dict)
    additions: list[Addition] = field(default_factory=list)

    def compose(self, answers: Answers) -> None:
        """Take every answer; raises `Unsure` for one that is close to what is known, and is not that."""
        names = known(self.setting.site, self.setting.registry)
        self.fields |= {key: answers.plain[key] for key in PLAIN if answers.plain.get(key)}
        if answers.place:
            place = meant(answers.place, names["place"], "place", free=True, sure=self.sure)
            new = answers.keep_place and place not in names["place"]
            self.fields["place"] = self.keep("places", place, {"name": place}) if new else place
        if answers.type:
            self.fields["type"] = meant(answers.type, names["type"], "type", free=not names["type"])
        parts = [self.part(one) for one in answers.parts]
        read_at = [self.citation(one) for one in answers.read]
        lists: dict[str, list[Data]] = {
            "actors": parts,
            "sources": read_at,
            "tags": list(answers.tags),
            "unknowns": list(answers.unknowns),
        }
        self.fields |= {key: value for key, value in lists.items() if value}

    def part(self, one: Part) -> Data:
        """An actor's part as it is typed."""
        names = known(self.setting.site, self.setting.registry)
        actor = meant(one.actor, names["actor"], "actor", free=True, sure=self.sure)
        if one.keep and actor not in names["actor"]:
            actor = self.keep("actors", actor, {"name": actor})
        role = meant(one.role, names["role"], "role", free=not names["role"]) if one.role else ""
        return {"actor": actor, "role": role} if role else actor

    def citation(self, one: Read) -> Data:
        """A source as it is typed: an id, an address, or what is known of it."""
        registry = self.setting.registry
        is_address = meant_as_address(one.at)
        there = source_at(one.at, registry) if is_address else None
        if there or one.at in registry.sources:
            return there or one.at
        if is_address and not one.title and not one.keep:
            return one.at
        if is_address and not one.title:
            raise Unsure(f"a source that is kept needs a title: {one.at}")
        if not is_address:
            names = known(self.setting.site, registry)["source"]
            title = meant(one.at, names, "source", free=True, sure=self.sure)
            if title in registry.sources:
                return title
            record: dict[str, Data] = {"title": one.title or title}
        else:
            record = {"title": one.title, "url": one.at}
        if one.publisher:
            record["publisher"] = publisher(one.publisher, self.setting)
        if one.date:
            record["date"] = one.date
        if not one.keep:
            return {key: record[key] for key in Source.model_fields if key in record}
        return self.keep("sources", f"{one.publisher or host(one.at)} {one.date}", record)

    def keep(self, kind: str, named: str, record: Mapping[str, Data]) -> str:
        """Put a record among the new ones, once; its id."""
        for one in self.additions:
            if one.registry == kind and one.record == record:
                return one.id
        taken = {*ids(self.setting.registry, kind), *(one.id for one in self.additions)}
        self.additions.append(addition(kind, named, record, taken))
        return self.additions[-1].id


def ids(registry: Registry, kind: str) -> Iterator[str]:
    """The ids of a registry."""
    return iter({"actors": registry.actors, "places": registry.places, "sources": registry.sources}[kind])


def publisher(typed: str, setting: Setting) -> str:
    """The id of a publisher who is known by that id or name; else the name as it was typed."""
    try:
        return meant(typed, known(setting.site, setting.registry)["actor"], "actor", free=True)
    except Unsure:
        return typed


def host(address: str) -> str:
    """The host of an address, or the text itself."""
    try:
        return parse_url(address).shown_host.removeprefix("www.")
    except UrlError:
        return address


def event_of(fields: Mapping[str, Data]) -> Event | tuple[Problem, ...]:
    """The event with these fields as the site will read it, or everything that is wrong with them."""
    document = read("the event", yaml_text(fields).encode())
    return validate(Event, document) if isinstance(document, Document) else document


def fault(key: str, value: Data) -> str:
    """What is wrong with the value of one field, and what to do; empty where nothing is."""
    found = event_of({**SOUND, key: value})
    if isinstance(found, Event):
        return ""
    return "; ".join(part for part in (found[0].message, found[0].hint) if part)
