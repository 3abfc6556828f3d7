from collections.abc import Mapping
from pathlib import Path

import pytest

from dateline.document import REGISTRY, Document
from dateline.load import ChangedMeanwhile, Content, document, load
from dateline.load.folder import Folder
from dateline.problems import Problem

FILES = {
    "site.yaml": "title: A timeline\n",
    "actors.yaml": "afp: {name: AFP}\n",
    "actors/sohr.yaml": "name: Observatory\n",
    "places/raqqa.yaml": "name: Raqqa\n",
    "events/2022/fire.yaml": "title: Fire\n",
    "events/2022/fire.ar.yaml": "title: حريق\n",
    "events/flood.yaml": "title: Flood\n",
    "pages/methodology.md": "# How\r\n",
    "media/photo.jpg": "not really",
}


def site(folder: Path, changes: Mapping[str, str | bytes] = FILES) -> Path:
    """A small site, with more files or other contents."""
    for name, text in {**FILES, **changes}.items():
        path = folder / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def faults_of(content: Content) -> list[tuple[str, int, int, str]]:
    return [
        (problem.path.removeprefix("content/"), problem.line, problem.column, problem.code.name)
        for problem in content.problems
    ]


def test_a_whole_site_is_read(tmp_path: Path) -> None:
    found = load(site(tmp_path))

    assert found.problems == ()
    assert found.site is not None
    assert found.site.data == {"title": "A timeline"}
    assert [(file.document.path, file.entry_id) for file in found.actors] == [
        ("content/actors.yaml", None),
        ("content/actors/sohr.yaml", "sohr"),
    ]
    assert [file.entry_id for file in found.places] == ["raqqa"]
    assert found.sources == ()
    assert [(event.id, event.paths) for event in found.events] == [
        ("fire", ("content/events/2022/fire.yaml", "content/events/2022/fire.ar.yaml")),
        ("flood", ("content/events/flood.yaml",)),
    ]
    assert [(page.id, page.text) for page in found.pages] == [("methodology", "# How\n")]
    assert [(file.name, file.size, file.read()) for file in found.media] == [("photo.jpg", 10, b"not really")]


def test_reading_twice_gives_the_same(tmp_path: Path) -> None:
    assert load(site(tmp_path)) == load(tmp_path)


def test_events_are_listed_and_not_read(tmp_path: Path) -> None:
    found = load(site(tmp_path, {"events/bad.yaml": "title: a: b\n"}))
    (tmp_path / "content/events/flood.yaml").unlink()

    assert found.problems == ()
    assert [event.id for event in found.events] == ["fire", "bad", "flood"]
    assert all(named.sound for event in found.events for named in event.named)


def test_a_bad_file_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    found = load(
        site(
            tmp_path,
            {"events/bad": b"", "actors/bad.yaml": "name: a: b\n", "pages/x.md": b"caf\xe9\n"},
        )
    )

    assert faults_of(found) == [
        ("actors/bad.yaml", 1, 8, "yaml-syntax"),
        ("events/bad", 1, 1, "stray-file"),
        ("pages/x.md", 1, 4, "encoding"),
    ]
    assert [file.entry_id for file in found.actors] == [None, "sohr"]
    assert len(found.events) == 2
    assert [page.id for page in found.pages] == ["methodology"]


def test_a_file_under_a_wrong_name_is_checked_but_not_used(tmp_path: Path) -> None:
    found = load(
        site(
            tmp_path,
            {
                "actors/Bad.yaml": "name: a: b\n",
                "actors/Good.yaml": "name: a\n",
                "events/Bad.yaml": "title: a: b\n",
                "events/Bad.ar.yaml": "title: a: b\n",
                "events/fires.ar.yaml": "of: fires\n",
            },
        )
    )

    assert faults_of(found) == [
        ("actors/Bad.yaml", 1, 1, "file-name"),
        ("actors/Bad.yaml", 1, 8, "yaml-syntax"),
        ("actors/Good.yaml", 1, 1, "file-name"),
        ("events/Bad.ar.yaml", 1, 1, "file-name"),
        ("events/Bad.yaml", 1, 1, "file-name"),
        ("events/fires.ar.yaml", 1, 1, "orphan-translation"),
    ]
    assert [file.entry_id for file in found.actors] == [None, "sohr"]
    assert [
        (event.id, event.paths, event.own and event.own.sound) for event in found.events if event.id != "fire"
    ] == [
        ("Bad", ("content/events/Bad.yaml",), False),
        ("flood", ("content/events/flood.yaml",), True),
        ("", ("content/events/Bad.ar.yaml",), None),
        ("", ("content/events/fires.ar.yaml",), None),
    ]


def test_warnings_of_documents_are_among_the_problems(tmp_path: Path) -> None:
    found = load(site(tmp_path, {"actors/x.yaml": "name: “Fire”\n"}))

    assert faults_of(found) == [("actors/x.yaml", 1, 7, "smart-quotes")]
    assert len(found.actors) == 3


def test_without_content_there_is_one_clear_problem(tmp_path: Path) -> None:
    (problem,) = load(tmp_path).problems

    assert (problem.code.name, problem.message) == ("no-site", "there is no folder 'content' here")
    assert load(tmp_path / "nowhere").problems[0].code.name == "no-site"


def test_without_site_yaml_there_is_one_clear_problem(tmp_path: Path) -> None:
    site(tmp_path)
    (tmp_path / "content/site.yaml").unlink()

    assert faults_of(load(tmp_path)) == [("site.yaml", 1, 1, "no-site")]


def test_a_site_yaml_that_is_a_link_is_not_also_called_missing(tmp_path: Path) -> None:
    site(tmp_path)
    (tmp_path / "content/site.yaml").unlink()
    (tmp_path / "content/site.yaml").symlink_to("/etc/passwd")

    assert faults_of(load(tmp_path)) == [("site.yaml", 1, 1, "symlink")]


def test_a_link_among_events_is_refused_and_its_target_stays_unread(tmp_path: Path) -> None:
    site(tmp_path)
    (tmp_path / "content/events/secret.yaml").symlink_to("/etc/passwd")

    found = load(tmp_path)

    assert faults_of(found) == [("events/secret.yaml", 1, 1, "symlink")]
    assert "passwd" not in repr(found)
    assert "root:" not in repr(found)


def test_an_entry_in_a_registry_and_in_a_file_of_its_own_is_a_collision(tmp_path: Path) -> None:
    found = load(site(tmp_path, {"actors.yaml": "afp: {name: AFP}\nsohr: {name: SOHR}\n"}))

    assert faults_of(found) == [("actors.yaml", 2, 1, "name-collision")]
    assert "content/actors/sohr.yaml" in found.problems[0].message


@pytest.mark.parametrize("size", [300_000, 5_000_000])
def test_an_event_is_smaller_than_a_registry_may_be(tmp_path: Path, size: int) -> None:
    big = "a: |\n" + "  x\n" * (size // 4)
    found = load(
        site(tmp_path, {"actors/big.yaml": big, "sources.yaml": "a: {title: x}\n" + "# x\n" * 100_000})
    )
    folder = Folder(tmp_path)
    refused = document(folder, "content/actors/big.yaml")

    assert faults_of(found) == [("actors/big.yaml", 1, 1, "file-too-big")]
    assert len(found.sources) == 1
    assert isinstance(refused, tuple)
    assert [problem.code.name for problem in refused] == ["file-too-big"]
    assert isinstance(document(folder, "content/sources.yaml"), tuple)
    assert isinstance(document(folder, "content/sources.yaml", REGISTRY), Document)


def test_what_changed_meanwhile_is_said_with_what_to_do() -> None:
    error = ChangedMeanwhile("content/events/fire.yaml")

    assert str(error).startswith("content/events/fire.yaml changed while the site was built")
    assert error.hint == "Run the command again."


def test_a_media_file_that_went_away_is_a_problem_not_an_error(tmp_path: Path) -> None:
    found = load(site(tmp_path))
    (tmp_path / "content/media/photo.jpg").unlink()

    missing = found.media[0].read()

    assert isinstance(missing, Problem)
    assert missing.code.name == "changed-while-reading"


def test_the_content_of_this_repository_is_read_without_a_problem(repository: Path) -> None:
    found = load(repository)

    assert [problem for problem in found.problems if problem.severity == "error"] == []
    assert len(found.events) >= 10
