# SPDX-License-Identifier: MIT
"""Names for addresses: any text becomes a short safe slug, always the same one."""

from __future__ import annotations

import re
import unicodedata
from hashlib import blake2b

LONGEST = 80

# Windows keeps these names for devices: a checkout or an unzipped site with a file of that name
# breaks there.
DEVICES = frozenset(
    ("con", "prn", "aux", "nul", *(f"{device}{number}" for device in ("com", "lpt") for number in range(10)))
)
# The site itself uses the rest of these.
RESERVED = DEVICES | frozenset(
    (
        *("index", "404", "feed", "calendar", "sitemap", "robots", "manifest", "favicon", "cname", "sw"),
        *("tags", "types", "places", "actors", "sources", "events", "pages", "media", "assets", "static"),
        *("data", "api", "map", "search", "changes", "contribute", "methodology"),
        *("clock", "conin", "conout"),
    )
)

# Latin letters that Unicode does not take apart into a letter and a mark.
LATIN = str.maketrans(
    {
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "ħ": "h",
        "ŧ": "t",
        "\u0131": "i",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
    }
)
IGNORED_CATEGORIES = frozenset({"Mn", "Me", "Cf"})

ID = re.compile(r"[a-z0-9][a-z0-9-]{0,79}")
ID_LETTERS = re.compile(r"[a-z0-9-]*[a-z0-9][a-z0-9-]*")
NOT_PLAIN = re.compile(r"[^a-z0-9]+")


def slug(text: str) -> str:
    """The text as a file name of 1 to 80 of `a-z`, `0-9` and `-`; never raises.

    Accents go, case goes, everything else becomes a hyphen. Where that would lose letters, leave
    nothing, run too long or give a reserved name, a hash of the text keeps different texts apart.
    The slug of a slug is itself.
    """
    folded = fold(text)
    plain = NOT_PLAIN.sub("-", folded).strip("-")
    if plain and not loses_letters(folded) and len(plain) <= LONGEST and plain not in RESERVED:
        return plain
    mark = fingerprint(text)
    kept = plain[: LONGEST - len(mark) - 1].strip("-")
    return f"{kept}-{mark}" if kept else mark


def is_id(text: str) -> bool:
    """Whether the text is an id: `[a-z0-9][a-z0-9-]{0,79}`, and no name that Windows keeps for a device."""
    return ID.fullmatch(text) is not None and text not in DEVICES


def looks_like_id(text: str) -> bool:
    """Whether the text is written like an id, so that it must name something that is there.

    Wider than `is_id`: `-deir-ezzor` is a slip in an id, not the free text it would else be read as.
    """
    return ID_LETTERS.fullmatch(text) is not None


def fold(text: str) -> str:
    """The text without case and accents, for comparing: `İstanbul` and `istanbul` are one."""
    letters = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join(
        letter
        for letter in letters.translate(LATIN)
        if unicodedata.category(letter) not in IGNORED_CATEGORIES
    )


def loses_letters(folded: str) -> bool:
    """Whether a letter or digit is not among those a slug can hold."""
    return any(letter > "\x7f" and letter.isalnum() for letter in folded)


def fingerprint(text: str) -> str:
    """Eight hexadecimal digits, the same for texts that differ only in case or in how they are encoded.

    Marks stay: they are accents in Latin, but vowels and consonants in Hindi and Japanese.
    """
    form = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    return blake2b(form.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()
