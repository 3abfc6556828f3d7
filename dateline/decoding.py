# SPDX-License-Identifier: MIT
"""Bytes become text once, strictly: UTF-8, line ends as newlines, nothing that deceives a parser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.codes.reading import CONTROL_CHARACTER, ENCODING, MERGE_CONFLICT, TOO_BIG
from dateline.problems import Problem

REPLACEMENT = "�"

# Surrogates, C0 but tab and newline, DEL, C1, the line breaks that only some parsers know, the byte order
# mark, and the 66 noncharacters of the Unicode Standard, section 23.7.
UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    + "".join(chr(plane * 0x10000 + 0xFFFE) + chr(plane * 0x10000 + 0xFFFF) for plane in range(1, 17))
    + "]"
)
_NAMES = {
    0x00: "NUL",
    0x07: "BEL",
    0x08: "BACKSPACE",
    0x0B: "VERTICAL TAB",
    0x0C: "FORM FEED",
    0x0D: "CARRIAGE RETURN",
    0x1B: "ESCAPE",
    0x7F: "DELETE",
    0x85: "NEXT LINE",
    0x2028: "LINE SEPARATOR",
    0x2029: "PARAGRAPH SEPARATOR",
    0xFEFF: "BYTE ORDER MARK",
}
# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
_CONFLICT = re.compile(r"^(?:<{7}|\|{7}|={7}|>{7})(?: .*)?$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file, or None when nothing more can be said of it, and what is wrong so far.

    Characters that are refused stand in the text as U+FFFD, so that every later check can run on it.
    """

    text: str | None
    problems: tuple[Problem, ...] = ()


def decode(path: str, raw: bytes, limit: int) -> Decoded:
    """The text of `raw`, which may be `limit` bytes long, with line ends as newlines."""
    if len(raw) > limit:
        return Decoded(None, (too_big(path, len(raw), limit),))
    if (wide := _wide_encoding(raw)) is not None:
        message = f"this file is {wide}; save it as UTF-8"
        return Decoded(None, (Problem(path, 1, 1, ENCODING, message, "choose the encoding UTF-8 when you save"),))
    try:
        text, problems = raw.decode("utf-8"), []
    except UnicodeDecodeError as error:
        text, problems = raw.decode("utf-8", errors="replace"), [_bad_byte(path, raw, error.start)]
    text = text.removeprefix("\ufeff")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.isprintable() and (first := UNSAFE.search(text)) is not None:
        problems.append(_control_character(path, text, first.start()))
        text = UNSAFE.sub(REPLACEMENT, text)
    if (conflict := _merge_conflict(path, text)) is not None:
        return Decoded(None, (*problems, conflict))
    return Decoded(text, tuple(problems))


def too_big(path: str, size: int, limit: int) -> Problem:
    """The problem of a file of `size` bytes where `limit` are allowed."""
    message = f"{readable_size(size)}, the limit is {readable_size(limit)}"
    return Problem(path, 1, 1, TOO_BIG, message, "split the file, or leave out what does not belong in it")


def readable_size(size: int) -> str:
    """A number of bytes in words: 640 bytes, 256 kB, 5.0 MB."""
    if size < 1000:
        return f"{size} bytes"
    return f"{size / 1_000_000:.1f} MB" if size >= 1_000_000 else f"{size / 1000:.0f} kB"


def character_name(character: str) -> str:
    """A refused character as its code point and, where people know one, its name."""
    point = ord(character)
    return f"U+{point:04X} {_NAMES[point]}" if point in _NAMES else f"U+{point:04X}"


def _wide_encoding(raw: bytes) -> str | None:
    for mark, name in _MARKS:
        if raw.startswith(mark):
            return name
    start = raw[:64]
    if len(start) < 4 or 0 not in start:
        return None
    # Without a mark, western text in a wide encoding shows by zeros at every second or three of four bytes.
    for name, width in (("UTF-32", 4), ("UTF-16", 2)):
        whole = start[: len(start) - len(start) % width]
        for place in (0, width - 1):
            zeros = [whole[byte::width] for byte in range(width) if byte != place]
            if all(set(column) == {0} for column in zeros) and 0 not in whole[place::width]:
                return name
    return None


def _bad_byte(path: str, raw: bytes, start: int) -> Problem:
    byte = raw[start : start + 1]
    before = raw[:start].decode("utf-8").removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    line_start = before.rfind("\n") + 1
    rest = re.split(rb"[\r\n]", raw[start : start + 400], maxsplit=1)[0]
    try:
        # The bytes 0x80 to 0x9F are letters and quotes only in Windows' own variant of Latin-1.
        name = "Latin-1" if byte >= b"\xa0" else "Windows-1252"
        guess = f" ({byte.decode('cp1252')} in {name}?)"
    except UnicodeDecodeError:
        guess = ""
    return Problem(
        path,
        before.count("\n") + 1,
        len(before) - line_start + 1,
        ENCODING,
        f"byte 0x{byte[0]:02X} is not UTF-8{guess}",
        "save the file with the encoding UTF-8",
        excerpt=UNSAFE.sub(REPLACEMENT, before[line_start:] + rest.decode("utf-8", errors="replace")),
    )


def _control_character(path: str, text: str, place: int) -> Problem:
    line_start = text.rfind("\n", 0, place) + 1
    line_end = text.find("\n", place)
    more = sum(1 for _ in UNSAFE.finditer(text, place + 1))
    others = f", and {more:,} more such characters follow" if more else ""
    return Problem(
        path,
        text.count("\n", 0, place) + 1,
        place - line_start + 1,
        CONTROL_CHARACTER,
        f"{character_name(text[place])} does not belong in a text{others}",
        "delete the character; it is invisible in many editors, so retyping the line is the surest way",
        excerpt=text[line_start : line_end if line_end >= 0 else None],
    )


def _merge_conflict(path: str, text: str) -> Problem | None:
    if "<<<<<<<" not in text and ">>>>>>>" not in text:
        return None
    markers = list(_merge_markers(text))
    # A row of '=' alone also underlines a heading in Markdown.
    if not any(text[place] in "<>" for place in markers):
        return None
    first, last = (text.count("\n", 0, place) + 1 for place in (markers[0], markers[-1]))
    return Problem(
        path,
        first,
        1,
        MERGE_CONFLICT,
        f"this file still holds a merge conflict (lines {first}-{last})",
        "keep one version of the text and delete the lines that begin with <<<<<<<, ======= and >>>>>>>",
        excerpt=text[markers[0] : text.find("\n", markers[0]) if "\n" in text[markers[0] :] else None],
    )


def _merge_markers(text: str) -> Iterator[int]:
    return (match.start() for match in _CONFLICT.finditer(text))
