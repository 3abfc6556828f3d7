# SPDX-License-Identifier: MIT
"""Lines of iCalendar (RFC 5545): texts escaped, long lines folded between whole letters, CR LF at the end."""

from __future__ import annotations

import re

LONGEST = 75
"""How many bytes a line has at most, without its end."""

OWN_PREFIX = "X-DATELINE-"
"""What the names of properties begin with that other programs pass over."""

CONTROLS = re.compile("[\\x00-\\x08\\x0a-\\x1f\\x7f-\\x9f]")  # category Cc of Unicode, but for the tab
ESCAPED = re.compile(r"\\([\\;,nN])")
FOLD = re.compile(rb"\r?\n[ \t]")

FIRST_TWO, WITHIN = 0b1100_0000, 0b1000_0000  # bits of a byte of UTF-8 that begins no letter


def text(value: str) -> str:
    """A text as a value: what would end it or part it is escaped."""
    escaped = value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return "\\n".join(CONTROLS.sub("", one) for one in escaped.splitlines())


def plain(value: str) -> str:
    """The text of a value; the inverse of `text` for all that it keeps."""
    return ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], value)


def unfolded(raw: bytes) -> bytes:
    """The lines of a file whole; a fold may part the bytes of a letter, so they are joined as bytes."""
    return FOLD.sub(b"", raw)


def folded(line: str) -> str:
    """The line with its end; what is too long goes on in lines that begin with a blank."""
    raw = line.encode()
    if len(raw) <= LONGEST:
        return f"{line}\r\n"
    parts: list[str] = []
    start = 0
    while start < len(raw):
        end = min(start + LONGEST - bool(parts), len(raw))
        while end < len(raw) and raw[end] & FIRST_TWO == WITHIN:  # a letter would be cut in two
            end -= 1
        parts.append(raw[start:end].decode())
        start = end
    return "\r\n ".join(parts) + "\r\n"
