import os
import socket
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.load.folder import File, Folder
from dateline.problems import Problem
from dateline.states import state_of

NOBODY = 65534


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    folder.mkdir()
    return folder


@pytest.fixture
def unprivileged() -> Iterator[Path]:
    """A folder for somebody who is not root, since root may read everything."""
    with tempfile.TemporaryDirectory() as name:
        root = os.geteuid() == 0
        Path(name).chmod(0o777)
        if root:
            os.seteuid(NOBODY)
        try:
            yield Path(name)
        finally:
            if root:
                os.seteuid(0)


def faults_of(folder: Path) -> list[tuple[str, str, str]]:
    listing = Folder(folder).listing("content")
    assert listing is not None

    return [(problem.path, problem.code.name, problem.message) for problem in listing.problems]


def reading(folder: Path, path: str) -> str:
    found = Folder(folder).read(path, 1000)
    assert isinstance(found, Problem)

    return found.code.name


def test_files_are_listed_by_path_whatever_the_disk_does(content: Path, tmp_path: Path) -> None:
    for name in ("b.yaml", "a/z.yaml", "a.yaml", "Z.yaml", "a/b/c.yaml"):
        (content / name).parent.mkdir(parents=True, exist_ok=True)
        (content / name).write_text("x" * len(name))

    listing = Folder(tmp_path).listing("content")

    assert listing is not None
    assert listing.problems == ()
    assert listing.files == tuple(
        File(f"content/{name}", state_of((content / name).stat()))
        for name in ("Z.yaml", "a.yaml", "a/b/c.yaml", "a/z.yaml", "b.yaml")
    )
    assert [file.size for file in listing.files] == [6, 6, 10, 8, 6]


def test_hidden_files_and_backups_are_passed_over(content: Path, tmp_path: Path) -> None:
    for name in (".DS_Store", ".gitkeep", "a.yaml~", "#a.yaml#", "Thumbs.db"):
        (content / name).write_text("x")
    (content / ".git").mkdir()
    (content / ".link").symlink_to("/etc/passwd")
    listing = Folder(tmp_path).listing("content")

    assert listing is not None
    assert (listing.files, listing.problems) == ((), ())


def test_links_are_neither_followed_nor_is_their_target_named(content: Path, tmp_path: Path) -> None:
    (content / "file.yaml").symlink_to("/etc/passwd")
    (content / "folder").symlink_to("/etc")
    (content / "broken").symlink_to("/nowhere")

    assert sorted(faults_of(tmp_path)) == [
        ("content/broken", "symlink", "links are not followed"),
        ("content/file.yaml", "symlink", "links are not followed"),
        ("content/folder", "symlink", "links are not followed"),
    ]
    assert reading(tmp_path, "content/file.yaml") == "symlink"
    assert isinstance(Folder(tmp_path).read("content/folder/passwd", 10_000), Problem)


def test_the_content_folder_itself_may_not_be_a_link(tmp_path: Path) -> None:
    (tmp_path / "content").symlink_to("/etc")

    assert faults_of(tmp_path) == [("content", "symlink", "links are not followed")]


def test_the_site_folder_may_be_reached_through_a_link(content: Path, tmp_path: Path) -> None:
    (content / "a.yaml").write_text("x")
    (tmp_path / "link").symlink_to(tmp_path)

    assert Folder(tmp_path / "link").read("content/a.yaml", 10) == b"x"


def test_pipes_and_sockets_are_named_and_not_waited_for(
    content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.mkfifo(content / "pipe.yaml")
    monkeypatch.chdir(content)
    with socket.socket(socket.AF_UNIX) as opened:
        opened.bind("socket.yaml")
        faults = sorted(faults_of(tmp_path))

    assert [(path, name) for path, name, _ in faults] == [
        ("content/pipe.yaml", "file-kind"),
        ("content/socket.yaml", "file-kind"),
    ]
    assert "a named pipe" in faults[0][2]
    assert reading(tmp_path, "content/pipe.yaml") == "file-kind"


def test_a_file_in_place_of_the_content_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "content").write_text("x")

    assert [name for _, name, _ in faults_of(tmp_path)] == ["file-kind"]


def test_a_folder_that_is_not_there_has_no_listing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")

    assert Folder(tmp_path).listing("content") is None
    assert Folder(tmp_path / "nowhere").listing("content") is None
    assert Folder(tmp_path / "file").listing("content") is None


def test_a_file_that_went_away_is_told_as_changed(content: Path, tmp_path: Path) -> None:
    (content / "a.yaml").write_text("x")
    folder = Folder(tmp_path)
    listing = folder.listing("content")
    (content / "a.yaml").unlink()

    assert listing is not None
    assert reading(tmp_path, listing.files[0].path) == "changed-while-reading"
    assert reading(tmp_path, "content/a.yaml/b.yaml") == "changed-while-reading"


def test_a_file_beyond_the_limit_is_not_read(content: Path, tmp_path: Path) -> None:
    with (content / "a.yaml").open("wb") as file:
        file.truncate(5_000_000_000)

    found = Folder(tmp_path).read("content/a.yaml", 256_000)

    assert isinstance(found, Problem)
    assert (found.code.name, found.message) == ("file-too-big", "5000.0 MB, the limit is 256 kB")


def test_what_may_not_be_read_is_named(unprivileged: Path) -> None:
    folder = unprivileged / "content" / "closed"
    folder.mkdir(parents=True)
    (unprivileged / "content" / "a.yaml").write_text("x")
    (unprivileged / "content" / "a.yaml").chmod(0)
    folder.chmod(0)

    found = Folder(unprivileged).read("content/a.yaml", 10)

    assert isinstance(found, Problem)
    assert (found.path, found.code.name) == ("content/a.yaml", "unreadable")
    assert found.message == "this cannot be read: permission denied"
    assert [(path, name) for path, name, _ in faults_of(unprivileged)] == [("content/closed", "unreadable")]
    folder.chmod(0o700)


def test_names_of_any_bytes_are_listed_and_can_be_printed(content: Path, tmp_path: Path) -> None:
    (content / os.fsdecode(b"\xff.yaml")).symlink_to("x")

    assert faults_of(tmp_path)[0][0] == "content/\\xff.yaml"
