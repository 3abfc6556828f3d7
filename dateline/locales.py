# SPDX-License-Identifier: MIT
"""What Unicode's CLDR knows of a language, and the catalogues of our own words: the only door of Babel.

Babel is imported when it is first asked, so that a site in English seldom waits for it. Neither the
locale nor the environment of the process plays a part.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from gettext import GNUTranslations, NullTranslations
from importlib.resources import files
from io import BytesIO
from typing import Any, Literal

Width = Literal["wide", "abbreviated"]
Context = Literal["format", "stand-alone"]

# A code becomes part of a file name, so nothing else may be in it.
CODE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
# CLDR names these sets of digits; Babel prints none but the first.
DIGITS = {
    "latn": "0123456789",
    "arab": "٠١٢٣٤٥٦٧٨٩",
    "arabext": "۰۱۲۳۴۵۶۷۸۹",
}
MACHINE = "machine"
"""The last translator of a catalogue that no speaker of the language has read."""


@dataclass(frozen=True, slots=True)
class Figures:
    """How a language writes figures: its digits, and what stands before fractions and between thousands."""

    digits: str
    decimal: str
    group: str


def catalogue(code: str) -> NullTranslations:
    """The translations for `ar-SY`, or else for `ar`; without any, words stay in English."""
    if CODE.fullmatch(code):
        for name in dict.fromkeys((code, code.partition("-")[0])):
            file = files("dateline") / "locale" / f"{name}.po"
            if file.is_file():
                return compiled(file.read_bytes())
    return NullTranslations()


def compiled(text: bytes) -> GNUTranslations:
    """The translations in the text of a catalogue."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    binary = BytesIO()
    write_mo(binary, read_po(BytesIO(text), charset="utf-8"))
    binary.seek(0)
    return GNUTranslations(binary)


def month_names(code: str, width: Width, context: Context) -> tuple[str, ...]:
    """The twelve months as they stand in a date, or alone."""
    names = locale(code).months
    # Where a region has month names of its own and no other form of them, Babel gives the language's.
    is_regional = names["format"]["wide"] != locale(code.partition("-")[0]).months["format"]["wide"]
    forms = names["format"]["wide"] if is_regional else names[context][width]
    return tuple(forms[month] for month in range(1, 13))


def month_beside_day(code: str, width: Width) -> Context:
    """The form of a month after its day, where no year follows: Persian has one for a year to follow."""
    pattern = locale(code).datetime_skeletons["MMMMd" if width == "wide" else "MMMd"].pattern
    return "stand-alone" if "L" in pattern else "format"


def weekday_names(code: str) -> tuple[str, ...]:
    """The seven days of the week, from Monday."""
    names = locale(code).days["format"]["wide"]
    return tuple(names[day] for day in range(7))


@cache
def figures(code: str) -> Figures:
    """How the language writes figures."""
    found = locale(code)
    system = found.default_numbering_system
    known = system if system in DIGITS else "latn"
    symbols = found.number_symbols[known]
    return Figures(DIGITS[known], symbols["decimal"], symbols["group"])


@cache
def language_name(tag: str, code: str) -> str:
    """What the language of a BCP 47 tag is called in that of `code`; the tag where CLDR has no name."""
    known = locale(code)
    first, *others = tag.split("-")
    whole = known.languages.get("_".join((first.lower(), *others)))
    name = whole or known.languages.get(first.lower())
    if whole or not name:
        return whole or tag
    details = [known.scripts.get(one.title()) or known.territories.get(one.upper()) or one for one in others]
    return f"{name} ({', '.join(details)})"


@cache
def city_name(zone: str, code: str) -> str | None:
    """What the city that a time zone is named after is called, or None where CLDR does not say."""
    name = locale(code).time_zones.get(zone, {}).get("city")
    return str(name) if name else None


@cache
def country_name(number: str, code: str) -> str | None:
    """What the country with a numeric code of ISO 3166-1 is called, or None where CLDR does not say."""
    from babel.core import get_global

    letters = get_global("territory_aliases").get(number, ())
    name = locale(code).territories.get(letters[0]) if len(letters) == 1 else None
    return str(name) if name else None


@cache
def locale(code: str) -> Any:
    """Babel's locale for a BCP 47 code: that of `ar-SY`, else of `ar`, else English."""
    from babel import Locale, UnknownLocaleError

    for name in (code, code.partition("-")[0], "en"):
        try:
            return Locale.parse(name, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    raise AssertionError("Babel knows English")
