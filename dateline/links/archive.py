# SPDX-License-Identifier: MIT
"""Asking an archive on the web to keep a copy of an address, and where the copy then is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from dateline.links.answers import Answer, Ask, Silence
from dateline.links.cited import Address
from dateline.links.safety import Refused

SAVE = "https://web.archive.org/save/"
SAVED = re.compile(r"(?:https?://web\.archive\.org)?(/web/(\d{4})(\d{2})(\d{2})\d{6}/[\x21-\x7e]+)")
PAUSE = 6.0
"""So many seconds between two requests: the archive asks for no more than a few a minute."""


@dataclass(frozen=True, slots=True)
class Saved:
    """What came of asking for a copy: its address and the day of the copy, or why there is none."""

    address: Address
    copy: str = ""
    day: str = ""
    why: str = ""


def save(wanted: Iterable[Address], ask: Ask, wait: Callable[[float], None]) -> Iterator[Saved]:
    """Ask for a copy of each address, one after the other."""
    for number, address in enumerate(wanted):
        if number:
            wait(PAUSE)
        try:
            yield saved(address, ask(f"{SAVE}{address.href}"))
        except Refused as refused:
            yield Saved(address, why=str(refused))


def saved(address: Address, answer: Answer | Silence) -> Saved:
    """What the archive's answer means."""
    if isinstance(answer, Silence):
        return Saved(address, why=answer.why)
    for text in (answer.location, answer.content_location):
        if found := SAVED.fullmatch(text):
            return Saved(address, f"https://web.archive.org{found[1]}", "-".join(found.groups()[1:]))
    return Saved(address, why=f"the archive named no copy (HTTP {answer.status})")
