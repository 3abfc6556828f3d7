# SPDX-License-Identifier: MIT
"""What a site knows by name: the record that a typed word means, or those that come close to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher

from dateline.models import Actor, Place, Site
from dateline.problems import shown
from dateline.registry import Registry
from dateline.slugs import fold, looks_like_id
from dateline.urls import UrlError, parse_url

MOST_OFFERED = 5
CLOSE = 0.7
SHORTEST_PART = 3
"""So many letters of a name, typed alone, are enough to offer it."""

Names = Mapping[str, tuple[str, ...]]
"""Records by id, each with its names in every language, the one that the site uses first."""


class Unsure(Exception):  # noqa: N818  # it says what a word leaves open
    """A word means none of the records that are there; `close` are ids of those that it may mean.

    It `may_stay` as it is where whoever typed it is sure.
    """

    def __init__(self, message: str, close: tuple[str, ...] = (), *, may_stay: bool = False) -> None:
        super().__init__(message)
        self.close = close
        self.may_stay = may_stay


def known(site: Site, registry: Registry) -> dict[str, Names]:
    """What there is by name: places, actors, sources, types and roles."""
    vocabularies = site.vocabularies
    return {
        "place": {ident: names_of(one) for ident, one in registry.places.items()},
        "actor": {ident: names_of(one) for ident, one in registry.actors.items()},
        "source": {ident: (one.title, one.publisher or "") for ident, one in registry.sources.items()},
        **{
            kind: {word: (term.label, *term.labels.values()) for word, term in words.items()}
            for kind, words in {"type": {}, "role": {}, **vocabularies}.items()
        },
    }


def names_of(record: Place | Actor) -> tuple[str, ...]:
    """All names of a place or an actor."""
    return (record.name, *(name for names in record.names.values() for name in several(names)))


def several(names: str | tuple[str, ...]) -> tuple[str, ...]:
    """One name or several, as several."""
    return (names,) if isinstance(names, str) else names


def meant(typed: str, names: Names, what: str, *, free: bool = False, sure: bool = False) -> str:
    """The id that a typed id or name stands for; with `free`, a name that is like none stays as it is.

    With `sure` too, a name stays that is only close to known ones. Raises `Unsure` with what comes close,
    and for what looks like an id and is none.
    """
    if typed in names or (free and not names and not looks_like_id(typed)):
        return typed
    bare = fold(typed)
    same = [ident for ident, words in names.items() if any(fold(word) == bare for word in words if word)]
    if len(same) == 1:
        return same[0]
    may_stay = free and not looks_like_id(typed)
    close = () if may_stay and sure else tuple(same or near(bare, names))
    if close:
        offered = " or ".join(in_words(ident, names) for ident in close)
        message = f"there is no {what} {shown(typed)}; did you mean {offered}?"
        raise Unsure(message, close, may_stay=may_stay)
    if may_stay:
        return typed
    there = ", ".join(list(names)[:MOST_OFFERED]) or "none"
    advice = ", or write a name with a capital letter" if free else ""
    raise Unsure(f"there is no {what} {shown(typed)}; known ones begin with {there}{advice}")


def in_words(ident: str, names: Names) -> str:
    """An id with its name, to choose by."""
    name = names[ident][0] if names[ident] else ""
    return f"{ident} ({name})" if name and name != ident else ident


def near(bare: str, names: Names) -> list[str]:
    """The ids of those that a word, without case and accents, comes close to, the closest first."""
    scores = {ident: max(likeness(bare, fold(word)) for word in (ident, *names[ident])) for ident in names}
    close = sorted((-score, ident) for ident, score in scores.items() if score >= CLOSE)
    return [ident for _, ident in close[:MOST_OFFERED]]


def likeness(one: str, other: str) -> float:
    """How alike two words are, from 0 to 1; a part of a name is as good as a slip in it."""
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) >= SHORTEST_PART and shorter in longer:
        return CLOSE + (1 - CLOSE) * len(shorter) / len(longer)
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.real_quick_ratio() < CLOSE or matcher.quick_ratio() < CLOSE:
        return 0.0
    return matcher.ratio()


def source_at(address: str, registry: Registry) -> str | None:
    """The id of the source that has this web address, or is archived there."""
    wanted = bare_address(address)
    for ident, source in registry.sources.items():
        if wanted in map(bare_address, addresses(source.url, source.archive_url)):
            return ident
    return None


def addresses(*found: str | None) -> Iterator[str]:
    """Those that are there."""
    return (one for one in found if one)


def bare_address(address: str) -> str:
    """An address without what differs between two ways to write it."""
    try:
        href = parse_url(address).href
    except UrlError:
        href = address
    return href.partition("://")[2].removeprefix("www.").rstrip("/") or href
