from collections.abc import Iterator

import yaml
from hypothesis import given
from hypothesis import strategies as st

from dateline.document import Document, Loc, read
from dateline.document.decoding import UNSAFE
from dateline.problems import Problem

SAMPLE = """\
title: Shells fall near a base
date: 2022-01-05?
summary: >-
  Three shells fell, "at least",
  on open ground.
actors:
  - {actor: coalition, role: target, according_to: report}
claims:
  - id: report
    text: 'It''s said'
    note: "tab\\there"
body: |
  One # two

    three: four
tags: [a, "b: c"]
url:
"""
SIGNS = st.sampled_from(list("abc:-#[]{}&*!|>'\"%@`,? \n\t\\~<=\r\u00e9\U0001f600\x1b\u2028"))


def scalars(value: object) -> Iterator[object]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from scalars(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from scalars(inner)
    else:
        yield value


def places(value: object, loc: Loc = ()) -> Iterator[Loc]:
    yield loc
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in pairs:
        yield from places(inner, (*loc, step))


def check(raw: bytes) -> None:
    found = read("x.yaml", raw)
    if not isinstance(found, Document):
        assert found
        lines = raw.count(b"\n") + raw.count(b"\r") + 1
        for problem in found:
            assert isinstance(problem, Problem)
            assert 1 <= problem.line <= lines
            assert problem.column >= 1
            assert problem.message
        return
    for scalar in scalars(found.data):
        assert scalar is None or isinstance(scalar, str)
        assert not UNSAFE.search(scalar or "")
    rows = found.text.split("\n")
    for loc in places(found.data):
        mark = found.values[loc] if loc or found.data else found.mark(loc)
        assert (
            1 <= mark.column <= len(rows[mark.line - 1]) + 1 if mark.line <= len(rows) else mark.column == 1
        )
        found.mark_inside(loc, 1, 2)
    # PyYAML itself, told to leave every scalar as text, reads the same.
    expected = yaml.load(found.text, Loader=yaml.CBaseLoader)  # noqa: S506 - builds nothing but text
    assert textual(found.data) == expected


def textual(value: object) -> object:
    if isinstance(value, dict):
        return {key: textual(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [textual(inner) for inner in value]
    return NULL.get(value, value)


NULL: dict[object, object] = {None: "", "null": "", "Null": "", "NULL": ""}


@given(st.binary(max_size=400))
def test_no_bytes_raise(raw: bytes) -> None:
    check(raw)


@given(st.text(max_size=300))
def test_no_text_raises(text: str) -> None:
    check(text.encode("utf-8", "surrogatepass"))


@given(st.text(SIGNS, max_size=80))
def test_no_mixture_of_signs_raises(text: str) -> None:
    check(text.encode())


@given(st.data())
def test_no_slip_of_the_hand_in_an_event_raises(data: st.DataObject) -> None:
    text = SAMPLE
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text)))
        end = min(start + data.draw(st.integers(0, 6)), len(text))
        text = text[:start] + data.draw(st.text(SIGNS, max_size=4)) + text[end:]

    check(text.encode())


VALUES = st.recursive(
    st.text(st.characters(codec="utf-8"), max_size=20).filter(lambda text: not UNSAFE.search(text)),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text("abc-_", min_size=1, max_size=5), inner, max_size=3)
    ),
    max_leaves=10,
)


@given(st.dictionaries(st.text("abc-_", min_size=1, max_size=5), VALUES, max_size=5), st.booleans())
def test_what_was_quoted_is_read_back(data: dict[str, object], flow: bool) -> None:  # noqa: FBT001 - drawn
    text = yaml.safe_dump(data, default_style='"', default_flow_style=flow, allow_unicode=True)

    found = read("x.yaml", text.encode())

    assert isinstance(found, Document)
    assert found.data == data
