"""One machine is asked, the one that was checked; it cannot hold us long, nor send us much."""

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

import pytest

from dateline.links import door as doors
from dateline.links.answers import Answer, Silence, Verdict, look
from dateline.links.door import Door, agent
from dateline.links.safety import Refused

PUBLIC = "93.184.215.14"


class Pages(BaseHTTPRequestHandler):
    """A server that knows a few pages and remembers what it was asked."""

    asked: ClassVar[list[tuple[str, str, str, str]]] = []

    def do_HEAD(self) -> None:
        self.answer(405 if self.path == "/no-head" else 200)

    def do_GET(self) -> None:
        self.answer(200)
        if self.path == "/no-head":
            self.wfile.write(b"x" * 10_000_000)

    def answer(self, status: int) -> None:
        told = (self.command, self.path, self.headers["Host"], self.headers["User-Agent"])
        self.asked.append(told)
        moved = {"/moved": (301, "http://news.example/here"), "/inside": (302, "http://inside.example/")}
        if self.path == "/gone":
            status = 404
        status, to = moved.get(self.path, (status, ""))
        self.send_response(status)
        if to:
            self.send_header("Location", to)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def served() -> Iterator[tuple[Callable[..., Door], list[tuple[str, int]]]]:
    """A server on this machine that stands for a public one, and the machines that a door connects to."""
    Pages.asked.clear()
    names = {"news.example": [PUBLIC], "inside.example": ["10.0.0.1"], "mixed.example": [PUBLIC, "::1"]}
    reached: list[tuple[str, int]] = []
    with ThreadingHTTPServer(("127.0.0.1", 0), Pages) as server:
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()

        def connect(machine: str, port: int, seconds: float) -> socket.socket:
            reached.append((machine, port))
            return socket.create_connection(("127.0.0.1", server.server_port), timeout=seconds)

        def made(secure: Callable[[socket.socket, str], socket.socket] = lambda one, _: one) -> Door:
            return Door("me", 2.0, lambda host, _: names.get(host, []), connect, secure)

        try:
            yield made, reached
        finally:
            server.shutdown()
            thread.join()


def test_head_is_enough_where_it_is_known_and_else_a_little_of_the_page_is_read() -> None:
    with served() as (made, reached):
        assert made().ask("http://news.example/a?b=c") == Answer(200)
        assert made().ask("http://news.example/no-head") == Answer(200)
        assert made().ask("http://news.example/gone") == Answer(404)

    assert Pages.asked == [
        ("HEAD", "/a?b=c", "news.example", "me"),
        ("HEAD", "/no-head", "news.example", "me"),
        ("GET", "/no-head", "news.example", "me"),
        ("HEAD", "/gone", "news.example", "me"),
        ("GET", "/gone", "news.example", "me"),
    ]
    assert set(reached) == {(PUBLIC, 80)}


def test_a_move_is_followed_and_a_way_inside_is_not() -> None:
    with served() as (made, reached):
        assert look("http://news.example/moved", made().ask).to == "http://news.example/here"
        inside = look("http://news.example/inside", made().ask)
        assert look("http://mixed.example/", made().ask).verdict is Verdict.UNASKED

    assert inside.verdict is Verdict.SILENT
    assert "a machine that is not public" in inside.why
    assert set(reached) == {(PUBLIC, 80)}
    assert "inside.example" not in {host for _, _, host, _ in Pages.asked}


def test_a_name_is_resolved_once_for_a_connection_and_what_was_checked_is_reached() -> None:
    answers = [[PUBLIC], ["127.0.0.1"]]
    with served() as (made, reached):
        door = Door("me", 2.0, lambda *_: answers.pop(0), made().connect)
        assert door.ask("http://rebound.example/a") == Answer(200)
        with pytest.raises(Refused):
            door.ask("http://rebound.example/a")

    assert reached == [(PUBLIC, 80)]


def test_https_is_asked_of_the_machine_that_was_checked_and_must_prove_its_name() -> None:
    named = []

    def secure(connection: socket.socket, host: str) -> socket.socket:
        named.append(host)
        return connection

    with served() as (made, reached):
        assert made(secure).ask("https://news.example/a") == Answer(200)
        assert made(doors.secured).ask("https://news.example/a") == Silence(
            "no secure connection: the two did not agree"
        )

    assert named == ["news.example"]
    assert reached[0] == (PUBLIC, 443)


def test_the_next_machine_of_a_name_is_tried_where_one_cannot_be_reached() -> None:
    with served() as (made, reached):
        good = made().connect

        def connect(machine: str, port: int, seconds: float) -> socket.socket:
            if ":" in machine:
                raise OSError(101, "Network is unreachable")
            return good(machine, port, seconds)

        both = ["2606:2800:21f:cb07:6820:80da:af6b:8b2c", PUBLIC]
        assert Door("me", 2.0, lambda *_: both, connect).ask("http://news.example/") == Answer(200)

    assert reached == [(PUBLIC, 80)]


def test_a_machine_that_drips_is_hung_up_on() -> None:
    ours, theirs = socket.socketpair()
    over = threading.Event()

    def drip() -> None:
        try:
            while not over.wait(0.05):
                theirs.send(b"H")
        except OSError:
            pass

    def connect(_machine: str, _port: int, seconds: float) -> socket.socket:
        ours.settimeout(seconds)
        return ours

    dripping = threading.Thread(target=drip)
    dripping.start()
    before = time.monotonic()
    door = Door("me", 0.2, lambda *_: [PUBLIC], connect)
    said = door.fetch("http://slow.example/")
    over.set()
    dripping.join()
    theirs.close()

    assert isinstance(said, Silence)
    assert time.monotonic() - before < 5


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (socket.gaierror(-2, "Name or service not known"), "its name is not known"),
        (TimeoutError("timed out"), "no answer within 2 seconds"),
        (ConnectionRefusedError(111, "Connection refused"), "connection refused"),
        (UnicodeError("label too long"), "what came back is not HTTP"),
    ],
)
def test_silence_is_told_in_words(error: Exception, words: str) -> None:
    def resolve(*_: object) -> list[str]:
        raise error

    assert Door("me", 2.0, resolve).ask("http://news.example/") == Silence(words)


def test_who_asks_says_so() -> None:
    assert agent(None).startswith("dateline/")
    assert agent("https://github.com/someone/bridges").endswith("; https://github.com/someone/bridges)")
    assert agent("no address\r\nX: y") == agent(None)
