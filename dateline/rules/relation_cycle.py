# SPDX-License-Identifier: MIT
"""No chain of links runs in a circle: nothing comes after itself, lies in itself or rests on itself.

Each circle is said once, at one of its links; of circles that share a member the rest come to
light when the first is opened.

Bad:
    relations:
      follows: reply

Good:
    relations:
      precedes: reply
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from dateline.problems import Finding, Severity
from dateline.relations import BY_NAME
from dateline.timeline import Timeline

CODE = "D202"
NAME = "relation-cycle"
SEVERITY = Severity.ERROR

MOST_NAMED = 8
HINT = "take one of these links out"
# All other kinds say before and after, and make one chain: they share one calendar.
SAYS = {"part_of": "these events are part of one another", "replaces": "these entries replace one another"}

Loc = tuple[str | int, ...]


class Step(NamedTuple):
    """One step of a chain, with the record and the keys where it is written."""

    start: str
    end: str
    kind: str
    id: str
    loc: Loc


def check(timeline: Timeline) -> Iterator[Finding]:
    """Yield each circle once, and each event that is linked to itself."""
    for what, links in (*chains_of_events(timeline).items(), *chains_of_registries(timeline).items()):
        for link, members, length in circles(links):
            path = " → ".join(members) + (f" → … ({length} in all)" if length >= len(members) else "")
            yield Finding(link.kind, link.id, link.loc, f"{what} in a circle: {path}", HINT)
    yield from loops(timeline)


def loops(timeline: Timeline) -> Iterator[Finding]:
    """Each link, of a kind that reads the same from both ends, from an event to itself."""
    for entry in timeline.by_id.values():
        for link in entry.row.links:
            if link.event == entry.id and BY_NAME[link.kind].symmetric:
                loc = ("relations", link.kind, link.position, "event")
                yield Finding("event", entry.id, loc, f"'{link.kind}' leads from the event to itself", HINT)


def chains_of_events(timeline: Timeline) -> dict[str, list[Step]]:
    """The links between events that may not close, by what they say; written from either side."""
    chains: dict[str, list[Step]] = {}
    for entry in timeline.by_id.values():
        for link in entry.row.links:
            kind = BY_NAME[link.kind]
            forward = kind if kind.acyclic else BY_NAME[kind.inverse]
            if not forward.acyclic:
                continue
            what = SAYS.get(forward.name, "these events come after one another")
            start, end = (entry.id, link.event) if kind.acyclic else (link.event, entry.id)
            loc = ("relations", link.kind, link.position, "event")
            chains.setdefault(what, []).append(Step(start, end, "event", entry.id, loc))
    return chains


def chains_of_registries(timeline: Timeline) -> dict[str, list[Step]]:
    """The links within each registry that may not close, by what they say."""
    registry = timeline.registry
    return {
        "these places lie in one another": [
            Step(ident, place.part_of, "place", ident, ("part_of",))
            for ident, place in registry.places.items()
            if place.part_of
        ],
        "these actors belong to one another": [
            Step(ident, actor.member_of, "actor", ident, ("member_of",))
            for ident, actor in registry.actors.items()
            if actor.member_of
        ],
        "these sources rest on one another": [
            Step(ident, end, "source", ident, loc)
            for ident, source in registry.sources.items()
            for loc, end in (
                *(((("via",), source.via),) if source.via else ()),
                *((("based_on", position), end) for position, end in enumerate(source.based_on)),
            )
        ],
    }


def circles(links: Iterable[Step]) -> Iterator[tuple[Step, list[str], int]]:
    """Each circle as its first link, the members to name and how many there are.

    A walk in depth, without recursion: a chain may be as long as the archive. A link back to a
    member of the path that leads here closes a circle.
    """
    onward: dict[str, list[Step]] = {}
    for link in sorted(links, key=lambda link: (link.start, link.end)):
        onward.setdefault(link.start, []).append(link)
    done: set[str] = set()
    told: set[str] = set()
    for root, first_steps in onward.items():
        if root in done:
            continue
        path = [root]
        place = {root: 0}
        waiting = [iter(first_steps)]
        while waiting:
            step = next(waiting[-1], None)
            if step is None:
                waiting.pop()
                left = path.pop()
                del place[left]
                done.add(left)
            elif step.end in place:
                start = place[step.end]
                if not told.issuperset((path[-1], step.end)):
                    told.update((path[-1], step.end))
                    yield first_link(onward, path, start), named(path, start), len(path) - start
            elif step.end not in done:
                place[step.end] = len(path)
                path.append(step.end)
                waiting.append(iter(onward.get(step.end, ())))


def first_link(onward: Mapping[str, list[Step]], path: list[str], start: int) -> Step:
    """The link from the first member of a circle to the second."""
    following = path[start + 1] if start + 1 < len(path) else path[start]
    return next(link for link in onward[path[start]] if link.end == following)


def named(path: list[str], start: int) -> list[str]:
    """The members of a circle in order, back to the first, or only the first of many."""
    members = path[start : start + MOST_NAMED]
    return [*members, path[start]] if len(path) - start < MOST_NAMED else members
