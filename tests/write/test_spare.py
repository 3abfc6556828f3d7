import os
import shutil
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from dateline import write
from dateline.output import Output, folders_of
from dateline.states import State, states_below
from dateline.write import Written, publish
from dateline.write.published import MANIFEST
from dateline.write.spare import cut_back

TEXTS = {f"{folder}/{number}.html": f"{folder} {number}" for folder in range(4) for number in range(5)}
NEXT = TEXTS | {"0/0.html": "changed", "new/folder/a.html": "new"}


def outputs(texts: Mapping[str, str]) -> list[Output]:
    return [Output(path, text, text.encode) for path, text in texts.items()]


def tree(folder: Path) -> dict[str, tuple[int, bytes]]:
    """Every file and folder by path, with its type, its mode and its bytes."""
    return {
        path.relative_to(folder).as_posix(): (
            path.lstat().st_mode,
            path.read_bytes() if path.is_file() else b"",
        )
        for path in [folder, *folder.rglob("*")]
    }


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site that is large enough for a spare, and has one."""
    monkeypatch.setattr(write, "LARGE", len(TEXTS))
    site = tmp_path / "place/site"
    site.parent.mkdir()
    publish(outputs(TEXTS | {"0/0.html": "before"}), site)
    publish(outputs(TEXTS), site)
    return site


def spare_of(site: Path) -> Path:
    return site.with_name(f".{site.name}.tmp") / "spare"


@contextmanager
def counted() -> Iterator[Counter[str]]:
    """What is asked of the system, by the name of the call; opening to write counts as making."""
    count: Counter[str] = Counter()
    names = ["open", "link", "unlink", "mkdir", "rmdir", "rename", "fsync", "chmod", "fchmod"]
    originals = {name: getattr(os, name) for name in names}

    def instead(name: str) -> Callable[..., Any]:
        def call(*arguments: Any, **options: Any) -> Any:
            making = name == "open" and arguments[1] & os.O_CREAT
            count["make" if making else name] += 1
            return originals[name](*arguments, **options)

        return call

    with pytest.MonkeyPatch.context() as patch:
        for name in names:
            patch.setattr(os, name, instead(name))
        yield count


THOUSANDS = {f"{number % 20}/{number}.html": str(number) for number in range(2000)}


def test_a_small_change_of_a_large_site_costs_a_small_change(tmp_path: Path) -> None:
    site = tmp_path / "site"
    written = publish(outputs(THOUSANDS), site)
    for text in ("once", "twice"):
        written = publish(outputs(THOUSANDS | {"7/7.html": text}), site, known=written.states)
    with counted() as count:
        written = publish(outputs(THOUSANDS | {"7/7.html": "thrice"}), site, known=written.states)

    assert written.changed == ("7/7.html",)
    assert count["make"] == 3  # the page, the manifest and the number of the process
    assert count["unlink"] == 4  # the same three of the last time, and the number again at the end
    assert count["link"] == count["mkdir"] - 1 == count["rmdir"] - 1 == count["chmod"] == 0  # the lock
    assert count["open"] == 1 + 1 + count["fsync"]  # the lock, the manifest
    assert count["fsync"] == 6  # two files, their folders, the folder beside the site and that of both

    with counted() as count:
        last = THOUSANDS | {"8/8.html": "other", "7/7.html": "thrice"}
        written = publish(outputs(last), site, known=written.states)

    assert count["link"] == 1  # what had changed the last time
    assert count["make"] == 3
    assert written.states == {
        path: state for path, state in states_below(str(site)) if path in {*last, MANIFEST}
    }


def test_no_change_of_a_large_site_costs_next_to_nothing(tmp_path: Path) -> None:
    site = tmp_path / "site"
    written = publish(outputs(THOUSANDS), site)
    with counted() as count:
        written = publish(outputs(THOUSANDS), site, known=written.states)

    assert len(written.unchanged) == len(written.states) - 1 == len(THOUSANDS)
    assert count["make"] == 1  # the number of the process
    assert count["open"] == 2  # the lock, the manifest
    assert count["link"] == count["fsync"] == count["chmod"] == 0


def test_a_small_site_leaves_no_spare(tmp_path: Path) -> None:
    for text in ("one", "two"):
        publish(outputs({"index.html": text}), tmp_path / "site")

    assert ["site"] == [path.name for path in tmp_path.iterdir()]


def test_a_large_site_leaves_the_old_one_as_a_spare(site: Path) -> None:
    assert [spare_of(site)] == list(spare_of(site).parent.iterdir())
    assert (spare_of(site) / "0/0.html").read_text() == "before"
    assert (spare_of(site) / "1/1.html").samefile(site / "1/1.html")


@pytest.mark.parametrize("texts", [TEXTS, NEXT])
def test_a_spare_that_is_not_wanted_is_removed(texts: dict[str, str], site: Path) -> None:
    publish(outputs(texts), site, spare=False)

    assert ["site"] == [path.name for path in site.parent.iterdir()]


def test_a_site_that_has_become_small_loses_its_spare(site: Path) -> None:
    publish(outputs({"index.html": "small"}), site)

    assert ["site"] == [path.name for path in site.parent.iterdir()]


def test_a_build_that_fails_leaves_no_spare(site: Path) -> None:
    def broken() -> bytes:
        raise RuntimeError

    before = tree(site)
    with pytest.raises(RuntimeError):
        publish([*outputs(NEXT), Output("z.html", "z", broken)], site)

    assert ["site"] == [path.name for path in site.parent.iterdir()]
    assert tree(site) == before


def test_the_spare_of_a_killed_build_is_not_used(site: Path) -> None:
    (spare_of(site).parent / "pid").write_text("1")
    with counted() as count:
        publish(outputs(NEXT), site)

    assert count["link"] == len(TEXTS) - 1


def replace_file(spare: Path) -> None:
    (spare / "1/1.html").unlink()
    (spare / "1/1.html").write_text("1 1")


def copy_all(spare: Path) -> None:
    shutil.copytree(spare, spare.with_name("copy"))
    shutil.rmtree(spare)
    spare.with_name("copy").rename(spare)


def swap_names(spare: Path) -> None:
    (spare / "1/1.html").rename(spare / "aside")
    (spare / "1/2.html").rename(spare / "1/1.html")
    (spare / "aside").rename(spare / "1/2.html")


def add_files(spare: Path) -> None:
    (spare / "more/and/more").mkdir(parents=True)
    (spare / "more/and/more/a.html").write_text("a")
    (spare / ".hidden").write_text("b")
    (spare / "1/empty").mkdir()


def remove_file(spare: Path) -> None:
    (spare / "1/1.html").unlink()


def remove_folder(spare: Path) -> None:
    shutil.rmtree(spare / "1")


def folder_for_file(spare: Path) -> None:
    remove_file(spare)
    (spare / "1/1.html/deep").mkdir(parents=True)
    (spare / "1/1.html/deep/a").write_text("a")


def file_for_folder(spare: Path) -> None:
    remove_folder(spare)
    (spare / "1").write_text("no folder")


def link_for_file(spare: Path) -> None:
    remove_file(spare)
    (spare / "1/1.html").symlink_to(spare.parent.with_name("site") / "1/1.html")


def link_for_folder(spare: Path) -> None:
    remove_folder(spare)
    (spare / "1").symlink_to(spare.parent.with_name("site") / "1")


def link_for_all(spare: Path) -> None:
    shutil.rmtree(spare)
    spare.symlink_to(spare.parent.with_name("site"))


def file_for_all(spare: Path) -> None:
    shutil.rmtree(spare)
    spare.write_text("no folder")


def other_modes(spare: Path) -> None:
    for folder in (spare / "2", spare / "1", spare):
        folder.chmod(0o500)


def published_manifest(spare: Path) -> None:
    (spare / MANIFEST).unlink()
    os.link(spare.parent.with_name("site") / MANIFEST, spare / MANIFEST)


def name_for_a_fresh_file(spare: Path) -> None:
    (spare / "0/0.html").unlink()
    os.link(spare.parent.with_name("site") / "0/0.html", spare / "0/0.html")


@pytest.mark.parametrize(
    "spoil",
    [
        replace_file,
        copy_all,
        swap_names,
        add_files,
        remove_file,
        remove_folder,
        folder_for_file,
        file_for_folder,
        link_for_file,
        link_for_folder,
        link_for_all,
        file_for_all,
        other_modes,
        published_manifest,
        name_for_a_fresh_file,
    ],
)
def test_whatever_lies_in_the_spare_the_site_is_right(
    spoil: Callable[[Path], None], site: Path, tmp_path: Path
) -> None:
    publish(outputs(NEXT), tmp_path / "clean")
    before = tree(site)
    with open_files(site, ["0/0.html", "1/1.html", MANIFEST]) as published:
        spoil(spare_of(site))
        publish(outputs(NEXT), site, known=dict(states_below(str(site))))

        assert tree(site) == tree(tmp_path / "clean")
        assert published() == [before[path][1] for path in ["0/0.html", "1/1.html", MANIFEST]]


@contextmanager
def open_files(site: Path, paths: Iterable[str]) -> Iterator[Callable[[], list[bytes]]]:
    """What these files hold, by their inodes, wherever the names have gone."""
    files = [os.open(site / path, os.O_RDONLY) for path in paths]
    try:
        yield lambda: [os.pread(file, 100_000, 0) for file in files]
    finally:
        for file in files:
            os.close(file)


def test_a_tampered_site_is_mended_with_a_spare(site: Path, tmp_path: Path) -> None:
    known = publish(outputs(TEXTS), site).states
    publish(outputs(TEXTS), tmp_path / "clean")
    (site / "1/1.html").write_text("x x")  # the spare has the same inode
    written = publish(outputs(TEXTS), site, known=known)

    assert written.changed == ("1/1.html",)
    assert tree(site) == tree(tmp_path / "clean")


def test_what_changes_to_and_fro_is_right_each_time(site: Path, tmp_path: Path) -> None:
    clean = []
    for number, texts in enumerate([TEXTS, NEXT]):
        publish(outputs(texts), tmp_path / f"clean{number}")
        clean.append(tree(tmp_path / f"clean{number}"))
    states: Mapping[str, State] = {}
    for number in (1, 0, 0, 1, 1, 0):
        written: Written = publish(outputs([TEXTS, NEXT][number]), site, known=states)
        states = written.states

        assert tree(site) == clean[number]
        assert states.items() <= dict(states_below(str(site))).items()
        assert states.keys() == {*written.changed, *written.unchanged, MANIFEST}


def test_where_links_do_not_work_files_are_copied(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise PermissionError

    shutil.rmtree(spare_of(site))
    monkeypatch.setattr(os, "link", refused)
    written = publish(outputs(NEXT), site)

    assert written.changed == ("0/0.html", "new/folder/a.html")
    assert (site / "1/1.html").stat().st_nlink == 1


def test_a_spare_on_another_device_is_not_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    spare = tmp_path / "spare"
    (spare / "a").mkdir(parents=True)
    (spare / "a/b").write_text("b")
    inodes = {"a/b": (spare / "a/b").stat().st_ino}

    assert cut_back(str(spare), inodes, folders_of(inodes)).files == {"a/b"}

    lstat, rmtree = os.lstat, shutil.rmtree

    def no_longer(folder: str, *, ignore_errors: bool) -> None:
        monkeypatch.undo()
        rmtree(folder, ignore_errors=ignore_errors)

    device = spare.lstat().st_dev
    monkeypatch.setattr(
        os, "lstat", lambda path: on_device(lstat(path), device + str(path).endswith("spare/a"))
    )
    monkeypatch.setattr(shutil, "rmtree", no_longer)

    assert cut_back(str(spare), inodes, folders_of(inodes)).files == set()
    assert not (spare / "a").exists()


def on_device(found: os.stat_result, device: int) -> os.stat_result:
    """What stat says, were the file on another device."""
    return os.stat_result((*found[:2], device, *found[3:]))
