# SPDX-License-Identifier: MIT
"""How long `serve` takes from a saved file to the new page, and to the message that reloads a browser."""

from __future__ import annotations

import asyncio
import http.client
import json
import queue
import signal
import socket
import subprocess
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

from tornado.httpclient import HTTPRequest
from tornado.websocket import websocket_connect

from benchmarks.figures import Reloads
from benchmarks.process import Memory

Edit = Callable[[], str]

POLL = 0.01  # more often would take the server's time
PATIENCE = 900.0


@contextmanager
def serving(command: Sequence[str | Path]) -> Iterator[tuple[int, Memory]]:
    """A server that runs and has built its site once: the port that it is on, and the memory it holds."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with subprocess.Popen(
        [*command, "--port", str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as process:
        memory = Memory(process.pid)
        try:
            until(lambda: page(port, "/index.html") != b"", process)
            yield port, memory
        finally:
            memory.most()
            process.send_signal(signal.SIGINT)


def until(true: Callable[[], bool], process: subprocess.Popen[bytes] | None = None) -> None:
    """Wait until something is true."""
    end = time.perf_counter() + PATIENCE
    while not true():
        if time.perf_counter() > end or (process is not None and process.poll() is not None):
            raise SystemExit("serve ended, or did not do what was waited for")
        time.sleep(POLL)


def page(port: int, path: str) -> bytes:
    """What the server answers now; nothing when it does not answer."""
    with suppress(OSError, http.client.HTTPException):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        connection.request("GET", path)
        answer = connection.getresponse().read()
        connection.close()
        return answer
    return b""


def shows(port: int, path: str, new: bytes) -> bool:
    """Whether the page at an address has a new text."""
    return new in page(port, path)


def reloads(port: int, edits: Sequence[tuple[Edit, str]], memory: Memory) -> Reloads:
    """Both times of each edit, which saves a file and says what is new on the page at its address."""
    served, told = [], []
    for edit, path in edits:
        browser = Browser(port)
        start = time.perf_counter()
        new = edit().encode()
        until(partial(shows, port, path, new))
        served.append(time.perf_counter() - start)
        told.append(browser.told_to_reload() - start)
        # The server waits for quiet before it builds; the next edit is not to fall into that wait.
        time.sleep(1)
        until(partial(shows, port, path.replace(".html", ".json"), new))  # the whole site has been built
        time.sleep(1)
    return Reloads(tuple(served), tuple(told), memory.peak)


class Browser:
    """A page that waits for the message to reload, as the script in every served page does."""

    def __init__(self, port: int) -> None:
        self.ready = threading.Event()
        self.told: queue.Queue[float] = queue.Queue()
        self.thread = threading.Thread(target=lambda: asyncio.run(self.listen(port)), daemon=True)
        self.thread.start()
        end = time.perf_counter() + PATIENCE
        while not self.ready.wait(1):
            if time.perf_counter() > end or not self.thread.is_alive():
                raise SystemExit("serve does not answer on its socket")

    async def listen(self, port: int) -> None:
        """Greet the server and note when it says that the site is new."""
        here = f"127.0.0.1:{port}"
        asked = HTTPRequest(f"ws://{here}/__live__", headers={"Origin": f"http://{here}"})
        live = await websocket_connect(asked)
        await live.write_message(json.dumps({"command": "hello"}))
        await live.write_message(json.dumps({"command": "info", "url": "/"}))
        while (message := await live.read_message()) is not None:
            if json.loads(message)["command"] == "reload":
                self.told.put(time.perf_counter())
                live.close()
            self.ready.set()

    def told_to_reload(self) -> float:
        """The moment at which the first message to reload came."""
        moment = self.told.get(timeout=PATIENCE)
        self.thread.join()
        return moment
