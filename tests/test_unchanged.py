"""A build is spared when the states of all files say so, and in no other case."""

import os
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from shutil import copytree

import pytest

from dateline import engine, run, unchanged
from dateline.options import Options
from dateline.progress import Nobody, Progress
from dateline.run import Outcome
from dateline.states import SECOND_NS, TICK_NS, states_below
from dateline.store import Store
from dateline.unchanged import Last, inputs, look, recall, remember
from tests.samples import EVENT, site_of

NOW = datetime(2022, 2, 1, 12, tzinfo=UTC)
SETTLED_S = 0.05


def built(options: Options, now: datetime = NOW) -> Outcome:
    """A build after some quiet time."""
    time.sleep(SETTLED_S)
    return run.build(options, now, Nobody())


def is_spared(options: Options, now: datetime = NOW) -> bool:
    """Whether a build now says that nothing changed without looking into any file."""
    watch = Progress()
    time.sleep(SETTLED_S)
    assert run.build(options, now, watch).written
    return "load" not in watch.seconds


def site(folder: Path, **events: str) -> Options:
    """A site that was built once; it has a template and an asset of its own."""
    files = {f"events/{name}.yaml": text for name, text in (events or {"one": EVENT}).items()}
    site_of(folder / "site", files)
    (folder / "site/templates/assets").mkdir(parents=True)
    (folder / "site/templates/assets/own.css").write_text("p {}")
    (folder / "site/templates/own.html").write_text("own")
    options = Options(folder / "site", folder / "out")
    assert built(options).events == len(files)
    return options


def test_nothing_changed_and_nothing_is_done(tmp_path: Path) -> None:
    options = site(tmp_path)
    before = dict(states_below(str(tmp_path)))

    assert is_spared(options)
    after = dict(states_below(str(tmp_path)))
    assert before.keys() == after.keys()
    assert [] == [path for path, state in before.items() if after[path] != state]


def test_a_spared_build_says_what_the_last_one_said(tmp_path: Path) -> None:
    options = site(tmp_path)
    site_of(options.source, {"sources.yaml": "a:\n  title: A\n  url: https://example.org/a\n"})
    first = built(options)
    again = built(options)

    assert again.events == 0
    assert first.problems
    assert tuple(first.problems) == tuple(again.problems)
    assert again.unchanged == first.changed + first.unchanged


def become_link(path: Path) -> None:
    """Put what is at a path elsewhere, and a link to it in its place."""
    elsewhere = path.with_name(f"real-{path.name}")
    path.rename(elsewhere)
    path.symlink_to(elsewhere)


Change = Callable[[Options], object]
CHANGES: dict[str, Change] = {
    "an event": lambda to: (to.source / "content/events/one.yaml").write_text(EVENT + "tags: [a]\n"),
    "the time of an event": lambda to: (to.source / "content/events/one.yaml").touch(),
    "the mode of an event": lambda to: (to.source / "content/events/one.yaml").chmod(0o600),
    "a new event": lambda to: (to.source / "content/events/two.yaml").write_text(EVENT),
    "a lost event": lambda to: (to.source / "content/events/one.yaml").rename(to.source / "one.yaml"),
    "site.yaml": lambda to: (to.source / "content/site.yaml").write_text("title: Other\n"),
    "a new folder": lambda to: (to.source / "content/media").mkdir(),
    "a template": lambda to: (to.source / "templates/own.html").write_text("owN"),
    "a new template": lambda to: (to.source / "templates/page.html").write_text("new"),
    "an asset": lambda to: (to.source / "templates/assets/own.css").write_text("b {}"),
    "a published file": lambda to: (to.output / "index.html").write_text("other"),
    "a lost published file": lambda to: (to.output / "feed.xml").unlink(),
    "a file in the published site": lambda to: (to.output / ".DS_Store").write_text("litter"),
    "the templates, which are a link": lambda to: become_link(to.source / "templates"),
    "the mode of a published file": lambda to: (to.output / "index.html").chmod(0o600),
    "the mode of a published folder": lambda to: (to.output / "events").chmod(0o700),
    "the mode of the published site": lambda to: to.output.chmod(0o700),
}


@pytest.mark.parametrize("what", CHANGES)
def test_whatever_changes_is_looked_at(tmp_path: Path, what: str) -> None:
    options = site(tmp_path)
    assert is_spared(options)
    time.sleep(SETTLED_S)
    CHANGES[what](options)

    assert not is_spared(options)
    assert is_spared(options)


def test_content_that_became_a_link_is_looked_at_and_refused(tmp_path: Path) -> None:
    options = site(tmp_path)
    time.sleep(SETTLED_S)
    become_link(options.source / "content")
    outcome = built(options)
    found = run.check(options, NOW, Nobody())

    assert not outcome.written
    assert outcome.problems[0].message == found.problems[0].message == "links are not followed"


def test_a_link_to_the_templates_that_leads_elsewhere_is_looked_at(tmp_path: Path) -> None:
    options = site(tmp_path)
    become_link(options.source / "templates")
    copytree(options.source / "real-templates", options.source / "other")
    assert built(options).written
    assert is_spared(options)
    (options.source / "templates").unlink()
    (options.source / "templates").symlink_to("other")

    assert not is_spared(options)


@pytest.mark.parametrize("when", ["listed", "looked at"])
def test_what_cannot_be_looked_at_is_not_relied_upon(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, when: str
) -> None:
    """A file may vanish between its listing and our look at it."""
    (tmp_path / "a").mkdir()

    def gone(*_: object) -> object:
        raise FileNotFoundError if when == "looked at" else PermissionError

    monkeypatch.setattr(unchanged, "states_below", gone)

    assert look([tmp_path / "none"], time.time_ns()) is not None
    assert look([tmp_path], time.time_ns()) is None


def test_an_edit_that_keeps_size_and_time_is_seen(tmp_path: Path) -> None:
    options = site(tmp_path)
    path = options.source / "content/events/one.yaml"
    before = path.stat()
    path.write_text(path.read_text().replace("Power", "Tower"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    after = path.stat()
    assert (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns)

    assert not is_spared(options)
    assert "Tower returns" in (options.output / "events/one.html").read_text()


def test_a_published_file_that_was_changed_and_made_to_look_untouched_is_mended(tmp_path: Path) -> None:
    options = site(tmp_path)
    path = options.output / "index.html"
    before, text = path.stat(), path.read_bytes()
    path.write_bytes(text[:-2] + b"X\n")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))

    assert not is_spared(options)
    assert path.read_bytes() == text


def test_a_bundled_template_that_changed_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bundled = tmp_path / "templates"
    copytree(engine.templates(), bundled)
    monkeypatch.setattr(run, "templates", lambda: bundled)
    options = site(tmp_path)
    assert is_spared(options)
    (bundled / "_words.html").write_text((bundled / "_words.html").read_text() + " ")

    assert not is_spared(options)


def test_what_a_link_among_the_templates_leads_to_is_seen(tmp_path: Path) -> None:
    shared = tmp_path / "shared.html"
    text = (engine.templates() / "page.html").read_text()
    shared.write_text(text.replace("{{ body }}", "One"))
    options = site(tmp_path)
    (options.source / "templates/page.html").symlink_to(shared)
    site_of(options.source, {"pages/about.md": "# About\n\nUs.\n"})
    built(options)
    built(options)
    shared.write_text(text.replace("{{ body }}", "Two"))
    built(options)

    assert "Two" in (options.output / "about.html").read_text()


@pytest.mark.parametrize(
    "other",
    [{"base_url": "https://example.org/t/"}, {"drafts": True}, {"output": "elsewhere"}, {"source": "moved"}],
    ids=str,
)
def test_a_build_that_is_asked_for_something_else_is_not_spared(
    tmp_path: Path, other: dict[str, object]
) -> None:
    options = site(tmp_path)
    if "output" in other:
        other = {"output": tmp_path / "elsewhere"}
    if "source" in other:
        copytree(options.source, tmp_path / "moved")
        other = {"source": tmp_path / "moved"}
    assert is_spared(options)

    assert not is_spared(replace(options, **other))  # type: ignore[arg-type]  # fields of options
    assert is_spared(replace(options, **other))  # type: ignore[arg-type]  # the same ones


def test_without_a_cache_nothing_is_spared_and_nothing_kept(tmp_path: Path) -> None:
    options = site(tmp_path)

    assert not is_spared(replace(options, cache=False))
    assert is_spared(options)


@pytest.mark.parametrize("jobs", [1, 2])
def test_how_many_work_makes_no_difference(tmp_path: Path, jobs: int) -> None:
    assert is_spared(replace(site(tmp_path), jobs=jobs))


def test_when_an_embargo_is_over_the_event_is_published(tmp_path: Path) -> None:
    options = site(tmp_path, one=EVENT, two=EVENT + "embargo_until: 2022-02-02T12:00:00Z\n")
    two = options.output / "events/two.html"
    assert is_spared(options, NOW + timedelta(hours=23, minutes=59))
    assert not two.exists()

    assert not is_spared(options, NOW + timedelta(days=1))
    assert two.exists()
    assert is_spared(options, NOW + timedelta(days=100))


def test_when_the_clock_goes_back_before_an_embargo_the_event_is_hidden_again(tmp_path: Path) -> None:
    options = site(tmp_path, one=EVENT, two=EVENT + "embargo_until: 2022-02-02T12:00:00Z\n")
    two = options.output / "events/two.html"
    built(options, NOW + timedelta(days=3))
    assert two.exists()

    assert not is_spared(options, NOW)
    assert not two.exists()
    assert is_spared(options, NOW - timedelta(days=30))


def test_a_page_that_says_the_day_is_made_anew_each_day(tmp_path: Path) -> None:
    options = site(tmp_path, one=EVENT.replace("2022-01-05", "2022-01-05/.."))
    assert is_spared(options, NOW + timedelta(days=1))  # site.yaml has a knowledge date
    (options.source / "content/site.yaml").write_text("title: A timeline\n")
    built(options)
    assert is_spared(options, NOW + timedelta(hours=11))

    assert not is_spared(options, NOW + timedelta(hours=12))
    assert not is_spared(options, NOW)
    assert is_spared(options, NOW)


def test_a_site_that_says_no_day_is_the_same_on_every_day(tmp_path: Path) -> None:
    assert is_spared(site(tmp_path), NOW + timedelta(days=400))


def test_after_a_refused_build_the_old_site_is_still_known(tmp_path: Path) -> None:
    options = site(tmp_path)
    path = options.source / "content/events/two.yaml"
    path.write_text("title: [")
    assert not built(options).written
    assert not built(options).written
    path.unlink()

    assert built(options).written
    assert is_spared(options)


def test_a_look_that_cannot_be_relied_upon_has_no_digest(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("a")
    changed = (tmp_path / "a").stat().st_ctime_ns

    assert look([tmp_path], changed + TICK_NS) is None
    assert look([tmp_path], changed + TICK_NS + 1) is not None
    assert look([tmp_path / "none"], 0) == look([tmp_path / "none"], 1)
    (tmp_path / "link").symlink_to("a")

    assert look([tmp_path], time.time_ns() + 100 * TICK_NS) is None


def test_a_look_tells_folders_and_paths_apart(tmp_path: Path) -> None:
    for name in ("one/a/x", "two/a/x"):
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_text("")
    later = time.time_ns() + 10 * TICK_NS
    one, two = tmp_path / "one", tmp_path / "two"
    looks = {look(folders, later) for folders in ([one], [two], [one, two], [two, one], [one, one], [])}
    before = look([one], later)
    (one / "a").rename(one / "b")

    assert len(looks) == 6
    assert look([one], later) != before


def test_what_was_not_settled_is_not_remembered_and_what_was_kept_is_dropped(tmp_path: Path) -> None:
    store = Store(tmp_path / "cache", "v")
    seen = look([], 0)

    def kept(before: str | None, after: str | None) -> Last | None:
        remember(store, ["asked"], before, after, [], files=3, day=None, since=None, until=None)
        return recall(store, ["asked"], "inputs", [], NOW, 0)

    assert kept("inputs", seen) == Last([], 3)
    assert kept(None, seen) is None
    assert kept("inputs", seen) is not None
    assert kept("inputs", None) is None
    assert kept("inputs", "others") is None
    assert kept("others", seen) is None
    store.close()


@pytest.mark.parametrize(
    ("since", "until", "hours"),
    [(None, None, {-1, 0, 1}), ("2022-02-01T12:00:00Z", None, {0, 1}), (None, "2022-02-01T12:00:00Z", {-1})],
)
def test_what_was_kept_is_true_for_a_time(
    tmp_path: Path, since: str | None, until: str | None, hours: set[int]
) -> None:
    store = Store(tmp_path / "cache", "v")
    remember(store, ["asked"], "i", look([], 0), [], files=3, day=None, since=since, until=until)
    true = {hour for hour in (-1, 0, 1) if recall(store, ["asked"], "i", [], NOW + timedelta(hours=hour), 0)}
    store.close()

    assert hours == true


def test_an_edit_in_the_same_tick_as_the_look_is_found_by_the_next_build(tmp_path: Path) -> None:
    """A file written a moment before a build is read again by the next one, whatever its times say."""
    options = site(tmp_path)
    path = options.source / "content/events/one.yaml"
    path.write_text(EVENT.replace("Power", "Tower"))
    soon = time.time_ns() + 2 * SECOND_NS
    os.utime(path, ns=(soon, soon))  # so that a slow machine has the same moment

    assert not is_spared(options)
    assert not is_spared(options)  # nothing was remembered
    time.sleep(max(soon + 2 * TICK_NS - time.time_ns(), 0) / SECOND_NS)
    assert not is_spared(options)
    assert is_spared(options)


def test_a_build_reads_these_folders(tmp_path: Path) -> None:
    names = ["content", "addresses.txt", "templates", "outputs"]

    assert names == [path.name for path in inputs(tmp_path, tmp_path)[:4]]


def test_a_check_is_spared_too_and_is_not_taken_for_a_build(tmp_path: Path) -> None:
    options = site(
        tmp_path, one=EVENT, two=EVENT + "embargo_until: 2022-02-02T12:00:00Z\nplace: missing-id\n"
    )
    time.sleep(SETTLED_S)
    first = [run.check(options, NOW, Nobody()).problems for _ in range(2)]
    later = run.check(options, NOW + timedelta(days=1), Nobody()).problems

    assert list(first[0]) == list(first[1])
    assert len(later) > len(first[0])
    assert is_spared(options)
