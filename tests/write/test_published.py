import json
from pathlib import Path

from dateline.output import Output
from dateline.write import publish
from dateline.write.published import MANIFEST, Record, digest_of, manifest, survey

RECORDS = {"b.html": Record("2", digest_of(b"b")), "a/a.html": Record("1", digest_of(b"a"))}


def site(folder: Path) -> Path:
    publish([Output(path, "key", path.encode) for path in ("index.html", "a/b/c.html")], folder / "site")
    return folder / "site"


def test_a_manifest_is_sorted_and_does_not_depend_on_the_order() -> None:
    assert manifest(RECORDS) == manifest(dict(reversed(RECORDS.items())))
    assert list(json.loads(manifest(RECORDS))["outputs"]) == ["a/a.html", "b.html"]


def test_a_manifest_holds_nothing_but_keys_and_digests() -> None:
    assert json.loads(manifest({"b.html": RECORDS["b.html"]})) == {
        "format": 1,
        "outputs": {"b.html": {"digest": digest_of(b"b"), "key": "2"}},
    }


def test_a_published_site_is_as_its_manifest_says(tmp_path: Path) -> None:
    found = survey(site(tmp_path), {})

    assert found.exact
    assert found.intact.keys() == {"index.html", "a/b/c.html"} == found.records.keys()
    assert found.foreign == ()


def test_no_site_has_no_records(tmp_path: Path) -> None:
    found = survey(tmp_path / "none", {})

    assert (found.records, found.intact, found.foreign, found.exact) == ({}, {}, (), False)


def test_what_was_changed_added_or_dropped_by_others_is_seen(tmp_path: Path) -> None:
    folder = site(tmp_path)
    (folder / "index.html").write_text("tampered")
    (folder / "notes.txt").write_text("foreign")
    (folder / "Thumbs.db").write_text("litter")
    found = survey(folder, {})

    assert found.intact.keys() == {"a/b/c.html"}
    assert found.foreign == ("notes.txt",)
    assert not found.exact


def test_a_manifest_that_is_a_link_is_not_read(tmp_path: Path) -> None:
    folder = site(tmp_path)
    (folder / MANIFEST).rename(tmp_path / "elsewhere")
    (folder / MANIFEST).symlink_to(tmp_path / "elsewhere")

    assert not survey(folder, {}).records
