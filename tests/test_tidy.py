"""A file is written in one form, says what it said, and keeps its comments and quotes."""

from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline import tidy
from dateline.document import REGISTRY, Document, read
from dateline.key_order import KINDS, Order, order_of_file
from dateline.tidy import Untidy, comments, tidied
from dateline.yaml_text import yaml_text
from tests.samples import document_of

ORDER = order_of_file("events", registry=False)


def made(text: str, order: Order = ORDER) -> str:
    """The text in the one form, which stays as it is when it is written again."""
    once = tidied(document_of(text), order)

    assert tidied(document_of(once), order) == once
    assert document_of(once).data == document_of(text).data
    return once


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("date: 2022\ntitle: A\n", "title: A\ndate: 2022\n"),
        ("title: A", "title: A\n"),
        ("\ufefftitle: A\r\ndate: 2022\r\n", "title: A\ndate: 2022\n"),
        ("tags:\n- a\n-   b\n", "tags:\n  - a\n  - b\n"),
        ("claims:\n    - text: A\n      by: B\n", "claims:\n  - by: B\n    text: A\n"),
        ("tags: [ a,b ]\n", "tags: [a, b]\n"),
        ("tags: [a,\n  b]\n", "tags: [a, b]\n"),
        ("quote: {lang: en, text: A}\n", "quote: {lang: en, text: A}\n"),
        ("actors: [{role: target, actor: A}]\n", "actors: [{actor: A, role: target}]\n"),
        ("actors: [{actor: A}]\n", "actors: [{actor: A}]\n"),
        ("x-b: 1\ntitle: 'A'\nx-a: 0044\n", "title: 'A'\nx-b: 1\nx-a: 0044\n"),
        ("title: \"A\"\ndate: '2022'\n", "title: \"A\"\ndate: '2022'\n"),
        ("summary: Power\n  returns.\n", "summary: >-\n  Power returns.\n"),
        ("summary: >-\n  Power\n  returns.\n", "summary: >-\n  Power\n  returns.\n"),
        ("body: |\n  One\n\n  # Two\n\n# x\n", "body: |\n  One\n\n  # Two\n\n# x\n"),
        ("order: 0o7\nfeatured: no\ntime: 12:30\nfold:\nplace: ~\nextra: {a: null}\n", None),
    ],
)
def test_a_file_has_one_form(typed: str, expected: str | None) -> None:
    found = made(typed)

    assert expected is None or found == expected


def test_what_is_too_long_for_a_line_leaves_its_brackets_from_the_outside_in() -> None:
    words = ", ".join(f"{{label: number {number}, labels: {{ar: word}}}}" for number in range(4))

    assert made(f"tags: [{words}]\n") == "tags:\n" + "".join(
        f"  - {{label: number {number}, labels: {{ar: word}}}}\n" for number in range(4)
    )


def test_a_long_text_stays_on_its_line() -> None:
    text = f"summary: {'word ' * 100}end\n"

    assert made(text) == text


def test_a_text_that_goes_on_without_a_sign_becomes_a_block_of_lines() -> None:
    found = made("summary: " + "\n  ".join(["eleven words that are long enough to be folded anew here"] * 4))

    assert found.startswith("summary: >-\n  eleven")
    assert 2 < found.count("\n")
    assert max(map(len, found.split("\n"))) <= tidy.TEXT_WIDTH + 2


def test_a_comment_goes_with_the_key_below_it_and_the_first_stay_on_top() -> None:
    typed = """\
# yaml-language-server: $schema=x
# Of the fire.

# when
date: 2022-01-05    # by the caption
sources: [https://example.org/a]

# what
title: A fire
# the end
"""
    assert (
        made(typed)
        == """\
# yaml-language-server: $schema=x
# Of the fire.

# when

# what
title: A fire
date: 2022-01-05    # by the caption
sources: [https://example.org/a]
# the end
"""
    )


def test_inside_a_list_a_comment_goes_with_its_key_too() -> None:
    typed = "claims:\n    - text: A\n      # who\n      by: B\n      about: count\n    # next\n    - by: C\n"

    assert made(typed) == (
        "claims:\n    # who\n  - by: B\n    about: count\n    text: A\n  # next\n  - by: C\n"
    )


@pytest.mark.parametrize(
    "typed", ["tags: [a, # one\n  b]\n", "quote:\n  - {text: a, # one\n     lang: en}\n"]
)
def test_a_file_that_would_lose_a_comment_is_left_alone(typed: str) -> None:
    with pytest.raises(Untidy, match="a comment would be lost"):
        made(typed)


def test_a_file_that_would_say_something_else_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tidy, "in_order", lambda _text, _order: "title: Another\n")

    with pytest.raises(Untidy, match="what it says would change"):
        made("title: A\n")


def test_an_empty_file_stays_empty() -> None:
    document = read("content/places.yaml", b"# none yet\n", REGISTRY)
    assert isinstance(document, Document)

    assert tidied(document, ORDER) == "# none yet\n"


def test_a_sign_in_a_text_is_no_comment() -> None:
    assert comments("a: 'x # y' # one\nb: |  # two\n  # text\n\n# three\nc: x#y\n") == [
        "# one",
        "# two",
        "# three",
    ]


def test_the_content_of_this_repository_is_in_that_form(repository: Path) -> None:
    for path in sorted((repository / "content").rglob("*.yaml")):
        document = read(path.name, path.read_bytes(), REGISTRY)
        assert isinstance(document, Document)
        kind = path.stem if path.stem in KINDS else "translations" if "." in path.stem else "events"
        many = kind in ("actors", "places", "sources")

        assert tidied(document, order_of_file(kind, registry=many)) == path.read_text("utf-8"), path.name


TEXTS = st.text("ab:#-'\"{}[],|>\n é\u200cع&*!%@`?", max_size=12)
KEYS = st.sampled_from([*KINDS, "title", "date", "claims", "by", "text", "about", "x-a", "note"])
DATA = st.recursive(
    TEXTS | st.none(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)


@given(st.dictionaries(KEYS, DATA, min_size=1, max_size=6), st.randoms(use_true_random=False))
def test_whatever_is_written_is_kept_or_left_alone(data: dict[str, Any], random: Random) -> None:
    lines = []
    for line in yaml_text(data).split("\n"):
        if line.endswith(("]", "}", "a")) and random.random() < 0.3:
            lines.append(f"{line}  # noted")
        else:
            lines.append(line)
    document = read("content/events/x.yaml", "\n".join(lines).encode())
    if not isinstance(document, Document):
        return
    try:
        made(document.text)
    except Untidy:
        return
