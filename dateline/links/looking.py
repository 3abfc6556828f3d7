# SPDX-License-Identifier: MIT
"""Looks at many addresses: several at a time, those of one host one after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from urllib.parse import urlsplit

from dateline.links.answers import Ask, Look, Verdict, look
from dateline.links.cited import Address

AT_A_TIME = 8

FEW = 3
"""So many addresses are seldom silent all at once."""

Told = Callable[[int, int], None]


def looks(wanted: Iterable[Address], ask: Ask, told: Told | None = None) -> Mapping[str, Look]:
    """What came of each address, by its text, in the order given; `told` hears how many are done."""
    addresses = tuple(wanted)
    hosts: dict[str, list[Address]] = {}
    for address in addresses:
        hosts.setdefault(urlsplit(address.href).hostname or "", []).append(address)
    found: dict[str, Look] = {}
    with ThreadPoolExecutor(AT_A_TIME) as pool:
        try:
            for results in pool.map(partial(one_by_one, ask=ask), hosts.values()):
                found.update(results)
                if told:
                    told(len(found), len(addresses))
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise
    return {address.text: found[address.text] for address in addresses}


def is_cut_off(looks: Mapping[str, Look]) -> bool:
    """Whether this machine is rather without the Internet than all the others at once."""
    verdicts = [look.verdict for look in looks.values() if look.verdict is not Verdict.UNASKED]
    return len(verdicts) >= FEW and all(verdict is Verdict.SILENT for verdict in verdicts)


def one_by_one(addresses: Iterable[Address], ask: Ask) -> dict[str, Look]:
    """What came of the addresses of one host."""
    return {address.text: look(address.href, ask) for address in addresses}
