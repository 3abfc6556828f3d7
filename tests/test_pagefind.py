"""Pagefind is run as a command, on event pages alone; whatever goes wrong is said in words."""

import json
import sys
from pathlib import Path

import pytest

from dateline import pagefind
from dateline.pagefind import NoIndex, index

PAGE = '<!doctype html><html lang="{}"><title>t</title><main data-pagefind-body><h1>{}</h1></main>'


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site of two languages, with a page that is no event's."""
    for path, lang in {"events/one.html": "en", "ar/events/one.html": "ar", "places/one.html": "en"}.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(PAGE.format(lang, "water"))
    return tmp_path


def program(folder: Path, monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    """Let another program stand for Pagefind."""
    (folder / "program.py").write_text(text)
    monkeypatch.setattr(pagefind, "command", lambda: (sys.executable, str(folder / "program.py")))


def test_only_event_pages_are_indexed_by_language(site: Path) -> None:
    made = index(site)
    languages = json.loads(made["pagefind-entry.json"])["languages"]

    assert {name: said["page_count"] for name, said in languages.items()} == {"en": 1, "ar": 1}


def test_nothing_but_what_a_browser_needs_comes_along(site: Path) -> None:
    made = index(site)

    assert {path for path in made if path.endswith((".js", ".css"))} == {"pagefind.js"}
    assert {"wasm.en.pagefind", "wasm.ar.pagefind", "pagefind-entry.json"} < made.keys()
    assert {path.partition("/")[0] for path in made if "/" in path} == {"fragment", "index"}
    assert not (site / "pagefind").exists()


def test_settings_from_elsewhere_do_not_reach_it(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (site / "pagefind.toml").write_text('force_language = "fr"')
    monkeypatch.chdir(site)
    monkeypatch.setenv("PAGEFIND_FORCE_LANGUAGE", "fr")

    assert {"en", "ar"} == json.loads(index(site)["pagefind-entry.json"])["languages"].keys()


def test_one_that_fails_is_quoted(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(site, monkeypatch, "import sys; sys.exit('out of\\nmemory')")

    with pytest.raises(NoIndex, match=r"^Pagefind ended with 1: out of memory$"):
        index(site)


def test_one_that_makes_nothing_is_not_believed(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(site, monkeypatch, "")

    with pytest.raises(NoIndex, match=r"^Pagefind ended with 0$"):
        index(site)


def test_one_that_does_not_end_is_stopped(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(site, monkeypatch, "import time; time.sleep(600)")
    monkeypatch.setattr(pagefind, "LONGEST_S", 0.2)

    with pytest.raises(NoIndex, match=r"^Pagefind was stopped after 0.2 seconds$"):
        index(site)


def test_one_that_cannot_be_started_is_named(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pagefind, "command", lambda: (str(site / "absent"),))

    with pytest.raises(NoIndex, match=r"^Pagefind could not do its work: No such file or directory$"):
        index(site)


@pytest.fixture
def _looked_for_anew() -> None:
    pagefind.command.cache_clear()


@pytest.mark.usefixtures("_looked_for_anew")
def test_it_is_looked_for_as_a_package_then_as_a_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = pagefind.command()
    assert found is not None
    assert found[:2] == (sys.executable, "-m")
    assert len(pagefind.version()) == 2

    monkeypatch.setattr(pagefind, "find_spec", lambda _: None)
    monkeypatch.setenv("PATH", str(tmp_path))
    pagefind.command.cache_clear()
    assert pagefind.command() is None
    assert pagefind.version() == []

    (tmp_path / "pagefind").write_text("#!/bin/sh\n")
    (tmp_path / "pagefind").chmod(0o755)
    pagefind.command.cache_clear()
    assert pagefind.command() == (str(tmp_path / "pagefind"),)
    before = pagefind.version()
    (tmp_path / "pagefind").write_text("#!/bin/sh\n# newer\n")
    assert pagefind.version() != before
    pagefind.command.cache_clear()
