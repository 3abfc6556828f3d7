# SPDX-License-Identifier: MIT
"""Whatever is typed, a body renders without an error, safely, and the same every time."""

from __future__ import annotations

import html5lib
from hypothesis import given
from hypothesis import strategies as st

from dateline.illustration import Illustration
from dateline.markup import plain, render
from dateline.markup.sanitiser import ATTRIBUTES, TAGS, sanitise

MEDIA = {"gate.jpg": Illustration("media/3fa2.jpg", 900, 600)}
PIECES = (
    *(
        "a",
        "b ",
        "\n",
        "\n\n",
        "    ",
        "\t",
        "  \n",
        "*",
        "**",
        "_",
        "__",
        "`",
        "``",
        "```",
        "\n```\n",
        "\n~~~\n",
    ),
    *(
        "[",
        "]",
        "](",
        "](https://example.org/)",
        "](javascript:1)",
        "[^1]",
        "\n\n[^1]: ",
        "\n\n[a]: https://e.org\n",
        "![",
    ),
    *(
        "](media/gate.jpg)",
        "<",
        ">",
        "\n> ",
        "\n- ",
        "\n1. ",
        "\n# ",
        "\n===\n",
        "\n---\n",
        "|",
        "\n|-|-|\n",
        "\\",
        "&",
    ),
    *(
        "&lt;",
        "&#x202e;",
        "<script>",
        "</p>",
        "<!--",
        "-->",
        "<https://e.org>",
        "<a@e.org>",
        "\x02",
        "\x03",
        "\x00",
        "\r",
    ),
    *(
        "\x02wzxhzdk:0\x03",
        "\x02klzzwxh:0000\x03",
        "\x02fence:0\x03",
        "\ud800",
        "\u202e",
        "\u2028",
        "\x85",
        "قا",
        "İ",
        "\u0661. ",
    ),
)
BODIES = st.one_of(
    st.text(max_size=200),
    st.lists(st.sampled_from(PIECES), max_size=40).map("".join),
    st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=5)), max_size=30).map("".join),
)


@given(BODIES)
def test_every_body_renders_to_html_that_sanitising_does_not_change(text: str) -> None:
    rendered = render(text, media=MEDIA, root="../", prefix="p-", back_label="Back to")
    made = str(rendered.html)

    assert made == sanitise(made)
    assert rendered == render(text, media=MEDIA, root="../", prefix="p-", back_label="Back to")
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    tree = parser.parseFragment(made, container="main")
    assert not parser.errors
    ids = [element.get("id") for element in tree.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    for element in list(tree.iter())[1:]:
        assert element.tag in TAGS
        assert set(element.attrib) <= ATTRIBUTES.get(element.tag, set()) | {"rel"}
        if element.get("href", "").startswith("#"):
            assert element.get("href", "")[1:] in ids
    lines = text.replace("\r\n", "\n").replace("\r", "\n").count("\n")
    assert all(0 <= finding.line0 <= lines and finding.column >= 1 for finding in rendered.findings)
    assert "\x02" not in made
    made.encode("utf-8")


@given(BODIES)
def test_every_body_has_plain_words(text: str) -> None:
    words = plain(text)

    assert words == "\n".join(line.strip() for line in words.split("\n") if line.strip())
    words.encode("utf-8")


@given(
    st.text(max_size=300)
    | st.lists(st.sampled_from(["<svg>", "<math>", "<style>", "</p>", "<a href='", "'", *PIECES])).map(
        "".join
    )
)
def test_sanitising_twice_changes_nothing(made: str) -> None:
    safe = sanitise(made.encode("utf-8", "replace").decode())

    assert safe == sanitise(safe)
