# SPDX-License-Identifier: MIT

"""Slugs are short, safe, stable, and keep different texts apart."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dateline.slugs import DEVICES, LONGEST, RESERVED, is_id, looks_like_id, slug

HASHED = r"(?:{}-)?[0-9a-f]{{8}}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Green Village attack", "green-village-attack"),
        ("  Powr -- cut!  ", "powr-cut"),
        ("Ångström & Łódź", "angstrom-lodz"),
        ("straße", "strasse"),
        ("STRASSE", "strasse"),
        ("İstanbul", "istanbul"),
        ("ısparta", "isparta"),
        ("\u212aelvin", "kelvin"),
        ("ﬁre ½", "fire-1-2"),
        ("Tromsø, Þór, œuvre, ærø", "tromso-thor-oeuvre-aero"),
        ("Fire 💥", "fire"),
        ("../../etc/passwd", "etc-passwd"),
        ("a\x00b\nc", "a-b-c"),
        ("2022-01-05", "2022-01-05"),
        ("one\u200btwo", "onetwo"),
    ],
)
def test_accents_case_and_punctuation_go(text: str, expected: str) -> None:
    assert expected == slug(text)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("", ""),
        ("💥", ""),
        ("---", ""),
        ("日本語", ""),
        ("Ransomw\u0430re", "ransomw-re"),
        ("قاسم", ""),
        ("index", "index"),
        ("CON", "con"),
        ("404", "404"),
        ("COM¹", "com1"),
        ("\ud83d", ""),
        ("x" * 81, "x" * 71),
    ],
)
def test_what_would_be_lost_long_or_reserved_gets_a_hash(text: str, kept: str) -> None:
    assert re.fullmatch(HASHED.format(kept) if kept else "[0-9a-f]{8}", slug(text))


def test_different_texts_that_lose_letters_stay_apart() -> None:
    texts = [
        "Ransomware",
        "Ransomw\u0430re",
        "日本語",
        "日本",
        "かき",
        "がぎ",
        "💥",
        "🔥",
        "",
        "x" * 81,
        "x" * 82,
    ]

    assert len(texts) == len({slug(text) for text in texts})


def test_twins_of_encoding_and_case_are_one() -> None:
    assert slug("Ко\u0439") == slug("Ко\u0438\u0306")
    assert slug("ТЕГ") == slug("тег")
    assert slug("Cafe\u0301") == slug("Café")


def test_reserved_names_are_slugs_themselves() -> None:
    assert all(is_id(name) for name in RESERVED - DEVICES)


def test_a_name_that_windows_keeps_for_a_device_is_no_id() -> None:
    assert not any(is_id(name) for name in DEVICES)
    assert all(is_id(slug(name)) for name in DEVICES)


@given(st.text())
@example("\ud800")
@example("ᾳ\u0345")
@example("Ⓐ" * 100)
def test_every_text_has_a_slug_that_is_an_id_and_its_own_slug(text: str) -> None:
    made = slug(text)

    assert is_id(made)
    assert len(made) <= LONGEST
    assert made not in RESERVED
    assert made == slug(made) == slug(text)


@pytest.mark.parametrize("text", ["a", "0", "2022-01-05-green-village-attack", "a-", "a" * 80])
def test_ids(text: str) -> None:
    assert is_id(text)
    assert looks_like_id(text)


@pytest.mark.parametrize("text", ["", "-a", "A", "a b", "a_b", "a" * 81, "a\n", "é", "٣", "a/b"])
def test_what_is_not_an_id(text: str) -> None:
    assert not is_id(text)


@pytest.mark.parametrize("text", ["deir-ezzor", "-deir-ezzor", "a" * 90])
def test_slips_in_an_id_look_like_one(text: str) -> None:
    assert looks_like_id(text)


@pytest.mark.parametrize("text", ["Eastern Syria", "https://example.org/", "", "--", "Gate", "a\n"])
def test_free_text_does_not_look_like_an_id(text: str) -> None:
    assert not looks_like_id(text)
