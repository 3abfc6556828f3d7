# SPDX-License-Identifier: MIT
"""The language of a page: its strings, its figures, its direction."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from gettext import NullTranslations

from dateline import locales
from dateline.locales import DIGITS, MACHINE

# Languages that are written from right to left unless a script says otherwise, and the scripts
# that are (CLDR, "characterOrder").
RIGHT_TO_LEFT = "ar arc ckb dv fa he iw khw ks lrc mzn nqo pnb ps sd syr ug ur yi"
RIGHT_TO_LEFT_SCRIPTS = "adlm arab aran hebr mand mend nkoo rohg samr syrc thaa yezi"
ENGLISH = "en"
MOST_WITHOUT_GROUPS = 9_999
"""Four digits stay together."""


@dataclass(frozen=True, slots=True)
class Language:
    """A language: its BCP 47 `code`, its `direction` ("ltr" or "rtl") and its translated strings.

    A language without a catalogue is spoken in English, dates and figures included.
    """

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

    @property
    def comma(self) -> str:
        """What stands between the items of a list."""
        return self.pgettext("between items of a list", ", ")

    @property
    def has_catalogue(self) -> bool:
        """Whether there are translations at all."""
        return type(self.translations) is not NullTranslations

    @property
    def is_machine_made(self) -> bool:
        """Whether the catalogue says that no speaker of the language has read it."""
        return self.has_catalogue and self.translations.info().get("last-translator") == MACHINE

    @property
    def spoken(self) -> str:
        """The code of the language in which words are really said."""
        return self.code if self.has_catalogue else ENGLISH

    def figures(self, text: str) -> str:
        """The text with its ASCII digits as the language writes them."""
        if not self.has_catalogue:
            return text
        digits = locales.figures(self.code).digits
        return text if digits is DIGITS["latn"] else text.translate(str.maketrans(DIGITS["latn"], digits))

    def number(self, value: int) -> str:
        """A whole number with its thousands grouped: 170,000,003."""
        text = f"{value:,}"
        if not self.has_catalogue:
            return text
        return self.figures(text.replace(",", locales.figures(self.code).group))

    @property
    def grouping(self) -> str:
        """What stands between the thousands of a quantity."""
        return locales.figures(self.code).group if self.has_catalogue else "\N{NO-BREAK SPACE}"

    def quantity(self, value: float) -> str:
        """A figure without a trailing zero: 6, 2.5, 12 000."""
        text = f"{value:,.10g}" if abs(value) > MOST_WITHOUT_GROUPS else f"{value:.10g}"
        if not self.has_catalogue:
            return text.replace(",", "\N{NO-BREAK SPACE}")
        known = locales.figures(self.code)
        return self.figures(text.translate({ord(","): known.group, ord("."): known.decimal}))

    @property
    def name_of_itself(self) -> str:
        """What the language calls itself."""
        return locales.language_name(self.code, self.code)

    def city(self, zone: str) -> str | None:
        """The city of a time zone, where it may have another name than in English and that is known."""
        return locales.city_name(zone, self.code) if self.has_catalogue else None

    def name_of(self, tag: str) -> str:
        """What the language of a BCP 47 tag is called in this one."""
        return locales.language_name(tag, self.spoken)


@cache
def language(code: str) -> Language:
    """The language of a BCP 47 code, with the catalogue of `ar-SY`, or else of `ar`, if there is one.

    Neither the locale nor the environment of the process plays a part.
    """
    return Language(code, direction(code), locales.catalogue(code))


def direction(code: str) -> str:
    """The direction of a language's script, by its script subtag or else by its usual script."""
    tags = code.lower().split("-")
    for tag in tags[1:]:
        if len(tag) == 4 and tag.isalpha():  # noqa: PLR2004  # BCP 47: a script has four letters
            return "rtl" if tag in RIGHT_TO_LEFT_SCRIPTS.split() else "ltr"
    return "rtl" if tags[0] in RIGHT_TO_LEFT.split() else "ltr"
