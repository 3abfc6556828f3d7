"""The timeline's own voice takes no side."""

import pytest

from dateline.problems import Finding
from dateline.rules import loaded_words as rule
from tests.rules.small import bad, found, good, timeline_of

SITE = {
    "loaded_words": {
        "terrorists": "name the group",
        "regime": 'write "government"',
        "so-called": "leave it out",
        "claimed responsibility": 'write "said that it did it"',
    }
}


def test_a_loaded_word_is_found_with_what_to_write_for_it() -> None:
    assert found(rule, timeline_of({"a": bad(rule)}, site=SITE)) == [
        Finding("event", "a", ("title",), "'Terrorists' takes sides", "name the group")
    ]


def test_the_word_replaced_is_fine() -> None:
    assert found(rule, timeline_of({"a": good(rule)}, site=SITE)) == []


@pytest.mark.parametrize(
    ("event", "loc"),
    [
        ({"summary": "The REGIME fell."}, ("summary",)),
        ({"body": "Then\nthe regime, of course, fell."}, ("body",)),
        ({"unknowns": ["Who fired.", "Whether the regime knew."]}, ("unknowns", 1)),
        ({"media": [{"type": "photo", "alt": "A regime tank."}]}, ("media", 0, "alt")),
        (
            {"media": [{"type": "photo", "alt": "A tank.", "caption": "Of the regime"}]},
            ("media", 0, "caption"),
        ),
        ({"summary": 'The "army" of the regime'}, ("summary",)),
    ],
)
def test_every_text_of_our_own_is_read(event: dict[str, object], loc: tuple[str | int, ...]) -> None:
    assert [one.loc for one in found(rule, timeline_of({"a": event}, site=SITE))] == [loc]


@pytest.mark.parametrize(
    "text",
    [
        'The ministry spoke of "terrorists".',
        "The ministry spoke of “men of the regime”.",
        "Le ministère parla du « regime ».",
        "> The regime\n> will fall.",
        "See https://example.org/regime and [this](https://example.org/the-regime).",
        "See http://example.org/regime and [this](men-of-the-regime.html), [that](a).",
        "   > The regime will fall.",
        "A regimental band",
        "A preregime band",
        "no loaded word at all",
    ],
)
def test_quotations_addresses_and_longer_words_are_not_ours(text: str) -> None:
    assert found(rule, timeline_of({"a": {"body": text}}, site=SITE)) == []


@pytest.mark.parametrize("marks", ["“”", "„“", "„”", "«»", '""'])
def test_what_is_quoted_within_a_paragraph_is_its_speakers(marks: str) -> None:
    opening, closing = marks[0], marks[1]
    quoted = (f"{opening}the regime{closing}", f"{opening}men\nof\nthe regime, of course{closing}")
    ours = (
        f"{opening}a{closing} regime {opening}b{closing}",
        f"{opening}a\nb{closing} regime {opening}c\nd{closing}",
        f"{opening}army and the regime",
        f"{opening}army\n\nand the regime{closing}",
        f"{opening}army\nand\n\nthe regime{closing}",
        f"{opening}army\n\nthe regime{closing}",
        f"{opening}army\nof\n\nthe regime{closing}",
        f"{opening}a{closing} regime b{closing}",
        f"{opening}a\nb{closing} regime c{closing}",
        f"{opening}a\nb{closing} the\nregime c{closing}",
    )

    for text in quoted:
        assert found(rule, timeline_of({"a": {"body": text}}, site=SITE)) == []
    for text in ours:
        assert len(found(rule, timeline_of({"a": {"body": text}}, site=SITE))) == 1


@pytest.mark.parametrize(
    ("text", "count"), [("‘the regime’", 0), ("‘but 8 of the regime’", 0), ("’the regime’", 1)]
)
def test_single_marks_quote_within_a_line(text: str, count: int) -> None:
    assert len(found(rule, timeline_of({"a": {"body": text}}, site=SITE))) == count


@pytest.mark.parametrize(
    "text",
    [
        "‘a’ regime ‘b’",
        "‘army and the regime",
        "‘army\nand the regime’",
        "‘army\nthe regime’",
        "‘a’ regime b’",
        "Then:\n    > The regime",
        "An army > the regime",
        "https the regime",
        "[this](men\nof the regime)",
        "[a](b) regime (c)",
        "[a](b(the regime)",
        "[a](b) regime c)",
        "https:/regime",
    ],
)
def test_what_only_looks_like_a_quotation_or_an_address_is_ours(text: str) -> None:
    assert len(found(rule, timeline_of({"a": {"body": text}}, site=SITE))) == 1


def test_where_one_word_begins_another_the_longer_is_found() -> None:
    site = {"loaded_words": {"arms": "a", "arms race": "b"}}

    assert [one.hint for one in found(rule, timeline_of({"a": {"body": "An arms race"}}, site=site))] == ["b"]


def test_a_claim_is_its_speakers() -> None:
    claim = {"by": "Army", "about": "target", "text": "The regime was hit.", "quote": "the regime"}

    assert found(rule, timeline_of({"a": {"claims": [claim]}}, site=SITE)) == []


def test_several_words_and_hyphens_are_matched_across_lines_and_each_word_once() -> None:
    event = {"summary": "A so-called brigade claimed\n  responsibility; the so-called brigade."}

    assert [(one.message, one.hint) for one in found(rule, timeline_of({"a": event}, site=SITE))] == [
        ("'so-called' takes sides", "leave it out"),
        ("'claimed responsibility' takes sides", 'write "said that it did it"'),
    ]


def test_a_text_full_of_opening_marks_is_read_in_one_pass() -> None:
    body = "“" * 20_000 + "](" * 10_000 + '"\n' * 9_999 + "\n\nregime"

    assert len(found(rule, timeline_of({"a": {"body": body}}, site=SITE))) == 1
