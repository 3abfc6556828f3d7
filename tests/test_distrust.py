"""Where the cache holds what no build kept, a run does without it, says so once, and executes nothing."""

import json
import pickle
import shutil
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import pytest

from dateline import run
from dateline.distrust import distrusting
from dateline.options import CACHE, Options
from dateline.progress import Nobody
from dateline.session import Session
from dateline.store import DAMAGED, checksum
from tests.archive import tree
from tests.samples import EVENT, site_of
from tests.test_store import Hostile
from tests.test_unchanged import NOW

TEXTS = {
    "no JSON": b"{",
    "nothing": b"",
    "null": b"null",
    "an empty list": b"[]",
    "an empty mapping": b"{}",
    "a text": b'"text"',
    "a number": b"1e999",
    "lists in lists": b"[" * 20_000 + b"]" * 20_000,
    "a mapping of lists": b'{"files": [], "row": [], "inputs": 1}',
    "two of another kind": b"[[1], {}]",
    "a pickle": pickle.dumps(Hostile()),
    "bytes that are no text": b"\xff\xfe",
}


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> Options:
    """A site that was built once; the cache as it was then is beside it."""
    folder = tmp_path_factory.mktemp("once")
    source = site_of(folder / "site", {f"events/{name}.yaml": EVENT + "place: Aldea\n" for name in "ab"})
    options = Options(source, folder / "out", jobs=1)
    assert run.build(options, NOW, Nobody()).written
    shutil.copytree(source / CACHE, folder / "cache")
    shutil.copytree(folder / "out", folder / "right")
    return options


def forged(options: Options, change: Callable[[str, bytes], Any]) -> None:
    """Give texts of the cache, as it was, other words and right checksums."""
    shutil.rmtree(options.source / CACHE)
    shutil.copytree(options.source.parent / "cache", options.source / CACHE)
    (path,) = (options.source / CACHE).iterdir()
    with sqlite3.connect(path) as connection:
        for kind, key, text in connection.execute("SELECT kind, key, text FROM kept").fetchall():
            made = change(kind, text)
            if made is not None:
                values = (made, checksum(kind, key, made), kind, key)
                connection.execute(
                    "UPDATE kept SET text = ?, checksum = ? WHERE kind = ? AND key = ?", values
                )
    connection.close()


def is_right(options: Options) -> None:
    """A build now makes the site as it was, and says one thing at most."""
    (options.output / "index.html").unlink()
    (options.output / "events/a.html").unlink()
    outcome = run.build(options, NOW, Nobody())

    assert outcome.written
    assert set(outcome.notes) <= {DAMAGED}
    assert len(outcome.notes) <= 1
    assert tree(options.output) == tree(options.output.parent / "right")


@pytest.mark.parametrize("what", TEXTS)
def test_a_text_with_a_right_checksum_that_is_none_of_ours_changes_nothing(once: Options, what: str) -> None:
    forged(once, lambda _kind, _text: TEXTS[what])

    clean = run.check(replace(once, cache=False), NOW, Nobody())
    is_right(once)
    assert run.build(once, NOW, Nobody()).notes == ()
    assert run.check(once, NOW, Nobody()).problems == clean.problems


def test_one_kind_of_text_that_is_none_of_ours_changes_nothing(once: Options) -> None:
    kinds = set[str]()
    forged(once, lambda kind, _text: kinds.add(kind))
    assert len(kinds) >= 5
    for kind in sorted(kinds):
        for text in (b"[1, 2]",):
            forged(once, lambda one, _text: text if one == kind else None)  # noqa: B023  # called here
            is_right(once)


def bent(value: Any, random: Random) -> Any:
    """The same JSON with something in it that is of another kind."""
    if isinstance(value, list) and value and random.random() < 0.8:
        place = random.randrange(len(value))
        return [*value[:place], bent(value[place], random), *value[place + 1 :]]
    if isinstance(value, dict) and value and random.random() < 0.8:
        name = random.choice(list(value))
        return {**value, name: bent(value[name], random)}
    return random.choice(
        (None, [], {}, [None], {"a": {}}, 7, -1e300, "\ud800".encode("utf-8", "replace").decode())
    )


def bent_text(text: bytes, random: Random) -> bytes | None:
    """The same of a text; None of one that is no JSON, as pieces of files are."""
    try:
        return json.dumps(bent(json.loads(text), random)).encode()
    except ValueError:
        return None


def test_json_that_is_bent_somewhere_ends_no_run_in_a_traceback(once: Options) -> None:
    random = Random(5)  # noqa: S311  # no secret
    for _ in range(15):
        forged(once, lambda _kind, text: bent_text(text, random))
        (once.output / "index.html").unlink(missing_ok=True)
        assert len(run.build(once, NOW, Nobody()).notes) <= 1
        assert len(run.check(once, NOW, Nobody()).notes) <= 1
    shutil.rmtree(once.source / CACHE)
    shutil.rmtree(once.output)
    assert run.build(once, NOW, Nobody()).written
    assert tree(once.output) == tree(once.output.parent / "right")


def test_a_server_goes_on_without_the_cache(once: Options) -> None:
    forged(once, lambda _kind, _text: b"{")
    (once.output / "index.html").unlink()
    Session(once).build(NOW)

    assert tree(once.output) == tree(once.output.parent / "right")


def test_what_fails_without_a_cache_is_raised(tmp_path: Path) -> None:
    asked: list[bool] = []

    def work(options: Options) -> None:
        asked.append(options.cache)
        raise KeyError

    with pytest.raises(KeyError):
        distrusting(work, Options(tmp_path, tmp_path))
    with pytest.raises(KeyError):
        distrusting(work, Options(tmp_path, tmp_path, cache=False))

    assert asked == [True, False, False]


@pytest.mark.parametrize("error", [OSError, KeyboardInterrupt])
def test_what_the_machine_refuses_is_not_the_fault_of_the_cache(
    tmp_path: Path, error: type[BaseException]
) -> None:
    asked: list[bool] = []

    def work(options: Options) -> None:
        asked.append(options.cache)
        raise error

    with pytest.raises(error):
        distrusting(work, Options(tmp_path, tmp_path))

    assert asked == [True]
