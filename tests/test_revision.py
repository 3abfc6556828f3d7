"""A site at a revision of git: its bytes as they were committed, and what else two states differ in."""

from pathlib import Path

import pytest

from dateline.checking import check
from dateline.revision import RevisionError, beside_content, beside_content_since, is_site, site_at
from tests.repositories import committed, git, repository_of
from tests.samples import EVENT, SITE

FILES = {"content/site.yaml": SITE, "content/events/a.yaml": EVENT, "addresses.txt": "a\n", "README.md": "A"}


def test_a_site_is_read_as_it_was(tmp_path: Path) -> None:
    source = repository_of(tmp_path / "site", FILES)
    committed(source, {"content/events/b.yaml": EVENT, "content/events/a.yaml": "title: x\n"})

    found = site_at(source, "HEAD~1", tmp_path / "before")

    assert sorted(path.name for path in found.rglob("*") if path.is_file()) == [
        *("a.yaml", "addresses.txt", "site.yaml"),
    ]
    assert check(found).problems == ()


def test_a_site_may_lie_in_a_folder_of_its_repository(tmp_path: Path) -> None:
    top = repository_of(tmp_path / "top", {f"my site/{name}": text for name, text in FILES.items()})

    found = site_at(top / "my site", "main", tmp_path / "before")

    assert (found / "content/events/a.yaml").read_text() == EVENT


def test_nothing_in_a_repository_alters_what_is_read(tmp_path: Path) -> None:
    """`git archive` would leave out a file, and write into another, where attributes say so."""
    attributes = "* export-subst\na.yaml export-ignore\n"
    event = EVENT.replace("Power returns", '"$Format:%H$"')
    files = {**FILES, "content/events/a.yaml": event, "content/.gitattributes": attributes}
    source = repository_of(tmp_path / "site", files)

    found = site_at(source, "HEAD", tmp_path / "before")

    assert (found / "content/events/a.yaml").read_text() == event


def test_a_link_is_not_written(tmp_path: Path) -> None:
    source = repository_of(tmp_path / "site", FILES)
    (source / "content/events/link.yaml").symlink_to("/etc/passwd")
    committed(source, {})

    found = site_at(source, "HEAD", tmp_path / "before")

    assert not (found / "content/events/link.yaml").is_symlink()
    assert (found / "content/events/a.yaml").is_file()


@pytest.mark.parametrize("revision", ["nowhere", "--help", "--output=x", "HEAD:README.md", ""])
def test_what_is_no_revision_is_refused(tmp_path: Path, revision: str) -> None:
    source = repository_of(tmp_path / "site", FILES)

    with pytest.raises(RevisionError, match="is neither the folder of a site nor a revision"):
        site_at(source, revision, tmp_path / "before")


def test_a_folder_outside_of_any_repository_has_no_revisions(tmp_path: Path) -> None:
    with pytest.raises(RevisionError):
        site_at(tmp_path, "HEAD", tmp_path / "before")


def test_files_beside_content_are_named(tmp_path: Path) -> None:
    base = repository_of(tmp_path / "base", {**FILES, "kept": "k", "gone": "g", "run": "r"})
    git(tmp_path, "clone", "--quiet", str(base), "head")
    head = tmp_path / "head"
    (head / "gone").unlink()
    (head / "run").chmod(0o755)
    (head / "link").symlink_to("kept")
    committed(head, {"README.md": "B", "new\nname": "n", "content/events/b.yaml": EVENT})

    names = ("README.md", "gone", "link", "new\nname", "run")
    assert beside_content(base, head) == names
    assert beside_content_since(head, "HEAD~1", "HEAD") == names
    assert beside_content_since(head, "HEAD", None) == ()
    (head / "addresses.txt").write_text("")
    (head / "untracked").write_text("")
    assert beside_content_since(head, "HEAD", None) == ("addresses.txt", "untracked")


def test_a_folder_that_is_no_checkout_is_not_compared(tmp_path: Path) -> None:
    base = repository_of(tmp_path / "base", FILES)
    (tmp_path / "other/content").mkdir(parents=True)

    assert is_site(tmp_path / "other")
    assert beside_content(base, tmp_path / "other") == ()
