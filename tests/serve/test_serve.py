import asyncio
import json
import time
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path

import pytest
from tornado.httpclient import HTTPClientError, HTTPRequest
from tornado.websocket import WebSocketClientConnection, websocket_connect

from dateline.serve import free_sockets
from dateline.serve.preview import (
    POLICY,
    PROBLEMS_PATH,
    RELOAD_PATH,
    SOCKET_PATH,
    STYLE_PATH,
)
from tests.serving import Running, page, serving

EVERY_ADDRESS = "0.0.0.0"  # noqa: S104  what must be warned about


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A site of four pages, with things beside it that nobody may read."""
    (tmp_path / "source").mkdir()
    for name in ("index", "404", "events__a", "places__index"):
        write(tmp_path, name, f"text of {name}")
    (tmp_path / "secret.html").write_text("secret")
    return tmp_path


def write(folder: Path, name: str, text: str) -> None:
    (folder / "source" / f"{name}.txt").write_text(text)


@pytest.fixture
def server(folder: Path) -> Iterator[Running]:
    with serving(folder) as running:
        yield running


@pytest.fixture
def project(folder: Path) -> Iterator[Running]:
    """The same under the path of a project site."""
    with serving(folder, "repo") as running:
        yield running


def test_files_come_with_their_type_and_are_not_kept(server: Running) -> None:
    kinds = {
        "/": "text/html; charset=utf-8",
        "/events/a.html": "text/html; charset=utf-8",
        "/places/": "text/html; charset=utf-8",
        "/data.json": "application/json; charset=utf-8",
        "/assets/site.css": "text/css; charset=utf-8",
        "/assets/app.js": "text/javascript; charset=utf-8",
        RELOAD_PATH: "text/javascript; charset=utf-8",
        STYLE_PATH: "text/css; charset=utf-8",
        PROBLEMS_PATH: "text/html; charset=utf-8",
    }
    for path, kind in kinds.items():
        status, headers, _ = server.ask(path)
        assert (path, 200, kind) == (path, status, headers["content-type"])
        assert headers["cache-control"] == "no-store"
        assert headers["x-content-type-options"] == "nosniff"
        assert not [
            name for name in headers if name.startswith("access-control") or name in {"server", "etag"}
        ]


def test_a_page_is_the_built_one_and_a_script(server: Running) -> None:
    body = server.ask("/events/a.html")[2]

    assert body == page("text of events__a").decode().replace(
        '<body class="a">', f'<body class="a"><script type="module" src="{RELOAD_PATH}"></script>'
    )


def test_a_folder_gets_its_slash_and_is_never_listed(server: Running) -> None:
    assert server.ask("/places")[:2] == (302, server.ask("/places")[1] | {"location": "/places/"})
    assert [404, 404, 404] == [server.ask(path)[0] for path in ("/events", "/events/", "/assets/")]


def test_what_is_not_there_gets_the_page_of_the_site(server: Running) -> None:
    status, _, body = server.ask("/events/none.html")

    assert status == 404
    assert "text of 404" in body
    assert RELOAD_PATH in body


def test_head_has_no_body(server: Running) -> None:
    status, headers, body = server.ask("/data.json", "HEAD")

    assert (200, "2", "") == (status, headers["content-length"], body)


def test_other_methods_are_refused(server: Running) -> None:
    for method in ("POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "PROPFIND"):
        for path in ("/", RELOAD_PATH, SOCKET_PATH):
            assert (method, path, 405) == (method, path, server.ask(path, method)[0])


def test_a_name_that_is_not_ours_is_misdirected(server: Running) -> None:
    for host in ("evil.example", "evil.example:8000", "localhost.evil.example", "192.168.0.1", EVERY_ADDRESS):
        for path in ("/", "/data.json", RELOAD_PATH, PROBLEMS_PATH, SOCKET_PATH):
            assert (421, "421 Misdirected Request\n") == server.ask(path, host=host)[::2]


def test_the_names_of_this_machine_are_ours(server: Running) -> None:
    for host in ("localhost", "LOCALHOST", "127.0.0.1", "[::1]"):
        assert server.ask("/", host=f"{host}:{server.port}")[0] == 200


def escapes() -> list[str]:
    """Ways out of the site, plain and in the encodings that servers have fallen for."""
    ways = []
    for up in ("..", "%2e%2e", "%2E.", ".%2e", "%252e%252e", "%c0%ae%c0%ae", "%u002e%u002e", "..%00", "...."):
        for slash in ("/", "%2f", "\\", "%5c", "%255c", "%252f", "//", "/./", "%c0%af"):
            ways += [
                f"/{up}{slash}secret.html",
                f"/events/{up}{slash}{up}{slash}secret.html",
                f"/{up}{slash}" * 1 + "source",
            ]
    return [
        *ways,
        "//etc/passwd",
        "///etc/passwd",
        "/%2fetc/passwd",
        "/etc/passwd",
        "/file:///etc/passwd",
        "/C:/secret.html",
        "/secret.html",
        "/secret.html%00.html",
        "/.nojekyll",
        "/.dateline.json",
        "/.git/config",
        "/%2egit/config",
        "/events/.%2f../secret.html",
        "/index.html/",
        "/index.html%20",
        "/index.html::$DATA",
        "/index.html.",
        "/~root/",
        "/%ff",
        "/" + "a" * 5000,
    ]


def test_no_way_leads_out_of_the_site(server: Running) -> None:
    assert len(escapes()) > 200
    for path in escapes():
        status, _, body = server.ask(path)
        assert (path, status in {400, 404}) == (path, True)
        assert "secret" not in body
        assert "root:" not in body


def test_a_link_is_not_followed(server: Running, folder: Path) -> None:
    (folder / "site/link.html").symlink_to(folder / "secret.html")
    (folder / "site/inside.html").symlink_to("index.html")
    (folder / "site/up").symlink_to(folder)

    assert [404] * 3 == [server.ask(path)[0] for path in ("/link.html", "/inside.html", "/up/secret.html")]


def test_a_project_site_lies_under_its_path(project: Running) -> None:
    assert (302, "/repo/") == (project.ask("/")[0], project.ask("/")[1]["location"])
    assert (302, "/repo/") == (project.ask("/repo")[0], project.ask("/repo")[1]["location"])
    assert [200, 200, 404, 404] == [
        project.ask(path)[0] for path in ("/repo/", "/repo/events/a.html", "/events/a.html", "/repository/")
    ]


async def listening(
    port: int, origin: str | None = None, host: str | None = None
) -> WebSocketClientConnection:
    headers = {"Origin": origin or f"http://localhost:{port}", "Host": host or f"localhost:{port}"}
    channel = await websocket_connect(HTTPRequest(f"ws://127.0.0.1:{port}{SOCKET_PATH}", headers=headers))
    for command in ("hello", "info"):
        await channel.write_message(json.dumps({"command": command, "url": "/"}))
    return channel


async def leave(channel: WebSocketClientConnection) -> None:
    """Close a channel and wait until its socket is closed too; the loop may not end before."""
    channel.close()
    while await asyncio.wait_for(next_of(channel), 20) is not None:
        pass


async def reload_after(channel: WebSocketClientConnection, change: Callable[[], None]) -> None:
    """Change something and wait for the reload that it brings."""
    change()
    while True:
        message = await asyncio.wait_for(next_of(channel), 20)
        if json.loads(message)["command"] == "reload":
            return


def next_of(channel: WebSocketClientConnection) -> Awaitable[str]:
    return channel.read_message()  # type: ignore[return-value]  # text, while the channel is open


def test_six_changes_in_a_row_bring_six_reloads(server: Running, folder: Path) -> None:
    async def six() -> float:
        channel = await listening(server.port)
        assert json.loads(await next_of(channel))["command"] == "hello"
        started = time.monotonic()
        for number in range(6):
            await reload_after(channel, lambda number=number: write(folder, "index", f"change {number}"))  # type: ignore[misc]  # mypy does not infer a default
            assert f"change {number}" in await asyncio.to_thread(lambda: server.ask("/")[2])
        await leave(channel)
        return time.monotonic() - started

    assert asyncio.run(six()) < 60


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "null", "http://localhost", "https://localhost:1", "file://"]
)
def test_a_page_from_elsewhere_cannot_listen(origin: str, server: Running) -> None:
    with pytest.raises(HTTPClientError, match="403"):
        asyncio.run(listening(server.port, origin=origin))


def test_a_rebound_name_cannot_listen(server: Running) -> None:
    with pytest.raises(HTTPClientError, match="421"):
        asyncio.run(listening(server.port, "http://evil.example", "evil.example"))


def test_an_error_keeps_the_last_good_pages_and_says_why(server: Running, folder: Path) -> None:
    async def break_it() -> None:
        channel = await listening(server.port)
        await reload_after(channel, lambda: write(folder, "index", "broken <script>alert(1)</script>"))
        await leave(channel)

    asyncio.run(break_it())
    said = server.until("error[D000 broken]")
    body = server.ask("/")[2]

    assert said.startswith("source/index.txt:1:1: error[D000 broken]: broken: broken <script>")
    assert "text of index" in body
    assert "source/index.txt:1:1" in body
    assert "broken &lt;script&gt;alert(1)&lt;/script&gt;" in body
    assert "<script>alert" not in body
    assert "style=" not in body
    assert "1 error" in server.ask(PROBLEMS_PATH)[2]


def test_the_box_goes_when_the_error_is_mended(server: Running, folder: Path) -> None:
    async def break_and_mend() -> None:
        channel = await listening(server.port)
        await reload_after(channel, lambda: write(folder, "index", "broken"))
        assert "<aside" in await asyncio.to_thread(lambda: server.ask("/")[2])
        await reload_after(channel, lambda: write(folder, "index", "mended"))
        await leave(channel)

    asyncio.run(break_and_mend())
    body = server.ask("/")[2]

    assert "mended" in body
    assert "<aside" not in body


def test_a_build_that_cannot_write_is_said_and_serving_goes_on(server: Running, folder: Path) -> None:
    async def lock() -> None:
        channel = await listening(server.port)
        await reload_after(channel, lambda: write(folder, "index", "locked"))
        await leave(channel)

    asyncio.run(lock())
    body = server.ask("/")[2]

    assert "text of index" in body
    assert "another build is running (pid &lt;1&gt;)" in body


def test_without_a_good_site_there_is_the_list_of_problems(folder: Path) -> None:
    write(folder, "index", "broken")
    with serving(folder) as server:
        status, _, body = server.ask("/events/a.html")

        assert status == 503
        assert POLICY in body
        assert "source/index.txt:1:1" in body


def test_what_a_build_writes_is_no_change(server: Running, folder: Path) -> None:
    async def once() -> None:
        channel = await listening(server.port)
        await reload_after(channel, lambda: write(folder, "index", "changed"))
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(next_of(channel), 1)
        await leave(channel)

    asyncio.run(once())


def test_only_this_machine_can_connect() -> None:
    sockets = free_sockets("127.0.0.1", 0)
    names = {one.getsockname()[0] for one in sockets}
    for one in sockets:
        one.close()

    assert names == {"127.0.0.1"}


def test_another_host_is_warned_about(folder: Path) -> None:
    with serving(folder, host=EVERY_ADDRESS) as server:
        assert server.ask("/", host="192.168.0.9:80")[0] == 200
        assert server.ask("/", host="evil.example")[0] == 421


def test_a_taken_port_is_said_and_the_next_is_used(folder: Path) -> None:
    with serving(folder) as first, serving(folder, port=first.port) as second:
        assert first.port < second.port < first.port + 10


def test_a_port_that_cannot_be_is_an_error() -> None:
    with pytest.raises(OSError, match="choose another with --port"):
        free_sockets("127.0.0.1", 70_000)


def test_an_interrupt_ends_the_server_well(folder: Path) -> None:
    with serving(folder) as server:
        server.ask("/")

    assert server.process.returncode == 0
    assert "Traceback" not in "".join(list(server.said.queue))
