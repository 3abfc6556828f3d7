"""TimelineJS itself opens our export in a browser: every slide is there, and its date is the one exported."""

import json
import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from dateline.checking import check
from dateline.outputs import timelinejs
from dateline.timeline import Timeline
from scripts.install_npm import package
from tests.browser.conftest import OpenPage, Visit
from tests.outputs.planning import planned
from tests.outputs.slices_of import awkward
from tests.rules.small import timeline_of

PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>A page with TimelineJS</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="css/timeline.css"></head>
<body><div id="here" style="height: 600px"></div>
<script src="js/timeline.js"></script>
<script>
fetch("timelinejs.json").then((answer) => answer.json()).then((found) => {
  window.timeline = new TL.Timeline("here", found, {font: null, language: "en"});
});
</script></body></html>
"""
SHOWN = """() => [...document.querySelectorAll(".tl-slide")].map((slide) => ({
  id: slide.id,
  date: slide.querySelector(".tl-headline-date")?.textContent ?? "",
  headline: slide.querySelector(".tl-headline")?.textContent ?? "",
}))"""
READ = """() => timeline.config.events.map(({unique_id, start_date, end_date}) =>
  [unique_id, ...[start_date, end_date].map((one) => one && {
    year: one.data.year, month: one.data.month, day: one.data.day})])"""
"""What TimelineJS made of the dates; it adds fields of its own."""

DIST = package("@knight-lab/timelinejs")
pytestmark = pytest.mark.skipif(
    DIST is None and "CI" not in os.environ,
    reason="TimelineJS is not there: run scripts/install_npm.py, which needs npm",
)


def site_with(export: dict[str, Any], folder: Path) -> Path:
    """A page with TimelineJS and an export, and nothing from elsewhere."""
    assert DIST is not None
    for name in ("css", "js"):
        shutil.copytree(DIST / "dist" / name, folder / name)
    (folder / "timelinejs.json").write_text(json.dumps(export), encoding="utf-8")
    (folder / "index.html").write_text(PAGE, encoding="utf-8")
    return folder


def exported(timeline: Timeline) -> dict[str, Any]:
    """The export of a timeline."""
    made: dict[str, Any] = json.loads(planned(timelinejs, timeline)["timelinejs.json"])
    return made


def dates(slide: dict[str, Any]) -> list[Any]:
    """The id and the two dates of a slide as they were exported."""
    return [slide["unique_id"], slide["start_date"], slide.get("end_date")]


def without_empty(read: list[Any]) -> list[Any]:
    """The same of what TimelineJS read, without what it left out."""
    ident, *found = read
    return [ident, *(one and {key: part for key, part in one.items() if part is not None} for one in found)]


@pytest.mark.parametrize("which", ["this repository", "awkward"])
def test_every_slide_is_there_with_the_date_that_was_exported(
    open_page: OpenPage, visit: Visit, repository: Path, tmp_path: Path, which: str
) -> None:
    timeline = check(repository).timeline if which == "this repository" else awkward()
    assert timeline is not None
    export = exported(timeline)
    page = open_page(site=site_with(export, tmp_path / "site"))
    page.wait_for_function(
        "n => document.querySelectorAll('.tl-slide').length >= n", arg=len(export["events"])
    )
    title, *slides = page.evaluate(SHOWN)

    assert title["headline"] == timeline.site.title
    assert len(slides) == len(export["events"]) == page.locator(".tl-timemarker").count()
    assert {one["id"]: one["date"] for one in slides} == {
        one["unique_id"]: one["display_date"] for one in export["events"]
    }
    assert sorted(map(without_empty, page.evaluate(READ))) == sorted(map(dates, export["events"]))
    assert page.locator(".tl-message").count() == 0
    assert (visit.refused, visit.errors) == ([], [])


def test_without_our_words_it_says_the_same_year_before_the_common_era(
    open_page: OpenPage, tmp_path: Path
) -> None:
    export = exported(timeline_of({"caesar": {"date": "-0043-03-15"}, "first": {"date": "0000"}}))
    for slide in export["events"]:
        del slide["display_date"]
    page = open_page(site=site_with(export, tmp_path / "site"))
    page.wait_for_selector("#first .tl-headline-date", state="attached")

    assert [one["date"] for one in page.evaluate(SHOWN)] == ["", "March 15, 44 BCE", "1 BCE"]


def test_a_slide_that_it_cannot_date_is_missing_and_counted(open_page: OpenPage, tmp_path: Path) -> None:
    export = exported(timeline_of({"a": {}, "b": {}}))
    del export["events"][0]["start_date"]
    page = open_page(site=site_with(export, tmp_path / "site"))
    page.wait_for_selector("#b .tl-headline-date", state="attached")
    _, *slides = page.evaluate(SHOWN)

    assert len(slides) == len(export["events"]) - 1
