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
        "A regimental band",
        "no loaded word at all",
    ],
)
def test_quotations_addresses_and_longer_words_are_not_ours(text: str) -> None:
    assert found(rule, timeline_of({"a": {"body": text}}, site=SITE)) == []


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
