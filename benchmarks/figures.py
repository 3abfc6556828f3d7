# SPDX-License-Identifier: MIT
"""What was measured, beside what was aimed at, as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from statistics import median

from benchmarks.process import Spent

KIB, MIB = 1024, 1024**2
NO_HUGO = "Hugo is not installed"
NOT_RUN = "not measured"


@dataclass(frozen=True, slots=True)
class Made:
    """What a build left behind: how many files and bytes, and the size and name of its largest page."""

    files: int
    size: int
    largest: int
    largest_name: str


@dataclass(frozen=True, slots=True)
class Reloads:
    """Seconds from saving a file to the new page being served, and to the browser being told.

    `peak` is the most memory that the server has held until then, in bytes.
    """

    served: tuple[float, ...]
    told: tuple[float, ...]
    peak: int = 0


@dataclass(frozen=True, slots=True)
class Drawn:
    """The line of time in a browser: bytes as they are sent, milliseconds, and the frames of each step."""

    events: int
    before: int
    first_view: int
    paint_ms: float
    partly: tuple[float, ...]
    steps: tuple[float, ...]
    lanes: tuple[float, ...]
    read_ms: float
    everything: int
    choice_ms: float


@dataclass(frozen=True, slots=True)
class Measured:
    """Every figure of one sitting; what could not be measured is empty or None."""

    events: int
    large: int
    machine: str
    cold: tuple[Spent, ...]
    plain: tuple[Spent, ...]
    """Cold builds without the data files."""
    nothing: tuple[Spent, ...]
    wrote_nothing: bool
    body: tuple[Spent, ...]
    title: tuple[Spent, ...]
    made: Made
    first_line: tuple[float, ...]
    hugo_cold: tuple[Spent, ...] = ()
    hugo_body: tuple[Spent, ...] = ()
    hugo_made: Made | None = None
    large_check: Spent | None = None
    large_cold: Spent | None = None
    large_made: Made | None = None
    served: dict[str, Reloads] = field(default_factory=dict)
    """By what was edited: body, title, and body of the large archive."""
    lighthouse: dict[str, tuple[int, ...]] = field(default_factory=dict)
    """By page of the repository's own site: performance, accessibility, best practices, search engines."""
    drawn: Drawn | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One aim: what it is about, the aim in words, the figure, and whether it is met (None: nobody knows)."""

    what: str
    aim: str
    figure: str
    met: bool | None = None


def seconds(spent: Iterable[Spent]) -> float:
    """The median of wall times."""
    return median(one.seconds for one in spent)


def ratio(ours: Sequence[Spent], theirs: Sequence[Spent]) -> float:
    """How many times theirs ours took: the median over pairs that ran one after the other."""
    return median(one.seconds / other.seconds for one, other in zip(ours, theirs, strict=True))


def rows(found: Measured) -> list[Row]:
    """Every aim beside its figure."""
    return [
        cold(found),
        data_files(found),
        nothing(found),
        body(found),
        title(found),
        *serving(found),
        *large(found),
        *small(found),
        *lighthouse(found),
        *drawn(found),
    ]


def cold(found: Measured) -> Row:
    """A build from nothing of the pages that Hugo makes too."""
    what, aim, ours = "cold build of the pages", "≤ 1.0 × Hugo, stretch 0.7", seconds(found.plain)
    if not found.hugo_cold:
        return Row(what, aim, f"{ours:.2f} s; {NO_HUGO}")
    times = ratio(found.plain, found.hugo_cold)
    return Row(what, aim, f"{ours:.2f} s, Hugo {seconds(found.hugo_cold):.2f} s: {times:.2f} ×", times <= 1.0)


def data_files(found: Measured) -> Row:
    """What the files of data add to it."""
    more = ratio(found.cold, found.plain) - 1
    what, figure = "cold build with all data files", f"{seconds(found.cold):.2f} s: {more:.0%} more"
    return Row(what, "≤ 30 % more", figure, more <= 0.3)


def nothing(found: Measured) -> Row:
    """A build when nothing has changed."""
    took = seconds(found.nothing)
    wrote = "nothing written" if found.wrote_nothing else "files were written"
    met = took <= 0.5 and found.wrote_nothing
    return Row("nothing changed, whole process", "≤ 0.5 s, nothing written", f"{took:.2f} s, {wrote}", met)


def body(found: Measured) -> Row:
    """A build after one body was edited."""
    what, aim, took = "one body edited, whole process", "≤ 1.0 s and ≤ 0.05 × Hugo", seconds(found.body)
    if not found.hugo_body:
        return Row(what, aim, f"{took:.2f} s; {NO_HUGO}")
    times = ratio(found.body, found.hugo_body)
    figure = f"{took:.2f} s, Hugo {seconds(found.hugo_body):.2f} s: {times:.3f} ×"
    return Row(what, aim, figure, took <= 1.0 and times <= 0.05)


def title(found: Measured) -> Row:
    """A build after one title was edited: neighbours, lists and feeds change."""
    took = seconds(found.title)
    return Row("one title edited, whole process", "≤ 1.5 s", f"{took:.2f} s", took <= 1.5)


def serving(found: Measured) -> list[Row]:
    """From saving to seeing, with `serve`."""
    cases = [
        ("body", "serve: body saved to new page served", 0.1),
        ("title", "serve: title saved to new page served", None),
        ("large", f"the same for a body at {found.large:,}", 0.7),
    ]
    return [
        reload(what, limit, found.served.get(name))
        for name, what, limit in cases
        if name != "large" or found.large
    ]


def reload(what: str, limit: float | None, times: Reloads | None) -> Row:
    """One case of `serve`."""
    aim = "none" if limit is None else f"≤ {limit * 1000:.0f} ms"
    if times is None:
        return Row(what, aim, NOT_RUN)
    took = median(times.served)
    figure = f"{took * 1000:.0f} ms; browser told to reload after {median(times.told) * 1000:.0f} ms"
    return Row(what, aim, figure, None if limit is None else took <= limit)


def large(found: Measured) -> list[Row]:
    """The archive that is ten times as large."""
    if not found.large:
        return []
    what = f"{found.large:,} events cold"
    if found.large_cold is None:
        return [Row(what, "≤ 11 × the time, ≤ 1 GiB", NOT_RUN)]
    spent, before = found.large_cold, max(one.peak for one in found.cold)
    times = spent.seconds / seconds(found.cold)
    # So that another size than ten times is judged alike.
    limit = 11 * found.large / found.events / 10
    growth = (spent.peak - before) / (found.large - found.events)
    return [
        Row(
            f"{what}: time",
            f"≤ {limit:.3g} × that of {found.events:,}",
            f"{spent.seconds:.1f} s: {times:.1f} ×",
            times <= limit,
        ),
        Row(f"{what}: peak memory", "≤ 1 GiB", f"{spent.peak / MIB:.0f} MiB", spent.peak <= 1024 * MIB),
        Row(
            f"{what}: growth of the peak",
            "≤ 8 KiB an event",
            f"{growth / KIB:.1f} KiB an event",
            growth <= 8 * KIB,
        ),
        *large_memory(found),
    ]


def large_memory(found: Measured) -> Iterator[Row]:
    """What checking and serving the large archive take."""
    served = found.served.get("large")
    peaks = {
        "checked from nothing": found.large_check.peak if found.large_check else 0,
        "served, bodies edited": served.peak if served else 0,
    }
    for what, peak in peaks.items():
        told = f"{peak / MIB:.0f} MiB" if peak else NOT_RUN
        met = peak <= 1024 * MIB if peak else None
        yield Row(f"{found.large:,} events {what}: peak memory", "≤ 1 GiB", told, met)


def small(found: Measured) -> list[Row]:
    """What does not hang on the size of the archive."""
    start = median(found.first_line)
    pages = [(found.events, found.made), *([(found.large, found.large_made)] if found.large_made else [])]
    return [
        Row("start of `check` to its first line, ten events", "≤ 0.4 s", f"{start:.2f} s", start <= 0.4),
        *(
            Row(
                f"largest page of {count:,} events",
                "≤ 150 KB",
                f"{made.largest / 1000:.0f} KB ({made.largest_name})",
                made.largest <= 150_000,
            )
            for count, made in pages
        ),
    ]


def lighthouse(found: Measured) -> list[Row]:
    """What Lighthouse says of the repository's own site."""
    aim = "100 / 100 / 100 / 100"
    if not found.lighthouse:
        return [Row("Lighthouse", aim, NOT_RUN)]
    return [
        Row(f"Lighthouse, {page}", aim, " / ".join(map(str, scores)), min(scores) == 100)
        for page, scores in found.lighthouse.items()
    ]


def drawn(found: Measured) -> list[Row]:
    """The line of time with very many events."""
    seen = found.drawn
    if seen is None:
        return [Row("line of time in a browser", "≤ 60 KB, ≤ 120 ms, ≤ 2 frames", NOT_RUN)]
    about = f"line of time, {seen.events:,} events: "
    steps = median(seen.steps + seen.partly + seen.lanes)
    return [
        Row(
            f"{about}first view, compressed",
            "≤ 60 KB",
            f"{seen.first_view / 1000:.0f} KB",
            seen.first_view <= 60_000,
        ),
        Row(f"{about}first paint", "≤ 120 ms", f"{seen.paint_ms:.0f} ms", seen.paint_ms <= 120),
        Row(f"{about}zoom step", "≤ 2 frames", f"{steps:.1f} frames at the median", round(steps, 1) <= 2),
    ]


def report(found: Measured) -> str:
    """The figures as a page of Markdown."""
    marks = {True: "yes", False: "no", None: ""}
    runs = len(found.cold)
    return "\n".join(
        [
            f"# {found.events:,} events: aims and figures",
            "",
            f"{found.machine}. Medians of {runs} {'run' if runs == 1 else 'paired runs'} in one sitting.",
            "",
            "| what | aim | measured | met |",
            "|---|---|---|---|",
            *(f"| {row.what} | {row.aim} | {row.figure} | {marks[row.met]} |" for row in rows(found)),
            "",
            "| build of all pages | files | MB | processor seconds | peak memory, MiB |",
            "|---|---|---|---|---|",
            *builds(found),
            "",
            "Hugo makes the same pages with the same text and the same lists. It does not draw the maps and",
            "the lines of time, makes no index for searching, and checks nothing; dates in words, the order",
            "of events and what each list holds are worked out for it beforehand. Data files are calendars,",
            "tables, feeds in JSON, SQLite and pages to embed; all other rows are of builds that make them.",
            "",
        ]
    )


def builds(found: Measured) -> Iterable[str]:
    """What each builder made, and what that took besides time."""
    yield built("dateline", found.made, found.cold)
    if found.hugo_made:
        yield built("Hugo", found.hugo_made, found.hugo_cold)
    if found.large_made and found.large_cold:
        yield built(f"dateline, {found.large:,} events", found.large_made, [found.large_cold])


def built(name: str, made: Made, spent: Sequence[Spent]) -> str:
    """One builder's line."""
    cpu, peak = median(one.cpu_seconds for one in spent), median(one.peak for one in spent)
    return f"| {name} | {made.files:,} | {made.size / 1e6:.0f} | {cpu:.1f} | {peak / MIB:.0f} |"
