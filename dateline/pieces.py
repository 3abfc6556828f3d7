# SPDX-License-Identifier: MIT
"""The pieces of an event that importers make of free text: titles, texts, tags, places, sources, times."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from dateline.clock import ClockError, parse_clock
from dateline.document.decoding import UNSAFE
from dateline.kinds import DECIMAL
from dateline.slugs import looks_like_id, slug
from dateline.urls import UrlError, parse_url
from dateline.yaml_text import Data

LONGEST_TITLE = 120
LONGEST_SUMMARY = 600
"""A longer text goes into the body."""

# What Markdown takes for a mark in the middle of a line, and at its start.
MARKS = re.compile(r"[\\`*_\[\]]|&(?=#?\w+;)")
LINE_MARKS = re.compile(r"^[ \t]*(?:([#>+=|~:-])|([0-9]+)([.)]))", re.MULTILINE)
HALF = re.compile(r"(\d{1,2})(?::(\d{2}))?(?::\d{2})? ?([AP])\.?M\.?", re.IGNORECASE)
FULL = re.compile(
    r"(\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?(?: ?(?:Z|UTC|GMT|[+-]\d{2}:?\d{2}))?", re.IGNORECASE
)
UTC = re.compile(r"(?:Z|UTC|GMT|[+-]00:?00)\Z", re.IGNORECASE)
OFFSET = re.compile(r"[+-]\d{2}:?\d{2}\Z")


def one_line(text: str) -> str:
    """The text on one line."""
    return UNSAFE.sub("", " ".join(text.split()))


def titled(text: str) -> tuple[str, str]:
    """A title of 120 characters at most, and the whole text where it was longer, else nothing."""
    line = one_line(text)
    if len(line) <= LONGEST_TITLE:
        return line, ""
    cut = line[: LONGEST_TITLE - 1].rpartition(" ")[0] or line[: LONGEST_TITLE - 1]
    return f"{cut}…", line


def told(text: str, *, markdown: bool = False) -> dict[str, Data]:
    """A short plain text as a summary, any other as a body; nothing where there is none."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    if not text:
        return {}
    if len(text) <= LONGEST_SUMMARY and not markdown:
        return {"summary": text}
    return {"body": text if markdown else escaped(text)}


def with_title(title: str, text: str, *, markdown: bool = False) -> dict[str, Data]:
    """Title and text, with a title that was too long in full before the text."""
    short, whole = titled(title)
    if whole:
        body = text if markdown else escaped(text)
        return {"title": short, **told(f"{escaped(whole)}\n\n{body}", markdown=True)}
    return {"title": short, **told(text, markdown=markdown)}


def escaped(text: str) -> str:
    """Plain text as Markdown that shows the same letters."""
    return LINE_MARKS.sub(line_escaped, marks_escaped(text))


def marks_escaped(text: str) -> str:
    """Text in the middle of a line, with marks of Markdown as letters."""
    text = MARKS.sub(lambda match: "&amp;" if match[0] == "&" else f"\\{match[0]}", text)
    return text.replace("<", "&lt;")


def line_escaped(match: re.Match[str]) -> str:
    """The start of a line that would be a heading, a list or a quotation, as text."""
    if match[1]:
        return f"&#{ord(match[1])};"
    return f"{match[2]}\\{match[3]}"


def tags_of(*texts: str) -> list[Data]:
    """Tags made of texts: lower case, words joined by hyphens, each once."""
    made = ("-".join(re.findall(r"[^\W_]+", unicodedata.normalize("NFC", text).lower())) for text in texts)
    return list(dict.fromkeys(tag for tag in made if tag))


def word_of(text: str) -> str:
    """A word of a vocabulary made of a text."""
    return slug(text).replace("-", "_")


def is_address(text: str) -> bool:
    """Whether the text is a web address that can be linked."""
    try:
        return not parse_url(text).href.startswith("mailto:")
    except UrlError:
        return False


def source_of(text: str) -> Data:
    """A source that is an address or a title; whatever looks like an id is a title too."""
    return text if is_address(text) else {"title": text}


def place_of(name: str, more: Mapping[str, Data] | None = None) -> Data:
    """A place by its name, in full where there is more to say or the name looks like an id."""
    if more or looks_like_id(name):
        return {"name": name, **(more or {})}
    return name


def decimal_of(text: str) -> float | None:
    """A number in plain digits."""
    return float(text) if DECIMAL.match(text) else None


def clock_of(text: str) -> tuple[str, str]:
    """A time of day as an event says it and its zone, UTC or none; raises ClockError for any other text.

    Seconds go: no field holds them.
    """
    text = text.strip()
    if match := HALF.fullmatch(text):
        hour = int(match[1]) % 12 + (12 if match[3].upper() == "P" else 0)
        if not 1 <= int(match[1]) <= 12:  # noqa: PLR2004  # a clock face
            raise ClockError(f"no clock shows {text}", "write it as in 16:30")
        return parse_clock(f"{hour:02}:{match[2] or '00'}").text, ""
    if match := FULL.fullmatch(text):
        if OFFSET.search(text) and not UTC.search(text):
            raise ClockError(
                f"{text} has an offset, and an event has a time zone", "write the local time alone"
            )
        plain = parse_clock(f"{int(match[1]):02}:{match[2]}").text
        return plain, "UTC" if UTC.search(text) else ""
    return parse_clock(text).text, ""
