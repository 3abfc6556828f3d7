# SPDX-License-Identifier: MIT
"""Which writing system a letter belongs to, and which names deceive by mixing them.

The standard library has no script property; the first word of a character's Unicode name is one
for every letter that host names hold. The rules are the "highly restrictive" level and the
whole-script confusables of Unicode Technical Standard 39.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

EAST_ASIAN = (
    frozenset({"LATIN", "CJK", "HIRAGANA", "KATAKANA"}),
    frozenset({"LATIN", "CJK", "BOPOMOFO"}),
    frozenset({"LATIN", "CJK", "HANGUL"}),
)
SAME_AS = {"IDEOGRAPHIC": "CJK", "KATAKANA-HIRAGANA": "KATAKANA"}

# Small Cyrillic, Greek and Armenian letters that most typefaces draw like a Latin one.
LOOK_LATIN = frozenset("асԁеһіјӏорԗԛѕԝхуъьҽпгѵѡαγεηικνορτυχωϲϳոսօցհյզք")
IPA = range(0x250, 0x2B0)


def deceives(labels: Sequence[str]) -> str:
    """Why the labels of a host deceive, as the end of a sentence, or nothing.

    Labels are in lower case. A label wholly of look-alikes is one script, so it deceives only
    before an ending in Latin letters: `.рф` hosts are all Cyrillic and honest.
    """
    for label in labels:
        if label.isascii():
            continue
        used = scripts(label)
        if len(used) > 1 and not any(used <= together for together in EAST_ASIAN):
            return "mixes scripts"
        letters = [letter for letter in label if letter.isalpha()]
        if any(ord(letter) in IPA for letter in letters):
            return "holds phonetic letters that look like others"
        if labels[-1].isascii() and letters and LOOK_LATIN.issuperset(letters):
            return "looks like Latin letters and is not"
    return ""


def scripts(text: str) -> frozenset[str]:
    """The writing systems of the text's letters, by their Unicode names; digits 0-9 have none."""
    return frozenset(script(letter) for letter in text if not letter.isascii() or letter.isalpha()) - {
        "COMBINING"
    }


def script(letter: str) -> str:
    """The writing system of one letter."""
    first = unicodedata.name(letter, "UNKNOWN").split(" ", 1)[0]
    return SAME_AS.get(first, first.split("-", 1)[0])
