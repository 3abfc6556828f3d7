"""What a fuzzer once found is found no more, and each target sees a fault where there is one."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dateline.markup import sanitiser
from dateline.urls import Url
from tests.fuzz import targets
from tests.fuzz.seeds import seeds
from tests.fuzz.targets import TARGETS

FINDS = sorted(path for path in (Path(__file__).parent / "finds").glob("*/*") if path.is_file())


def broken(*_: object, **__: object) -> None:
    raise KeyError("planted")


def test_what_was_found_is_mended() -> None:
    for path in FINDS:
        TARGETS[path.parent.name](path.read_bytes())


@pytest.mark.parametrize("name", TARGETS)
def test_what_a_fuzzer_begins_with_passes(name: str) -> None:
    for seed in seeds(name):
        TARGETS[name](seed)


@pytest.mark.parametrize(
    ("name", "raw", "where", "planted"),
    [
        ("markup", b"a", "render", broken),
        ("sanitiser", b"<svg onload=x>", "sanitise", str),
        ("sanitiser", b"<p onclick=x>a", "sanitise", str),
        ("address", b"https://b", "parse_url", lambda _: Url("", "https://a@b", "b", "b")),
        ("date", b"2022", "parse", broken),
        ("name", b"CON", "slug", str.lower),
        ("document", b"a: b", "validate", broken),
    ],
)
def test_a_planted_fault_is_found(
    name: str, raw: bytes, where: str, planted: Callable[..., object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(targets, where, planted)

    with pytest.raises((AssertionError, KeyError)):
        TARGETS[name](raw)


def test_the_eyes_of_the_fuzzer_see_what_the_last_wall_lets_through(monkeypatch: pytest.MonkeyPatch) -> None:
    """The wall is open, and says itself that it is not: only what comes out tells."""
    monkeypatch.setattr(targets, "sanitise", str)
    monkeypatch.setattr(targets, "is_sanitised", bool)
    assert sanitiser.sanitise("<p>a</p>") == "<p>a</p>"

    for raw in (b"<p onclick=x>a</p>", b"<a href='java\tscript:x'>a</a>", b"<p><svg><a><p title='</svg>'>"):
        with pytest.raises(AssertionError):
            TARGETS["sanitiser"](raw)
