# SPDX-License-Identifier: MIT
"""Measure the line of time with very many events in Chromium: `python -m benchmarks.browser`.

The events are made up row by row, as many as asked for, and published by the site's own outputs; the
pages come from a server on this machine. Run it alone: another busy program makes frames late.
"""

from __future__ import annotations

import gzip
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from random import Random
from statistics import median
from threading import Thread
from types import ModuleType
from typing import Any

import click
from playwright.sync_api import Page, sync_playwright

from benchmarks.figures import Drawn
from dateline.cards import card_in, encoded_card
from dateline.dates import parse
from dateline.dates.days import day_at
from dateline.digest import digest
from dateline.models import Actor, Event, Place, Site, Source
from dateline.outputs import assets, home, marks
from dateline.references import CardPlace
from dateline.registry import Registry
from dateline.rows import Row, row
from dateline.setting import Setting
from dateline.stories import story
from dateline.theme import Theme, open_theme
from dateline.timeline import Timeline, index
from scripts.install_browser import chromium

FIRST_DAY, DAYS = 730_000, 14_600  # forty years from 1999
TYPES, ROLES, TAGS = 12, ("organiser", "affected", "helper"), 40
PLACES, ACTORS, SOURCES = 300, 120, 800
FRAME = 1000 / 60
VISITS = 5
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"]

START = """
async () => {
  const begun = performance.now();
  const [{ selection }, { Timestrip }] = await Promise.all([
    import("./assets/selection.js"), import("./assets/timestrip.js")]);
  const marks = await selection.open("marks/");
  window.tool = new Timestrip(document.querySelector(".strip"), marks);
  window.selection = selection;
  await new Promise(requestAnimationFrame);  // in which it draws
  await new Promise(requestAnimationFrame);  // which comes once that was shown
  return performance.now() - begun;
}
"""
READ = """
async () => {
  const begun = performance.now();
  await selection.readAll();
  return performance.now() - begun;
}
"""
ZOOM = """
async ([steps, factor, at]) => {
  const times = [];
  for (let step = 0; step < steps; step += 1) {
    const begun = await new Promise(requestAnimationFrame);
    tool.zoom(factor, at);
    await new Promise(requestAnimationFrame);  // in which it draws
    times.push((await new Promise(requestAnimationFrame)) - begun);
  }
  return times;
}
"""
CHOOSE = """
async () => {
  const begun = performance.now();
  await selection.change({ chosen: { type: ["t3"] } });
  const done = performance.now() - begun;
  await selection.clear();
  return done;
}
"""


def rows(count: int) -> Iterator[Row]:
    """So many rows, spread over time with crowded years, each with its facets."""
    random = Random(7)
    setting = Setting(Site(title="Made up"), Registry({}, {}, {}))
    plain = Event.model_validate({"title": "An event", "date": "2022-01-05", "sources": ["A report"]})
    pattern = row(story("e", "content/events/e.yaml", plain, setting), setting.registry, "")
    card = card_in(pattern.card_text)
    for number in range(count):
        day = day_at(FIRST_DAY + int(DAYS * random.random() ** 0.6))
        ident, text = f"event-{number:06}", f"{day.year:04}-{day.month:02}-{day.day:02}"
        kind, place, actor = f"t{random.randrange(TYPES)}", random.randrange(PLACES), random.randrange(ACTORS)
        own = replace(
            card,
            id=ident,
            title=f"Something that was seen at place {place}, report {number}",
            date=parse(text),
            type=kind,
            places=(CardPlace(f"p{place}", f"Place number {place}", None),),
        )
        yield replace(
            pattern,
            id=ident,
            card_key=ident,
            card_text=encoded_card(own),
            date_text=text,
            order=(*day, True, *day, 0, "", 1441, 1441, 0, ident),
            years=(text[:4],),
            months=(text[:7],),
            days=(text,),
            places=(f"p{place}", f"p{place % 30}") if place >= 30 else (f"p{place}",),
            actors=(f"a{actor}",),
            parts=(f"{random.choice(ROLES)} a{actor}",),
            sources=(f"s{random.randrange(SOURCES)}",),
            type=kind,
            tags=(f"tag-{random.randrange(TAGS)}", f"tag-{random.randrange(TAGS)}"),
            index_key=digest(ident),
        )


def published(count: int, folder: Path) -> None:
    """The home page of so many events, with all that it can ask for."""
    registry = Registry(
        places={f"p{number}": Place(name=f"Place number {number}") for number in range(PLACES)},
        actors={f"a{number}": Actor(name=f"Actor number {number}") for number in range(ACTORS)},
        sources={f"s{number}": Source(title=f"A report, number {number}") for number in range(SOURCES)},
    )
    site = Site(title=f"{count} events")
    timeline = index(Setting(site, registry), {one.id: one for one in rows(count)}, no_story)
    theme = open_theme(Path(), site, None)
    for module in (assets, home, marks):
        write(module, timeline, theme, folder)


def no_story(one: Row) -> Any:
    """Nothing here has a story."""
    raise LookupError(one.id)


def write(module: ModuleType, timeline: Timeline, theme: Theme, folder: Path) -> None:
    """What a module of outputs publishes."""
    for output in module.plan(timeline, theme):
        path = folder / output.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(output.render())


class Quiet(SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # named so by the library
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address at which a folder is served meanwhile."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


def measured(page: Page, address: str, folder: Path, events: int) -> Drawn:
    """Every figure of one visit."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(address).partition("?")[0]))
    page.goto(address + "index.html")
    before = weight(folder, asked)
    first = page.evaluate(START)
    loaded = weight(folder, asked)
    few = page.evaluate(ZOOM, [12, 0.8, 0.7])
    page.evaluate("tool.look(tool.scale.whole)")
    whole = page.evaluate(READ)
    every = weight(folder, asked)
    steps = page.evaluate(ZOOM, [10, 0.9, 0.5]) + page.evaluate(ZOOM, [10, 1.1, 0.5])
    page.evaluate("tool.setLanes('type')")
    lanes = page.evaluate(ZOOM, [10, 0.9, 0.5]) + page.evaluate(ZOOM, [10, 1.1, 0.5])
    chosen = page.evaluate(CHOOSE)
    return Drawn(
        events=events,
        before=before,
        first_view=loaded,
        paint_ms=first,
        partly=in_frames(few),
        steps=in_frames(steps),
        lanes=in_frames(lanes),
        read_ms=whole,
        everything=every,
        choice_ms=chosen,
    )


def weight(folder: Path, asked: list[str]) -> int:
    """How many bytes the files that were asked for have, compressed."""
    files = {folder / path for path in asked}
    return sum(len(gzip.compress(file.read_bytes())) for file in files if file.is_file())


def in_frames(times: list[float]) -> tuple[float, ...]:
    """Milliseconds as frames of a screen that shows sixty a second."""
    return tuple(one / FRAME for one in times)


def words(drawn: Drawn) -> Iterator[str]:
    """The figures, a line each."""
    yield f"page before any use, compressed: {drawn.before / 1000:.1f} kB"
    yield f"first view of the tool, with the page, compressed: {drawn.first_view / 1000:.1f} kB (aim: 60)"
    yield f"first paint of the tool: {drawn.paint_ms:.0f} ms (aim: 120)"
    yield f"zoom step before all is read: {frames(drawn.partly)}"
    yield f"zoom step, all events in memory: {frames(drawn.steps)}"
    yield f"zoom step with lanes: {frames(drawn.lanes)}"
    yield f"every event read: {drawn.read_ms:.0f} ms, {drawn.everything / 1000:.0f} kB in all"
    yield f"one more choice: {drawn.choice_ms:.0f} ms"


def frames(times: tuple[float, ...]) -> str:
    """The median and the most of some steps."""
    return f"{median(times):.1f} frames at the median, {max(times):.1f} at most (aim: 2)"


@click.command()
@click.option("--events", default=100_000, show_default=True, help="How many events there are.")
def main(events: int) -> None:
    """Measure the line of time with very many events in Chromium."""
    for line in words(drawn(events)):
        click.echo(line)


def drawn(events: int) -> Drawn:
    """The figures of the visit with the median first paint, of some to a site of so many events."""
    with tempfile.TemporaryDirectory() as work, sync_playwright() as playwright:
        folder = Path(work)
        published(events, folder)
        browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        with served(folder) as address:
            visits = []
            for _ in range(VISITS):
                page = browser.new_page(viewport={"width": 1280, "height": 900})  # with nothing kept
                visits.append(measured(page, address, folder, events))
                page.close()
        browser.close()
    return sorted(visits, key=lambda visit: visit.paint_ms)[VISITS // 2]


if __name__ == "__main__":
    main()
