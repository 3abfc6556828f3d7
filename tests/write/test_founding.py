"""A new site's folder is made whole, or not at all; nothing that is there is touched."""

from pathlib import Path

import pytest

from dateline.write import founding
from dateline.write.founding import found
from dateline.write.refusals import WriteError

FILES = {"README.md": b"a", ".github/workflows/x.yml": b"b", "content/site.yaml": b"c"}


def there(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_a_folder_that_is_not_there_is_made_with_those_above_it(tmp_path: Path) -> None:
    assert found(tmp_path / "a/b", FILES, lambda site: there(site) == FILES)

    assert there(tmp_path / "a/b") == FILES
    assert (tmp_path / "a/b/content/site.yaml").stat().st_mode & 0o777 == 0o644
    assert (tmp_path / "a/b/content").stat().st_mode & 0o777 == 0o755


def test_an_empty_repository_that_was_cloned_is_a_good_place(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git/HEAD").write_bytes(b"ref")

    assert found(tmp_path, FILES, lambda _: True)

    assert there(tmp_path) == {**FILES, ".git/HEAD": b"ref"}


def test_a_site_that_is_not_sound_leaves_nothing(tmp_path: Path) -> None:
    assert not found(tmp_path / "a/b", FILES, lambda _: False)

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("moment", ["write", "check", "place"])
def test_whatever_ends_it_early_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    (tmp_path / "here").mkdir()

    def stop(*_: object) -> bool:
        raise KeyboardInterrupt

    if moment == "write":
        monkeypatch.setattr(founding, "create", stop)
    if moment == "place":
        rename = Path.rename
        monkeypatch.setattr(
            Path, "rename", lambda old, new: stop() if new.name == "content" else rename(old, new)
        )
    for folder in ("here", "a/b"):
        with pytest.raises(KeyboardInterrupt):
            found(tmp_path / folder, FILES, stop if moment == "check" else lambda _: True)

    assert [path.name for path in tmp_path.rglob("*")] == ["here"]


def test_a_folder_that_is_not_empty_is_refused_and_what_is_in_the_way_is_named(tmp_path: Path) -> None:
    for number in range(12):
        (tmp_path / f"file-{number:02}").write_bytes(b"mine")
    before = there(tmp_path)

    with pytest.raises(WriteError, match=r"'file-00', .*'file-09' and 2 more; nothing was written"):
        found(tmp_path, FILES, lambda _: True)
    with pytest.raises(WriteError, match="is not a folder"):
        found(tmp_path / "file-00", FILES, lambda _: True)
    (tmp_path / "dangling").symlink_to("nowhere")
    with pytest.raises(WriteError, match="is not a folder"):
        found(tmp_path / "dangling", FILES, lambda _: True)
    (tmp_path / "dangling").unlink()

    assert there(tmp_path) == before
