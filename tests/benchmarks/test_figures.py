# SPDX-License-Identifier: MIT
from dataclasses import replace

from benchmarks.figures import MIB, Drawn, Made, Measured, Reloads, report, rows
from benchmarks.process import Spent


def spent(*seconds: float, peak: int = 200 * MIB) -> tuple[Spent, ...]:
    return tuple(Spent(one, one * 1.5, peak) for one in seconds)


MADE = Made(33_000, 350_000_000, 120_000, "index.html")
FOUND = Measured(
    events=10_000,
    large=100_000,
    machine="2 processors",
    cold=spent(8.0, 10.0, 30.0),
    plain=spent(8.0, 8.0, 20.0),
    nothing=spent(0.3, 0.2, 0.4),
    wrote_nothing=True,
    body=spent(0.5, 0.6, 0.7),
    title=spent(1.4, 1.6, 1.7),
    made=MADE,
    first_line=(0.3, 0.5, 0.35),
    hugo_cold=spent(10.0, 20.0, 25.0),
    hugo_body=spent(10.0, 20.0, 10.0),
    hugo_made=replace(MADE, size=330_000_000),
    large_check=Spent(50.0, 90.0, 400 * MIB),
    large_cold=Spent(105.0, 200.0, 900 * MIB),
    large_made=replace(MADE, largest=160_000),
    served={
        "body": Reloads((0.05, 0.06, 0.2), (0.07, 0.08, 0.3)),
        "large": Reloads((0.8,), (0.9,), 1025 * MIB),
    },
    lighthouse={"home page": (100, 100, 100, 100), "map": (88, 100, 100, 100)},
    drawn=Drawn(
        events=100_000,
        before=14_000,
        first_view=61_000,
        paint_ms=101.0,
        partly=(2.0, 1.0),
        steps=(2.0, 2.0, 9.0),
        lanes=(3.0, 2.0),
        read_ms=900.0,
        everything=4_000_000,
        choice_ms=30.0,
    ),
)


def figures(found: Measured) -> dict[str, tuple[str, bool | None]]:
    return {row.what: (row.figure, row.met) for row in rows(found)}


def test_each_aim_stands_beside_its_median_and_pairs_are_compared_one_by_one() -> None:
    expected = {
        "cold build of the pages": ("8.00 s, Hugo 20.00 s: 0.80 ×", True),
        "cold build with all data files": ("10.00 s: 25% more", True),
        "nothing changed, whole process": ("0.30 s, nothing written", True),
        "one body edited, whole process": ("0.60 s, Hugo 10.00 s: 0.050 ×", True),
        "one title edited, whole process": ("1.60 s", False),
        "serve: body saved to new page served": ("60 ms; browser told to reload after 80 ms", True),
        "serve: title saved to new page served": ("not measured", None),
        "the same for a body at 100,000": ("800 ms; browser told to reload after 900 ms", False),
        "100,000 events cold: time": ("105.0 s: 10.5 ×", True),
        "100,000 events cold: peak memory": ("900 MiB", True),
        "100,000 events cold: growth of the peak": ("8.0 KiB an event", True),
        "100,000 events checked from nothing: peak memory": ("400 MiB", True),
        "100,000 events served, bodies edited: peak memory": ("1025 MiB", False),
        "start of `check` to its first line, ten events": ("0.35 s", True),
        "largest page of 10,000 events": ("120 KB (index.html)", True),
        "largest page of 100,000 events": ("160 KB (index.html)", False),
        "Lighthouse, home page": ("100 / 100 / 100 / 100", True),
        "Lighthouse, map": ("88 / 100 / 100 / 100", False),
        "line of time, 100,000 events: first view, compressed": ("61 KB", False),
        "line of time, 100,000 events: first paint": ("101 ms", True),
        "line of time, 100,000 events: zoom step": ("2.0 frames at the median", True),
    }

    assert expected == figures(FOUND)


def test_a_build_that_wrote_without_a_change_misses_its_aim() -> None:
    found = figures(replace(FOUND, wrote_nothing=False))

    assert ("0.30 s, files were written", False) == found["nothing changed, whole process"]


def test_where_hugo_is_not_installed_its_rows_say_so() -> None:
    found = figures(replace(FOUND, hugo_cold=(), hugo_body=(), hugo_made=None))

    assert ("8.00 s; Hugo is not installed", None) == found["cold build of the pages"]
    assert ("0.60 s; Hugo is not installed", None) == found["one body edited, whole process"]


def test_a_sitting_without_the_large_archive_has_no_rows_of_it() -> None:
    found = replace(FOUND, large=0, large_cold=None, large_made=None, drawn=None)

    assert not [row for row in rows(found) if "100,000" in row.what]


def test_another_size_is_held_to_the_same_growth() -> None:
    found = replace(FOUND, large=20_000, large_cold=Spent(23.0, 40.0, 200 * MIB))
    row = next(row for row in rows(found) if row.what == "20,000 events cold: time")

    assert ("≤ 2.2 × that of 10,000", "23.0 s: 2.3 ×", False) == (row.aim, row.figure, row.met)


def test_the_report_is_a_page_of_markdown() -> None:
    lines = report(FOUND).splitlines()

    assert "# 10,000 events: aims and figures" == lines[0]
    assert "2 processors. Medians of 3 paired runs in one sitting." == lines[2]
    assert (
        "| cold build of the pages | ≤ 1.0 × Hugo, stretch 0.7 | 8.00 s, Hugo 20.00 s: 0.80 × | yes |"
        in lines
    )
    assert "| serve: title saved to new page served | none | not measured |  |" in lines
    assert "| Hugo | 33,000 | 330 | 30.0 | 200 |" in lines
    assert "| dateline, 100,000 events | 33,000 | 350 | 200.0 | 900 |" in lines
