"""What is derived from a new site is published with it in one step, kept while it holds, and never mixed."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from dateline import write
from dateline.output import Output
from dateline.write import Derived, WriteError, publish
from dateline.write.published import MANIFEST
from tests.faults import NEW, OLD, outputs
from tests.write.test_write import tree


class Index:
    """Makes the list of the site's pages, and counts how often."""

    def __init__(self) -> None:
        self.runs = 0

    def __call__(self, site: Path) -> Mapping[str, bytes]:
        self.runs += 1
        pages = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
        return {"index/list": "\n".join(pages).encode(), f"index/{self.runs}/run": b"x"}


@pytest.fixture
def index() -> Index:
    return Index()


@pytest.fixture(params=[1000, 1], ids=["small", "with a spare"], autouse=True)
def _large(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(write, "LARGE", request.param)


def derived(index: Index, key: str = "k") -> Derived:
    return Derived("index", key, index)


def test_it_sees_the_whole_new_site_and_is_published_with_it(tmp_path: Path, index: Index) -> None:
    publish(outputs(OLD), tmp_path / "site")
    written = publish(outputs(NEW), tmp_path / "site", derive=lambda _: derived(index))

    assert (tmp_path / "site/index/list").read_text().split() == sorted(NEW)
    assert {"index/list", "index/1/run"} < {*written.changed}
    assert '"index/list"' in (tmp_path / "site" / MANIFEST).read_text()


def test_with_the_same_key_it_is_kept_and_nothing_is_written(tmp_path: Path, index: Index) -> None:
    publish(outputs(OLD), tmp_path / "site", derive=lambda _: derived(index))
    before = (tmp_path / "site").stat().st_ino
    written = publish(outputs(OLD), tmp_path / "site", derive=lambda _: derived(index))

    assert index.runs == 1
    assert written.changed == ()
    assert "index/list" in written.unchanged
    assert (tmp_path / "site").stat().st_ino == before


def test_with_the_same_key_it_is_kept_where_other_files_change(tmp_path: Path, index: Index) -> None:
    publish(outputs(OLD), tmp_path / "site", derive=lambda _: derived(index))
    written = publish(outputs(NEW), tmp_path / "site", derive=lambda _: derived(index))

    assert index.runs == 1
    assert {"index/list", "index/1/run"} < {*written.unchanged}
    assert (tmp_path / "site/index/1/run").is_file()


def test_with_another_key_it_is_made_anew_and_old_files_go(tmp_path: Path, index: Index) -> None:
    publish(outputs(OLD), tmp_path / "site", derive=lambda _: derived(index))
    written = publish(outputs(OLD), tmp_path / "site", derive=lambda _: derived(index, "other"))

    assert index.runs == 2
    assert written.removed == ("index/1/run",)
    assert written.changed == ("index/2/run",)
    assert "index/list" in written.unchanged
    publish(outputs(OLD), tmp_path / "clean", derive=lambda _: derived(Again(2), "other"))
    assert tree(tmp_path / "site") == tree(tmp_path / "clean")


class Again(Index):
    """The index of a later run."""

    def __init__(self, run: int) -> None:
        self.runs = run - 1


def test_without_it_its_files_go(tmp_path: Path, index: Index) -> None:
    publish(outputs(OLD), tmp_path / "site", derive=lambda _: derived(index))
    written = publish(outputs(OLD), tmp_path / "site")

    assert written.removed == ("index/1/run", "index/list")
    assert not (tmp_path / "site/index").exists()


def test_with_no_key_the_last_one_stays(tmp_path: Path, index: Index) -> None:
    publish(outputs(OLD), tmp_path / "site", derive=lambda _: derived(index))
    publish(outputs(NEW), tmp_path / "site", derive=lambda _: Derived("index", None, None))

    assert (tmp_path / "site/index/list").read_text().split() == sorted(OLD)

    publish(outputs(NEW), tmp_path / "site", derive=lambda _: derived(index, "new"))

    assert (tmp_path / "site/index/list").read_text().split() == sorted(NEW)


@pytest.mark.parametrize("spoil", [lambda file: file.unlink(), lambda file: file.write_bytes(b"spoiled")])
def test_a_damaged_one_is_made_anew(tmp_path: Path, index: Index, spoil: Callable[[Path], None]) -> None:
    publish(outputs(OLD), tmp_path / "site", derive=lambda _: derived(index))
    spoil(tmp_path / "site/index/list")
    publish(outputs(OLD), tmp_path / "site", derive=lambda _: derived(index))

    assert index.runs == 2
    assert (tmp_path / "site/index/list").read_text().split() == sorted(OLD)


def test_one_that_cannot_be_made_now_is_no_reason_to_write(tmp_path: Path, index: Index) -> None:
    publish(outputs(OLD), tmp_path / "site")
    before = (tmp_path / "site").stat().st_ino
    written = publish(outputs(OLD), tmp_path / "site", derive=lambda _: replace(derived(index), make=None))

    assert written.changed == written.removed == ()
    assert (tmp_path / "site").stat().st_ino == before


def test_one_that_comes_to_nothing_is_tried_again(tmp_path: Path, index: Index) -> None:
    publish(outputs(OLD), tmp_path / "site", derive=lambda _: Derived("index", "k", lambda _: {}))
    assert not (tmp_path / "site/index").exists()

    publish(outputs(OLD), tmp_path / "site", derive=lambda _: derived(index))

    assert index.runs == 1
    assert (tmp_path / "site/index/list").is_file()


def test_whatever_making_it_raises_leaves_the_old_site(tmp_path: Path, index: Index) -> None:
    def interrupted(_: Path) -> Mapping[str, bytes]:
        raise KeyboardInterrupt

    publish(outputs(OLD), tmp_path / "site", derive=lambda _: derived(index))
    before = tree(tmp_path / "site")
    with pytest.raises(KeyboardInterrupt):
        publish(outputs(NEW), tmp_path / "site", derive=lambda _: Derived("index", "other", interrupted))

    assert tree(tmp_path / "site") == before
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_file_of_somebody_else_in_it_is_never_removed(tmp_path: Path, index: Index) -> None:
    publish(outputs(OLD), tmp_path / "site", derive=lambda _: derived(index))
    (tmp_path / "site/index/mine").write_text("mine")

    with pytest.raises(WriteError, match="index/mine"):
        publish(outputs(NEW), tmp_path / "site", derive=lambda _: derived(index))


def test_an_output_of_the_site_in_its_folder_is_not_overwritten(tmp_path: Path, index: Index) -> None:
    own = [*outputs(OLD), Output("index/list", "own", b"own".lstrip)]
    publish(own, tmp_path / "site")
    before = tree(tmp_path / "site")

    with pytest.raises(WriteError, match="index"):
        publish(own, tmp_path / "site", derive=lambda _: derived(index))
    assert tree(tmp_path / "site") == before

    publish(own, tmp_path / "site", derive=lambda _: Derived("index", None, None))
    assert tree(tmp_path / "site") == before
