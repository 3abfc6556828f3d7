"""A server in a process of its own, as a test needs it.

As a program: `python -m tests.serving FOLDER BASE HOST` serves FOLDER/site, made of FOLDER/source: a
source that begins with "broken" is an error, one that says "locked" keeps a build from writing.
"""

import http.client
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from dateline.output import Output
from dateline.problems import Code, Problem, Severity
from dateline.write import WriteError, publish

BROKEN = Code("D000", "broken", Severity.ERROR, "Nothing is broken.")
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; form-action 'self' https://github.com; base-uri 'none'; "
    "object-src 'none'; require-trusted-types-for 'script'"
)


def page(text: str) -> bytes:
    """A page with the policy that every page of a site has."""
    policy = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    head = f'<head><meta charset="utf-8">{policy}<title>Page</title></head>'
    return f'<!doctype html><html lang="en">{head}<body class="a"><main>{text}</main></body></html>'.encode()


def build(folder: Path) -> tuple[Problem, ...]:
    """Publish one page for each source, unless one of them is broken."""
    sources = sorted((folder / "source").iterdir())
    texts = {source.stem: source.read_text() for source in sources if source.suffix == ".txt"}
    problems = tuple(
        Problem(f"source/{name}.txt", 1, 1, BROKEN, f"broken: {text}", "mend it", excerpt=text)
        for name, text in texts.items()
        if text.startswith("broken")
    )
    if "locked" in texts.values():
        raise WriteError("another build is running (pid <1>)")
    if not problems:
        pages = {f"{name.replace('__', '/')}.html": page(text) for name, text in texts.items()}
        files = pages | {"data.json": b"{}", "assets/site.css": b"", "assets/app.js": b"", ".nojekyll": b""}
        publish([Output(path, data.hex(), data.__bytes__) for path, data in files.items()], folder / "site")
    return problems


@dataclass
class Running:
    """A server that runs: its port, what it says, and the process."""

    process: "subprocess.Popen[str]"
    said: "queue.Queue[str]" = field(default_factory=queue.Queue)
    port: int = 0

    def until(self, words: str) -> str:
        """The next line that holds these words."""
        while words not in (line := self.said.get(timeout=30)):
            pass
        return line

    def ask(
        self, path: str, method: str = "GET", host: str | None = None, **headers: str
    ) -> tuple[int, dict[str, str], str]:
        """Status, headers and body of an answer; the path is sent as it is."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        connection.putrequest(method, path, skip_host=True)
        for name, value in {"Host": host or f"localhost:{self.port}", **headers}.items():
            connection.putheader(name.replace("_", "-"), value)
        connection.endheaders()
        answer = connection.getresponse()
        body = answer.read().decode()
        connection.close()
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, body


@contextmanager
def serving(folder: Path, base: str = "/", host: str = "127.0.0.1", port: int = 0) -> Iterator[Running]:
    """Run the server until the test is over."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.serving", str(folder), base, host, str(port)],
        cwd=Path(__file__).parent.parent,
        stderr=subprocess.PIPE,
        text=True,
    )
    running = Running(process)

    def listen() -> None:
        assert process.stderr is not None
        for line in process.stderr:
            running.said.put(line)
        running.said.put("the end; Serving on http://none:0/")

    listener = threading.Thread(target=listen)
    listener.start()
    try:
        running.port = int(
            running.until("Serving on ").partition("Serving on ")[2].split("/")[2].rpartition(":")[2]
        )
        yield running
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(30)
        listener.join()
        assert process.stderr is not None
        process.stderr.close()


def main() -> None:
    """Serve until interrupted."""
    from dateline.serve import serve

    folder = Path(sys.argv[1])
    serve(
        lambda: build(folder),
        folder / "site",
        [folder],
        base_path=sys.argv[2],
        host=sys.argv[3],
        port=int(sys.argv[4]),
    )


if __name__ == "__main__":
    main()
