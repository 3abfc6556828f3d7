# SPDX-License-Identifier: MIT
"""Which addresses may be asked: those of public machines, over http and https, at their usual ports."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

PORTS = {"http": 80, "https": 443}

CARRYING = tuple(
    ipaddress.IPv6Network(text)
    for text in ("::/96", "::ffff:0:0/96", "64:ff9b::/32", "2001::/32", "2002::/16")
)
"""IPv6 addresses that stand for an IPv4 one, which may be anybody's: RFC 4291, 6052, 4380 and 3056."""


class Refused(Exception):  # noqa: N818  # it names what happened
    """An address that is not asked, and why, in words."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where and what to ask; `path` has the query, `authority` is the host as a request names it."""

    scheme: str
    host: str
    port: int
    authority: str
    path: str


def target(href: str) -> Target:
    """What an address asks for; raises Refused for one that is no public web address by its form."""
    try:
        parts = urlsplit(href)
        host, port = parts.hostname, parts.port
    except ValueError:
        raise Refused("it is not a web address") from None
    if parts.scheme not in PORTS or not host:
        raise Refused("only http and https addresses are asked")
    if parts.username is not None or parts.password is not None:
        raise Refused("an address with a name or a password is not asked")
    if port not in (None, *PORTS.values()):
        raise Refused(f"port {port} is not asked, only 80 and 443 are")
    if not href.isascii() or any(letter <= " " or letter == "\x7f" for letter in href):
        raise Refused("it is not a web address")
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return Target(parts.scheme, host, port or PORTS[parts.scheme], parts.netloc, path)


def public(machines: Iterable[str]) -> tuple[str, ...]:
    """The machines that a name stands for, as IP addresses; raises Refused unless all are public."""
    found = list(machines)
    if not found:
        raise Refused("the name stands for no machine")
    for text in found:
        if not is_public(text):
            raise Refused("it leads to a machine that is not public")
    return tuple(found)


def is_public(text: str) -> bool:
    """Whether an IP address is that of a machine on the public Internet, for certain."""
    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        return False  # one with a zone, such as fe80::1%eth0, too
    if isinstance(address, ipaddress.IPv6Address) and any(address in network for network in CARRYING):
        return False
    return address.is_global and not (address.is_multicast or address.is_reserved)
