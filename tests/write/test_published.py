import json
import os
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from dateline.output import Output
from dateline.states import SECOND_NS, TICK_NS, State, states_below
from dateline.write import Written, publish
from dateline.write.published import MANIFEST, Record, digest_of, look_again, manifest, survey

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


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that are opened, as they are opened."""
    names: list[str] = []
    original = os.open

    def opened(path: str, flags: int, *rest: int) -> int:
        names.append(Path(path).name)
        return original(path, flags, *rest)

    monkeypatch.setattr(os, "open", opened)
    return names


def states(folder: Path) -> dict[str, State]:
    return dict(states_below(str(folder)))


def test_a_file_whose_state_is_known_is_not_read(tmp_path: Path, read: list[str]) -> None:
    folder = site(tmp_path)
    known = states(folder)
    del known["index.html"]
    del read[:]
    found = survey(folder, known)

    assert found.exact
    assert read == [MANIFEST, "index.html"]


def test_states_say_nothing_of_files_when_the_manifest_is_another_one(
    tmp_path: Path, read: list[str]
) -> None:
    folder = site(tmp_path)
    known = states(folder)
    (folder / MANIFEST).write_bytes(
        (folder / MANIFEST).read_bytes().replace(digest_of(b"a/b/c.html").encode(), b"0" * 64)
    )
    del read[:]

    assert survey(folder, known).intact.keys() == {"index.html"}
    assert sorted(read) == [MANIFEST, "c.html", "index.html"]


def test_an_edit_that_keeps_size_and_time_is_found_and_mended(tmp_path: Path) -> None:
    def built() -> Written:
        return publish(outputs, tmp_path / "site", known=known)

    outputs = [Output(path, "key", path.encode) for path in ("a.html", "b.html")]
    known: Mapping[str, State] = {}
    known = built().states
    file = tmp_path / "site/a.html"
    before = file.stat()
    file.write_bytes(b"A.HTML")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    written = built()

    assert known.keys() == {"a.html", "b.html", MANIFEST}
    assert (before.st_size, before.st_mtime_ns) == (known["a.html"].size, known["a.html"].modified_ns)
    assert (written.changed, written.unchanged) == (("a.html",), ("b.html",))
    assert file.read_bytes() == b"a.html"


def test_publishing_waits_for_the_clock_once_and_only_when_it_has_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits: list[float] = []
    sleep = time.sleep

    def waiting(seconds: float) -> None:
        waits.append(seconds)
        sleep(seconds)

    monkeypatch.setattr(time, "sleep", waiting)
    first = publish([Output("a.html", "key", b"a".__bytes__)], tmp_path / "site")
    again = publish([Output("a.html", "key", b"a".__bytes__)], tmp_path / "site", known=first.states)

    assert len(waits) == 1
    assert waits[0] <= 2 * TICK_NS / SECOND_NS
    assert first.states == again.states == states(tmp_path / "site")


def test_states_that_are_not_settled_are_not_handed_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(time, "sleep", lambda _seconds: None)
    monkeypatch.setattr(time, "time_ns", lambda: 0)
    outputs = [Output("a.html", "key", b"a".__bytes__)]

    assert publish(outputs, tmp_path / "site").states == {}
    assert publish(outputs, tmp_path / "site").states == {}


def test_a_file_that_was_edited_since_it_was_made_is_not_relied_upon(tmp_path: Path) -> None:
    folder = site(tmp_path)
    expected = {path: state for path, state in states(folder).items() if path.endswith("html")}
    (folder / "index.html").chmod(0o600)
    (folder / "index.html").chmod(0o644)  # as a second name does, this changes the time of change alone
    (folder / "a/b/c.html").write_text("edited")

    assert look_again(folder, expected, time.time_ns()).keys() == {"index.html"}
