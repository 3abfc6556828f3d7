"""Titles, names and tags read as they are written."""

import pytest

from dateline.problems import Finding
from dateline.rules import deceptive_text as rule
from tests.rules.small import bad, found, good, timeline_of


def test_a_word_of_two_scripts_is_found() -> None:
    assert found(rule, timeline_of({"a": bad(rule)})) == [
        Finding(
            "event",
            "a",
            ("title",),
            "'p\u043ert' mixes writing systems",
            "it holds U+043E CYRILLIC SMALL LETTER O; type the word anew",
        )
    ]


def test_the_word_typed_anew_is_fine() -> None:
    assert found(rule, timeline_of({"a": good(rule)})) == []


def test_a_mark_that_turns_letters_round_is_found() -> None:
    timeline = timeline_of({"a": {"title": "Attack \u202eegap\u202c"}})

    assert [(one.message, one.hint) for one in found(rule, timeline)] == [
        (
            "this text holds U+202E RIGHT-TO-LEFT OVERRIDE, which turns the letters after it round",
            "take it out; Arabic, Hebrew and Persian need no such mark",
        )
    ]


def test_what_no_reader_can_see_is_found() -> None:
    timeline = timeline_of(actors={"army": {"name": "Ar\u200bmy"}})

    assert [(one.kind, one.id, one.loc, one.message) for one in found(rule, timeline)] == [
        ("actor", "army", ("name",), "this text holds U+200B ZERO WIDTH SPACE, which no reader can see")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "التحالف يقول إن قاعدته استُهدفت",
        "حملهٔ پهپادی می\u200cکند",
        "Атака на порт Latakia",
        "Éclair à Łódź",
        "攻撃 5 rockets",
        "Ka52Б",
        "port_порт",
    ],
)
def test_honest_text_of_any_script_is_fine(text: str) -> None:
    timeline = timeline_of(
        {"a": {"title": text}},
        places={"p": {"name": text}},
        sources={"s": {"title": text}},
        site={"title": text},
    )

    assert found(rule, timeline) == []


@pytest.mark.parametrize(
    ("word", "strange"),
    [
        ("p\u03bfrt", "U+03BF GREEK SMALL LETTER OMICRON"),
        ("\u0430dc", "U+0430 CYRILLIC SMALL LETTER A"),
        ("p\u043e", "U+043E CYRILLIC SMALL LETTER O"),
        ("\u043f\u043e\u0440t", "U+0074 LATIN SMALL LETTER T"),
    ],
)
def test_the_letters_of_the_rarer_script_are_named(word: str, strange: str) -> None:
    (finding,) = found(rule, timeline_of({"a": {"title": word}}))

    assert finding.hint == f"it holds {strange}; type the word anew"


def test_tags_translations_and_every_registry_are_read() -> None:
    odd = "p\u043ert"
    timeline = timeline_of(
        {"a": {"tags": ["fine", odd], "translations": {"es": {"title": odd}, "fr": {"summary": odd}}}},
        places={"p": {"name": odd}},
        sources={"s": {"title": odd}},
        site={"title": odd},
    )

    assert [(one.kind, one.id, one.loc) for one in found(rule, timeline)] == [
        ("site", "", ("title",)),
        ("place", "p", ("name",)),
        ("source", "s", ("title",)),
        ("event", "a", ("tags", 1)),
        ("event", "a", ("translations", "es", "title")),
    ]
