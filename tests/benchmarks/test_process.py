# SPDX-License-Identifier: MIT
import sys

import pytest

from benchmarks.process import first_line, run


def test_the_memory_of_all_processes_of_a_command_is_added_up() -> None:
    holder = "import time; held = b'x' * 40_000_000; time.sleep(3)"
    program = (
        "import subprocess, sys\n"
        f"held = [subprocess.Popen([sys.executable, '-c', {holder!r}]) for _ in range(3)]\n"
        "for process in held: process.wait()"
    )

    assert run([sys.executable, "-c", program]).peak >= 120_000_000


def test_a_command_that_fails_ends_the_benchmark_with_its_words() -> None:
    with pytest.raises(SystemExit, match="no such thing"):
        run([sys.executable, "-c", "raise SystemExit('no such thing')"])


def test_a_command_that_says_nothing_has_no_first_line() -> None:
    with pytest.raises(SystemExit, match="printed nothing"):
        first_line([sys.executable, "-c", ""])
