# SPDX-License-Identifier: MIT
"""The language of a page: its strings, its figures, its direction."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from gettext import GNUTranslations, NullTranslations
from importlib.resources import files

# Languages that are written from right to left unless a script says otherwise, and the scripts
# that are (CLDR, "characterOrder").
RIGHT_TO_LEFT = "ar arc ckb dv fa he iw khw ks lrc mzn nqo pnb ps sd syr ug ur yi"
RIGHT_TO_LEFT_SCRIPTS = "adlm arab aran hebr mand mend nkoo rohg samr syrc thaa yezi"
# A code becomes part of a file name, so nothing else may be in it.
CODE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
ASCII_DIGITS = "0123456789"


@dataclass(frozen=True, slots=True)
class Language:
    """A language: its BCP 47 `code`, its `direction` ("ltr" or "rtl") and its translated strings."""

    code: str
    direction: str
    translations: NullTranslations = field(repr=False, compare=False)

    def __reduce__(self) -> tuple[object, tuple[str]]:
        """What another process makes the same language from: its catalogue is read there."""
        return language, (self.code,)

    def gettext(self, message: str) -> str:
        """The message in this language, or as it is written where there is no translation."""
        return self.translations.gettext(message)

    def ngettext(self, singular: str, plural: str, count: int) -> str:
        """The form of the message for that count, by the plural rule of the language."""
        return self.translations.ngettext(singular, plural, count)

    def pgettext(self, context: str, message: str) -> str:
        """The message as it is said in that context."""
        return self.translations.pgettext(context, message)

    def figures(self, text: str) -> str:
        """The text with its ASCII digits as the language writes them."""
        digits = self.pgettext("the digits from 0 to 9", "0123456789")
        if digits == ASCII_DIGITS or len(digits) != len(ASCII_DIGITS):
            return text
        return text.translate(str.maketrans(ASCII_DIGITS, digits))

    def number(self, value: int) -> str:
        """A whole number with its thousands grouped: 170,000,003."""
        return self.figures(f"{value:,}".replace(",", self.pgettext("between groups of three digits", ",")))


@cache
def language(code: str) -> Language:
    """The language of a BCP 47 code, with the catalogue of `ar-SY`, or else of `ar`, if there is one.

    Neither the locale nor the environment of the process plays a part.
    """
    return Language(code, direction(code), _catalogue(code))


def direction(code: str) -> str:
    """The direction of a language's script, by its script subtag or else by its usual script."""
    tags = code.lower().split("-")
    for tag in tags[1:]:
        if len(tag) == 4 and tag.isalpha():  # noqa: PLR2004  # BCP 47: a script has four letters
            return "rtl" if tag in RIGHT_TO_LEFT_SCRIPTS.split() else "ltr"
    return "rtl" if tags[0] in RIGHT_TO_LEFT.split() else "ltr"


def _catalogue(code: str) -> NullTranslations:
    if not CODE.fullmatch(code):
        return NullTranslations()
    for name in dict.fromkeys((code, code.replace("-", "_"), code.partition("-")[0])):
        file = files("dateline") / "locale" / name / "LC_MESSAGES" / "dateline.mo"
        if file.is_file():
            with file.open("rb") as stream:
                return GNUTranslations(stream)
    return NullTranslations()
