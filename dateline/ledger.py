# SPDX-License-Identifier: MIT
"""The ledger of addresses: the id of every event that was published, and what became of its page.

A published address never dies. The ledger is what that is held against: a plain text in the site's
folder, a line an id. `dateline ledger` adds what is new; nothing ever leaves it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from dateline.codes.site import ADDRESS_REUSE, DEAD_ADDRESS, FEED_NAME, LEDGER_LINE
from dateline.load.folder import Folder
from dateline.problems import Problem, nearest, shown
from dateline.rows import Row
from dateline.slugs import is_id
from dateline.timeline import Timeline
from dateline.unchanged import LEDGER

NAME = LEDGER
LARGEST = 16_000_000
"""The ledger has at most so many bytes: some 300,000 addresses."""

ARROW, WITHDRAWN, WAS = "->", "withdrawn", "was"
HEAD = """\
# The id of every event that was ever published, and what became of its page. Nothing leaves this list.
# Written by `dateline ledger`, held against the content by `dateline check`.
"""
LINE = re.compile(r"(?P<id>\S+)(?: -> (?P<leads_to>\S+)|(?P<withdrawn> withdrawn)?(?: was (?P<first>\S+))?)")

TO_DO = (
    "{renamed}, add former_ids: [{id}] to it; if it was merged, add relations: "
    "{{replaces: {id}}} to the event that stays; else bring its file back with status: withdrawn "
    "and a withdrawn_reason"
)


@dataclass(frozen=True, slots=True)
class Address:
    """What became of an event's page: it is there, it leads to another event, or it says "withdrawn".

    `first` is the id by which feeds and calendars name the event, where that is another than its own.
    """

    leads_to: str | None = None
    withdrawn: bool = False
    first: str | None = None

    @property
    def given_up(self) -> bool:
        """Whether the id stands for no event of its own any more."""
        return self.leads_to is not None or self.withdrawn


@dataclass(frozen=True, slots=True)
class Ledger:
    """The addresses by id, the number of the line of each, and the lines that are none, by number."""

    addresses: Mapping[str, Address]
    lines: Mapping[str, int]
    faults: Mapping[int, str]


def parse(text: str) -> Ledger:
    """The ledger in a text. Where two lines name one id, as after a merge, the one that gives it up holds."""
    addresses: dict[str, Address] = {}
    lines: dict[str, int] = {}
    faults: dict[int, str] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        found = LINE.fullmatch(line.strip())
        if not found or not all(map(is_id, filter(None, found.group("id", "leads_to", "first")))):
            faults[number] = line
            continue
        address = Address(found["leads_to"], found["withdrawn"] is not None, found["first"])
        ident = found["id"]
        if ident not in addresses or address.given_up:
            addresses[ident], lines[ident] = address, number
    return Ledger(addresses, lines, faults)


def written(addresses: Mapping[str, Address]) -> str:
    """The text of a ledger, sorted."""
    return HEAD + "".join(f"{line(ident, addresses[ident])}\n" for ident in sorted(addresses))


def line(ident: str, address: Address) -> str:
    """One line of a ledger."""
    if address.leads_to is not None:
        return f"{ident} {ARROW} {address.leads_to}"
    words = [
        ident,
        *([WITHDRAWN] if address.withdrawn else []),
        *([WAS, address.first] if address.first else []),
    ]
    return " ".join(words)


def published(timeline: Timeline) -> dict[str, Address]:
    """Every address of an event that a timeline has a page for, by id."""
    found = {entry.id: Address(first=other_than(entry.id, entry.row.first_id)) for entry in timeline.entries}
    found |= {
        entry.id: Address(withdrawn=True, first=other_than(entry.id, entry.row.first_id))
        for entry in timeline.stubs
    }
    return found | {
        former: Address(leads_to=now) for former, now in timeline.redirects.items() if now in timeline.by_id
    }


def other_than(ident: str, first: str) -> str | None:
    """The first id of an event, where it has another now."""
    return first if first != ident else None


def first_known(row: Row, known: Mapping[str, Address]) -> str:
    """The id by which readers know an event from feeds and calendars; `known` are the addresses published.

    An event that is not known was renamed where one of its former ids is; else it is new.
    """
    own = known.get(row.id)
    if own and own.leads_to is None:
        return own.first or row.id
    before = [
        address.first or former
        for former in row.former_ids
        if (address := known.get(former)) and address.leads_to is None
    ]
    return row.first_id if not before or row.first_id in before else before[0]


def renewed(known: Mapping[str, Address], timeline: Timeline) -> dict[str, Address]:
    """The addresses that are known, with those of a timeline.

    An id that was given up stays given up, and what an event is called in feeds stays what it was.
    """
    there = {
        ident: replace(address, first=other_than(ident, first_known(timeline.by_id[ident].row, known)))
        if address.leads_to is None
        else address
        for ident, address in published(timeline).items()
    }
    kept = {ident for ident in known if ident not in there or is_reused(ident, known[ident], there)}
    return {**there, **{ident: known[ident] for ident in kept}}


def is_reused(ident: str, before: Address, there: Mapping[str, Address]) -> bool:
    """Whether an id that led to one event is now that of another.

    It is not where a renaming was taken back: then what it led to leads to it.
    """
    if before.leads_to is None or there.get(ident, before).given_up:
        return False
    return there.get(before.leads_to) != Address(leads_to=ident)


def counted(before: Mapping[str, Address], after: Mapping[str, Address]) -> tuple[int, int]:
    """How many addresses are new, and of how many something else became."""
    changed = [ident for ident in before if after[ident] != before[ident]]
    return len(after.keys() - before.keys()), len(changed)


def ledger_of(source: Path) -> Ledger | Problem | None:
    """The ledger of the site in a folder, why it cannot be read, or None where there is none."""
    path = source / NAME
    if not path.exists() and not path.is_symlink():
        return None
    raw = Folder(source).read(NAME, LARGEST)
    return parse(raw.decode("utf-8", "replace")) if isinstance(raw, bytes) else raw


def ledger_problems(source: Path, timeline: Timeline, broken: Collection[str]) -> Iterator[Problem]:
    """What is wrong with the addresses of the site in a folder.

    `broken` are the ids of events with errors, of which nobody can say what they will be.
    """
    ledger = ledger_of(source)
    if isinstance(ledger, Problem):
        yield ledger
    elif ledger:
        for number, text in ledger.faults.items():
            message = f"{shown(text.strip())} is no line of a ledger"
            yield Problem(NAME, number, 1, LEDGER_LINE, message, LEDGER_LINE.says, excerpt=text)
        yield from broken_promises(ledger, timeline, broken)


def broken_promises(ledger: Ledger, timeline: Timeline, broken: Collection[str]) -> Iterator[Problem]:
    """Each address of a ledger that has died, and each that stands for another event now."""
    there = published(timeline)
    new = {ident for ident, address in there.items() if ident not in ledger.addresses}
    for ident, address in ledger.addresses.items():
        if is_reused(ident, address, there):
            path = timeline.by_id[ident].row.path
            message = f"the id {shown(ident)} was given up for {shown(address.leads_to)} and is not free"
            hint = (
                f"give this event another id, and add former_ids: [{ident}] to '{address.leads_to}' again; "
                f"if it is the event that it was before, take '{ARROW} {address.leads_to}' out of {NAME}"
            )
            yield Problem(path, 1, 1, ADDRESS_REUSE, message, hint)
        elif ident not in there and ident not in broken:
            message, hint = death(ident, timeline, new)
            number = ledger.lines.get(ident, 1)
            yield Problem(NAME, number, 1, DEAD_ADDRESS, message, hint, excerpt=line(ident, address))
    yield from changed_names(ledger, timeline, there)


def changed_names(ledger: Ledger, timeline: Timeline, there: Mapping[str, Address]) -> Iterator[Problem]:
    """Each event that feeds and calendars would call by another name, so that readers get it once more."""
    for ident, address in there.items():
        row = timeline.by_id[ident].row if address.leads_to is None else None
        if row and (first := first_known(row, ledger.addresses)) != row.first_id:
            message = f"feeds and calendars know this event as {shown(first)}, which would change"
            others = [former for former in row.former_ids if former != first]
            hint = f"write former_ids: [{', '.join([first, *others])}]; the first of them is that name"
            yield Problem(row.path, 1, 1, FEED_NAME, message, hint)


def death(ident: str, timeline: Timeline, new: Collection[str]) -> tuple[str, str]:
    """What to say of an address that has died, and what to do; `new` are ids that are in no ledger."""
    if ("events", ident) in timeline.hidden:
        message = f"events/{ident}.html was published, and the event is a draft or under embargo now"
        return message, "publish it, or write status: withdrawn and a withdrawn_reason"
    message = f"events/{ident}.html was published, and no page would be there any more"
    close = nearest(ident, new)
    renamed = f"if the event is '{close}' now" if close else "if the event was renamed"
    return message, TO_DO.format(renamed=renamed, id=ident)
