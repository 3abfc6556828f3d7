"""The build as a whole: the same bytes everywhere, all or nothing, and every link alive."""

import os
import re
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from dateline.checking import check
from dateline.models import Site
from dateline.output import Output
from dateline.page import Page
from dateline.pipeline import build, load_templates
from dateline.problems import Severity
from dateline.theme import open_theme
from tests.archive import but_for_the_index

MINIMAL = """\
title: Shells fall near a base in eastern Syria
date: 2022-01-05
place: Eastern Syria
summary: A monitor reported at least three shells; no one was hurt.
sources: [https://example.org/report]
"""


def site_of(folder: Path, **events: str) -> Path:
    """A small site whose events are files of these names."""
    (folder / "content/events").mkdir(parents=True)
    (folder / "content/site.yaml").write_text("title: A timeline\n")
    for name, text in events.items():
        (folder / f"content/events/{name.replace('_', '-')}.yaml").write_text(text)
    return folder


def tree(folder: Path) -> dict[str, bytes]:
    """Every file of a folder with its bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_five_lines_make_a_site(tmp_path: Path) -> None:
    source = site_of(tmp_path / "site", hello=MINIMAL)

    built = build(source, tmp_path / "output")

    assert built.problems == ()
    assert "Shells fall near a base" in (tmp_path / "output/events/hello.html").read_text()


def test_a_site_without_events_is_a_site(tmp_path: Path) -> None:
    built = build(site_of(tmp_path / "site"), tmp_path / "output")

    assert built.problems == ()
    assert "No event yet." in (tmp_path / "output/index.html").read_text()


def test_an_error_leaves_the_site_as_it_was(tmp_path: Path) -> None:
    source = site_of(tmp_path / "site", hello=MINIMAL)
    build(source, tmp_path / "output")
    before = tree(tmp_path / "output")
    (source / "content/events/hello.yaml").write_text(MINIMAL.replace("title", "titel"))

    built = build(source, tmp_path / "output")

    assert built.written is None
    assert any(problem.severity is Severity.ERROR for problem in built.problems)
    assert tree(tmp_path / "output") == before


def test_a_page_that_is_no_longer_planned_is_gone(tmp_path: Path) -> None:
    source = site_of(tmp_path / "site", hello=MINIMAL, other=MINIMAL.replace("2022-01-05", "2023-02"))
    build(source, tmp_path / "output")
    (source / "content/events/other.yaml").unlink()

    build(source, tmp_path / "output")

    assert not (tmp_path / "output/events/other.html").exists()
    assert not (tmp_path / "output/2023").exists()


def test_a_second_build_changes_nothing(tmp_path: Path, repository: Path) -> None:
    build(repository, tmp_path / "output")

    written = build(repository, tmp_path / "output").written

    assert written is not None
    assert (written.changed, written.removed) == ((), ())


@pytest.mark.parametrize(
    "environment",
    [
        {"LANG": "ar_SA.UTF-8", "PYTHONHASHSEED": "3", "PYTHONOPTIMIZE": "1"},
    ],
)
def test_the_same_input_gives_the_same_bytes(
    tmp_path: Path, repository: Path, site: Path, environment: dict[str, str]
) -> None:
    source = tmp_path / "elsewhere" / "copy"
    for name in ("content", "templates"):
        shutil.copytree(repository / name, source / name)
    subprocess.run(
        [
            sys.executable,
            "-m",
            "dateline",
            "build",
            "--source",
            str(source),
            "--output",
            str(tmp_path / "output"),
        ],
        check=True,
        cwd=repository,
        env={**os.environ, **environment},
    )

    assert (tmp_path / "output/pagefind/pagefind.js").is_file()
    assert but_for_the_index(tmp_path / "output") == but_for_the_index(site)


class Links(HTMLParser):
    """Collects what a page leads to and the ids it has."""

    def __init__(self) -> None:
        super().__init__()
        self.targets: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, _tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in ("href", "src") and value is not None:
                self.targets.append(value)
            if name == "id" and value is not None:
                self.ids.append(value)


def read(path: Path) -> Links:
    links = Links()
    links.feed(path.read_text())
    return links


def test_no_link_is_dead_and_no_id_comes_twice(site: Path) -> None:
    pages = {path.relative_to(site).as_posix(): read(path) for path in site.rglob("*.html")}
    base = "https://owner.github.io/REPO/"
    for name, links in pages.items():
        assert len(links.ids) == len(set(links.ids)), name
        for target in links.targets:
            whole = urlsplit(urljoin(base + name, target))
            if whole.netloc != "owner.github.io":
                assert target.startswith(("https://", "http://", "mailto:")), (name, target)
                continue
            path = unquote(whole.path.removeprefix("/REPO/"))
            path += "index.html" if path.endswith("/") or not path else ""
            assert (site / path).is_file(), (name, target)
            if whole.fragment and path.endswith(".html"):
                assert whole.fragment in pages[path].ids, (name, target)


def test_every_page_carries_the_strict_policy(site: Path) -> None:
    for file in site.rglob("*.html"):
        html = file.read_text()
        head = html.partition("</head>")[0]
        if file.name == "search.html":  # where Pagefind runs, and nowhere else
            head = head.replace(" &#39;wasm-unsafe-eval&#39;", "")
        assert "default-src 'none'; script-src 'self'; style-src 'self'" in head, file
        assert "unsafe" not in head, file
        assert not re.search(r"\sstyle=|\son[a-z]+=|<style", html), file


def test_withdrawn_and_renamed_events_leave_a_page_behind(tmp_path: Path) -> None:
    source = site_of(
        tmp_path / "site",
        hello=MINIMAL + "former_ids: [good-day]\n",
        gone=MINIMAL + "status: withdrawn\nwithdrawn_reason: It was a drill.\n",
        whole=MINIMAL.replace("Shells", "More shells") + "relations:\n  replaces: part\n",
        part=MINIMAL + "status: withdrawn\n",
    )

    built = build(source, tmp_path / "output")

    events = tmp_path / "output/events"
    assert built.written is not None
    assert "It was a drill." in (events / "gone.html").read_text()
    assert 'url=hello.html"' in (events / "good-day.html").read_text()
    assert 'url=whole.html"' in (events / "part.html").read_text()
    assert "gone" not in (tmp_path / "output/index.html").read_text()


def test_drafts_are_shown_only_when_asked_for(tmp_path: Path) -> None:
    source = site_of(tmp_path / "site", hello=MINIMAL + "status: draft\n")

    build(source, tmp_path / "without")
    build(source, tmp_path / "with", drafts=True)

    assert not (tmp_path / "without/events/hello.html").exists()
    assert (tmp_path / "with/events/hello.html").exists()


def test_a_missing_site_file_is_one_clear_problem(tmp_path: Path) -> None:
    (tmp_path / "content/events").mkdir(parents=True)

    problems = check(tmp_path).problems

    assert [problem.path for problem in problems] == ["content/site.yaml"]


def test_templates_are_loaded_for_processes_that_begin_as_copies() -> None:
    theme = open_theme(Path(), Site(title="A timeline"), None)
    page = theme.page("404.html", Page("404.html", "Not found"))
    later = theme.page_later("disputed.html", "disputed.html", "", lambda: (Page("", ""), None))
    load_templates([page, later, Output("robots.txt", "", bytes)])

    assert theme.environment.cache is not None
    assert {name for _, name in theme.environment.cache} >= {"404.html", "disputed.html"}
