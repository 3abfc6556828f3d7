# SPDX-License-Identifier: MIT
"""Names of files that mean the same on every machine: what is wrong with one, and what would do."""

from __future__ import annotations

import re
import unicodedata

from dateline.slugs import LONGEST, fold, is_id, slug

# Windows opens a device for these, whatever extension follows.
_DEVICE = re.compile(
    r"(?:con|prn|aux|nul|clock\$|conin\$|conout\$|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE
)
# Pages at the top of a site that dateline makes, or keeps for one to come.
_OWN_PAGES = re.compile(
    r"index|404|places|actors|sources|types|tags|map|search|data|changes|on-this-day|disputed|accessibility"
    r"|contribute|[0-9]{4}|[0-9]+-bce"
)
_MEDIA = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?\.[A-Za-z0-9]{1,5}")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,3}")
_LONGEST_MEDIA = 120


def printable(path: str) -> str:
    """The path with everything escaped that does not show, such as a byte that is not UTF-8."""
    return "".join(character if character.isprintable() else _escaped(character) for character in path)


def is_text(path: str) -> bool:
    """Whether the path is UTF-8; Python has a lone surrogate (PEP 383) for each byte that is not."""
    return path.isascii() or not any("\ud800" <= character <= "\udfff" for character in path)


def same_name(name: str) -> str:
    """What two names have in common when some machine takes them for one: case and composition aside."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def split_language(stem: str) -> tuple[str, str]:
    """The id and language of a translation's stem: ("fire", "ar") for `fire.ar`, ("fire", "") for `fire`."""
    name, dot, language = stem.partition(".")
    return (name, language) if dot and _LANGUAGE.fullmatch(language) else (stem, "")


def wrong_name(name: str) -> str:
    """What keeps any file or folder from having this name, in words; empty if nothing does."""
    if not name.isprintable():
        if not is_text(name):
            return "this name is not UTF-8"
        strange = next(character for character in name if not character.isprintable())
        return f"this name holds U+{ord(strange):04X}, which does not show"
    if name.startswith("-"):
        return "a name that begins with a hyphen is taken for an option by many commands"
    if name != name.rstrip(". "):
        return "a name does not end with a dot or a space"
    return "Windows keeps this name for a device" if _DEVICE.fullmatch(name) else ""


def wrong_id(stem: str) -> str:
    """What keeps a stem or a folder's name from being an id, in words; empty if nothing does."""
    if fault := wrong_name(stem) or _too_long(stem, LONGEST):
        return fault
    return "" if is_id(stem) else "a name is made of lower-case letters, digits and hyphens"


def wrong_page(stem: str) -> str:
    """What keeps a page of prose from having this id, in words; empty if nothing does."""
    if fault := wrong_id(stem):
        return fault
    return "dateline keeps this name for a page of its own" if _OWN_PAGES.fullmatch(stem) else ""


def wrong_media_name(name: str) -> str:
    """What keeps a name from being that of a media file, in words; empty if nothing does."""
    if fault := wrong_name(name) or _too_long(name, _LONGEST_MEDIA):
        return fault
    return (
        "" if _MEDIA.fullmatch(name) else "a media file's name is made of letters, digits, . - _ and its type"
    )


def proposed_id(stem: str) -> str:
    """An id like the stem."""
    plain = re.sub(r"[^a-z0-9]+", "-", fold(stem)).strip("-")[:LONGEST].strip("-")
    return plain if is_id(plain) and not _DEVICE.fullmatch(plain) else slug(f"file {stem}")


def proposed_media_name(name: str) -> str:
    """A media file's name like this one."""
    stem, dot, extension = name.rstrip(". ").rpartition(".")
    extension = re.sub(r"[^a-z0-9]+", "", extension.lower())[:5] if dot else ""
    return f"{proposed_id(stem or name)}.{extension or 'jpg'}"


def _too_long(name: str, longest: int) -> str:
    # File systems count bytes, not characters.
    size = len(name.encode("utf-8", "surrogateescape"))
    return f"this name is {size} bytes long, the limit is {longest}" if size > longest else ""


def _escaped(character: str) -> str:
    if "\udc80" <= character <= "\udcff":
        return f"\\x{ord(character) - 0xDC00:02x}"
    return character.encode("unicode_escape").decode("ascii")
