# SPDX-License-Identifier: MIT
"""Smaller copies of a picture, in the kinds of file that browsers choose from: AVIF, WebP, and JPEG or PNG.

A page names them all with their widths, and a browser fetches the one that suits the screen.
"""

from __future__ import annotations

import io
from typing import Any

from dateline.images import Image, Picture, kind_of, opened

WIDTHS = (400, 800, 1600)
"""A column of text is about 800 pixels wide, on a fine screen twice that, on a telephone less."""

SAVED_AS: dict[str, dict[str, Any]] = {
    "AVIF": {"quality": 60, "speed": 7, "max_threads": 1},
    "WEBP": {"quality": 78, "method": 4},
    "JPEG": {"quality": 80, "optimize": True, "progressive": True},
    "PNG": {"optimize": True},
}
ENDINGS = {"AVIF": "avif", "WEBP": "webp", "JPEG": "jpg", "PNG": "png"}
TYPES = {"AVIF": "image/avif", "WEBP": "image/webp", "JPEG": "image/jpeg", "PNG": "image/png"}


def widths(image: Image) -> tuple[int, ...]:
    """The widths of a picture's copies, the smallest first; none is wider than the picture."""
    if not image.steady:
        return ()
    smaller = tuple(width for width in WIDTHS if width < image.width)
    return smaller if image.width > WIDTHS[-1] else (*smaller, image.width)


def kinds(image: Image) -> tuple[str, ...]:
    """The kinds of file of a picture's copies, the best first; the last is one that any browser knows."""
    from PIL import features

    modern = [kind for kind in ("AVIF", "WEBP") if features.check(kind.lower())]
    return (*modern, "PNG" if image.clear else "JPEG")


def height_at(width: int, image: Image) -> int:
    """The height of a copy."""
    return max(1, round(image.height * width / image.width))


def smaller(raw: bytes, kind: str, size: tuple[int, int]) -> bytes:
    """A copy of the picture, upright, of that kind and size and without metadata; raises `MediaError`.

    The colour profile stays.
    """
    from PIL import ImageOps

    with opened(raw, kind_of(raw) or "") as picture:
        options = dict(SAVED_AS[kind])
        if picture.info.get("icc_profile"):
            options["icc_profile"] = picture.info["icc_profile"]
        if picture.format == "JPEG":
            picture.draft(None, (max(size), max(size)))  # leaves out detail that would be lost anyway
        upright = in_colours(ImageOps.exif_transpose(picture), kind)
        made = upright.resize(size) if upright.size != size else upright
        made.info = {}
        copy = io.BytesIO()
        made.save(copy, kind, **options)
        return copy.getvalue()


def in_colours(picture: Picture, kind: str) -> Picture:
    """The picture in colours that can be made smaller and that the kind of file holds."""
    if kind != "JPEG" and ("A" in picture.mode or "transparency" in picture.info):
        return picture.convert("RGBA")
    return picture if picture.mode in ("L", "RGB") else picture.convert("RGB")
