# SPDX-License-Identifier: MIT
"""The site on this machine, rebuilt and reloaded when a file changes.

livereload is the server. What it lacks is replaced: files are watched in a thread and every reload
is sent; no request of another site is answered; nothing inline is added to a page, which our
content security policy would not run; and a site may lie under a path as it does on GitHub Pages.
"""

from __future__ import annotations

import errno
import logging
import sys
import threading
import webbrowser
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from socket import socket
from typing import Any

from livereload import Server
from livereload.handlers import LiveReloadHandler
from livereload.watcher import Watcher
from tornado.httpserver import HTTPServer
from tornado.ioloop import IOLoop
from tornado.netutil import bind_sockets
from tornado.web import Application, RequestHandler
from watchfiles import Change, DefaultFilter, watch

from dateline import report
from dateline.problems import Problem
from dateline.serve.handlers import OwnFile, ReloadSocket, SitePage
from dateline.serve.preview import (
    LOCAL,
    PROBLEMS_CSS,
    PROBLEMS_PATH,
    RELOAD_JS,
    RELOAD_PATH,
    SOCKET_PATH,
    STYLE_PATH,
    Place,
    State,
    problems_page,
)
from dateline.serve.stopping import between_steps
from dateline.write import WriteError

Build = Callable[[], tuple[Problem, ...]]
Glance = Callable[[Iterable[Path]], Mapping[str, bytes]]

PORTS_TRIED = 10
LAST_PORT = 65535
QUIET_MS = 10  # a change is built when nothing has changed for so long
LATEST_MS = 400  # or after so long
LARGEST_REQUEST = 65536  # bytes of a body; nobody has a reason to send one
LONGEST_SILENCE = 60  # seconds after which a client that does not finish what it asks is let go


def serve(  # noqa: PLR0913  the options of the command
    build: Build,
    folder: Path,
    watched: Sequence[Path],
    *,
    host: str = "127.0.0.1",
    port: int = 8000,
    base_path: str = "/",
    open_browser: bool = False,
    glance: Glance | None = None,
) -> None:
    """Build, serve `folder` under `base_path`, and build again whenever something watched changes.

    `build` publishes to `folder` unless it finds errors, and returns what it found. `glance` gives
    pages, by path, that can be had of changed files at once; they are shown until a build is done.
    Where the port
    is taken, one of the next is used; port 0 is any free one. Ends when the user interrupts it; an
    `OSError` says why there can be no server, a `WriteError` why there can be no first build.
    """
    sockets = free_sockets(host, port)
    place = Place(folder.resolve(), "/" + base_path.strip("/") + "/" * bool(base_path.strip("/")), host)
    builder = Builder(build, place, watched, glance)
    url = f"http://{f'[{host}]' if ':' in host else host}:{sockets[0].getsockname()[1]}{place.base}"
    with builder:
        builder.rebuild()
        if host not in LOCAL:
            say(f"Warning: everybody who can reach {host} can read this site, drafts included.\n")
        say(f"Serving on {url}; stop with Ctrl-C.\n")
        if open_browser:
            threading.Thread(target=webbrowser.open, args=(url,), daemon=True).start()
        with between_steps(builder.loop.asyncio_loop):  # type: ignore[attr-defined]  # the only kind there is
            PreviewServer(sockets, place, builder).serve(host=host)


def say(text: str) -> None:
    """Tell the user what happens."""
    report.show(text, sys.stderr)


def free_sockets(host: str, port: int) -> list[socket]:
    """Listen on the first free port from `port` on."""
    last = min(port + PORTS_TRIED - 1, LAST_PORT) if port else port
    for number in range(port, last + 1):
        try:
            sockets = bind_sockets(number, host)
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise
        else:
            if number != port:
                say(f"Port {port} is taken.\n")
            return sockets
    raise OSError(errno.EADDRINUSE, f"no port is free from {port} to {last}; choose another with --port")


class Builder(Watcher):  # type: ignore[misc]  # livereload has no types
    """Watches in one thread, builds in another, and sends every reload."""

    def __init__(
        self, build: Build, place: Place, watched: Sequence[Path], glance: Glance | None = None
    ) -> None:
        super().__init__()
        self.build = build
        self.glance = glance
        self.place = place
        self.watched = [path.resolve() for path in watched if path.exists()]
        self.usual = DefaultFilter()
        self.one_at_a_time = threading.Lock()
        self.stop = threading.Event()
        self.loop = IOLoop.current()
        self.changed = threading.Event()
        self.threads = ThreadPoolExecutor(2)

    def __enter__(self) -> None:
        """Watch from now on, so that no change is missed while the first build runs."""
        self.running = [self.threads.submit(self.follow), self.threads.submit(self.work)]
        for thread in self.running:
            thread.add_done_callback(lambda _: self.loop.add_callback(self.loop.stop))

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        """Let a build that runs come to its end; pass on what ended a thread, if anything did."""
        self.stop.set()
        self.changed.set()
        self.threads.shutdown()
        if kind is None:
            for thread in self.running:
                thread.result()

    def start(self, _poll: Callable[[], None]) -> bool:
        """Tell livereload that nobody has to poll; it would leave out reloads that follow closely."""
        return True

    def follow(self) -> None:
        """Show what was saved at once, and have the site built, after every change until told to stop."""
        for changes in watch(
            *self.watched,
            watch_filter=self.matters,
            step=QUIET_MS,
            debounce=LATEST_MS,
            stop_event=self.stop,
            raise_interrupt=False,
        ):
            if self.glance is not None:
                pages = self.glance({Path(path) for _, path in changes})
                self.place.fresh = {**self.place.fresh, **pages}
                if pages:
                    self.loop.add_callback(LiveReloadHandler.reload_waiters)
            self.changed.set()

    def work(self) -> None:
        """Build and reload whenever something has changed since the last build began."""
        while self.changed.wait() and not self.stop.is_set():
            self.changed.clear()
            try:
                self.rebuild()
            except WriteError as error:
                self.place.state = State(self.place.state.problems, error.message)
                say(f"{report.safe(error.message)}\n")
            self.loop.add_callback(LiveReloadHandler.reload_waiters)

    def rebuild(self) -> None:
        """Build once and keep what the build found; pages shown before it began are those of the site now."""
        with self.one_at_a_time:
            shown = self.place.fresh
            try:
                self.place.state = State(self.build())
            finally:
                newer = {path: page for path, page in self.place.fresh.items() if shown.get(path) is not page}
                self.place.fresh = newer
        say(report.as_text(self.place.state.problems, colour=False))

    def matters(self, change: Change, path: str) -> bool:
        """Whether a change is one of a source, and not what a build or an editor does beside it."""
        folder = self.place.folder
        ours = [folder, folder.with_name(f".{folder.name}.tmp")]
        return self.usual(change, path) and not any(Path(path).is_relative_to(one) for one in ours)


class PreviewServer(Server):  # type: ignore[misc]  # livereload has no types
    """livereload's server with handlers of our own on sockets that listen already."""

    def __init__(self, sockets: list[socket], place: Place, builder: Builder) -> None:
        super().__init__(watcher=builder)
        self.sockets = sockets
        self.place = place

    def application(self, *_: Any, **__: Any) -> None:
        """Answer on the sockets; livereload would add an inline script to every page."""
        LiveReloadHandler.watcher = self.watcher
        LiveReloadHandler.live_css = False
        place = self.place
        routes: list[tuple[str, type[RequestHandler], dict[str, Any]]] = [
            (SOCKET_PATH, ReloadSocket, {"place": place}),
            (RELOAD_PATH, OwnFile, {"place": place, "make": RELOAD_JS.encode, "kind": ".js"}),
            (STYLE_PATH, OwnFile, {"place": place, "make": PROBLEMS_CSS.encode, "kind": ".css"}),
            (PROBLEMS_PATH, OwnFile, {"place": place, "make": lambda: problems_page(place.state)}),
            (".*", SitePage, {"place": place}),
        ]
        application = Application(routes, log_function=lambda _: None)
        server = HTTPServer(
            application,
            max_body_size=LARGEST_REQUEST,
            idle_connection_timeout=LONGEST_SILENCE,
            body_timeout=LONGEST_SILENCE,
        )
        server.add_sockets(self.sockets)

    def _setup_logging(self) -> None:
        """Print errors of this program, and not what is asked of it."""
        logging.getLogger("tornado.general").setLevel(logging.ERROR)
