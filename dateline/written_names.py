# SPDX-License-Identifier: MIT
"""Places, actors and sources as people write them on a line: known ones get their ids."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from dateline.addresses import meant_as_address
from dateline.models import Actor, Place
from dateline.problems import nearest
from dateline.setting import Setting
from dateline.slugs import fold, looks_like_id

LINK = re.compile(r"(?P<words>.*?)\[(?P<more>[^\[\]]*)\]\((?P<url>https?://[^\s()]+)\)[.,;]?")
ADDRESS = re.compile(r"(?P<words>.*?)[\s,;:(<\u2013\u2014-]*(?P<url>https?://[^\s<>]+?)[.,;>]*")
PART = re.compile(
    r"(?P<name>.+?)(?:\s*\((?P<role>[^()]+)\))?(?:[,;]?\s+according to\s+(?P<speaker>.+))?", re.IGNORECASE
)
LONGEST = 2_500
"""A longer line is no name and no address; looking for parts in it would take long."""

LONGEST_NAME, NEAR = 300, 0.87
"""A name is no longer; of ten letters, nine are the same in one that was probably meant."""

NOT_PLAIN = re.compile(r"[^a-z0-9]+")

Ids = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Names:
    """The ids of a site's places and actors by folded name, of its sources by address, and its roles.

    A name that two have leads to neither.
    """

    places: Ids
    actors: Ids
    sources: Ids
    roles: Ids

    def place(self, text: str) -> str:
        """The id of the place of that name, else the name as it is."""
        return self.places.get(fold(text), text)

    def actor(self, text: str) -> str:
        """The id of the actor of that name, else the name as it is."""
        return self.actors.get(fold(text), text)

    def meant(self, key: str, text: str) -> str | None:
        """The id of a place or an actor whose name is nearly the text; None where there is none so near."""
        known = self.places if key == "place" else self.actors
        if text in known.values() or len(text) > LONGEST_NAME:
            return None
        near = get_close_matches(fold(text), known, n=1, cutoff=NEAR)
        return known[near[0]] if near else None

    def role(self, text: str) -> str | None:
        """The role that is meant; None where the words are none at all."""
        known = self.roles.get(fold(text))
        word = NOT_PLAIN.sub("_", fold(text)).strip("_")
        # A slip of a known role is left as it is, so that `check` asks what was meant.
        return known or (word if nearest(word, self.roles.values()) else None)


def names_of(setting: Setting) -> Names:
    """Everything of a site that has a name."""
    registry, roles = setting.registry, setting.site.vocabularies.get("role", {})
    addresses = ((source.url, ident) for ident, source in registry.sources.items() if source.url)
    return Names(
        by_name((name, ident) for ident, place in registry.places.items() for name in called(place)),
        by_name((name, ident) for ident, actor in registry.actors.items() for name in called(actor)),
        single(addresses),
        by_name((name, key) for key, term in roles.items() for name in (key, term.label)),
    )


def called(record: Place | Actor) -> tuple[str, ...]:
    """Every name of a record."""
    others = [(name,) if isinstance(name, str) else name for name in record.names.values()]
    return (record.name, *(name for several in others for name in several))


def by_name(pairs: Iterable[tuple[str, str]]) -> Ids:
    """Ids by folded name."""
    return single((fold(name), ident) for name, ident in pairs)


def single(pairs: Iterable[tuple[str, str]]) -> Ids:
    """The pairs as a mapping, without the keys that lead to more than one value."""
    found: dict[str, set[str]] = {}
    for key, ident in pairs:
        found.setdefault(key, set()).add(ident)
    return {key: min(idents) for key, idents in found.items() if len(idents) == 1}


def source(line: str, names: Names) -> str | dict[str, str]:
    """A source: an id, an address, or a title with or without its address."""
    found = (LINK.fullmatch(line) or ADDRESS.fullmatch(line)) if len(line) <= LONGEST else None
    if found is None:
        words = not (looks_like_id(line) or meant_as_address(line))
        return {"title": line} if words else line
    url = found["url"]
    if url in names.sources:
        return names.sources[url]
    title = " ".join(part.strip() for part in (found["words"], found.groupdict().get("more")) if part).strip()
    return {"title": title, "url": url} if title and title != url else url


def actor(line: str, names: Names) -> str | dict[str, str]:
    """An actor, with the part and the speaker where they are told: `Name (role), according to Speaker`."""
    found = PART.fullmatch(line) if len(line) <= LONGEST else None
    if found is None:
        return line
    role = names.role(found["role"]) if found["role"] else None
    name = found["name"] if role or not found["role"] else f"{found['name']} ({found['role']})"
    if not role and not found["speaker"]:
        return names.actor(name)
    told = {"actor": names.actor(name), "role": role, "according_to": found["speaker"]}
    if told["according_to"]:
        told["according_to"] = names.actor(told["according_to"])
    return {key: text for key, text in told.items() if text}
