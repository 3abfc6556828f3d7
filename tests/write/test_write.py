import errno
import fcntl
import os
import random
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from dateline import write
from dateline.output import Output
from dateline.states import states_below
from dateline.write import WriteError, exchanging, lasting, publish
from dateline.write.published import MANIFEST
from tests.faults import ELSE, MANY, NEW, OLD, at_call, outputs

ROOT = Path(__file__).parent.parent.parent
Tree = dict[str, tuple[int, bytes]]


def tree(folder: Path) -> Tree:
    """Every file and folder by path, with its mode and its bytes."""
    found: Tree = {".": (stat.S_IMODE(folder.stat().st_mode), b"")}
    for path in sorted(folder.rglob("*")):
        data = path.read_bytes() if path.is_file() else b""
        found[path.relative_to(folder).as_posix()] = (stat.S_IMODE(path.lstat().st_mode), data)
    return found


def built(texts: dict[str, str], folder: Path) -> Tree:
    """What a clean build of these texts looks like."""
    publish(outputs(texts), folder)
    return tree(folder)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder of its own for the site, so that litter beside the site is seen."""
    folder = tmp_path / "place"
    folder.mkdir()
    return folder / "site"


@pytest.fixture(params=[True, False], ids=["exchange", "rename aside"])
def can_exchange(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Both kinds of system: with and without an exchange of two folders."""
    if not request.param:
        monkeypatch.setattr(exchanging, "swap", lambda _one, _other: False)
    return bool(request.param)


def test_a_first_site_has_every_output_and_a_manifest(place: Path) -> None:
    written = publish(outputs(OLD), place)

    assert written.changed == tuple(sorted(OLD))
    assert written.unchanged == written.removed == ()
    assert {MANIFEST, *OLD} == {
        path.relative_to(place).as_posix() for path in place.rglob("*") if path.is_file()
    }
    assert [place] == list(place.parent.iterdir())


@pytest.mark.usefixtures("can_exchange")
def test_the_next_site_says_what_changed_and_equals_a_clean_one(place: Path, tmp_path: Path) -> None:
    publish(outputs(OLD), place)
    written = publish(outputs(NEW), place)

    assert written.changed == ("a/two.html", "b/c/three.html", "index.html")
    assert written.unchanged == ("a/one.html",)
    assert written.removed == ("gone.html",)
    assert tree(place) == built(NEW, tmp_path / "clean")
    assert [place] == list(place.parent.iterdir())


def test_an_empty_folder_becomes_the_site(place: Path) -> None:
    place.mkdir(mode=0o700)
    publish(outputs(OLD), place)

    assert (place / "index.html").read_text() == "old"


def test_modes_do_not_depend_on_the_umask(place: Path, tmp_path: Path) -> None:
    usual = built(OLD, tmp_path / "usual")
    before = os.umask(0o077)
    try:
        assert usual == built(OLD, place)
    finally:
        os.umask(before)
    assert {mode for mode, _ in usual.values()} == {0o644, 0o755}


def test_nothing_is_written_when_nothing_has_changed(place: Path) -> None:
    publish(outputs(OLD), place)
    inodes = {path: path.stat().st_ino for path in [place, *place.rglob("*")]}

    assert publish(outputs(OLD), place).unchanged == tuple(sorted(OLD))
    assert inodes == {path: path.stat().st_ino for path in [place, *place.rglob("*")]}


def test_an_output_with_the_same_key_is_not_rendered(place: Path) -> None:
    publish(outputs(OLD), place)
    rendered: list[str] = []

    def output(path: str, text: str) -> Output:
        def render() -> bytes:
            rendered.append(text)
            return text.encode()

        return Output(path, text, render)

    publish([output(path, text) for path, text in NEW.items()], place)

    assert sorted(rendered) == ["changed", "new", "three"]


def test_a_new_key_with_the_same_bytes_is_no_change(place: Path) -> None:
    publish([Output("index.html", "1", lambda: b"same")], place)
    written = publish([Output("index.html", "2", lambda: b"same")], place)

    assert written.unchanged == ("index.html",)
    assert '"key": "2"' in (place / MANIFEST).read_text()


def spoil_bytes(site: Path) -> None:
    (site / "a/one.html").write_text("ONE")


def spoil_mode(site: Path) -> None:
    (site / "a/one.html").chmod(0o600)


def spoil_folder_mode(site: Path) -> None:
    (site / "a").chmod(0o700)


def remove_file(site: Path) -> None:
    (site / "a/one.html").unlink()


def replace_by_link(site: Path) -> None:
    (site / "a/one.html").rename(site.parent / "elsewhere")
    (site / "a/one.html").symlink_to(site.parent / "elsewhere")


def replace_by_folder(site: Path) -> None:
    remove_file(site)
    (site / "a/one.html").mkdir()


def replace_by_pipe(site: Path) -> None:
    remove_file(site)
    os.mkfifo(site / "a/one.html")


def add_empty_folder(site: Path) -> None:
    (site / "empty").mkdir()


def add_litter(site: Path) -> None:
    (site / ".DS_Store").write_text("Finder")


@pytest.mark.parametrize(
    "spoil",
    [
        spoil_bytes,
        spoil_mode,
        spoil_folder_mode,
        remove_file,
        replace_by_link,
        replace_by_folder,
        replace_by_pipe,
        add_empty_folder,
        add_litter,
    ],
)
def test_a_tampered_site_is_made_right_again(spoil: Callable[[Path], None], place: Path) -> None:
    clean = built(OLD, place)
    spoil(place)

    assert built(OLD, place) == clean


@pytest.mark.parametrize(
    "damaged",
    [
        b"",
        b"null",
        b"[]",
        b"{",
        b"[" * 100_000,
        b"\xff",
        b'{"format": 1, "outputs": {"../a": {}}}',
        b'{"format": 2}',
    ],
)
def test_a_damaged_manifest_costs_nothing_but_time(damaged: bytes, place: Path, tmp_path: Path) -> None:
    publish(outputs(OLD), place)
    (place / MANIFEST).write_bytes(damaged)
    publish(outputs(NEW), place)

    assert tree(place) == built(NEW, tmp_path / "clean")


def test_a_file_of_somebody_else_is_never_removed(place: Path) -> None:
    publish(outputs(OLD), place)
    (place / "CNAME").write_text("timeline.example")

    with pytest.raises(WriteError, match="did not write: CNAME"):
        publish(outputs(NEW), place)
    assert (place / "CNAME").exists()


def linked(folder: Path) -> Path:
    (folder / "real").mkdir()
    (folder / "link").symlink_to(folder / "real")
    return folder / "link"


def a_file(folder: Path) -> Path:
    (folder / "file").write_text("text")
    return folder / "file"


def somebody_elses(folder: Path) -> Path:
    (folder / "notes.txt").write_text("text")
    return folder


def marked_by_a_link(folder: Path) -> Path:
    (folder / MANIFEST).symlink_to("/dev/null")
    return folder


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (linked, "is a symbolic link"),
        (a_file, "is not a folder"),
        (somebody_elses, "was not made by dateline"),
        (marked_by_a_link, "was not made by dateline"),
        (lambda _: Path("/"), "no folder to be replaced"),
        (lambda _: Path("/proc"), "is a mount point"),
        (lambda folder: folder / "no" / "site", "No such file or directory"),
        (lambda folder: folder / ("a" * 254), "File name too long"),
    ],
)
def test_a_folder_that_is_not_ours_is_refused(
    make: Callable[[Path], Path], reason: str, tmp_path: Path
) -> None:
    target = make(tmp_path)
    before = sorted(tmp_path.rglob("*"))

    with pytest.raises(WriteError, match=reason):
        publish(outputs(NEW), target)
    assert before == sorted(tmp_path.rglob("*"))


def test_home_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))

    with pytest.raises(WriteError, match="no folder to be replaced"):
        publish(outputs(NEW), tmp_path)


@pytest.mark.parametrize("source", [".", "content", "a/b"])
def test_the_content_is_never_replaced(source: str, tmp_path: Path) -> None:
    with pytest.raises(WriteError, match="holds the content"):
        publish(outputs(NEW), tmp_path, source=tmp_path / source)


def test_the_site_may_lie_in_the_folder_of_its_source(tmp_path: Path) -> None:
    publish(outputs(NEW), tmp_path / "output", source=tmp_path)

    assert (tmp_path / "output/index.html").exists()


@pytest.mark.parametrize("path", ["../a.html", "/a.html", ".dateline.json"])
def test_an_unsafe_path_is_not_written(path: str, place: Path) -> None:
    with pytest.raises(ValueError, match="cannot be the path"):
        publish(outputs({path: "text"}), place)


@pytest.mark.parametrize("error", [RuntimeError, KeyboardInterrupt, OSError])
def test_what_an_output_raises_is_passed_on_and_the_old_site_stays(
    error: type[BaseException], place: Path
) -> None:
    def broken() -> bytes:
        raise error

    old = built(OLD, place)

    with pytest.raises(error):
        publish([*outputs(NEW), Output("z.html", "z", broken)], place)
    assert tree(place) == old
    assert [place] == list(place.parent.iterdir())


def test_a_second_build_is_told_who_builds(place: Path) -> None:
    def meanwhile() -> bytes:
        with pytest.raises(WriteError, match=rf"another build is running \(pid {os.getpid()}\)"):
            publish(outputs(NEW), place)
        return b""

    publish([*outputs(OLD), Output("last.html", "", meanwhile)], place)

    assert (place / "index.html").read_text() == "old"


def test_the_remains_of_a_killed_build_are_removed(place: Path) -> None:
    publish(outputs(OLD), place)
    desk = place.parent / ".site.tmp"
    (desk / "spare/a").mkdir(parents=True)
    (desk / "spare/a/half.html").write_text("ha")
    (desk / "pid").write_text("1")
    publish(outputs(OLD), place)

    assert [place] == list(place.parent.iterdir())


def test_a_site_left_aside_is_put_back(place: Path) -> None:
    old = built(OLD, place)
    desk = place.parent / ".site.tmp"
    desk.mkdir()
    place.rename(desk / "old")

    with pytest.raises(RuntimeError):
        publish([Output("a.html", "", raising)], place)
    assert tree(place) == old


def raising() -> bytes:
    raise RuntimeError


def test_no_space_is_said_in_figures(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = os.write

    def full(file: int, data: memoryview) -> int:
        if len(data) > 1000:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return write(file, data)

    old = built(OLD, place)
    monkeypatch.setattr(os, "write", full)

    with pytest.raises(WriteError) as caught:
        publish(outputs({"a.html": "x", "big.html": "x" * 2_999_999}), place)
    assert caught.value.message.startswith("cannot publish: No space left on device (needs at least 3 MB, ")
    assert caught.value.message.endswith(" free); the site was not touched")
    assert tree(place) == old
    assert [place] == list(place.parent.iterdir())


@pytest.fixture(params=[False, True], ids=["small", "large"])
def large(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Both kinds of site: one without a spare, and one with a spare that is brought to the disk at once."""
    if request.param:
        monkeypatch.setattr(write, "LARGE", 1)
        monkeypatch.setattr(lasting, "FEW", 0)
    return bool(request.param)


@pytest.fixture
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Builds that do not wait for the clock, where very many are made."""
    monkeypatch.setattr(time, "sleep", lambda _seconds: None)


def litter(place: Path) -> list[str]:
    """What lies beside the site, and what in the folder for the next one."""
    return sorted(path.name for path in (*place.parent.iterdir(), *place.parent.glob(".site.tmp/*")))


def expected_litter(*, large: bool) -> list[str]:
    return [".site.tmp", "site", "spare"] if large else ["site"]


@pytest.mark.usefixtures("can_exchange", "_impatient")
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EACCES])
def test_whichever_call_fails_the_site_is_the_old_or_the_new_one(
    number: int, place: Path, tmp_path: Path, *, large: bool
) -> None:
    def fail() -> None:
        raise OSError(number, os.strerror(number), "a path")

    new = built(NEW, tmp_path / "clean")
    for call in range(1, 1000):
        publish(outputs(ELSE), place)
        old = built(OLD, place)
        known = dict(states_below(str(place)))
        expected = new
        with at_call(call, fail) as came:
            try:
                publish(outputs(NEW), place, known=known)
            except WriteError:
                expected = old
        assert tree(place) == expected
        publish(outputs(NEW), place, known=known)
        assert tree(place) == new
        assert litter(place) in (expected_litter(large=large), ["site"])
        if call > len(came):
            break
    assert call > 50


def child(
    place: Path, texts: str, stop_at: int | str = 0, *, aside: bool = False, large: bool = False
) -> list[str]:
    return [sys.executable, "-m", "tests.faults", str(place), texts, str(stop_at), str(aside), str(large)]


@pytest.fixture
def stopping() -> Iterator[Callable[[list[str]], Callable[[int], bool]]]:
    """Begin a program that builds when asked; it is told when to stop dead, and says whether it did."""
    with ExitStack() as begun:

        def begin(command: list[str]) -> Callable[[int], bool]:
            pipe = subprocess.PIPE
            process = subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, text=True)
            come, asked = begun.enter_context(process).stdout, process.stdin

            def build(stop_at: int) -> bool:
                assert come is not None
                assert asked is not None
                print(stop_at, file=asked, flush=True)
                ended = int(come.readline())
                assert ended in (0, 9)
                return ended == 9

            return build

        yield begin


@pytest.mark.usefixtures("_impatient")
@pytest.mark.parametrize("step", ["exchange", "rename aside"])
def test_wherever_a_build_is_stopped_dead_the_next_one_is_right(
    step: str,
    place: Path,
    tmp_path: Path,
    stopping: Callable[[list[str]], Callable[[int], bool]],
    *,
    large: bool,
) -> None:
    aside = step == "rename aside"
    new = built(NEW, tmp_path / "clean")
    builder = stopping(child(place, "NEW", "asked", aside=aside, large=large))
    gone = 0
    for call in range(1, 1000):
        publish(outputs(ELSE), place)
        old = built(OLD, place)
        stopped = builder(call)
        if place.exists():
            assert tree(place) in (old, new)
        else:
            gone += 1
        assert len(list(place.parent.iterdir())) <= 2
        publish(outputs(NEW), place)
        assert tree(place) == new
        assert litter(place) in (expected_litter(large=large), ["site"])
        if not stopped:
            break
    assert call > 30
    assert gone == aside  # the window between the two renames


def test_a_killed_build_leaves_the_old_site_or_the_new_one(place: Path, tmp_path: Path) -> None:
    old, new = built(OLD, tmp_path / "old"), built(MANY, tmp_path / "new")
    chance = random.Random(0)  # noqa: S311  not a secret
    for _ in range(10):
        publish(outputs(OLD), place)
        process = subprocess.Popen(child(place, "MANY"), cwd=ROOT)
        deadline = time.monotonic() + 30
        while not (place.parent / ".site.tmp/pid").exists() and process.poll() is None:
            assert time.monotonic() < deadline
        time.sleep(chance.uniform(0, 0.1))
        process.send_signal(signal.SIGKILL)
        process.wait()

        assert tree(place) in (old, new)
        assert len(list(place.parent.iterdir())) <= 2
        publish(outputs(MANY), place)
        assert tree(place) == new
        assert [place] == list(place.parent.iterdir())


def test_four_builds_at_once_end_in_one_right_site(place: Path, tmp_path: Path) -> None:
    processes = [
        subprocess.Popen(child(place, "MANY"), cwd=ROOT, stderr=subprocess.PIPE, text=True) for _ in range(4)
    ]
    said = [process.communicate(timeout=60)[1] for process in processes]

    assert any(process.returncode == 0 for process in processes)
    assert all(not text or "another build is running" in text for text in said)
    assert tree(place) == built(MANY, tmp_path / "clean")
    assert [place] == list(place.parent.iterdir())


def test_the_lock_of_a_dead_build_is_no_lock(place: Path) -> None:
    desk = place.parent / ".site.tmp"
    desk.mkdir()
    lock = os.open(desk, os.O_RDONLY)
    fcntl.flock(lock, fcntl.LOCK_EX)
    with pytest.raises(WriteError, match="another build is running"):
        publish(outputs(OLD), place)
    os.close(lock)

    assert publish(outputs(OLD), place).changed
