# SPDX-License-Identifier: MIT
"""The cache changes nothing but time, whatever is found in its folder."""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dateline.cache import TextCache, checksum

NAMES = ("ada", "bo", "cy")


class Counter:
    """A slow function that counts how often it is asked."""

    def __init__(self) -> None:
        self.calls = 0

    def of(self, name: str) -> Callable[[], dict[str, Any]]:
        def make() -> dict[str, Any]:
            self.calls += 1
            return {"html": f"<p>{name} \u202e é</p>", "findings": [[0, 1, "D301", "no", ""]]}

        return make


def ask(cache: TextCache, *names: str) -> tuple[list[dict[str, Any]], int]:
    """What the cache gives for the names, and how much of it was made anew."""
    counter = Counter()
    given = [cache.get_or_make("body", [name, {"a": 1}], counter.of(name)) for name in names]
    return given, counter.calls


def filled(folder: Path) -> Path:
    """A cache folder that knows the three names; returns its file."""
    cache = TextCache(folder)
    ask(cache, *NAMES)
    cache.close()
    assert not cache.notes
    return folder / "body.jsonl"


EXPECTED = ask(TextCache(None), *NAMES)[0]


def test_a_second_run_makes_nothing(tmp_path: Path) -> None:
    filled(tmp_path / "deep" / "cache")
    cache = TextCache(tmp_path / "deep" / "cache")

    assert (EXPECTED, 0) == ask(cache, *NAMES)
    assert not cache.notes


def test_within_a_run_each_is_made_once(tmp_path: Path) -> None:
    assert ask(TextCache(tmp_path), "ada", "ada")[1] == 1


def test_no_folder_keeps_nothing() -> None:
    cache = TextCache(None)

    assert ask(cache, "ada", "ada")[1] == 2
    cache.close()


def test_another_version_or_other_parts_are_other_results(tmp_path: Path) -> None:
    filled(tmp_path)

    assert ask(TextCache(tmp_path, version="2"), "ada")[1] == 1
    counter = Counter()
    TextCache(tmp_path).get_or_make("body", ["ada", {"a": 2}], counter.of("ada"))
    assert counter.calls == 1


def test_what_a_run_did_not_use_is_dropped_unless_asked(tmp_path: Path) -> None:
    filled(tmp_path)
    kept = TextCache(tmp_path)
    ask(kept, "ada")
    kept.close(keep_unused=True)
    assert ask(TextCache(tmp_path), *NAMES)[1] == 0

    cache = TextCache(tmp_path)
    ask(cache, "ada")
    cache.close()
    assert ask(TextCache(tmp_path), *NAMES)[1] == 2


def test_a_kind_that_was_not_asked_for_keeps_its_file(tmp_path: Path) -> None:
    before = filled(tmp_path).read_bytes()
    TextCache(tmp_path).close()

    assert before == (tmp_path / "body.jsonl").read_bytes()


def test_the_file_does_not_depend_on_the_order_of_asking(tmp_path: Path) -> None:
    first = filled(tmp_path / "a").read_bytes()
    cache = TextCache(tmp_path / "b")
    ask(cache, *reversed(NAMES))
    cache.close()

    assert first == (tmp_path / "b" / "body.jsonl").read_bytes()


def flip(raw: bytes, place: int) -> bytes:
    return raw[:place] + bytes([raw[place] ^ 1]) + raw[place + 1 :]


HOSTILE = pickle.dumps({"html": "<script>alert(1)</script>"})


@pytest.mark.parametrize(
    "damage",
    [
        lambda raw: raw[: len(raw) // 2],
        lambda raw: raw[:-1],
        lambda _raw: b"",
        lambda _raw: b"null",
        lambda _raw: b"\xff\x00" * 100,
        lambda _raw: HOSTILE,
        lambda raw: raw + HOSTILE,
        lambda raw: raw.replace(b"ada", b"eve"),
        lambda raw: raw + raw,
        lambda raw: raw + b"\n\n",
        *(lambda raw, place=place: flip(raw, place) for place in range(0, 200, 13)),
    ],
)
def test_a_damaged_file_gives_the_same_results_and_one_note(
    tmp_path: Path, damage: Callable[[bytes], bytes]
) -> None:
    path = filled(tmp_path)
    path.write_bytes(damage(path.read_bytes()))
    cache = TextCache(tmp_path)

    assert EXPECTED == ask(cache, *NAMES)[0]
    assert ["the cache of body was damaged; what was lost is made again"] == cache.notes
    cache.close()
    mended = TextCache(tmp_path)
    assert (EXPECTED, 0) == ask(mended, *NAMES)
    assert not mended.notes


def test_one_damaged_line_costs_one_result(tmp_path: Path) -> None:
    path = filled(tmp_path)
    raw = path.read_bytes()
    path.write_bytes(flip(raw, raw.index(b"<p>ada")))

    assert (EXPECTED, 1) == ask(TextCache(tmp_path), *NAMES)


@pytest.mark.parametrize("text", [b"[]", b"[" * 100_000, b"{", b'"ada"', b'{"html": 1}', b'{"a":NaN'])
def test_a_forged_line_is_refused_by_its_reader(tmp_path: Path, text: bytes) -> None:
    path = filled(tmp_path)
    lines = path.read_bytes().split(b"\n")
    for number in range(1, 4):
        key = lines[number].split(b" ")[1]
        lines[number] = checksum(key, text) + b" " + key + b" " + text
    path.write_bytes(b"\n".join(lines))
    cache = TextCache(tmp_path)
    counter = Counter()
    entry = cache.get_or_make(
        "body", ["ada", {"a": 1}], counter.of("ada"), lambda given: given.get("html") != 1
    )

    assert EXPECTED[0] == entry
    assert len(cache.notes) == 1


@pytest.mark.parametrize("kind", ["folder", "link", "pipe", "unreadable folder"])
def test_something_else_in_place_of_the_file_is_passed_over(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "cache" / "body.jsonl"
    path.parent.mkdir()
    if kind == "folder":
        (path / "x").mkdir(parents=True)
    elif kind == "link":
        path.symlink_to(filled(tmp_path / "elsewhere"))
    elif kind == "pipe":
        os.mkfifo(path)
    else:
        path.parent.rmdir()
        path.parent.write_text("a file")
    cache = TextCache(tmp_path / "cache")

    assert (EXPECTED, 3) == ask(cache, *NAMES)
    assert cache.notes
    cache.close()
    assert len(cache.notes) <= 2


def test_a_link_is_replaced_and_its_target_is_not_written(tmp_path: Path) -> None:
    target = tmp_path / "target"
    target.write_text("precious")
    path = tmp_path / "cache" / "body.jsonl"
    path.parent.mkdir()
    path.symlink_to(target)
    cache = TextCache(path.parent)
    ask(cache, *NAMES)
    cache.close()

    assert target.read_text() == "precious"
    assert not path.is_symlink()


def test_writing_leaves_no_litter(tmp_path: Path) -> None:
    filled(tmp_path)
    assert ["body.jsonl"] == [path.name for path in tmp_path.iterdir()]


def test_a_failed_write_leaves_no_litter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", refuse)
    cache = TextCache(tmp_path)
    ask(cache, "ada")
    cache.close()

    assert ["the cache of body could not be written: No space left on device"] == cache.notes
    assert not list(tmp_path.iterdir())


def test_a_kind_is_a_safe_file_name() -> None:
    with pytest.raises(ValueError, match="a-z"):
        TextCache(None).get_or_make("../x", [], dict)
