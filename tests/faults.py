"""A build whose n-th call to the system fails, or is the last thing that happens.

As a program: `python -m tests.faults FOLDER TEXTS N ASIDE SPARE` publishes and stops dead at call N. Where N
is "asked", it does so in a fork for each number that it reads, and says how that ended.
"""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from dateline import write
from dateline.output import Output
from dateline.write import Written, exchanging, lasting, publish
from dateline.write.lasting import create

OLD = {"index.html": "old", "a/one.html": "one", "a/two.html": "two", "gone.html": "gone"}
ELSE = {"index.html": "else", "a/one.html": "one", "a/two.html": "two", "only/here.html": "else"}
NEW = {"index.html": "new", "a/one.html": "one", "a/two.html": "changed", "b/c/three.html": "three"}

# What the machine does for a build; each of these can fail or, where it changes something, be the last
# thing that happens.
CHANGES = ["open", "write", "mkdir", "link", "rename", "fchmod", "chmod", "rmdir", "unlink", "swap"]
CALLS = [*CHANGES, "fsync", "sync_all", "scandir", "fstat", "lstat"]
OURS = {"swap": exchanging, "sync_all": lasting}
MANY = {f"{folder}/{number}.html": f"many {folder} {number}" for folder in range(10) for number in range(30)}


def outputs(texts: dict[str, str]) -> list[Output]:
    return [Output(path, text, text.encode) for path, text in texts.items()]


@contextmanager
def at_call(number: int, act: Callable[[], Any], names: Iterable[str] = CALLS) -> Iterator[list[str]]:
    """Let the n-th call to the system do something else; the list names the calls that came."""
    came: list[str] = []
    homes = {name: OURS.get(name, os) for name in names}
    originals = {name: getattr(home, name) for name, home in homes.items()}

    def instead(name: str) -> Callable[..., Any]:
        def call(*arguments: Any, **options: Any) -> Any:
            came.append(name)
            if len(came) == number:
                act()
            return originals[name](*arguments, **options)

        return call

    for name, home in homes.items():
        setattr(home, name, instead(name))
    try:
        yield came
    finally:
        for name, home in homes.items():
            setattr(home, name, originals[name])


def main() -> None:
    """Publish in a process that may be stopped."""
    folder, texts, stop_at, aside, spare = sys.argv[1:]
    if aside == "True":
        exchanging.swap = lambda one, other: False  # noqa: ARG005  the names are part of the type
    if spare == "True":
        write.LARGE, lasting.FEW = 1, 0
    if stop_at != "asked":
        publish_until(int(stop_at), folder, texts)
        return
    for line in sys.stdin:  # to begin anew each time takes much longer
        process = os.fork()
        if not process:
            publish_until(int(line), folder, texts)
            os._exit(0)
        sys.stdout.write(f"{os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])}\n")
        sys.stdout.flush()


def publish_until(stop_at: int, folder: str, texts: str) -> None:
    """Publish, or stop dead at that call."""
    with at_call(stop_at, lambda: os._exit(9), CHANGES):
        publish(outputs({"NEW": NEW, "MANY": MANY}[texts]), Path(folder))


def careless(given: Iterable[Output], folder: Path, **_: object) -> Written:
    """Publish as nobody should: into the folder that readers see, one file after the other."""
    made = sorted(given, key=lambda output: output.path)
    for output in made:
        path = folder / output.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True)
        create(str(path), output.render())
    return Written(tuple(output.path for output in made), (), (), {})


if __name__ == "__main__":
    main()
