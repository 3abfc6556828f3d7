"""The end of a process: what was printed arrives, the code is the command's, and memory is left as it is."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ENDING = """
import threading, time
from dateline.__main__ import leave

class Kept:
    def __del__(self):
        print("taken apart")

kept = Kept()
print("said")
{more}
leave(3)
"""


def ended(more: str = "") -> tuple[int, str]:
    """How a program ends that keeps an object, and what it printed."""
    found = subprocess.run(
        [sys.executable, "-c", ENDING.format(more=more)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert found.stderr == ""
    return found.returncode, found.stdout


def test_what_was_said_arrives_and_nothing_is_taken_apart() -> None:
    assert ended() == (3, "said\n")


def test_a_thread_that_still_works_is_waited_for() -> None:
    work = "threading.Thread(target=lambda: (time.sleep(0.3), print('worked'))).start()"

    assert ended(work) == (3, "said\nworked\ntaken apart\n")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_what_cannot_be_printed_is_no_success() -> None:
    with Path("/dev/full").open("w") as full:
        found = subprocess.run(
            [sys.executable, "-c", "from dateline.__main__ import leave; print('said'); leave(0)"],
            cwd=ROOT,
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )

    assert found.returncode != 0


@pytest.mark.parametrize("program", [["build.py"], ["-m", "dateline"]])
def test_the_code_is_the_commands(program: list[str]) -> None:
    for words, code in ((["explain", "D102"], 0), (["explain", "D999"], 2)):
        found = subprocess.run(
            [sys.executable, *program, *words], cwd=ROOT, capture_output=True, text=True, check=False
        )
        assert found.returncode == code, found
        assert found.stdout or found.stderr
