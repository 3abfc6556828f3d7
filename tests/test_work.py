"""How much is done for a change: what is examined, rendered and written, counted and not timed."""

import json
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from benchmarks import corpus
from benchmarks.corpus import files, ident
from dateline import markup, pipeline, reading, run
from dateline.examine import examine
from dateline.options import CACHE, Options
from dateline.output import Output
from dateline.outputs import embeds
from dateline.outputs.calendar import days
from dateline.pipeline import Built
from dateline.progress import Nobody
from dateline.slices import slices
from dateline.timeline import Entry, Timeline
from dateline.write import Written, publish

COUNT = 60
NOW = datetime(2026, 1, 1, tzinfo=UTC)
WHOLE = {"coded.csv", "data.html", "datapackage.json", "timeline.sqlite"}
LISTS = {"index.html", "feed.xml", "timeline.json", "timelinejs.json", *WHOLE}
"""What shows every event of so small an archive."""

NAMED = {"marks/overview.json", "marks/50-0-names.json"}
"""The data of the line of time that tells of an event's title, by name or by version."""

LABELS = {"marks/overview.json", "marks/values.json", "contribute/known.json"}
"""Those that tell the names of all places, actors and sources."""

MARKS = NAMED | LABELS | {"marks/50-0.json"}


@dataclass
class Archive:
    """A made-up archive, and what the last build of it did."""

    options: Options
    examined: list[str] = field(default_factory=list)
    bodies: list[str] = field(default_factory=list)
    rendered: set[str] = field(default_factory=set)
    written: Written | None = None
    built: Built | None = None

    def build(self) -> "Archive":
        """Build anew, and count anew."""
        time.sleep(0.05)
        self.written = None
        for counted in (self.examined, self.bodies, self.rendered):
            counted.clear()
        assert run.build(self.options, NOW, Nobody()).written
        return self

    @property
    def changed(self) -> set[str]:
        """The paths of the files that were written with other bytes."""
        return set(self.written.changed) if self.written else set()

    @property
    def timeline(self) -> Timeline:
        """The timeline of the last build that made one."""
        assert self.built is not None
        assert self.built.checked.timeline is not None
        return self.built.checked.timeline

    def path(self, number: int) -> Path:
        """The file of an event."""
        day = ident(number, COUNT)
        return self.options.source / f"content/events/{day[:4]}/{day}.yaml"

    def edit(self, path: Path, old: str, new: str) -> None:
        """Change a text in a file."""
        text = path.read_text()
        assert old in text
        path.write_text(text.replace(old, new, 1))


@pytest.fixture(scope="module")
def archived(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """An archive that was built once, to be copied."""
    folder = tmp_path_factory.mktemp("archive")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(corpus, "SOURCES", 80)
        patch.setattr(corpus, "ACTORS", 20)
        for path, text in files(COUNT):
            target = folder / "site" / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text)
        made = Archive(Options(folder / "site", folder / "out", jobs=1))
        counting(made, patch)
        made.build()
    assert len(made.examined) == COUNT
    assert len(made.bodies) >= COUNT
    assert made.rendered == made.changed
    return made


@pytest.fixture
def archive(archived: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Archive:
    """An archive that was built and whose files have been left alone since."""
    for path in (archived.options.source, archived.options.output):
        shutil.copytree(path, tmp_path / path.name)
    made = Archive(Options(tmp_path / "site", tmp_path / "out", jobs=1))
    counting(made, monkeypatch)
    made.build()  # the copies are other files, of which nothing is known yet
    assert (made.examined, made.rendered, made.changed) == ([], set(), set())
    return made


def counting(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have all work that a build does counted."""
    of_one, of_body, of_all, of_site = examine, markup.render, publish, pipeline.build

    def examined(examiner: Any, one: Any) -> Any:
        archive.examined.append(one.id)
        return of_one(examiner, one)

    def rendered(text: str, **options: Any) -> Any:
        archive.bodies.append(text)
        return of_body(text, **options)

    def output(one: Output, *given: Any) -> bytes:
        archive.rendered.add(one.path)
        return one.render(*given)

    def published(outputs: Iterable[Output], *given: Any, **named: Any) -> Written:
        watched = [replace(one, make=partial(output, one), given=()) for one in outputs]
        archive.written = of_all(watched, *given, **named)
        return archive.written

    def built(*given: Any, **named: Any) -> Built:
        archive.built = of_site(*given, **named)
        return archive.built

    monkeypatch.setattr(reading, "examine", examined)
    monkeypatch.setattr(markup, "render", rendered)
    monkeypatch.setattr(pipeline, "publish", published)
    monkeypatch.setattr(pipeline, "build", built)


def citations_of(entry: Entry) -> set[str]:
    """How an event is cited."""
    return {f"events/{entry.id}.{suffix}" for suffix in ("bib", "ris", "csl.json")}


def pages_of(*entries: Entry) -> set[str]:
    """The page of each event and its data."""
    return {f"events/{entry.id}.{kind}" for entry in entries for kind in ("html", "json")}


def embeds_of(*entries: Entry) -> set[str]:
    """Each event as other pages show it, and what tells them of it."""
    return {f"embed/events/{entry.id}.{kind}" for entry in entries for kind in ("html", "json")}


def card_of(entry: Entry) -> set[str]:
    """The picture for shared links, which shows an event's title."""
    return {f"events/{entry.id}.png"}


def lists_with(entry: Entry) -> set[str]:
    """The lists that show an event: of periods, days of the year, places, actors, sources, type and tags."""
    row = entry.row
    periods = (*row.years, *row.months, *row.days)
    found = {f"{period.replace('-', '/')}.html" for period in periods}
    if len(row.date_text) == len("2022-01-05") and row.days:
        found.add("on-this-day.html")
    if row.verification in ("disputed", "unconfirmed"):
        found.add("disputed.html")
    for folder, names in (
        ("places", row.places),
        ("actors", row.actors),
        ("sources", row.sources),
        ("types", (row.type or "",)),
        ("tags", row.tags),
    ):
        found |= {f"{folder}/{name.replace('_', '-')}.html" for name in names}
    return found | ({"map/events-0.json"} if row.stands else set())


def embedded_with(timeline: Timeline, entry: Entry) -> set[str]:
    """The embeds that name an event: of the slices of whose latest it is one."""
    held = [one for one in slices(timeline) if entry in one.entries[-embeds.LATEST :]]
    return {f"embed/{one.page}" for one in held}


FORMATS = ("feed.xml", "feed.json", "calendar.ics", "events.csv", "events.json", "events.geojson")


def slices_with(timeline: Timeline, *entries: Entry) -> set[str]:
    """The files of every slice that holds one of some events."""
    held = [one for one in slices(timeline) if not {*one.entries}.isdisjoint(entries)]
    return {one.address(name) for one in held for name in FORMATS}


def who_shows(timeline: Timeline, entry: Entry) -> set[str]:
    """The pages of the events that name an event: its neighbours, and those it is linked to."""
    around = [timeline.before.get(entry.id), timeline.after.get(entry.id)]
    around += [one.entry for one in timeline.links.get(entry.id, ())]
    return {f"events/{one.id}.html" for one in around if one}


def test_where_nothing_changed_nothing_is_done(archive: Archive) -> None:
    archive.build()

    assert (archive.examined, archive.bodies, archive.rendered, archive.written) == ([], [], set(), None)


def test_where_files_were_touched_they_are_read_and_nothing_else_is_done(archive: Archive) -> None:
    for number in range(COUNT):
        archive.path(number).touch()
    archive.build()

    assert (archive.examined, archive.rendered, archive.changed) == ([], set(), set())
    assert len(archive.bodies) <= 1  # the page of prose


@pytest.mark.parametrize("number", [0, 3, 30, 59])
def test_another_body_costs_one_event(archive: Archive, number: int) -> None:
    archive.edit(archive.path(number), "body: |\n  ", "body: |\n  Anew. ")
    archive.build()
    entry = archive.timeline.by_id[ident(number, COUNT)]

    assert archive.examined == [entry.id]
    assert len(archive.bodies) <= 2  # one is the page of prose
    assert archive.rendered == pages_of(entry) | embeds_of(entry) | {"timeline.json"}
    assert archive.changed == archive.rendered - embeds_of(entry)


@pytest.mark.parametrize("number", [0, 3, 30, 59])
def test_another_title_costs_the_pages_that_show_it(archive: Archive, number: int) -> None:
    archive.edit(archive.path(number), "title: ", "title: Anew ")
    archive.build()
    entry, timeline = archive.timeline.by_id[ident(number, COUNT)], archive.timeline
    shown = LISTS | pages_of(entry) | card_of(entry) | who_shows(timeline, entry) | lists_with(entry)
    shown |= slices_with(timeline, entry) | citations_of(entry)
    shown |= embeds_of(entry) | embedded_with(timeline, entry)
    calendars = {path for path in shown if path.endswith(".ics") and not days(entry.date)}

    assert archive.examined == [entry.id]
    assert archive.rendered == shown | NAMED | {"marks/50-0.json"}
    assert archive.changed == (shown | NAMED) - calendars


def test_another_title_of_a_source_costs_those_who_cite_it(archive: Archive) -> None:
    cited = archive.timeline.by_id[ident(30, COUNT)].row.sources[0]
    archive.edit(
        archive.options.source / "content/sources.yaml", f"{cited}:\n  title: ", f"{cited}:\n  title: Anew "
    )
    archive.build()
    timeline = archive.timeline
    citing = [entry for entry in timeline.entries if cited in entry.row.sources]
    own = set[str]().union(*map(pages_of, citing))
    events = {path for path in archive.rendered if path.startswith("events/")}
    lists = set[str]().union(*(lists_with(entry) for entry in citing))
    around = set[str]().union(*(who_shows(timeline, entry) for entry in citing))

    assert sorted(archive.examined) == sorted(entry.id for entry in citing)
    assert len(citing) < 9
    assert own <= events <= own | around
    assert {f"sources/{cited}.html", "sources.html", "timeline.json"} <= archive.rendered
    sliced = slices_with(timeline, *citing)
    assert archive.rendered - events - embeds_of(*citing) <= LISTS | lists | MARKS | sliced | {"sources.html"}


def test_another_source_that_nobody_cites_costs_no_event(archive: Archive) -> None:
    path = archive.options.source / "content/sources.yaml"
    path.write_text(path.read_text() + "uncited:\n  title: Nobody cites it\n")
    archive.build()

    assert archive.examined == []
    assert archive.rendered == {
        "sources/uncited.html",
        "sources.html",
        "timeline.json",
        "sitemap.xml",
        *LABELS,
        *WHOLE,
    }


def test_other_settings_cost_everything_that_shows_them(archive: Archive) -> None:
    archive.edit(archive.options.source / "content/site.yaml", "title: ", "title: Anew ")
    archive.build()

    assert len(archive.examined) == COUNT
    assert {f"events/{entry.id}.html" for entry in archive.timeline.entries} <= archive.rendered


@pytest.mark.parametrize("place", [0, 5, -1])
def test_an_event_that_goes_costs_those_that_showed_it(archive: Archive, place: int) -> None:
    timeline = archive.timeline
    gone = [entry for entry in timeline.entries if not timeline.links.get(entry.id)][place]
    shown, lists = who_shows(timeline, gone), LISTS | lists_with(gone)
    (archive.options.source / gone.row.path).unlink()
    archive.build()
    events = {path for path in archive.rendered if path.startswith("events/")}

    assert archive.examined == []
    assert events == {path.replace("html", kind) for path in shown for kind in ("html", "json")}
    assert archive.written is not None
    assert pages_of(gone) <= {*archive.written.removed}
    assert lists <= archive.rendered | {*archive.written.removed}


def test_a_new_event_costs_itself_its_neighbours_and_its_lists(archive: Archive) -> None:
    new = archive.path(30).with_name("2015-01-09-new.yaml")
    text = archive.path(30).read_text().replace("relations:", "# none:").replace("  follows:", "# follows:")
    new.write_text(text.replace("title: ", "title: Anew "))
    archive.build()
    timeline = archive.timeline
    entry = timeline.by_id[new.stem]
    around = {path.replace("html", kind) for path in who_shows(timeline, entry) for kind in ("html", "json")}

    assert archive.examined == [entry.id]
    own = pages_of(entry) | card_of(entry) | citations_of(entry)
    assert {path for path in archive.rendered if path.startswith("events/")} == own | around
    assert LISTS | lists_with(entry) <= archive.rendered


def test_these_counts_would_rise_if_a_page_depended_on_more_than_it_shows(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A defect is planted: lists take each event's whole digest for what they show of it."""
    monkeypatch.setattr(Entry, "key", property(lambda entry: entry.row.digest))
    (archive.options.output / ".DS_Store").write_text("litter, for a build that does not recall")
    archive.build()
    archive.edit(archive.path(30), "body: |\n  ", "body: |\n  Anew. ")
    archive.build()
    entry, timeline = archive.timeline.by_id[ident(30, COUNT)], archive.timeline

    assert lists_with(entry) | who_shows(timeline, entry) <= archive.rendered
    assert archive.changed == pages_of(entry) | {"timeline.json", "marks/overview.json"}


PROGRAM = """
import sys
from dateline.cli import main
code = main(["build", "--source", {source!r}, "--output", {output!r}])
heavy = {{"pydantic", "pydantic_core", "jinja2", "markdown", "nh3", "yaml", "dateline.pipeline"}}
import json
print(json.dumps([code, sorted(heavy & sys.modules.keys())]))
"""


def loaded(options: Options) -> list[Any]:
    """The exit code of a build in a process of its own, and which heavy modules it took."""
    program = PROGRAM.format(source=str(options.source), output=str(options.output))
    came = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    made: list[Any] = json.loads(came.stdout.splitlines()[-1])
    return made


def test_a_file_that_was_removed_is_made_again_and_alone(archive: Archive) -> None:
    """Its output was taken from the cache, and is planned anew; it states the sums of files that stay."""
    pages = [archive.options.output / name for name in ("data.html", "datapackage.json")]
    before = [page.read_bytes() for page in pages]
    for page in pages:
        page.unlink()
    archive.build()

    assert [page.read_bytes() for page in pages] == before
    assert archive.rendered == {page.name for page in pages}


def test_while_pages_are_made_the_cache_can_be_read_by_others(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SQLite shuts them out once a large write that is not over spills; they would read all events again."""
    free = []

    def output(one: Output, *given: Any) -> bytes:
        (cache,) = (archive.options.source / CACHE).glob("*.sqlite")
        with closing(sqlite3.connect(cache, timeout=0)) as other:
            other.execute("BEGIN EXCLUSIVE")
        free.append(one.path)
        return one.render(*given)

    def published(outputs: Iterable[Output], *given: Any, **named: Any) -> Written:
        return publish(
            [replace(one, make=partial(output, one), given=()) for one in outputs], *given, **named
        )

    monkeypatch.setattr(pipeline, "publish", published)
    archive.edit(archive.path(7), "title: ", "title: Another ")
    archive.build()

    assert free


def test_where_nothing_changed_no_parser_and_no_template_is_even_imported(archive: Archive) -> None:
    loaded(archive.options)  # as the command does it, with an index to search
    time.sleep(0.05)
    assert loaded(archive.options) == [0, []]
    archive.path(3).touch()
    time.sleep(0.05)

    code, heavy = loaded(archive.options)
    assert code == 0
    assert {"pydantic", "dateline.pipeline"} <= set(heavy)
