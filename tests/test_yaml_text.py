"""Data becomes YAML text that reads back the same for every reader, and looks as people write it."""

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from dateline.codes.reading import CONTROL_CHARACTER
from dateline.document import Document, read
from dateline.yaml_text import yaml_text

ODD = [
    *("yes", "NO", "on", "~", "null", "0044", "12:30", "1e3", "0x1F", ".5", "-", "2022-01-05", "2022"),
    *("a: b", "a #b", "#a", "- a", "? a", "[a]", "{a}", "'a'", '"a"', "&a", "*a", "!a", "|", ">", "%a"),
    *(" a", "a ", "a\nb", "a\n\nb\n", "a\nb ", "\na", "a\n", " a\nb", "a\tb\nc", "---", "--- a\nb"),
    *("قاعدة", "a\u200fb", "a\u2028b", "https://e.org/?a=b&c=%20#d", "key:", "::error file=a::b", "<<", "="),
]
TEXTS = st.sampled_from(ODD) | st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co"]), max_size=30
)
KEYS = st.from_regex(r"[a-z_]{1,8}", fullmatch=True)
DATA = st.recursive(
    TEXTS, lambda held: st.lists(held, max_size=3) | st.dictionaries(KEYS, held, max_size=3), max_leaves=8
)


def test_a_record_looks_as_people_write_it() -> None:
    text = yaml_text(
        {
            "title": "A bridge fell",
            "date": "2022-01-05",
            "time": "04:30",
            "sources": ["afp-2022-01-05", "https://example.org/a?b=c#d"],
            "actors": [{"actor": "coalition", "role": "target"}],
            "quote": {"text": "He said: no", "lang": "en"},
            "body": "One.\n\nTwo.\n",
            "tags": [],
            "lat": 34.5,
            "ended": None,
        }
    )

    assert text == (
        "title: A bridge fell\n"
        "date: 2022-01-05\n"
        'time: "04:30"\n'
        "sources:\n  - afp-2022-01-05\n  - https://example.org/a?b=c#d\n"
        "actors:\n  - actor: coalition\n    role: target\n"
        'quote:\n  text: "He said: no"\n  lang: en\n'
        "body: |\n  One.\n\n  Two.\n"
        "tags: []\n"
        "lat: 34.5\n"
        "ended: null\n"
    )


@given(st.dictionaries(KEYS, DATA, min_size=1, max_size=4))
def test_every_reader_reads_the_same_data(data: dict[str, Any]) -> None:
    text = yaml_text(data)
    ours = read("content/events/a.yaml", text.encode())

    if isinstance(ours, Document):
        assert ours.data == data
    else:  # what no page may hold is refused however it is written
        assert {one.code for one in ours} == {CONTROL_CHARACTER}
    assert yaml.load(text, Loader=yaml.BaseLoader) == data  # noqa: S506  # text only


@given(TEXTS)
def test_a_text_stays_a_text_where_readers_guess_types(text: str) -> None:
    found = yaml.safe_load(yaml_text({"a": text, "b": [text]}))

    if text != "2022-01-05":  # a day, as people write it
        assert found == {"a": text, "b": [text]}


@pytest.mark.parametrize("text", ["a\x07b", "a\x85b", "a\u202eb", "a\ufeffb", "a\n\x1b[2Jb"])
def test_what_does_not_show_is_written_as_an_escape(text: str) -> None:
    made = yaml_text({"a": text})

    assert made.strip().isprintable()
    assert yaml.safe_load(made) == {"a": text}
