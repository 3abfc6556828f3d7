# SPDX-License-Identifier: MIT
"""The picture that goes along when a link to an event is shared: title, date and verification in words.

Its letters come from two fonts of packages that are installed together with Pillow, so that every
machine draws the same: Noto Sans, and IBM Plex Sans Arabic. Where they lack a letter nothing is
drawn, rather than a row of boxes.
"""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any, TypeAlias

Font: TypeAlias = Any  # Pillow's font; Pillow may not be installed
Drawing: TypeAlias = Any

WIDTH, HEIGHT = 1200, 630
MARGIN = 72
PAPER, INK, GREY = (0xFD, 0xFC, 0xF9), (0x1C, 0x1B, 0x19), 168
"""The colours of the pages; the card has shades from one to the other, and grey is that of 255."""

SIZES = (76, 64, 54, 46)
"""The sizes in which a title is tried, until it takes no more lines than there is room for."""

ROOM = 4
SMALL = 34
SPACING = 1.22
NO_LETTER = chr(0xFFFFE)
SHAPED_FROM = 0x0590
"""Letters from Hebrew on join, or run from right to left: only Raqm puts them together."""

FILES = {
    "fontpkg_noto_sans": {400: "NotoSans[wdth,wght].ttf", 700: "NotoSans[wdth,wght].ttf"},
    "fontpkg_ibm_plex_sans_arabic": {
        400: "IBMPlexSansArabic-Regular.ttf",
        700: "IBMPlexSansArabic-Bold.ttf",
    },
}


@dataclass(frozen=True, slots=True)
class ShareCard:
    """What the picture says; `direction` is that of the page, `title_direction` that of the title."""

    site: str
    title: str
    when: str
    label: str
    direction: str
    title_direction: str

    @property
    def texts(self) -> tuple[str, ...]:
        """All that is written on it."""
        return (self.site, self.title, self.when, self.label)


def able() -> bool:
    """Whether Pillow and both fonts are installed."""
    return all(find_spec(name) is not None for name in ("PIL", *FILES))


def can_write(text: str) -> bool:
    """Whether one font has all letters of a text, and can put them together."""
    return package_for(plain(text)) is not None


def draw(card: ShareCard) -> bytes:
    """The picture as PNG: for the same card and the same packages always the same bytes."""
    from PIL import Image, ImageDraw

    picture = Image.new("L", (WIDTH, HEIGHT), 0)
    drawing = ImageDraw.Draw(picture)
    drawing.rectangle((0, 0, WIDTH, 11), fill=255)
    drawing.rectangle((0, 16, WIDTH, 18), fill=255)
    write(drawing, 60, plain(card.site), SMALL, card.direction, shade=GREY)
    size, lines = fitted(plain(card.title))
    for number, line in enumerate(lines):
        write(drawing, 136 + number * size * SPACING, line, size, card.title_direction, weight=700)
    badge(drawing, plain(card.label), card.direction)
    write(drawing, HEIGHT - 150, plain(card.when), SMALL, card.direction)
    shades = [
        round(paper + (ink - paper) * step / 255)
        for step in range(256)
        for paper, ink in zip(PAPER, INK, strict=True)
    ]
    picture.putpalette(shades)
    made = io.BytesIO()
    picture.save(made, "PNG")
    return made.getvalue()


def write(  # noqa: PLR0913  # where, what and how
    drawing: Drawing,
    top: float,
    text: str,
    size: int,
    direction: str,
    *,
    weight: int = 400,
    shade: int = 255,
    indent: int = 0,
) -> None:
    """Write one line from the edge at which its language begins, cut off where there is no more room."""
    line = shortened(text, size, weight, WIDTH - 2 * MARGIN - indent)
    rtl = direction == "rtl"
    font = font_for(line, size, weight)
    shaped = {"direction": direction} if needs_shaping(line) else {}
    left = WIDTH - MARGIN - indent - font.getlength(line, **shaped) if rtl else MARGIN + indent
    drawing.text((round(left), round(top)), line, fill=shade, font=font, **shaped)


def badge(drawing: Drawing, label: str, direction: str) -> None:
    """The verification label in a frame, as on the page."""
    width = round(font_for(label, SMALL, 700).getlength(label)) + 56
    left = WIDTH - MARGIN - width if direction == "rtl" else MARGIN
    top = HEIGHT - 94
    drawing.rounded_rectangle((left, top, left + width, top + 58), radius=29, outline=255, width=3)
    write(drawing, top + 5, label, SMALL, direction, weight=700, indent=28)


def fitted(title: str) -> tuple[int, list[str]]:
    """The largest size in which the title has room, and its lines; a longer one ends in three dots."""
    for size in SIZES:
        lines = list(broken(title, size))
        if len(lines) * size * SPACING <= ROOM * SIZES[1] * SPACING:
            return size, lines
    most = int(ROOM * SIZES[1] / SIZES[-1])
    return SIZES[-1], [*lines[: most - 1], f"{lines[most - 1]} \N{HORIZONTAL ELLIPSIS}"]


def broken(text: str, size: int) -> Iterator[str]:
    """The text in lines that fit between the margins."""
    font, line = font_for(text, size, 700), ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if line and font.getlength(longer) > WIDTH - 2 * MARGIN:
            yield line
            line = word
        else:
            line = longer
    yield line


def shortened(text: str, size: int, weight: int, room: int) -> str:
    """The text, or as much of its beginning as there is room for and three dots."""
    font = font_for(text, size, weight)
    if font.getlength(text) <= room:
        return text
    cut = text.removesuffix(" \N{HORIZONTAL ELLIPSIS}")
    while cut and font.getlength(f"{cut}\N{HORIZONTAL ELLIPSIS}") > room:
        cut = cut[:-1]
    return f"{cut.rstrip()}\N{HORIZONTAL ELLIPSIS}"


def plain(text: str) -> str:
    """The text as it is drawn: composed letters, single spaces, and no signs that say only how it runs."""
    composed = unicodedata.normalize("NFC", " ".join(text.split()))
    joining = "\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}"
    return "".join(one for one in composed if one in joining or not unicodedata.category(one).startswith("C"))


def needs_shaping(text: str) -> bool:
    """Whether letters of the text have to be joined or run from right to left."""
    return any(ord(one) >= SHAPED_FROM and unicodedata.category(one)[0] in "LM" for one in text)


@cache
def can_shape() -> bool:
    """Whether Raqm is at hand, with the library that it needs for what runs from right to left."""
    from PIL import features

    return bool(features.check("raqm") and features.check("fribidi"))


def package_for(text: str) -> str | None:
    """The first font that has all letters of the text, or None where none has, or cannot join them."""
    if needs_shaping(text) and not can_shape():
        return None
    letters = {one for one in text if not one.isspace() and unicodedata.category(one) != "Cf"}
    return next((name for name in FILES if all(has(name, one) for one in sorted(letters))), None)


@cache
def has(name: str, letter: str) -> bool:
    """Whether a font has a letter, which else looks like one that nobody has."""
    font = font_of(name, 24, 400, shaped=False)
    return bytes(font.getmask(letter)) != bytes(font.getmask(NO_LETTER))


def font_for(text: str, size: int, weight: int) -> Font:
    """The font in which a text is drawn."""
    return font_of(package_for(text) or next(iter(FILES)), size, weight, shaped=needs_shaping(text))


@cache
def font_of(name: str, size: int, weight: int, *, shaped: bool) -> Font:
    """A font in one size and weight; letters that need no shaping are set the same way everywhere."""
    module = import_module("PIL.ImageFont")
    engine = module.Layout.RAQM if shaped else module.Layout.BASIC
    font = module.truetype(folder_of(name) / FILES[name][weight], size, layout_engine=engine)
    if "[" in FILES[name][weight]:
        font.set_variation_by_axes([weight, 100])
    return font


def folder_of(name: str) -> Path:
    """Where the files of a font's package are."""
    found = find_spec(name)
    assert found is not None, "only drawn where all fonts are installed"  # noqa: S101  # for the type
    assert found.origin is not None, "a package of files"  # noqa: S101  # for the type
    return Path(found.origin).parent / "files"
