# SPDX-License-Identifier: MIT
"""The one door to other machines: asks for one address, of the very machine that was found to be public.

A name is resolved once; what it stands for is checked, and the connection goes to that. So a name that
stands for something else a moment later changes nothing.
"""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from threading import Timer

from dateline import __version__
from dateline.links.answers import Answer, Silence
from dateline.links.safety import Target, public, target
from dateline.references import url_or_none

SECONDS = 10.0
"""So long a machine may take to connect, and to send the next piece."""

TIMES_LONGER = 3
"""So many times as long an exchange may take in all, however slowly the pieces come."""

MOST_BYTES = 4_096
"""So much of a page is read: enough to know that it comes."""

FAILED = 400
"""From this status on the answer to HEAD is not believed, and GET is tried: some servers know no HEAD."""


def resolved(host: str, port: int) -> Sequence[str]:
    """The IP addresses that a name stands for."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [str(address[0]) for *_, address in found]


def connected(machine: str, port: int, seconds: float) -> socket.socket:
    """A connection to a machine, by its IP address."""
    return socket.create_connection((machine, port), timeout=seconds)


def secured(connection: socket.socket, host: str) -> socket.socket:
    """The connection for encrypted talk with a machine that is to prove that it is the host."""
    context = ssl.create_default_context()
    return context.wrap_socket(connection, server_hostname=host, do_handshake_on_connect=False)


@dataclass(frozen=True, slots=True)
class Door:
    """Asks other machines; `agent` tells them who asks. The rest is replaced in tests."""

    agent: str
    seconds: float = SECONDS
    resolve: Callable[[str, int], Sequence[str]] = resolved
    connect: Callable[[str, int, float], socket.socket] = connected
    secure: Callable[[socket.socket, str], socket.socket] = secured

    def ask(self, href: str) -> Answer | Silence:
        """What the server says to an address, without following it; raises Refused."""
        wanted = target(href)
        first = self.exchange(wanted, "HEAD")
        if isinstance(first, Answer) and first.status < FAILED:
            return first
        return self.exchange(wanted, "GET")

    def fetch(self, href: str) -> Answer | Silence:
        """The same, asked with GET alone; raises Refused."""
        return self.exchange(target(href), "GET")

    def exchange(self, wanted: Target, method: str) -> Answer | Silence:
        """One request and the head of its answer."""
        try:
            machines = public(self.resolve(wanted.host, wanted.port))
            connection = self.reached(machines, wanted.port)
            if wanted.scheme == "https":
                connection = self.secure(connection, wanted.host)
            with closing(connection), time_limit(connection, self.seconds * TIMES_LONGER):
                return self.request(connection, wanted, method)
        except (OSError, HTTPException, ValueError) as error:
            return Silence(in_words(error, self.seconds))

    def reached(self, machines: Sequence[str], port: int) -> socket.socket:
        """A connection to the first of the machines that can be reached."""
        for machine in machines[:-1]:
            with suppress(OSError):
                return self.connect(machine, port, self.seconds)
        return self.connect(machines[-1], port, self.seconds)

    def request(self, connection: socket.socket, wanted: Target, method: str) -> Answer:
        """Send one request over a connection and read the head of the answer."""
        if isinstance(connection, ssl.SSLSocket):
            connection.do_handshake()
        http = HTTPConnection(wanted.host, wanted.port)
        http.sock = connection
        headers = {
            "Host": wanted.authority,
            "User-Agent": self.agent,
            "Accept": "*/*",
            "Accept-Encoding": "identity",
            "Connection": "close",
        }
        http.request(method, wanted.path, headers=headers)
        with closing(http.getresponse()) as response:
            response.read(MOST_BYTES)
            places = [response.getheader(name, "") for name in ("Location", "Content-Location")]
            return Answer(response.status, *places)


@contextmanager
def time_limit(connection: socket.socket, seconds: float) -> Iterator[None]:
    """End a connection that takes so long in all, however often a piece comes."""
    timer = Timer(seconds, hang_up, [connection])
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def hang_up(connection: socket.socket) -> None:
    """End a connection that takes too long."""
    with suppress(OSError):
        connection.shutdown(socket.SHUT_RDWR)


def in_words(error: Exception, seconds: float) -> str:
    """Why there was no answer."""
    if isinstance(error, socket.gaierror):
        return "its name is not known"
    if isinstance(error, TimeoutError):
        return f"no answer within {seconds:g} seconds"
    if isinstance(error, ssl.SSLError):
        return "no secure connection: " + (getattr(error, "verify_message", "") or "the two did not agree")
    if isinstance(error, OSError):
        return (error.strerror or "the connection was lost").lower()
    return "what came back is not HTTP"


def agent(repository: str | None) -> str:
    """Who asks: the program, and where those who run it can be found."""
    url = url_or_none(repository)
    return f"dateline/{__version__} (checks whether sources still answer{f'; {url.href}' if url else ''})"
