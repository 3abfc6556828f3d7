"""What the machine refuses, a full disk above all, is said in words; the site stays, or is right."""

import errno
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.archive import tree
from tests.places import Place
from tests.torture import LONG, Tell, rounds
from tests.victims import Ended

BOTH = "output, the cache and the temporary folder"
LEVELS = (0, 4, 12, 40, 120, 240, 400, 600, 800, 1_600)
"""So many kB are left of the disk; the new site takes some 700."""


@contextmanager
def small_disk(folder: Path, kilobytes: int) -> Iterator[Path]:
    """A disk of its own at a folder, where this machine lets us have one."""
    folder.mkdir(exist_ok=True)
    mount = ["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k,nr_inodes=4000", "tmpfs", str(folder)]
    if os.geteuid() != 0 or shutil.which("mount") is None or subprocess.run(mount, check=False).returncode:
        pytest.skip("only root may mount a disk, and not on every machine")
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def fill(disk: Path, left: int) -> None:
    """Leave so many kB."""
    found = os.statvfs(disk)
    with (disk / "filler").open("wb") as file:
        try:
            os.posix_fallocate(file.fileno(), 0, max(found.f_bavail * found.f_frsize - left * 1024, 1))
        except OSError as error:
            assert error.errno == errno.ENOSPC  # noqa: PT017  # the disk is as full as it gets


def said_well(ended: Ended) -> None:
    """A run that failed said why, in one piece."""
    assert ended.code == 2, ended
    assert "Traceback" not in ended.said
    assert "internal error" not in ended.said


@pytest.mark.torture
@pytest.mark.parametrize("full", ["output", "cache", BOTH] if LONG else [BOTH])
def test_on_a_full_disk_the_site_is_the_old_one_or_right(place: Place, figure: Tell, full: str) -> None:
    found = {"old": 0, "new": 0}
    with small_disk(place.folder / "disk", 8_000) as disk:
        if full != "cache":
            place.output = disk / "place/out"
            place.output.parent.mkdir()
        if full != "output":
            shutil.move(place.source, disk / "site")
            place.source = disk / "site"
        environment = {"TMPDIR": str(disk)} if full == BOTH else {}
        for left in LEVELS[:: rounds(3, 1)]:
            assert place.build().code == 0
            assert place.published() == "new"
            place.turn()
            before = tree(place.output)
            fill(disk, left)
            ended = place.build(environment=environment)
            (disk / "filler").unlink()
            state = place.published()
            found[state] += 1
            if state == "new":
                assert ended.code == 0, ended
                assert ended.said.count("note:") <= 1
            else:
                said_well(ended)
                assert "No space left on device (needs at least " in ended.said
                assert " free); the site was not touched" in ended.said
                assert tree(place.output) == before
            assert place.build().code == 0
            assert place.published() == "new"
            assert place.litter() == []
            if environment:
                assert {path.name for path in disk.iterdir()} == {"site", "place"}
            place.turn()
    assert found["new"]
    assert (found["old"] > 0) == (full != "cache")
    tried = f"a full disk under the {full}, at {sum(found.values())} levels"
    figure("R4", tried, f"old site {found['old']}, new site {found['new']}, else 0, tracebacks 0, litter 0")


def test_a_limit_on_the_size_of_files_is_no_end_of_the_site(place: Place) -> None:
    place.build()
    before = tree(place.output)
    place.turn()
    ended = place.build(largest=2_000)

    said_well(ended)
    assert "File too large" in ended.said
    assert tree(place.output) == before
    assert place.build().code == 0
    assert place.published() == "new"
    assert place.litter() == []


def let_in(folder: Path) -> None:
    """Let nobody come to a folder, for good: tests that run beside this one share what lies above it."""
    for one in (folder, *folder.parents):
        if one.stat().st_uid == os.getuid() and not one.stat().st_mode & 0o5:
            one.chmod(0o755)


@contextmanager
def may_only_read(*folders: Path) -> Iterator[None]:
    """Give nobody the right to write in some folders."""
    before = {folder: folder.stat().st_mode & 0o7777 for folder in folders}
    for folder in folders:
        folder.chmod(0o555)
    try:
        yield
    finally:
        for folder, mode in before.items():
            folder.chmod(mode)


@pytest.mark.parametrize("what", ["output", "cache", "source"])
def test_where_only_reading_is_allowed_the_site_stays_or_is_right(place: Place, what: str) -> None:
    """The user `nobody` builds what root made, or we ourselves where we are not root."""
    place.build()
    before = tree(place.output)
    place.turn()
    open_to_all = {"output": place.source, "cache": place.output.parent, "source": place.output.parent}[what]
    closed = {"output": place.output.parent, "cache": place.source / ".cache", "source": place.source}[what]
    for path in (open_to_all, *open_to_all.rglob("*")):
        path.chmod(0o777 if path.is_dir() else 0o666)
    place.victims.temporary.chmod(0o777)
    let_in(place.folder)
    with may_only_read(closed, *(path for path in closed.rglob("*") if path.is_dir())):
        ended = place.build(nobody=1)
        if what == "output":
            said_well(ended)
            assert "cannot publish: Permission denied" in ended.said
            assert "choose another folder with --output" in ended.said
        else:
            assert ended.code == 0, ended
            assert ended.said.count("the cache cannot be kept") == 1
    assert (tree(place.output) == before) == (what == "output")
    assert place.build().code == 0
    assert place.published() == "new"


@pytest.mark.parametrize("path", ["events/e0.yaml", "site.yaml", "pages/about.md", "events"])
def test_what_may_not_be_read_is_named_and_no_site_lacks_it_in_silence(place: Place, path: str) -> None:
    place.build()
    place.turn()
    for one in (place.source, *place.source.rglob("*"), place.output.parent, *place.output.rglob("*")):
        one.chmod(0o777 if one.is_dir() else 0o666)
    place.victims.temporary.chmod(0o777)
    before = tree(place.output)
    hidden = place.source / "content" / path
    mode = hidden.stat().st_mode & 0o7777
    let_in(place.folder)
    hidden.chmod(0o000)
    ended = place.build(nobody=1)
    hidden.chmod(mode)

    assert ended.code == 1, ended
    assert f"content/{path}:1:1: error" in ended.said
    assert "this cannot be read: permission denied" in ended.said
    assert tree(place.output) == before
