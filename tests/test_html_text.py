"""HTML of other tools keeps its words, as plain text or as Markdown that shows the same."""

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline import markup
from dateline.html_text import read_html
from dateline.pieces import escaped
from tests.nasty import NASTY


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("Plain words", "Plain words"),
        ("<p>One</p><p>Two</p>", "One\n\nTwo"),
        ("One\n\nTwo", "One\n\nTwo"),
        ("<b>bold</b> and <em>leaning</em>", "**bold** and *leaning*"),
        ('<a href="https://example.org/a">here</a>', "[here](<https://example.org/a>)"),
        ("<h1>Head</h1>text", "## Head\n\ntext"),
        ("<ol><li>one</li><li>two</li></ol>", "1. one\n\n2. two"),
        ("<blockquote>Words</blockquote>", "> Words"),
        ("5 * 3 [x] &amp; a_b", "5 \\* 3 \\[x\\] & a\\_b"),
        ("1. no list", "1\\. no list"),
        ("a &lt;b&gt; c", "a &lt;b> c"),
    ],
)
def test_marks_become_those_of_markdown(html: str, markdown: str) -> None:
    assert read_html(html).markdown == markdown


@pytest.mark.parametrize(
    ("html", "lost"),
    [
        ('<a href="javascript:x">here</a>', ("link to javascript:x",)),
        ('<img src="https://example.org/a.jpg" alt="A well">', ("img https://example.org/a.jpg",)),
        ("<script>alert(1)</script>", ("alert(1)",)),
        ("<!-- quiet -->", ("comment quiet",)),
        ('<iframe src="https://example.org/v"></iframe>', ("iframe https://example.org/v",)),
    ],
)
def test_what_no_text_holds_is_named(html: str, lost: tuple[str, ...]) -> None:
    assert read_html(html).lost == lost


def words(text: str) -> str:
    return re.sub(r"\s+", "", text)


@given(st.one_of(st.text(max_size=80), st.text("<>/apb &;li=\"'!-", max_size=40), st.sampled_from(NASTY)))
def test_any_html_is_read_without_an_exception(html: str) -> None:
    read_html(html)


@given(
    st.text(
        st.characters(categories=["L", "N", "P", "S", "Z"], exclude_characters="\u2028\u2029"), max_size=60
    )
)
def test_plain_text_shows_the_same_letters_as_markdown(text: str) -> None:
    shown = str(markup.render(escaped(text), media={}, root="").html)

    assert words(unescape(re.sub(r"<[^>]+>", "", shown))) == words(text)
