"""Whole runs of the command line, each in a process that may be killed, stopped or starved.

Each is a fork of one process that has built a site before, so that a run costs what its work costs. As a
program: `python -m tests.victims` reads what to do from stdin, a line of JSON each, and answers likewise.
"""

import errno
import json
import os
import resource
import signal
import subprocess
import sys
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

ROOT = Path(__file__).parent.parent
LOST = 99
"""The exit code of a run that ended in a traceback."""


@dataclass(frozen=True, slots=True)
class Ended:
    """How a run ended: its exit code, or the negative number of a signal, and all that it said."""

    code: int
    said: str


class Victims:
    """Runs processes; `folder` is where they say what they say, and where their temporary files go."""

    def __init__(self, server: "subprocess.Popen[str]", folder: Path) -> None:
        self.server = server
        self.folder = folder
        self.temporary = folder / "tmp"
        self.temporary.mkdir(parents=True)
        self.count = 0

    def begin(self, *arguments: str | Path, **how: Any) -> "Victim":
        """Begin a command; `how` is described at `suffer`."""
        self.count += 1
        said = self.folder / f"said-{self.count}.txt"
        environment = {"TMPDIR": str(self.temporary), **how.pop("environment", {})}
        asked = {"arguments": [str(one) for one in arguments], "said": str(said), "environment": environment}
        return Victim(self, self.ask({**asked, **how})["pid"], said)

    def run(self, *arguments: str | Path, **how: Any) -> Ended:
        """Run a command to its end."""
        return self.begin(*arguments, **how).wait()

    def ask(self, asked: dict[str, Any]) -> dict[str, int]:
        """What the server answers."""
        assert self.server.stdin is not None
        assert self.server.stdout is not None
        self.server.stdin.write(json.dumps(asked) + "\n")
        self.server.stdin.flush()
        answer: dict[str, int] = json.loads(self.server.stdout.readline())
        return answer


@dataclass(frozen=True, slots=True)
class Victim:
    """A run that has begun, at the head of a group of processes of its own."""

    victims: Victims
    pid: int
    said: Path

    def send(self, number: signal.Signals, *, whole: bool = False) -> None:
        """Send a signal to the process, or to its whole group, if it is not over."""
        (os.killpg if whole else os.kill)(self.pid, number)  # not waited for yet, so the number is its own

    def wait(self) -> Ended:
        """Wait for the end."""
        code = self.victims.ask({"pid": self.pid})["code"]
        text = self.said.read_text() if self.said.exists() else ""
        self.said.unlink(missing_ok=True)
        return Ended(code, text)

    def others(self) -> list[int]:
        """The processes of its group that live when it is over."""
        try:
            os.killpg(self.pid, 0)
        except ProcessLookupError:
            return []
        return [self.pid]


@contextmanager
def victims(folder: Path) -> Iterator[Victims]:
    """The server of all runs, which ends with the context."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.victims"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as server:
        yield Victims(server, folder)
        assert server.stdin is not None
        server.stdin.close()


def suffer(how: dict[str, Any]) -> None:
    """What is done to a run before it begins.

    `gone` is its folder, which is removed under it; `nobody` takes its rights away; `largest` is how many
    bytes a file may have; `fewest` is for how few items workers are started; `large` makes a small site
    be built as a large one; with `careless` it is written in place.
    """
    os.environ.update(how["environment"])
    if "gone" in how:
        os.chdir(how["gone"])
        Path(how["gone"]).rmdir()
    if "fewest" in how:
        from dateline.workers import Workers

        Workers.each.__defaults__ = (how["fewest"],)
    if "large" in how:
        from dateline import write

        write.LARGE = 1
    if "careless" in how:
        from dateline import pipeline
        from tests.faults import careless

        vars(pipeline)["publish"] = careless
    if "largest" in how:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (how["largest"], how["largest"]))
    if "nobody" in how and os.geteuid() == 0:
        os.setgroups([])
        os.setgid(65534)
        os.setuid(65534)


def doing(how: dict[str, Any]) -> Callable[[], int]:
    """The run itself; call `stop_at` to the system is its last, `fail_at` fails, at `ctrl_c_at` it comes."""
    from dateline.__main__ import run as command
    from tests.faults import CALLS, CHANGES, at_call

    def fail() -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO), "a path")

    kinds: dict[str, tuple[Callable[[], object], list[str]]] = {
        "stop_at": (lambda: os._exit(9), [*CHANGES, "fsync"]),
        "fail_at": (fail, CALLS),
        "ctrl_c_at": (lambda: signal.raise_signal(signal.SIGINT), CALLS),
    }

    def run() -> int:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        for kind, (act, calls) in kinds.items():
            if kind in how:
                with at_call(how[kind], act, calls) as came:
                    code = command(how["arguments"])
                print(f"calls: {len(came)}")  # noqa: T201  # for who counts them
                return code
        return command(how["arguments"])

    return run


def begin(how: dict[str, Any]) -> int:
    """Fork a process that runs a command, and give its number."""
    run = doing(how)
    pid = os.fork()
    if pid:
        while os.getpgid(pid) != pid:  # whoever kills the group must not come before there is one
            time.sleep(0)
        return pid
    code = LOST
    try:
        os.setsid()
        nothing = os.open(os.devnull, os.O_RDONLY)
        said = os.open(how["said"], os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o666)
        for target, source in ((0, nothing), (1, said), (2, said)):
            os.dup2(source, target)
        suffer(how)
        code = run()
    except BaseException:  # noqa: BLE001  # the end of a process, whatever it was
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def warm_up() -> None:
    """Build a small site, so that everything is imported that a build imports."""
    from dateline import run
    from dateline.options import Options
    from dateline.progress import Nobody
    from tests.samples import EVENT, site_of

    with TemporaryDirectory() as folder:
        source = site_of(Path(folder), {"events/one.yaml": EVENT})
        run.build(Options(source, source / "out", cache=False, jobs=1), run.now(), Nobody())


def main() -> None:
    """Do what is asked for until nobody asks any more; Ctrl-C ends a run that has not begun in silence."""
    warm_up()
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    for line in sys.stdin:
        asked = json.loads(line)
        if "pid" in asked:
            answer = {"code": os.waitstatus_to_exitcode(os.waitpid(asked["pid"], 0)[1])}
        else:
            answer = {"pid": begin(asked)}
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


def seconds(work: Callable[[], object]) -> float:
    """How long something takes by the wall."""
    before = time.monotonic()
    work()
    return time.monotonic() - before


def names(folder: Path) -> Sequence[str]:
    """What lies in a folder."""
    return sorted(path.name for path in folder.iterdir())


if __name__ == "__main__":
    main()
