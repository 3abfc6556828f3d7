# SPDX-License-Identifier: MIT
"""What one command costs as a whole process: wall time, processor time and memory, its children included."""

from __future__ import annotations

import os
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

KIB = 1024
PROC = Path("/proc")
SESSION = 3  # where a process's session stands in its stat file, after the name


@dataclass(frozen=True, slots=True)
class Spent:
    """Seconds on the clock, seconds of processors, and the most memory held at once, in bytes."""

    seconds: float
    cpu_seconds: float
    peak: int


def run(command: Sequence[str | Path], folder: Path | None = None) -> Spent:
    """Run a command to its end; one that fails ends the benchmark with what it said."""
    with tempfile.TemporaryFile() as said:
        start = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, env=usual(), stdout=said, stderr=said, start_new_session=True
        )
        memory = Memory(process.pid)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        peak = max(memory.most(), usage.ru_maxrss * KIB)
        if process.returncode:
            said.seek(0)
            raise SystemExit(f"{command[0]} failed:\n{said.read().decode(errors='replace')}")
    return Spent(seconds, usage.ru_utime + usage.ru_stime, peak)


def usual() -> dict[str, str]:
    """The environment without what keeps Python from compiling a module once and for all."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


class Memory:
    """The most memory that the processes of a session hold together, looked at every half second.

    The kernel remembers the largest process of all, exactly; of several the sum is what a machine needs.
    """

    INTERVAL = 0.5

    def __init__(self, session: int) -> None:
        self.session = session
        self.peak = 0
        self.over = threading.Event()
        self.thread = threading.Thread(target=self.watch, daemon=True)
        self.thread.start()

    def watch(self) -> None:
        """Look again and again, until asked."""
        while not self.over.wait(self.INTERVAL):
            self.peak = max(self.peak, sum(map(held, members(self.session))))

    def most(self) -> int:
        """Stop looking; the most bytes that the processes held together, each time that we looked."""
        self.over.set()
        self.thread.join()
        return self.peak


def members(session: int) -> Iterable[Path]:
    """The processes of a session, where the system tells of them."""
    for folder in PROC.glob("[0-9]*"):
        try:
            about = (folder / "stat").read_text(encoding="utf-8", errors="replace")
        except OSError:
            continue
        if about.rpartition(")")[2].split()[SESSION] == str(session):
            yield folder


def held(process: Path) -> int:
    """The bytes that a process holds; what it shares with others counts in parts."""
    try:
        lines = (process / "smaps_rollup").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * KIB for line in lines if line.startswith("Pss:")), 0)


def first_line(command: Sequence[str | Path]) -> float:
    """Seconds from the start of a process to the first line that it prints."""
    start = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        assert process.stdout is not None  # noqa: S101  # asked for above
        line = process.stdout.readline()
        seconds = time.perf_counter() - start
        process.stdout.read()
    if not line:
        raise SystemExit(f"{command[0]} printed nothing")
    return seconds
