"""`dateline links` asks, tells and, when told to, keeps what it saw for pages to show."""

import json
from pathlib import Path

import pytest

from dateline.links import door
from dateline.links.answers import Answer, Silence
from dateline.pipeline import build
from tests.samples import run, site_of

Captured = pytest.CaptureFixture[str]
DEAD, MOVED, GOOD = (f"https://example.org/{name}" for name in ("dead", "moved", "good"))
EVENTS = {
    "events/fire.yaml": (
        f"title: F\ndate: 2022-01-05\nsources:\n  - {{title: T, url: '{DEAD}', archive_url: null}}\n"
    ),
    "events/smoke.yaml": "title: S\ndate: 2022-01-06\nsources: [wire]\n",
    "events/rain.yaml": f"title: R\ndate: 2022-01-07\nsources: ['{GOOD}']\n",
    "sources.yaml": f"wire:\n  title: Wire\n  url: {MOVED}\n  archive_url: https://archive.example/w\n",
    "site.yaml": "title: T\nlanguages: [en, fr]\n",
}
WEB = {
    DEAD: Answer(404),
    MOVED: Answer(301, "https://example.org/new"),
    GOOD: Answer(200),
    "https://example.org/new": Answer(200),
}


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site with a dead address, one that moved and one that answers, and a web that says so."""
    asked: list[str] = []

    def ask(_: object, href: str) -> Answer | Silence:
        asked.append(href)
        if href.startswith("https://web.archive.org/save/"):
            return Answer(302, "https://web.archive.org/web/20261123120000/https://example.org/good")
        return WEB[href]

    monkeypatch.setattr(door.Door, "ask", ask)
    monkeypatch.setattr(door.Door, "fetch", ask)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795392000")
    return site_of(tmp_path / "site", EVENTS)


def test_it_tells_and_writes_nothing_unless_told(site: Path, capsys: Captured) -> None:
    assert run("links", "--source", site) == 0

    said = capsys.readouterr().out
    assert f"Gone:\n  {DEAD} (HTTP 404)\n    in fire, NO archived copy\n" in said
    assert "now at https://example.org/new" in said
    assert not (site / "content/links.yaml").exists()
    assert not (site / ".cache").exists()


def test_what_is_kept_is_known_to_the_site_and_shown_in_words(site: Path, capsys: Captured) -> None:
    assert run("links", "--source", site, "--write") == 0
    assert run("check", "--strict", "--source", site, site / "content/links.yaml") == 0
    assert (site / "content/links.yaml").read_text().splitlines()[1:] == [
        f"{DEAD}:",
        "  state: gone",
        "  checked: 2026-11-23",
        f"{MOVED}:",
        "  state: moved",
        "  checked: 2026-11-23",
        "  to: https://example.org/new",
    ]
    build(site, site / "output")
    fire, smoke, rain, wire = (
        (site / "output" / name).read_text()
        for name in ("events/fire.html", "events/smoke.html", "events/rain.html", "sources/wire.html")
    )
    assert "<dd>Nothing was there any more, 23 November 2026</dd>" in fire
    assert "It led to another address for good, 23 November 2026" in smoke
    assert 'href="https://example.org/new"' in wire
    assert "When last asked" not in rain
    assert "Il n’y avait plus rien" in (site / "output/fr/events/fire.html").read_text()
    capsys.readouterr()


def test_a_new_state_changes_only_the_pages_that_show_it(site: Path, capsys: Captured) -> None:
    build(site, site / "output")
    before = {path: path.read_bytes() for path in (site / "output").rglob("*.*") if path.is_file()}
    assert run("links", "--source", site, "--write", "--only", "fire") == 0
    build(site, site / "output")

    changed = {
        path.relative_to(site / "output").as_posix()
        for path, was in before.items()
        if path.read_bytes() != was
    }
    assert changed == {"events/fire.html", "fr/events/fire.html", ".dateline.json"}
    capsys.readouterr()


def test_an_archive_is_asked_only_when_told_and_for_what_answers(site: Path, capsys: Captured) -> None:
    assert run("links", "--source", site, "--archive", "--format", "json") == 0

    said = capsys.readouterr()
    assert [one["state"] for one in json.loads(said.out)["links"]] == ["gone", "answers", "moved"]
    assert said.err == (
        "rain: write\n"
        "  archive_url: https://web.archive.org/web/20261123120000/https://example.org/good\n"
        "  archived: 2026-11-23\n"
    )


def test_where_nobody_answers_nothing_is_written(
    site: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.setattr(door.Door, "ask", lambda *_: Silence("x"))

    assert run("links", "--source", site, "--write") == 2

    assert "no address answered at all" in capsys.readouterr().err
    assert not (site / "content/links.yaml").exists()


def test_a_few_can_be_chosen_and_a_wrong_id_is_told(site: Path, capsys: Captured) -> None:
    assert run("links", "--source", site, "--only", "wire", "--format", "json") == 0
    assert [one["url"] for one in json.loads(capsys.readouterr().out)["links"]] == [MOVED]
    assert run("links", "--source", site, "--limit", "2", "--format", "json") == 0
    assert len(json.loads(capsys.readouterr().out)["links"]) == 2
    assert run("links", "--source", site, "--only", "wier") == 2
    assert "there is no source and no event 'wier'" in capsys.readouterr().err
