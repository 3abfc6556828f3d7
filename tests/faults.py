"""A build whose n-th call to the system fails, or is the last thing that happens.

As a program: `python -m tests.faults FOLDER TEXTS N ASIDE` publishes and stops dead at call N.
"""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from dateline.output import Output
from dateline.write import exchanging, publish

# What the machine does for a build; each of these can fail or be the last thing that happens.
CALLS = ["open", "write", "fsync", "mkdir", "link", "rename", "fchmod", "chmod", "rmdir", "unlink", "scandir"]

OLD = {"index.html": "old", "a/one.html": "one", "a/two.html": "two", "gone.html": "gone"}
NEW = {"index.html": "new", "a/one.html": "one", "a/two.html": "changed", "b/c/three.html": "three"}

# What the machine does for a build; each of these can fail or be the last thing that happens.
CALLS = ["open", "write", "fsync", "mkdir", "link", "rename", "fchmod", "chmod", "rmdir", "unlink", "scandir"]
MANY = {f"{folder}/{number}.html": f"many {folder} {number}" for folder in range(10) for number in range(30)}


def outputs(texts: dict[str, str]) -> list[Output]:
    return [Output(path, text, text.encode) for path, text in texts.items()]


@contextmanager
def at_call(number: int, act: Callable[[], Any]) -> Iterator[list[str]]:
    """Let the n-th call to the system do something else; the list names the calls that came."""
    came: list[str] = []
    originals = {name: getattr(os, name) for name in CALLS} | {"swap": exchanging.swap}

    def instead(name: str) -> Callable[..., Any]:
        def call(*arguments: Any, **options: Any) -> Any:
            came.append(name)
            if len(came) == number:
                act()
            return originals[name](*arguments, **options)

        return call

    for name in CALLS:
        setattr(os, name, instead(name))
    exchanging.swap = instead("swap")
    try:
        yield came
    finally:
        for name in CALLS:
            setattr(os, name, originals[name])
        exchanging.swap = originals["swap"]


def main() -> None:
    """Publish in a process that may be stopped."""
    folder, texts, stop_at, aside = sys.argv[1:]
    if aside == "True":
        exchanging.swap = lambda one, other: False  # noqa: ARG005  the names are part of the type
    with at_call(int(stop_at), lambda: os._exit(9)):
        publish(outputs({"NEW": NEW, "MANY": MANY}[texts]), Path(folder))


if __name__ == "__main__":
    main()
