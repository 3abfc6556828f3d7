# SPDX-License-Identifier: MIT
import json
import re
import subprocess
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

import pytest
import yaml

from benchmarks import corpus, hugo
from benchmarks.sites import hugo_program
from dateline.checking import check
from dateline.pipeline import theme_of
from dateline.planning import plan

EVENTS = 400  # so many that the lists of some tags are cut into years
# What only dateline makes: what it remembers of its build, schemas, long lists by letter, the map, data of
# the line of time, search, the days of the year, what is doubtful, what is checked of access, the form for
# contributors, actors by role, pictures of shared links, and the data in other forms than pages.
OWN = (
    *(".dateline", ".nojekyll", "schema/", "sources/_", "map", "marks", "assets/", "on-this-day", "disputed"),
    *("search.html", "pagefind/", "accessibility", "contribute"),
)
OWN_TOO = re.compile(
    r"actors/[^/]+/as-.*|events/[^/]+\.png|.+/feed\.xml|(?:.+/)?(?:feed\.json|calendar\.ics|events\.\w+)"
    r"|changes\.xml|corrections\.xml|data.*|timeline\.sqlite|timelinejs\.json|CITATION\.cff"
    r"|(?:citation|events/[^/]+)\.(?:bib|ris|csl\.json)"
)


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    return dict(hugo.files(EVENTS))


@pytest.fixture(scope="module")
def addresses(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """What dateline plans to make of the same archive."""
    folder = tmp_path_factory.mktemp("site")
    corpus.write(EVENTS, folder)
    timeline = check(folder).timeline
    assert timeline is not None
    theme = theme_of(timeline, folder, None, datetime(2026, 1, 1, tzinfo=UTC))
    return shared(one.path for one in plan(timeline, folder, theme))


def shared(paths: Iterable[str]) -> set[str]:
    """Those that both make."""
    return {path for path in paths if not path.startswith(OWN) and not OWN_TOO.fullmatch(path)}


def listed(files: dict[str, str]) -> list[dict[str, object]]:
    return list(json.loads(files["data/lists.json"]))


def test_the_lists_are_those_of_dateline(files: dict[str, str], addresses: set[str]) -> None:
    folders = (
        *(str(year) for year in range(2000, 2030)),
        "places/",
        "actors/",
        "sources/",
        "types/",
        "tags/",
    )
    expected = {name for name in addresses if name.startswith(folders)}

    assert expected == {str(page["url"])[1:] for page in listed(files)}
    assert any(page.get("parts") and page.get("folder") == "tags" for page in listed(files))


def test_an_event_keeps_its_words_and_its_links_have_two_ends(files: dict[str, str]) -> None:
    event = corpus.event(251, EVENTS)
    _, front, body = files[f"content/events/{event.id}.md"].split("---\n", 2)
    params = yaml.safe_load(front)["params"]
    other = event.fields["relations"]["part_of"]
    theirs = yaml.safe_load(files[f"content/events/{other}.md"].split("---\n", 2)[1])["params"]["related"]

    assert event.fields["body"] == body
    assert event.fields["unknowns"] == params["unknowns"]
    assert {"words": "Part of", "event": f"/events/{other}"} in params["related"]
    assert {"words": "Includes", "event": f"/events/{event.id}"} in theirs


def test_each_event_stands_on_the_page_of_its_year(files: dict[str, str]) -> None:
    shown = {event for page in listed(files) if str(page["key"]).isdigit() for event in page["shown"]}  # type: ignore[attr-defined]

    assert {f"/events/{corpus.ident(number, EVENTS)}" for number in range(EVENTS)} == shown


@pytest.mark.skipif(hugo_program() is None, reason="Hugo is not installed")
def test_hugo_makes_the_same_addresses(tmp_path: Path, addresses: set[str]) -> None:
    hugo.write(EVENTS, tmp_path / "hugo")
    command = [str(hugo_program()), "--quiet", "--destination", str(tmp_path / "output")]
    said = subprocess.run(command, cwd=tmp_path / "hugo", capture_output=True, text=True, check=False)

    assert (0, "") == (said.returncode, said.stderr)
    output = tmp_path / "output"
    made = (path.relative_to(output).as_posix() for path in output.rglob("*") if path.is_file())
    assert addresses == shared(made)
