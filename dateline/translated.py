# SPDX-License-Identifier: MIT
"""The timeline in another language of the site: translated texts and names where there are any, else the own.

Only what a translation gives is another's word for the same thing. Claims, notes and quotations stay
in the language in which they were written.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from dateline import markup
from dateline.cards import encoded_card
from dateline.digest import digest
from dateline.models import Actor, Event, Place
from dateline.registry import Registry
from dateline.rows import Row
from dateline.setting import Setting
from dateline.spoken import folder_of, in_words_of
from dateline.stories import Story, story
from dateline.timeline import Entry, Linked, Timeline

Named = TypeVar("Named", Place, Actor)


@dataclass(frozen=True, slots=True)
class Telling:
    """Tells stories in a language; can be sent to other processes as the teller that it asks can."""

    tell: Callable[[Row], Story]
    setting: Setting
    code: str

    def __call__(self, row: Row) -> Story:
        """The story of a row, with its texts as far as they are translated."""
        told = self.tell(row)
        body = told.translated.get(self.code, told.body)
        up = "../" * folder_of(self.setting.site, self.code).count("/")
        bodies = {} if body is None else {"": markup.from_deeper(body, up)}
        return story(told.id, told.path, in_words(told.event, self.code), self.setting, bodies)


@dataclass(frozen=True, slots=True)
class Renamed:
    """What goes by another name in a language: places and sources by id, and the names of actors."""

    places: Mapping[str, str]
    sources: frozenset[str]
    actors: Mapping[str, str]


def in_language(timeline: Timeline, code: str) -> Timeline:
    """The timeline as its pages in that language show it."""
    site = in_words_of(timeline.site, code)
    registry = timeline.registry
    named = replace(
        registry,
        places={ident: renamed(one, code, timeline.site.lang) for ident, one in registry.places.items()},
        actors={ident: renamed(one, code, timeline.site.lang) for ident, one in registry.actors.items()},
    )
    setting = replace(timeline.setting, site=site, registry=named)
    names = renamed_in(registry, named)
    entries = {
        ident: Entry(row_in(one.row, code, names), one.is_series) for ident, one in timeline.by_id.items()
    }
    return replace(
        timeline,
        setting=setting,
        entries=tuple(entries[one.id] for one in timeline.entries),
        groups={
            grouping: {key: tuple(entries[one.id] for one in members) for key, members in held.items()}
            for grouping, held in timeline.groups.items()
        },
        stubs=tuple(entries[one.id] for one in timeline.stubs),
        by_id=entries,
        before={ident: entries[one.id] for ident, one in timeline.before.items()},
        after={ident: entries[one.id] for ident, one in timeline.after.items()},
        links={
            ident: tuple(Linked(one.kind, entries[one.entry.id], one.link) for one in ones)
            for ident, ones in timeline.links.items()
        },
        tell=Telling(timeline.tell, setting, code),
        original=timeline,
    )


def renamed(record: Named, code: str, own: str) -> Named:
    """The record under its name in a language, with the name it had among its other names."""
    given = record.names.get(code)
    if not given:
        return record
    first, *others = (given,) if isinstance(given, str) else given
    names = {own: record.name, **record.names, code: tuple(others)}
    return record.model_copy(update={"name": first, "names": {key: one for key, one in names.items() if one}})


def renamed_in(before: Registry, now: Registry) -> Renamed:
    """What the records of a registry are called now that they were not before."""
    actors = {ident: one.name for ident, one in now.actors.items() if one.name != before.actors[ident].name}
    return Renamed(
        {ident: one.name for ident, one in now.places.items() if one.name != before.places[ident].name},
        frozenset(ident for ident, one in before.sources.items() if one.publisher in actors),
        {before.actors[ident].name: name for ident, name in actors.items()},
    )


def row_in(row: Row, code: str, names: Renamed) -> Row:
    """The row with a card in that language, as far as its words are translated."""
    translated = json.loads(row.translations_text).get(code) if row.translations_text else None
    is_named = not names.places.keys().isdisjoint(row.places) or not names.sources.isdisjoint(row.sources)
    if translated is None and not is_named:
        return row
    card = row.card
    if translated is not None:
        title, summary = translated
        card = replace(card, title=title, summary=summary, lang=code)
    text = encoded_card(
        replace(
            card,
            places=tuple(replace(one, name=names.places.get(one.id or "", one.name)) for one in card.places),
            sources=tuple(names.actors.get(one, one) for one in card.sources),
        )
    )
    return replace(row, card_text=text, card_key=digest([code, text]))


def in_words(event: Event, code: str) -> Event:
    """The event with what its translation gives."""
    translation = event.translations.get(code)
    if translation is None:
        return event
    given = {name: getattr(translation, name) for name in ("title", "summary", "body", "unknowns")}
    return event.model_copy(update={name: text for name, text in given.items() if text})
