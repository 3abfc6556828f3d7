# SPDX-License-Identifier: MIT
"""What a reviewer should know of a change to a site: what it does, and what may be wrong with that."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.checking import Checked
from dateline.codes.site import ADDRESS_REUSE, DEAD_ADDRESS
from dateline.difference import Difference, EventChange, Fate, difference
from dateline.event_text import event_text
from dateline.language import ENGLISH, language
from dateline.ledger import Address, Ledger, broken_promises, renewed
from dateline.problems import Problem, Severity, in_reading_order
from dateline.rules import likely_duplicate, one_root
from dateline.timeline import Timeline

MOST_CARDS = 12
"""So many events are drawn as text."""

GONE = frozenset({Fate.HIDDEN, Fate.REMOVED, Fate.MERGED})
WORTH_A_WORD = frozenset(
    {likely_duplicate.CODE, one_root.CODE, DEAD_ADDRESS.id, ADDRESS_REUSE.id},
)


@dataclass(frozen=True, slots=True)
class Card:
    """An event as a short text; `fate` is what became of it."""

    id: str
    fate: Fate
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Review:
    """A change to a site.

    `concerns` are problems that it brings and that a reviewer decides on; `errors` counts what stops a
    build. `cards` are the events that it adds or changes, `undrawn` counts those for which there was no
    room. `beside` are the files that it touches and that are no content. Where one of the two states has
    no timeline there is nothing to compare, and `comparable` says so.
    """

    difference: Difference
    concerns: tuple[Problem, ...]
    errors: int
    cards: tuple[Card, ...]
    undrawn: int
    beside: tuple[str, ...]
    comparable: bool = True


def reviewed(base: Checked, head: Checked, ledger: Ledger | None, beside: tuple[str, ...]) -> Review:
    """The change from one state of a site to another.

    `ledger` is that of the base, if it has one: all that the base publishes counts as promised too.
    """
    errors = sum(problem.severity is Severity.ERROR for problem in head.problems)
    if base.timeline is None or head.timeline is None:
        return Review(Difference((), (), (), ()), (), errors, (), 0, beside, comparable=False)
    found = difference(base.timeline, head.timeline)
    drawn = [one for one in found.events if one.fate not in GONE]
    return Review(
        difference=found,
        concerns=in_reading_order(concerns(base, head, ledger)),
        errors=errors,
        cards=tuple(card(head.timeline, one) for one in drawn[:MOST_CARDS]),
        undrawn=len(drawn[MOST_CARDS:]),
        beside=beside,
    )


def card(timeline: Timeline, change: EventChange) -> Card:
    """The card of an event that is there."""
    story = timeline.story(timeline.by_id[change.id])
    return Card(change.id, change.fate, event_text(story, language(ENGLISH)))


def concerns(base: Checked, head: Checked, ledger: Ledger | None) -> Iterator[Problem]:
    """Probable duplicates, confirmations on one root and addresses that die, where the base has them not."""
    known = {(problem.code.id, problem.path, problem.message) for problem in base.problems}
    told = [problem for problem in head.problems if problem.code.id in WORTH_A_WORD]
    yield from (one for one in told if (one.code.id, one.path, one.message) not in known)
    if base.timeline is None or head.timeline is None:
        return
    said = {problem.message for problem in told}
    before: dict[str, Address] = renewed(ledger.addresses if ledger else {}, base.timeline)
    promised = Ledger(before, ledger.lines if ledger else {}, {})
    for problem in broken_promises(promised, head.timeline, head.broken):
        if problem.message not in said and (problem.code.id, problem.path, problem.message) not in known:
            yield problem
