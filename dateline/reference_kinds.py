# SPDX-License-Identifier: MIT
"""What an id may name, field by field, and what is said of one that names nothing."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.addresses import meant_as_address
from dateline.problems import shown
from dateline.slugs import looks_like_id


@dataclass(frozen=True, slots=True)
class Kind:
    """What an id may name, and what to do when nothing has that id."""

    what: str
    advice: str
    registries: tuple[str, ...]
    name_allowed: bool = False


OR_NAME = ", or write a name with a capital letter"
PLACE = Kind("place", "add it to places.yaml", ("places",))
PLACE_OR_NAME = Kind("place", PLACE.advice + OR_NAME, ("places",), name_allowed=True)
ACTOR = Kind("actor", "add it to actors.yaml", ("actors",))
ACTOR_OR_NAME = Kind("actor", ACTOR.advice + OR_NAME, ("actors",), name_allowed=True)
SOURCE = Kind("source", "add it to sources.yaml", ("sources",))
CITATION = Kind("source", "add it to sources.yaml, or write a web address in full", ("sources",))
SPEAKER = Kind("actor or source", ACTOR.advice + OR_NAME, ("actors", "sources"), name_allowed=True)
ACCORDING_TO = Kind(
    "claim, actor or source",
    "name a claim of this event or add it to actors.yaml" + OR_NAME,
    ("claims", "actors", "sources"),
    name_allowed=True,
)
CLAIM = Kind("claim", "write the id of another claim of this event", ("claims",))
EVENT = Kind("event", "write the name of an event's file, without .yaml", ("events",))

# The lists of an event whose rows hold an id under one key.
ROWS = {
    ("sources", "source"): CITATION,
    ("actors", "actor"): ACTOR_OR_NAME,
    ("actors", "according_to"): ACCORDING_TO,
    ("claims", "by"): SPEAKER,
    ("claims", "answers"): CLAIM,
    ("claims", "source"): CITATION,
    ("media", "source"): CITATION,
    ("measures", "according_to"): ACCORDING_TO,
    ("casualties", "according_to"): ACCORDING_TO,
    ("damage", "according_to"): ACCORDING_TO,
}


def fault(text: str, wanted: Kind) -> str:
    """What is wrong with a text that names nothing; nothing is where a name or an address is allowed."""
    if looks_like_id(text):
        return f"there is no {wanted.what} {shown(text)}"
    if wanted.name_allowed or (wanted is CITATION and meant_as_address(text)):
        return ""
    if wanted is CITATION:
        return f"{shown(text)} is neither the id of a source nor a web address"
    return f"{shown(text)} is not the id of an event"


def advice(text: str, close: str | None, wanted: Kind) -> str:
    """What to do about it, the close match first."""
    described = wanted is CITATION and not looks_like_id(text)
    todo = "a source that is neither is written in place, as {title: …}" if described else wanted.advice
    return f"did you mean {close}? Else {todo}" if close else todo
