# SPDX-License-Identifier: MIT
"""Measure dateline against its aims, and against Hugo where it is installed: `python -m benchmarks`."""

from __future__ import annotations

import os
import platform
import shutil
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import click

from benchmarks import corpus, hugo
from benchmarks.figures import Drawn, Made, Measured, Reloads, report
from benchmarks.process import Spent, first_line, run
from benchmarks.sites import BUILD, ROOT, Archive, address, hugo_program, made, stamp
from scripts.install_browser import chromium

Edit = Callable[[int], str]
MARKS = 100_000  # on the line of time
RESULTS = Path(__file__).parent / "RESULTS.md"


@click.command()
@click.option("--events", default=10_000, show_default=True, help="Size of the archive.")
@click.option("--large", default=100_000, show_default=True, help="Size of the large one; 0 leaves it out.")
@click.option("--runs", default=5, show_default=True, help="How often each case is measured.")
@click.option("--folder", type=click.Path(path_type=Path), help="Where to work; else a temporary folder.")
@click.option("--results", default=RESULTS, type=click.Path(path_type=Path), help="Where the table goes.")
def main(events: int, large: int, runs: int, folder: Path | None, results: Path) -> None:
    """Measure dateline against its aims, and against Hugo where it is installed."""
    work = Path(tempfile.mkdtemp(prefix="dateline-benchmark-", dir=folder))
    try:
        text = report(Sitting(work, events, large, runs).measured())
    finally:
        shutil.rmtree(work, ignore_errors=True)
    results.write_text(text, encoding="utf-8")
    click.echo(text)


class Sitting:
    """One sitting: the archives, where their sites go, and the cases, which are measured in one order."""

    def __init__(self, work: Path, events: int, large: int, runs: int) -> None:
        self.work = work
        self.archive = Archive(events, work / "site", work / "hugo")
        self.large = Archive(large, work / "large", work / "none")
        self.runs = runs
        self.program = hugo_program()

    def measured(self) -> Measured:
        """Every figure."""
        say(f"writing {self.archive.events} events")
        corpus.write(self.archive.events, self.archive.site)
        if self.program:
            hugo.write(self.archive.events, self.archive.hugo)
        cold, plain, hugo_cold = self.cold()
        output, hugo_output = self.output(self.runs - 1), self.hugo_output(self.runs - 1)
        small, theirs = made(output), made(hugo_output) if hugo_cold else None
        nothing, wrote_nothing = self.nothing(output)
        body, hugo_body = self.body(output, hugo_output)
        title = self.title(output)
        served = self.served(output)
        rated, seen = lighthouse(), line_of_time()
        say("start of check")
        start = tuple(first_line([*BUILD, "check", "--source", ROOT]) for _ in range(2 * self.runs))
        large_check, large_cold, large_made = self.large_cold() if self.large.events else (None, None, None)
        if large_made:
            served |= self.large_served()
        return Measured(
            events=self.archive.events,
            large=self.large.events,
            machine=machine(self.program),
            cold=cold,
            plain=plain,
            nothing=nothing,
            wrote_nothing=wrote_nothing,
            body=body,
            title=title,
            made=small,
            first_line=start,
            hugo_cold=hugo_cold,
            hugo_body=hugo_body,
            hugo_made=theirs,
            large_check=large_check,
            large_cold=large_cold,
            large_made=large_made,
            served=served,
            lighthouse=rated,
            drawn=seen,
        )

    def output(self, number: int) -> Path:
        """Where a cold build of dateline's goes: each into a folder of its own."""
        return self.work / f"output-{number}"

    def hugo_output(self, number: int) -> Path:
        """Where a cold build of Hugo's goes."""
        return self.work / f"hugo-output-{number}"

    def hugo(self, output: Path) -> Spent:
        """One build of Hugo's."""
        return run([str(self.program), "--quiet", "--destination", output], folder=self.archive.hugo)

    def cold(self) -> tuple[tuple[Spent, ...], tuple[Spent, ...], tuple[Spent, ...]]:
        """Builds from nothing in turn: the whole, the whole but its data files, and Hugo's."""
        ours, plain, theirs = [], [], []
        for number in range(self.runs):
            say(f"cold build {number + 1} of {self.runs}")
            self.archive.forget(self.work / "spent")
            bare = self.work / f"plain-output-{number}"
            plain.append(run(self.archive.build_plain(bare), folder=ROOT))
            if self.program:
                theirs.append(self.hugo(self.hugo_output(number)))
            self.archive.forget(self.work / "spent")
            ours.append(run(self.archive.build(self.output(number))))
        return tuple(ours), tuple(plain), tuple(theirs)

    def nothing(self, output: Path) -> tuple[tuple[Spent, ...], bool]:
        """Builds when nothing has changed, and whether they left every file alone."""
        say("nothing changed")
        before = stamp(output)
        spent = tuple(run(self.archive.build(output)) for _ in range(self.runs))
        return spent, stamp(output) == before

    def body(self, output: Path, hugo_output: Path) -> tuple[tuple[Spent, ...], tuple[Spent, ...]]:
        """Builds after one body was edited, one of each builder in turn."""
        ours, theirs = [], []
        for number in range(self.runs):
            say(f"one body edited, {number + 1} of {self.runs}")
            new = self.archive.edit_body(number)
            ours.append(run(self.archive.build(output)))
            self.expect(new, output, number)
            if self.program:
                new = self.archive.edit_hugo_body(number)
                theirs.append(self.hugo(hugo_output))
                self.expect(new, hugo_output, number)
        return tuple(ours), tuple(theirs)

    def title(self, output: Path) -> tuple[Spent, ...]:
        """Builds after one title was edited."""
        spent = []
        for number in range(self.runs):
            say(f"one title edited, {number + 1} of {self.runs}")
            new = self.archive.edit_title(number)
            spent.append(run(self.archive.build(output)))
            self.expect(new, output, number)
        return tuple(spent)

    def expect(self, new: str, output: Path, number: int) -> None:
        """A build that did not bring the new text would have measured nothing."""
        page = output / address(self.archive.ident(number))
        if new not in page.read_text(encoding="utf-8"):
            raise SystemExit(f"{page.name} does not say what was written into its source")

    def served(self, output: Path) -> dict[str, Reloads]:
        """Edits of bodies and of titles while `serve` runs."""
        say("serve")
        later = range(self.runs, 2 * self.runs)
        bodies, titles = self.archive.edit_body, self.archive.edit_title
        return reloads(self.archive, output, {"body": (bodies, later), "title": (titles, later)})

    def large_served(self) -> dict[str, Reloads]:
        """Edits of bodies while `serve` runs on the large archive."""
        say(f"serve {self.large.events} events")
        return reloads(
            self.large, self.work / "large-output", {"large": (self.large.edit_body, range(self.runs))}
        )

    def large_cold(self) -> tuple[Spent, Spent, Made]:
        """One check and one build of the large archive, each from nothing."""
        say(f"writing {self.large.events} events")
        corpus.write(self.large.events, self.large.site)
        say(f"check of {self.large.events} events")
        checked = run(self.large.check())
        self.large.forget(self.work / "spent")
        say(f"cold build of {self.large.events} events")
        output = self.work / "large-output"
        return checked, run(self.large.build(output)), made(output)


def reloads(archive: Archive, output: Path, cases: dict[str, tuple[Edit, range]]) -> dict[str, Reloads]:
    """The cases of `serve`, one after the other; none where what it needs is not installed."""
    try:
        from benchmarks import serving
    except ModuleNotFoundError:
        return {}
    found = {}
    with serving.serving(archive.serve(output)) as (port, memory):
        for name, (edit, numbers) in cases.items():
            edits = [(partial(edit, number), f"/{address(archive.ident(number))}") for number in numbers]
            found[name] = serving.reloads(port, edits, memory)
    return found


def lighthouse() -> dict[str, tuple[int, ...]]:
    """The scores of each page; none where what it needs is not installed, which is said."""
    try:
        from benchmarks import lighthouse as asked
    except ModuleNotFoundError:
        return {}
    why = asked.missing()
    say(f"Lighthouse: {why}" if why else "Lighthouse")
    return {} if why else {one.page: one.scores for one in asked.scores()}


def line_of_time() -> Drawn | None:
    """The line of time with very many events in a browser; None where there is none, which is said."""
    try:
        from benchmarks import browser
    except ModuleNotFoundError:
        return None
    say("line of time in a browser")
    return browser.drawn(MARKS) if chromium() else None


def machine(program: Path | None) -> str:
    """What was measured on, without the names of machines or folders."""
    system = f"{platform.system()} {platform.release().partition('-')[0]}"
    about = [f"{len(os.sched_getaffinity(0))} processors", system, f"Python {platform.python_version()}"]
    if program:
        about.append(hugo.version(program))
    return ", ".join([*about, f"{datetime.now(UTC):%Y-%m-%d}"])


def say(text: str) -> None:
    """Tell whoever waits what is being measured."""
    click.echo(f"{text} …", err=True)


if __name__ == "__main__":
    main()
