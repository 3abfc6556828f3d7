# SPDX-License-Identifier: MIT
"""How to read what came back for an address: whether it answers, has moved, is gone or is silent."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urljoin, urlsplit

from dateline.links.safety import Refused
from dateline.references import url_or_none

MOST_HOPS = 5
LASTING = frozenset({301, 308})
LEADING = LASTING | {302, 303, 307}
GONE = frozenset({404, 410})
WELL = range(200, 300)
KEPT_OUT = frozenset({401, 402, 403, 405, 406, 407, 418, 429, 451, 999})


class Verdict(StrEnum):
    """What is known of an address after it was asked; the first three are worth a note on the page."""

    GONE = "gone"
    SILENT = "silent"
    MOVED = "moved"
    KEPT_OUT = "kept_out"
    UNASKED = "unasked"
    ANSWERS = "answers"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said: a status of HTTP, where it leads, and where it says that the content is."""

    status: int
    location: str = ""
    content_location: str = ""


@dataclass(frozen=True, slots=True)
class Silence:
    """No answer, and why, in words."""

    why: str


@dataclass(frozen=True, slots=True)
class Look:
    """What came of asking for an address; `to` is where it leads for good, `why` says more in words."""

    verdict: Verdict
    to: str = ""
    why: str = ""


Ask = Callable[[str], Answer | Silence]
"""Asks for one address, without following it; raises Refused for one that may not be asked."""


def look(href: str, ask: Ask) -> Look:
    """Ask for an address, follow where it leads at most five times, and read what came back."""
    passed: list[tuple[str, Answer]] = []
    here = href
    while True:
        try:
            answer = ask(here)
        except Refused as refused:
            return unasked(passed, str(refused))
        if isinstance(answer, Silence):
            return Look(Verdict.SILENT, why=answer.why)
        passed.append((here, answer))
        if answer.status not in LEADING or not answer.location:
            return read(passed)
        if len(passed) > MOST_HOPS:
            return Look(Verdict.SILENT, why=f"it leads on more than {MOST_HOPS} times")
        led = url_or_none(joined(here, answer.location))
        if led is None:
            return Look(Verdict.SILENT, why="it leads to what is no address")
        here = led.href


def joined(here: str, location: str) -> str:
    """Where a server leads, in full; empty where that cannot be told."""
    try:
        return urljoin(here, location)
    except ValueError:
        return ""


def unasked(passed: Sequence[tuple[str, Answer]], why: str) -> Look:
    """An address that may not be asked: the one that was meant, or one that it leads to."""
    return Look(Verdict.SILENT, why=f"it leads on, but {why}") if passed else Look(Verdict.UNASKED, why=why)


def read(passed: Sequence[tuple[str, Answer]]) -> Look:
    """What the answers along the way, of which the last does not lead on, mean for the first address."""
    status = passed[-1][1].status
    if status in GONE:
        return Look(Verdict.GONE, why=f"HTTP {status}")
    if status in KEPT_OUT:
        return Look(Verdict.KEPT_OUT, why=f"HTTP {status}")
    if status not in WELL:
        return Look(Verdict.SILENT, why=f"HTTP {status}")
    to = led_for_good(passed)
    return Look(Verdict.MOVED, to) if place(to) != place(passed[0][0]) else Look(Verdict.ANSWERS)


def led_for_good(passed: Sequence[tuple[str, Answer]]) -> str:
    """The last address that was reached by lasting redirects alone."""
    for here, answer in passed:
        if answer.status not in LASTING:
            return here
    return passed[-1][0]


def place(href: str) -> tuple[str, str, str]:
    """What an address names, whether it is written with www., with a slash at its end, with http or https."""
    parts = urlsplit(href)
    return (parts.hostname or "").removeprefix("www."), parts.path.rstrip("/"), parts.query
