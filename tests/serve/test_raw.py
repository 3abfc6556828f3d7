"""The server on this machine, spoken to in bytes that no browser and no library would send."""

import itertools
import queue
import socket
from collections.abc import Iterator
from contextlib import suppress
from http.client import HTTPResponse
from pathlib import Path
from random import Random

import pytest

from dateline.serve.preview import PROBLEMS_PATH, RELOAD_PATH, SOCKET_PATH, STYLE_PATH, Place
from tests.serving import Running, serving
from tests.torture import Tell, rounds

KEPT_BACK = "a secret that lies beside the site"
PAGE = b"text of index"
ENTRIES = ("/", "/events/", "//", "/events/a.html/", "/assets/")
UPS = (
    *(
        "..",
        "%2e%2e",
        "%2E%2E",
        ".%2e",
        "%2e.",
        "%252e%252e",
        "%25252e%25252e",
        "%c0%ae%c0%ae",
        "%e0%80%ae.",
        "%u002e.",
    ),
    *(
        "...",
        "....",
        "..;",
        "..%00",
        "..%20",
        "..%09",
        "%00..",
        "\uff0e\uff0e",
        "%ef%bc%8e%ef%bc%8e",
        "..%0d%0a",
    ),
)
SEPARATORS = (
    "/",
    "%2f",
    "%2F",
    "\\",
    "%5c",
    "%252f",
    "%255c",
    "//",
    "/./",
    "%c0%af",
    "%e0%80%af",
    "%ef%bc%8f",
    ";/",
)
DEPTHS = (1, 2, 3, 8)
TARGETS = (
    "secret.html",
    "etc/passwd",
    "source/index.txt",
    "site/.env",
    ".git/config",
    "link.html",
    "secret.html%00.html",
)
ABSOLUTE = (
    *(
        "/etc/passwd",
        "//etc/passwd",
        "/%2fetc%2fpasswd",
        "/file:///etc/passwd",
        "/C:/secret.html",
        "/c%3a%5csecret.html",
    ),
    *(
        "/.env",
        "/%2eenv",
        "/.git/config",
        "/%2egit/config",
        "/.git%2fconfig",
        "/events/.hidden.html",
        "/.nojekyll",
    ),
    *(
        "/.dateline.json",
        "/link.html",
        "/events/up/secret.html",
        "/events/up/source/index.txt",
        "/link.html/",
        "/~root/",
    ),
    *(
        "/.",
        "/..",
        "/./",
        "/../",
        "/events/.",
        "/events/..",
        "/%2e",
        "/%2e%2e",
        "/index.html/..",
        "/index.html::$DATA",
    ),
    *(
        "/index.html%20",
        "/index.html.",
        "/INDEX.HTML",
        "/index.html%00",
        "/con",
        "/nul.html",
        "/%ff%fe",
        "/a%0d%0ab",
    ),
)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A server whose site has secrets beside it, above it, and in it under hidden names."""
    folder = tmp_path_factory.mktemp("raw")
    (folder / "source").mkdir()
    for name in ("index", "404", "events__a"):
        (folder / "source" / f"{name}.txt").write_text(f"text of {name}")
    (folder / "secret.html").write_text(KEPT_BACK)
    with serving(folder) as running:
        site = folder / "site"
        for name in (".env", ".git/config", "events/.hidden.html"):
            (site / name).parent.mkdir(exist_ok=True)
            (site / name).write_text(KEPT_BACK)
        (site / "link.html").symlink_to(folder / "secret.html")
        (site / "events/up").symlink_to(folder)
        yield running
        assert "Traceback" not in said(running)


def said(server: Running) -> str:
    """What the server has printed so far."""
    lines = []
    while True:
        try:
            lines.append(server.said.get_nowait())
        except queue.Empty:
            return "".join(lines)


def connect(server: Running) -> socket.socket:
    return socket.create_connection(("127.0.0.1", server.port), timeout=5)


def everything(connection: socket.socket) -> bytes:
    """What comes until the server closes, or has nothing more to say."""
    received = b""
    while True:
        try:
            part = connection.recv(65536)
        except (ConnectionResetError, BrokenPipeError, TimeoutError):
            return received
        if not part:
            return received
        received += part


def say(server: Running, raw: bytes) -> bytes:
    """What the server answers to these bytes."""
    with connect(server) as connection:
        with suppress(ConnectionResetError, BrokenPipeError):  # it may close in the middle of them
            connection.sendall(raw)
        return everything(connection)


def asking(
    target: bytes, *lines: bytes, host: bytes | None = b"Host: localhost", method: bytes = b"GET"
) -> bytes:
    """A request for a target as it stands."""
    named = [] if host is None else [host]
    return b"\r\n".join(
        [method + b" " + target + b" HTTP/1.1", *named, b"Connection: close", *lines, b"", b""]
    )


def status(answer: bytes) -> int:
    """The status of the first answer; 0 where the connection was closed without one."""
    return int(answer[9:12]) if answer else 0


def assert_tells_nothing(answer: bytes) -> None:
    """An answer has nothing of other files, of the program or for another site."""
    head = answer.partition(b"\r\n\r\n")[0].lower()
    assert b"access-control" not in head
    assert b"\nserver:" not in head
    assert KEPT_BACK.encode() not in answer
    assert b"root:" not in answer
    assert b"Traceback" not in answer
    assert b"/tmp" not in answer


def traversals() -> list[str]:
    """Ways out of a folder by rule: from where, up how often, spelt how, with what between, to what."""
    ways = itertools.product(ENTRIES, UPS, SEPARATORS, DEPTHS, TARGETS)
    return [
        *ABSOLUTE,
        *(f"{entry}{(up + between) * depth}{target}" for entry, up, between, depth, target in ways),
    ]


@pytest.mark.torture
def test_no_spelling_of_a_way_up_leads_out(server: Running, figure: Tell) -> None:
    ways = traversals()
    tried = rounds(len(ABSOLUTE) + 500, len(ways))
    chosen = [*ABSOLUTE, *Random(7).sample(ways[len(ABSOLUTE) :], tried - len(ABSOLUTE))]  # noqa: S311  the same in every run
    connection = connect(server)
    for way in chosen:
        connection.sendall(b"GET " + way.encode() + b" HTTP/1.1\r\nHost: localhost\r\n\r\n")
        answer = HTTPResponse(connection)
        answer.begin()
        body = answer.read()

        assert (way, answer.status in {302, 400, 404}) == (way, True)
        assert not (answer.headers["location"] or "/").startswith(("//", "/\\", "http"))
        assert_tells_nothing(body)
        if answer.will_close or (answer.headers["connection"] == "close") or answer.status == 400:
            connection.close()
            connection = connect(server)
    connection.close()
    figure("S10", f"{tried:,} ways up, spelt by rule, over raw sockets", "0 led out of the site")


def test_a_way_out_would_be_seen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Planted: a place that does not look where a path leads."""
    (tmp_path / "site").mkdir()
    (tmp_path / "secret.html").write_text(KEPT_BACK)
    monkeypatch.setattr("dateline.serve.preview.is_safe", bool)
    monkeypatch.setattr(Path, "resolve", lambda path: path)
    place = Place(tmp_path / "site", "/", "127.0.0.1")

    found = [way for way in ("../secret.html", "index.html") if place.file(way)]

    assert found == ["../secret.html"]
    with pytest.raises(AssertionError):
        assert_tells_nothing((tmp_path / "site" / found[0]).read_bytes())


REFUSED = {
    "no request": b"GARBAGE\r\n\r\n",
    "HTTP/0.9": b"GET /data.json\r\n\r\n",
    "HTTP/9.9": b"GET / HTTP/9.9\r\nHost: localhost\r\n\r\n",
    "TLS": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n",
    "blanks": b"GET  /  HTTP/1.1\r\nHost: localhost\r\n\r\n",
    "NUL in the target": asking(b"/data.json\0"),
    "line break in the target": asking(b"/data.json\rX: y"),
    "no Host": asking(b"/", host=None),
    "no Host in HTTP/1.0": b"GET / HTTP/1.0\r\n\r\n",
    "Host twice": asking(b"/", b"Host: evil.example"),
    "Host twice, evil first": asking(b"/", b"Host: localhost", host=b"Host: evil.example"),
    "two hosts in one": asking(b"/", host=b"Host: localhost, evil.example"),
    "user in Host": asking(b"/", host=b"Host: localhost@evil.example"),
    "NUL in Host": asking(b"/", host=b"Host: localhost\0.evil.example"),
    "brackets in Host": asking(b"/", host=b"Host: [localhost]"),
    "port in port": asking(b"/", host=b"Host: localhost:80:evil.example"),
    "empty Host": asking(b"/", host=b"Host: "),
    "dot after Host": asking(b"/", host=b"Host: localhost."),
    "a number as Host": asking(b"/", host=b"Host: 2130706433"),
    "a name for this machine": asking(b"/", host=b"Host: 127.0.0.1.nip.example"),
    "forwarded Host": asking(b"/", b"X-Forwarded-Host: localhost", host=b"Host: evil.example"),
    "another site's page": asking(b"/data.json", b"Origin: http://evil.example"),
    "a page without origin": asking(b"/data.json", b"Origin: null"),
    "a like origin": asking(b"/data.json", b"Origin: http://localhost.evil.example"),
    "absolute target": asking(b"http://evil.example/data.json"),
    "absolute target of ours": asking(b"http://localhost/data.json"),
    "no target": asking(b"*"),
    "CONNECT": asking(b"evil.example:443", method=b"CONNECT"),
    "OPTIONS": asking(b"*", b"Origin: http://evil.example", method=b"OPTIONS"),
    "override": asking(b"/", b"X-HTTP-Method-Override: GET", method=b"POST"),
    "a made up method": asking(b"/", method=b"GE\xffT"),
    "too long": asking(b"/" + b"a" * 70_000),
    "too many headers": asking(b"/", *(b"X-%d: a" % number for number in range(9_000))),
    "a huge header": asking(b"/", b"X: " + b"a" * 200_000),
    "a huge body": asking(b"/", b"Content-Length: 99999999999"),
    "less than no body": asking(b"/", b"Content-Length: -1"),
    "two lengths": asking(b"/", b"Content-Length: 5", b"Content-Length: 6") + b"aaaaaa",
    "a hidden request": asking(b"/", b"Content-Length: 5", b"Transfer-Encoding: chunked")
    + b"0\r\n\r\nGET / HTTP/1.1\r\n",
    "bad chunks": asking(b"/", b"Transfer-Encoding: chunked") + b"zz\r\n",
    "a blank before a colon": asking(b"/", b"X : a"),
    "a folded header": asking(b"/", b"X: a\r\n b"),
}
SOCKET = (b"Upgrade: websocket", b"Sec-WebSocket-Version: 13", b"Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==")


@pytest.mark.parametrize("name", REFUSED)
def test_what_no_browser_of_ours_sends_is_refused(name: str, server: Running) -> None:
    answer = say(server, REFUSED[name])

    assert status(answer) == 0 or 400 <= status(answer) < 500
    assert PAGE not in answer
    assert b"{}" not in answer
    assert_tells_nothing(answer)


def test_what_a_browser_of_ours_sends_is_answered(server: Running) -> None:
    """The same bytes without the fault, so that it is the fault that is refused."""
    own = [b"Origin: http://localhost", b"Range: bytes=0-0,5-,-9999999,a-b", b"Accept-Encoding: gzip"]
    for line in (b"X: a", *own):
        assert PAGE in say(server, asking(b"/", line))
    assert PAGE in say(server, b"GET / HTTP/1.0\r\nHost: localhost\r\n\r\n")


@pytest.mark.parametrize(
    "path", ["/", "/none", "/data.json", RELOAD_PATH, STYLE_PATH, PROBLEMS_PATH, SOCKET_PATH]
)
def test_no_answer_is_for_another_site(path: str, server: Running) -> None:
    for line in (
        b"X: a",
        b"Origin: http://evil.example",
        b"Origin: http://localhost",
        b"Sec-Fetch-Site: cross-site",
    ):
        assert_tells_nothing(say(server, asking(path.encode(), line)))


@pytest.mark.parametrize(
    "origin",
    [
        (),
        (b"Origin: null",),
        (b"Origin: http://evil.example",),
        (b"Origin: http://localhost", b"Origin: http://evil.example"),
        (b"Sec-WebSocket-Origin: http://localhost",),
    ],
)
def test_the_channel_opens_for_pages_of_this_server_alone(origin: tuple[bytes, ...], server: Running) -> None:
    path = SOCKET_PATH.encode()
    asked = asking(path, b"Connection: Upgrade", *SOCKET, *origin).replace(b"Connection: close\r\n", b"")
    ours = asking(path, b"Connection: Upgrade", *SOCKET, b"Origin: http://localhost").replace(
        b"Connection: close\r\n", b""
    )

    with connect(server) as connection:
        connection.sendall(ours)
        assert status(connection.recv(4096)) == 101
    with connect(server) as connection:
        connection.sendall(asked)
        assert status(connection.recv(4096)) == 403


@pytest.mark.torture
def test_clients_that_never_finish_keep_nobody_waiting(server: Running) -> None:
    slow = [connect(server) for _ in range(rounds(40, 400))]
    for number, connection in enumerate(slow):
        connection.sendall(
            (b"GET / HTTP/1.1\r\nHost: localhost\r\nX: ", b"G", b"", asking(b"/", b"Content-Length: 9"))[
                number % 4
            ]
        )

    assert PAGE in say(server, asking(b"/"))
    for connection in slow:
        connection.close()


def test_files_that_nobody_may_read_or_that_are_gone_are_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.html").write_text("a")
    place = Place(tmp_path, "/", "127.0.0.1")

    def refuse(_path: Path) -> bool:
        raise PermissionError("no")

    assert place.file("a.html") == tmp_path / "a.html"
    monkeypatch.setattr(Path, "is_file", refuse)
    assert place.file("a.html") is None
