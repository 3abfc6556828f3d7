"""What is kept is found again, or made again: nothing that happens to the file stops or changes a build."""

import os
import pickle
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path
from random import Random
from threading import Thread

import pytest

from dateline import run, store
from dateline.options import Options
from dateline.progress import Nobody
from dateline.store import Store
from tests.archive import Archive, but_for_the_index
from tests.test_unchanged import NOW

TEXTS = {f"key {number}": f"text {number} {'x' * number}".encode() for number in range(300)}


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """The file of a store that holds some texts."""
    with_texts(tmp_path / "cache")
    return tmp_path / "cache/v.sqlite"


def with_texts(folder: Path, version: str = "v") -> None:
    made = Store(folder, version)
    made.put("kind", TEXTS.items())
    made.put("other", [("key 1", b"another")])
    made.close()


def every(made: Store, kind: str) -> dict[str, bytes]:
    """All sound texts of a kind."""
    return made.some(kind, sorted(made.keys(kind)))


def found(folder: Path, version: str = "v") -> dict[str, bytes]:
    """What a store finds, of which nothing may ever be wrong; it never says more than one thing."""
    made = Store(folder, version)
    texts = every(made, "kind")
    assert texts.items() <= TEXTS.items()
    assert made.get("kind", "key 7") in (None, TEXTS["key 7"])
    made.put("kind", [("new", b"text")])
    made.drop("kind", ["new"])
    made.close()
    assert len(made.notes) <= 1
    return texts


def test_texts_are_found_by_kind_and_key(kept: Path) -> None:
    made = Store(kept.parent, "v")

    assert every(made, "kind") == TEXTS
    assert made.get("kind", "key 1") == TEXTS["key 1"]
    assert made.get("other", "key 1") == b"another"
    assert made.get("kind", "key 1000") is None
    assert every(made, "none") == {}
    made.close()


def test_a_text_takes_the_place_of_another_and_can_be_dropped(kept: Path) -> None:
    made = Store(kept.parent, "v")
    made.put("kind", [("key 1", b"new")])
    made.drop("kind", ["key 2", "key 1000"])
    made.close()
    again = Store(kept.parent, "v")

    assert again.get("kind", "key 1") == b"new"
    assert again.get("kind", "key 2") is None
    assert again.get("other", "key 1") == b"another"
    assert len(every(again, "kind")) == len(TEXTS) - 1
    again.close()


def test_what_another_engine_kept_is_not_found_and_removed(kept: Path) -> None:
    assert found(kept.parent, "w") == {}
    assert [path.name for path in kept.parent.glob("*.sqlite")] == ["w.sqlite"]


def test_a_store_without_a_folder_is_for_one_run() -> None:
    made = Store(None, "v")
    made.put("kind", TEXTS.items())
    folder = made.path.parent

    assert every(made, "kind") == TEXTS
    made.close()
    assert not folder.exists()
    assert made.notes == []


def folder_instead(path: Path) -> None:
    path.unlink()
    path.mkdir()


def cut_to(size: float) -> Callable[[Path], None]:
    def cut(path: Path) -> None:
        path.write_bytes(path.read_bytes()[: int(path.stat().st_size * size)])

    return cut


def holding(data: bytes) -> Callable[[Path], None]:
    return lambda path: (path.write_bytes(data), None)[1]


class Hostile:
    """What a pickle can do to whoever opens it."""

    def __reduce__(self) -> tuple[Callable[[str], None], tuple[str]]:
        return pytest.fail, ("the pickle was opened",)


def no_table(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("DROP TABLE kept")
    connection.close()


def other_table(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("DROP TABLE kept")
        connection.execute("CREATE TABLE kept (one TEXT)")
    connection.close()


def other_texts(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE kept SET text = 'null'")
    connection.close()


DAMAGES: dict[str, Callable[[Path], None]] = {
    "truncated": cut_to(0.5),
    "cut in its head": cut_to(0.001),
    "emptied": holding(b""),
    "garbage": holding(bytes(range(256)) * 40),
    "null": holding(b"null"),
    "a pickle": holding(pickle.dumps(Hostile())),
    "a pickle after a head": lambda path: holding(path.read_bytes()[:100] + pickle.dumps(Hostile()))(path),
    "deleted": Path.unlink,
    "a folder": folder_instead,
    "another application's file": no_table,
    "another table": other_table,
    "other texts": other_texts,
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_of_a_damaged_file_nothing_wrong_is_found(kept: Path, damage: str) -> None:
    DAMAGES[damage](kept)

    found(kept.parent)


@pytest.mark.parametrize("damage", sorted(DAMAGES.keys() - {"a folder"}))
def test_a_damaged_file_is_in_use_again_at_once_or_after_one_build(kept: Path, damage: str) -> None:
    DAMAGES[damage](kept)
    found(kept.parent)
    with_texts(kept.parent)

    assert found(kept.parent) == TEXTS


def test_of_a_file_with_one_wrong_byte_nothing_wrong_is_found(kept: Path) -> None:
    raw = kept.read_bytes()
    for place in range(0, len(raw), max(1, len(raw) // 250)):
        kept.write_bytes(raw[:place] + bytes([raw[place] ^ 0x41]) + raw[place + 1 :])
        found(kept.parent)


def test_with_some_wrong_bytes_no_text_is_found_under_the_key_of_another(kept: Path) -> None:
    raw, random = kept.read_bytes(), Random(1)  # noqa: S311  # the same bytes on every machine
    for _ in range(600):
        damaged = bytearray(raw)
        for _ in range(random.randrange(1, 40)):
            damaged[random.randrange(len(raw))] ^= random.randrange(1, 256)
        kept.write_bytes(damaged)
        made = Store(kept.parent, "v")
        keys = [f"key {number}" for number in range(0, 300, 13)]
        texts = {key: made.get("kind", key) for key in keys}
        made.close()

        assert [] == [key for key, text in texts.items() if text not in (None, TEXTS[key])]
        assert len(made.notes) <= 1


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """An archive that was built once."""
    archive = Archive(tmp_path_factory.mktemp("once"), Random(1))  # noqa: S311  # no secret
    assert run.build(options_of(archive), NOW, Nobody()).written
    return archive


def options_of(archive: Archive) -> Options:
    return Options(archive.source, archive.output, jobs=1)


@pytest.mark.parametrize("damage", DAMAGES)
def test_whatever_happens_to_the_cache_the_build_is_right(
    once: Archive, damage: str, capfd: pytest.CaptureFixture[str]
) -> None:
    before = once.published()
    shutil.rmtree(once.output)
    (path,) = (once.source / ".cache/dateline").iterdir()
    DAMAGES[damage](path)
    outcome = run.build(options_of(once), NOW, Nobody())
    if path.is_dir():
        path.rmdir()
    again = run.build(options_of(once), NOW, Nobody())

    assert outcome.written
    assert again.written
    assert once.published() == before
    assert len(outcome.notes) <= 1
    assert not again.notes
    assert capfd.readouterr() == ("", "")


def test_with_any_byte_of_the_cache_wrong_the_build_is_right(once: Archive) -> None:
    before = once.published()
    (path,) = (once.source / ".cache/dateline").iterdir()
    raw = path.read_bytes()
    for number in range(12):
        place = len(raw) * number // 12 + 37 * number
        path.write_bytes(raw[:place] + bytes([raw[place] ^ 0xFF]) + raw[place + 1 :])
        (once.output / "index.html").unlink()
        outcome = run.build(options_of(once), NOW, Nobody())

        assert outcome.written
        assert len(outcome.notes) <= 1
        assert once.published() == before


def test_two_builds_at_once_are_both_right_and_nobody_sees_damage(tmp_path: Path) -> None:
    for number in range(6):
        folder = tmp_path / str(number)
        stores = [Store(folder, "v") for _ in range(2)]

        def work(one: Store) -> None:
            one.keys("kind")
            one.put("kind", TEXTS.items())
            one.commit()
            one.close()

        threads = [Thread(target=work, args=(one,)) for one in stores]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

        assert [note for one in stores for note in one.notes] == []
        assert found(folder) == TEXTS


def test_a_file_that_another_build_has_just_made_is_not_taken_for_a_damaged_one(tmp_path: Path) -> None:
    """Between making the file and making its table another build may look."""
    (tmp_path / "v.sqlite").write_bytes(b"")
    made = Store(tmp_path, "v")

    assert every(made, "kind") == {}
    assert made.notes == []
    made.put("kind", TEXTS.items())
    made.close()
    assert found(tmp_path) == TEXTS


def test_where_another_build_writes_for_long_this_one_goes_on_without(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "BUSY_S", 0.05)
    busy, waiting = Store(kept.parent, "v"), Store(kept.parent, "v")
    busy.put("kind", [("key 1", b"being written")])
    waiting.put("kind", [("key 2", b"new")])

    assert waiting.notes == ["another build uses the cache; this one does without"]
    assert every(waiting, "kind") == {}
    waiting.close()
    busy.close()
    assert kept.exists()
    again = Store(kept.parent, "v")
    assert again.get("kind", "key 1") == b"being written"
    assert again.get("kind", "key 2") == TEXTS["key 2"]
    again.close()


def test_where_nothing_can_be_kept_that_is_said_once(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where the folder has to be")
    made = Store(tmp_path / "cache", "v")
    made.put("kind", TEXTS.items())
    made.commit()
    made.drop("kind", TEXTS)

    assert every(made, "kind") == {}
    assert made.get("kind", "key 1") is None
    made.close()
    assert len(made.notes) == 1
    assert made.notes[0].startswith("the cache cannot be kept: ")


def as_nobody(folder: Path) -> tuple[int, list[str]]:
    """How many texts are found and what is said, by somebody who may only read."""
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(65534)
        os.setuid(65534)
    made = Store(folder, "v")
    count = len(every(made, "kind"))
    made.put("kind", [("key 1", b"new")])
    made.close()
    return count, made.notes


@pytest.mark.parametrize("there", [True, False])
@pytest.mark.filterwarnings("ignore:.*multi-threaded.*:DeprecationWarning")
def test_in_a_folder_that_we_may_only_read_what_is_there_is_found(kept: Path, *, there: bool) -> None:
    texts = TEXTS if there else {}
    if not there:
        kept.unlink()
    with chosen_modes(kept), ProcessPoolExecutor(1, mp_context=get_context("fork")) as others:
        count, notes = others.submit(as_nobody, kept.parent).result(30)

    assert count == len(texts)
    assert notes == ["the cache cannot be kept: the disk or the folder does not allow it"]
    assert found(kept.parent) == texts


@contextmanager
def chosen_modes(path: Path) -> Iterator[None]:
    """The file and its folder for reading only, and the way there open to all."""
    mine = [one for one in path.parents if one.stat().st_uid == os.getuid() and not one.stat().st_mode & 0o77]
    before = {folder: folder.stat().st_mode for folder in mine}
    for folder in mine:
        folder.chmod(0o755)
    for one, mode in ((path, 0o444), (path.parent, 0o555)):
        if one.exists():
            one.chmod(mode)
    try:
        yield
    finally:
        path.parent.chmod(0o755)
        if path.exists():
            path.chmod(0o644)
        for folder, mode in before.items():
            folder.chmod(mode)


def read_one(one: Store, key: str) -> bytes | None:
    return one.get("kind", key)


@pytest.mark.parametrize("method", ["fork", "spawn"])
@pytest.mark.filterwarnings("ignore:.*multi-threaded.*:DeprecationWarning")
def test_what_was_committed_can_be_read_in_another_process(kept: Path, method: str) -> None:
    made = Store(kept.parent, "v")
    made.put("kind", [("key 1", b"committed")])
    made.commit()
    made.put("kind", [("key 2", b"not yet")])
    with ProcessPoolExecutor(1, mp_context=get_context(method)) as others:
        texts = [others.submit(read_one, made, key).result(30) for key in ("key 1", "key 2", "key 3")]
    made.close()

    assert texts == [b"committed", TEXTS["key 2"], TEXTS["key 3"]]


def test_a_copy_does_not_own_what_it_reads() -> None:
    made = Store(None, "v")
    made.put("kind", TEXTS.items())
    made.commit()
    copy = pickle.loads(pickle.dumps(made))  # noqa: S301  # our own

    assert every(copy, "kind") == TEXTS
    copy.close()
    assert every(made, "kind") == TEXTS
    made.close()


def test_two_builds_of_one_site_at_once_end_well(once: Archive) -> None:
    """One of them may be told that another is running; no site comes of both."""
    before = but_for_the_index(once.output)
    shutil.rmtree(once.output)
    program = "import sys; from dateline.cli import main; sys.exit(main(sys.argv[1:]))"
    command = [
        sys.executable,
        "-c",
        program,
        "build",
        "--source",
        str(once.source),
        "--output",
        str(once.output),
    ]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(int(NOW.timestamp()))}
    runs = [
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment)
        for _ in range(2)
    ]
    said = [one.communicate() for one in runs]

    assert 0 in [one.returncode for one in runs]
    assert not any("Traceback" in errors or "internal error" in errors for _, errors in said)
    assert all(one.returncode in (0, 2) for one in runs)
    assert but_for_the_index(once.output) == before
