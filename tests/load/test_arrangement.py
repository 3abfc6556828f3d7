from pathlib import Path

import pytest

from dateline.load.arrangement import Arrangement, arrange
from dateline.load.filenames import wrong_page
from dateline.load.folder import File
from dateline.states import State

STATE = State(1, 0, 0, 0, 0)


def arranged(*paths: str) -> Arrangement:
    return arrange([File(f"content/{path}", STATE) for path in sorted(paths)])


def faults_of(*paths: str) -> list[tuple[str, str, str]]:
    return [
        (problem.path.removeprefix("content/"), problem.code.name, problem.hint)
        for problem in arranged(*paths).problems
    ]


def test_every_file_has_its_place_and_its_id() -> None:
    found = arranged(
        "site.yaml",
        "actors.yaml",
        "actors/sohr.yaml",
        "places.yaml",
        "sources/afp.yaml",
        "events/fire.yaml",
        "events/2022/01/flood.yaml",
        "events/2022/01/flood.ar.yaml",
        "events/2022/01/flood.zh-Hant.yaml",
        "pages/methodology.md",
        "media/photo.jpg",
        "media/2022/IMG_1.JPG",
        "links.yaml",
    )

    assert found.problems == ()
    assert {kind: [named.id for named in files] for kind, files in found.files.items()} == {
        "site": [""],
        "links": [""],
        "actors": ["", "sohr"],
        "places": [""],
        "sources": ["afp"],
        "events": ["flood", "fire"],
        "translations": ["flood.ar", "flood.zh-Hant"],
        "pages": ["methodology"],
        "media": ["2022/IMG_1.JPG", "photo.jpg"],
    }
    assert all(named.sound for files in found.files.values() for named in files)


@pytest.mark.parametrize(
    ("name", "proposed"),
    [
        ("Event.yaml", "event.yaml"),
        ("con.yaml", "file-con.yaml"),
        ("a\nb.yaml", "a-b.yaml"),
        ("x" * 246 + ".yaml", "x" * 80 + ".yaml"),
        ("-rf.yaml", "rf.yaml"),
        ("a.yaml.", "a.yaml"),
        ("a.yaml ", "a.yaml"),
        ("old.yml", "old.yaml"),
        ("old.YAML", "old.yaml"),
        ("\u202ea.yaml", "a.yaml"),
        ("a\udcff.yaml", "a.yaml"),
        ("caf\u00e9.yaml", "cafe.yaml"),
        ("fire.AR.yaml", "fire.ar.yaml"),
    ],
)
def test_a_name_that_cannot_stay_is_refused_with_one_that_can(name: str, proposed: str) -> None:
    ((path, code, hint),) = faults_of(f"events/{name}")

    assert (code, hint) == ("file-name", f"rename it to '{proposed}'")
    assert path.isprintable()
    assert not any(named.sound for named in arranged(f"events/{name}").files["events"])


def test_a_page_leaves_the_names_of_the_sites_own_pages() -> None:
    assert faults_of("pages/index.md", "pages/2022.md", "pages/events-2022.md") == [
        ("pages/2022.md", "file-name", "rename it to 'about-2022.md'"),
        ("pages/index.md", "file-name", "rename it to 'about-index.md'"),
    ]


def test_every_page_at_the_top_of_a_site_has_a_name_that_no_page_of_prose_can_have(site: Path) -> None:
    prose = {"methodology"}
    made = {file.stem for file in site.glob("*.html")} - prose

    assert {"index", "404", "2022"} < made
    assert all(wrong_page(name) for name in made)


def test_a_name_in_a_message_is_escaped() -> None:
    (problem,) = arranged("events/a\nb\x1b.yaml").problems

    assert problem.message == "'a\\nb\\x1b.yaml': this name holds U+000A, which does not show"


def test_a_translation_under_a_wrong_name_keeps_its_language() -> None:
    faults = faults_of("events/fire.yaml", "events/Fire.ar.yml")

    assert ("events/Fire.ar.yml", "file-name", "rename it to 'fire.ar.yaml'") in faults


@pytest.mark.parametrize(
    "paths",
    [
        ("events/2021/fire.yaml", "events/2022/fire.yaml"),
        ("events/Event.yaml", "events/event.yaml"),
        ("events/caf\u00e9.yaml", "events/cafe\u0301.yaml"),
        ("actors/a/sohr.yaml", "actors/sohr.yaml"),
        ("media/Photo.JPG", "media/photo.jpg"),
        ("pages/a.md", "pages/b/a.md"),
    ],
)
def test_two_files_with_one_name_are_both_named(paths: tuple[str, str]) -> None:
    (collision,) = (problem for problem in arranged(*paths).problems if problem.code.name == "name-collision")

    assert collision.path == f"content/{max(paths)}"
    for path in paths:
        shown = path if path.isascii() else path.encode("ascii", "backslashreplace").decode()
        assert f"'content/{shown}'" in collision.message


def test_only_the_first_of_two_files_with_one_name_is_used() -> None:
    found = arranged("events/2021/fire.yaml", "events/2022/fire.yaml")

    assert [(named.file.path, named.sound) for named in found.files["events"]] == [
        ("content/events/2021/fire.yaml", True),
        ("content/events/2022/fire.yaml", False),
    ]


def test_one_id_may_name_an_event_an_actor_and_a_page() -> None:
    assert faults_of("events/iraq.yaml", "places/iraq.yaml", "actors/iraq.yaml", "pages/iraq.md") == []


def test_what_has_no_place_is_a_warning_with_the_nearest_place() -> None:
    assert faults_of("event/a.yaml", "event/b.yaml", "actor.yaml", "events/a.txt", "pages/a.html") == [
        ("actor.yaml", "stray-file", "did you mean 'actors.yaml'?"),
        ("event", "stray-file", "did you mean 'events'?"),
        ("events/a.txt", "stray-file", "move it away, or rename it"),
        ("pages/a.html", "stray-file", "move it away, or rename it"),
    ]


def test_main_files_under_another_spelling_are_refused() -> None:
    assert faults_of("site.yml", "Actors.yaml") == [
        ("Actors.yaml", "file-name", "rename it to 'actors.yaml'"),
        ("site.yml", "file-name", "rename it to 'site.yaml'"),
    ]


def test_a_folder_that_cannot_keep_its_name_is_named_once() -> None:
    assert faults_of("events/Bad Dir/a.yaml", "events/Bad Dir/b.yaml", "events/Bad Dir/c/d.yaml") == [
        ("events/Bad Dir", "file-name", "rename it to 'bad-dir'")
    ]


def test_a_translation_of_no_event_is_refused_with_the_nearest_event() -> None:
    assert faults_of("events/fire.yaml", "events/fires.ar.yaml") == [
        ("events/fires.ar.yaml", "orphan-translation", "did you mean 'fire.ar.yaml'?")
    ]
