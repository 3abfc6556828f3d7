"""A site is searched where it is wanted, its index is made where events changed, and its lack is said."""

import time
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from dateline import pagefind
from dateline.models import Site
from dateline.options import Options
from dateline.pagefind import NoIndex
from dateline.searching import MOST, is_searched
from dateline.session import Session
from tests.archive import but_for_the_index
from tests.samples import EVENT, run, site_of
from tests.test_unchanged import NOW, SETTLED_S, built

FILES = {f"events/{name}.yaml": EVENT.replace("Power", name) for name in ("one", "two")}
ABOUT = "pages/about.md"


class Runs:
    """Stands for Pagefind and counts how often it is run."""

    def __init__(self) -> None:
        self.count = 0
        self.fails = ""

    def __call__(self, site: Path) -> Mapping[str, bytes]:
        self.count += 1
        if self.fails:
            raise NoIndex(self.fails)
        assert list(site.glob("events/*.html"))
        return {"pagefind.js": b"x", f"index/{self.count}.pf_index": b"x"}


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch) -> Runs:
    counted = Runs()
    monkeypatch.setattr(pagefind, "index", counted)
    return counted


@pytest.fixture
def options(tmp_path: Path) -> Options:
    return Options(site_of(tmp_path / "site", {**FILES, ABOUT: "# About\n"}), tmp_path / "out", index="make")


def edit(options: Options, name: str, text: str) -> None:
    """Change a file of the content."""
    (options.source / "content" / name).write_text(text)
    time.sleep(SETTLED_S)


@pytest.mark.parametrize(
    ("stated", "events", "asked", "searched"),
    [
        (None, MOST, None, True),
        (None, MOST + 1, None, False),
        (True, MOST + 1, None, True),
        (False, 1, None, False),
        (True, 1, False, False),
        (False, MOST + 1, True, True),
    ],
)
def test_who_decides_whether_a_site_is_searched(
    *, stated: bool | None, events: int, asked: bool | None, searched: bool
) -> None:
    site = Site.model_validate({"title": "A timeline", **({} if stated is None else {"search": stated})})

    assert is_searched(site, events, asked=asked) is searched


def test_an_index_is_made_where_event_pages_changed_and_only_there(options: Options, runs: Runs) -> None:
    assert (built(options).problems, runs.count) == ((), 1)
    time.sleep(SETTLED_S)
    assert (built(options).changed, runs.count) == (0, 1)

    edit(options, ABOUT, "# About\n\nWho we are.\n")
    assert (built(options).changed, runs.count) == (1, 1)

    edit(options, "events/two.yaml", EVENT + "body: More is known.\n")
    built(options)
    assert runs.count == 2
    assert [path.name for path in options.output.glob("pagefind/index/*")] == ["2.pf_index"]


def test_without_the_cache_a_build_that_changes_nothing_makes_none_either(
    options: Options, runs: Runs
) -> None:
    options = replace(options, cache=False)
    built(options)
    before = options.output.stat().st_ino
    built(options)

    assert runs.count == 1
    assert options.output.stat().st_ino == before


def test_a_build_after_edits_is_the_clean_one_but_for_the_index(options: Options, tmp_path: Path) -> None:
    built(options)
    edit(options, "events/two.yaml", EVENT.replace("2022", "2021"))
    built(options)
    built(replace(options, output=tmp_path / "clean", cache=False))

    assert but_for_the_index(options.output) == but_for_the_index(tmp_path / "clean")
    assert len(list((options.output / "pagefind/fragment").iterdir())) == 2


def test_a_missing_pagefind_is_a_warning_that_says_what_to_install(
    options: Options, runs: Runs, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(pagefind, "command", lambda: None)

    assert run("build", "--source", options.source, "--output", options.output) == 0
    said = " ".join(capsys.readouterr().err.split())
    assert "warning" in said
    assert "readers cannot search this site: Pagefind is not installed" in said
    assert "pip install 'dateline[search]'" in said
    assert (options.output / "search.html").is_file()

    time.sleep(SETTLED_S)
    assert len(built(options).problems) == 1
    monkeypatch.undo()
    monkeypatch.setattr(pagefind, "index", runs)
    assert built(options).problems == ()
    assert runs.count == 1


def test_a_pagefind_that_fails_leaves_a_site_without_an_index_and_is_tried_again(
    options: Options, runs: Runs
) -> None:
    built(options)
    edit(options, "events/two.yaml", EVENT + "body: More is known.\n")
    runs.fails = "Pagefind ended with 137"
    (problem,) = built(options).problems

    assert problem.message == "readers cannot search this site: Pagefind ended with 137"
    assert "More is known." in (options.output / "events/two.html").read_text()
    assert not (options.output / "pagefind").exists()

    runs.fails = ""
    time.sleep(SETTLED_S)
    assert built(options).problems == ()
    assert (options.output / "pagefind/pagefind.js").is_file()


def test_no_search_means_no_box_no_script_and_no_index(options: Options, runs: Runs) -> None:
    built(options)
    time.sleep(SETTLED_S)
    built(replace(options, search=False))
    home = (options.output / "index.html").read_text()

    assert not (options.output / "pagefind").exists()
    assert 'role="search"' not in home
    assert "assets/slash.js" not in home
    page = (options.output / "search.html").read_text()
    assert "cannot be searched" in page
    assert "wasm" not in page
    assert runs.count == 1

    edit(options, "site.yaml", "title: A timeline\nsearch: false\n")
    built(options)
    assert not (options.output / "pagefind").exists()


def test_a_site_without_events_has_no_index_and_that_is_no_problem(tmp_path: Path, runs: Runs) -> None:
    options = Options(site_of(tmp_path / "site", {}), tmp_path / "out", index="make")

    assert built(options).problems == ()
    assert runs.count == 0


def test_a_session_makes_an_index_once_and_keeps_it(options: Options, runs: Runs) -> None:
    session = Session(options)
    session.build(NOW)
    edit(options, "events/two.yaml", EVENT + "body: More is known.\n")
    session.build(NOW)

    assert runs.count == 1
    assert "More is known." in (options.output / "events/two.html").read_text()
    assert (options.output / "pagefind/pagefind.js").is_file()

    time.sleep(SETTLED_S)
    built(options)
    assert runs.count == 2
