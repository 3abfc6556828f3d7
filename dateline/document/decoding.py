# SPDX-License-Identifier: MIT
"""Bytes become text once, strictly: UTF-8, line ends as newlines, nothing that deceives a parser."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b

from dateline.codes.reading import CONTROL_CHARACTER, ENCODING, MERGE_CONFLICT, TOO_BIG
from dateline.problems import Code, Problem

Place = tuple[int, int]  # line and column, both from 1

_KILO = 1000
REPLACEMENT = "\ufffd"

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


@dataclass(frozen=True)
class Text:
    """The text of one file, which knows its lines and makes problems with their source line."""

    path: str
    text: str

    @cached_property
    def lines(self) -> list[str]:
        """The lines without their ends."""
        return self.text.split("\n")

    def line(self, number: int) -> str:
        """The line of that number, from 1; empty beyond the end."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    def place(self, index: int) -> Place:
        """The line and column of the character at an index."""
        return self.text.count("\n", 0, index) + 1, index - self.text.rfind("\n", 0, index)

    def problem(self, code: Code, place: Place, message: str, hint: str = "") -> Problem:
        """A problem at a place, with the line that stands there."""
        line, column = place
        return Problem(self.path, line, column, code, message, hint, code.severity, self.line(line))


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
        return Decoded(
            None, (Problem(path, 1, 1, ENCODING, message, "choose the encoding UTF-8 when you save"),)
        )
    try:
        text, problems = raw.decode("utf-8"), []
    except UnicodeDecodeError as error:
        text, problems = raw.decode("utf-8", errors="replace"), [_bad_byte(path, raw, error.start)]
    text = text.removeprefix("\ufeff")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    # The first test is ten times faster and holds for nearly every file.
    if not text.replace("\n", "").isprintable() and (first := UNSAFE.search(text)) is not None:
        problems.append(_control_character(Text(path, text), first.start()))
        text = UNSAFE.sub(REPLACEMENT, text)
    if (conflict := _merge_conflict(Text(path, text))) is not None:
        return Decoded(None, (*problems, conflict))
    return Decoded(text, tuple(problems))


def digest_of(raw: bytes) -> str:
    """The BLAKE2b digest of a file's bytes, as 64 hexadecimal digits."""
    return blake2b(raw, digest_size=32).hexdigest()


def too_big(path: str, size: int, limit: int) -> Problem:
    """The problem of a file of `size` bytes where `limit` are allowed."""
    message = f"{readable_size(size)}, the limit is {readable_size(limit)}"
    return Problem(path, 1, 1, TOO_BIG, message, "split the file, or leave out what does not belong in it")


def readable_size(size: int) -> str:
    """A number of bytes in words: 640 bytes, 256 kB, 5.0 MB."""
    if size < _KILO:
        return f"{size} bytes"
    return f"{size / _KILO:.0f} kB" if size < _KILO * _KILO else f"{size / _KILO / _KILO:.1f} MB"


def character_name(character: str) -> str:
    """A refused character as its code point and, where people know one, its name."""
    point = ord(character)
    return f"U+{point:04X} {_NAMES[point]}" if point in _NAMES else f"U+{point:04X}"


def _wide_encoding(raw: bytes) -> str | None:
    for mark, name in _MARKS:
        if raw.startswith(mark):
            return name
    start = raw[:64]
    if 0 not in start:
        return None
    # Without a mark, western text in a wide encoding shows by zeros at every second or three of four bytes.
    for name, width in (("UTF-32", 4), ("UTF-16", 2)):
        whole = start[: len(start) - len(start) % width]
        for place in (0, width - 1):
            zeros = [whole[byte::width] for byte in range(width) if byte != place]
            if whole and all(set(column) == {0} for column in zeros) and 0 not in whole[place::width]:
                return name
    return None


def _bad_byte(path: str, raw: bytes, start: int) -> Problem:
    byte = raw[start : start + 1]
    before = raw[:start].decode("utf-8").removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    rest = re.split(rb"[\r\n]", raw[start : start + 400], maxsplit=1)[0].decode("utf-8", errors="replace")
    try:
        # The bytes 0x80 to 0x9F are letters and quotes only in Windows' own variant of Latin-1.
        name = "Latin-1" if byte >= b"\xa0" else "Windows-1252"
        guess = f" ({byte.decode('cp1252')} in {name}?)"
    except UnicodeDecodeError:
        guess = ""
    text = Text(path, UNSAFE.sub(REPLACEMENT, before + rest))
    message = f"byte 0x{byte[0]:02X} is not UTF-8{guess}"
    return text.problem(ENCODING, text.place(len(before)), message, "save the file with the encoding UTF-8")


def _control_character(text: Text, index: int) -> Problem:
    more = sum(1 for _ in UNSAFE.finditer(text.text, index + 1))
    others = f", and {more:,} more of its kind" if more else ""
    message = f"{character_name(text.text[index])} does not belong in a text{others}"
    hint = "delete it; many editors do not show it, so retyping the line is the surest way"
    return text.problem(CONTROL_CHARACTER, text.place(index), message, hint)


def _merge_conflict(text: Text) -> Problem | None:
    if "<<<<<<<" not in text.text and ">>>>>>>" not in text.text:
        return None
    markers = [match.start() for match in _CONFLICT.finditer(text.text)]
    # A row of '=' alone also underlines a heading in Markdown.
    if not any(text.text[index] in "<>" for index in markers):
        return None
    first, last = text.place(markers[0]), text.place(markers[-1])
    message = f"this file still holds a merge conflict (lines {first[0]}-{last[0]})"
    hint = "keep one version of the text and delete the lines of <<<<<<<, ======= and >>>>>>>"
    return text.problem(MERGE_CONFLICT, first, message, hint)
