# SPDX-License-Identifier: MIT
"""The one door to Pillow: which pictures may be published, and copies that give nobody away.

Pillow is an extra and is imported when the first picture needs it. The modules of this package make
smaller copies of a picture, and draw the picture that goes along when a link to an event is shared.
"""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any, TypeAlias

from dateline.codes import media as codes
from dateline.digest import digest
from dateline.engine import version_of
from dateline.problems import Code, nearest, shown

Picture: TypeAlias = Any  # Pillow's picture; Pillow may not be installed

MOST_PIXELS = 40_000_000
MOST_BYTES = 32 * 1024 * 1024

KINDS = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG", ".webp": "WEBP", ".avif": "AVIF", ".gif": "GIF"}
MAGIC = (
    ("JPEG", re.compile(rb"\xff\xd8\xff")),
    ("PNG", re.compile(rb"\x89PNG\r\n\x1a\n")),
    ("GIF", re.compile(rb"GIF8[79]a")),
    ("WEBP", re.compile(rb"RIFF....WEBP", re.DOTALL)),
    ("AVIF", re.compile(rb"....ftypavi[fs]", re.DOTALL)),
)
OTHERS = (
    (
        "an SVG drawing",
        re.compile(
            rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*|<!DOCTYPE[^>]*>\s*)*<svg", re.DOTALL | re.IGNORECASE
        ),
    ),
    ("a web page", re.compile(rb"\s*<(?:!doctype|html|head|body|script|!--)", re.IGNORECASE)),
    ("a PDF", re.compile(rb"\s*%PDF")),
    ("a ZIP archive", re.compile(rb"PK[\x03\x05]")),
    ("empty", re.compile(rb"\Z")),
)
SAVED_AS: dict[str, dict[str, Any]] = {
    "JPEG": {"quality": 90, "optimize": True},
    "PNG": {"optimize": False},
    "GIF": {},
    "WEBP": {"quality": 90, "method": 4},
    "AVIF": {"quality": 85, "max_threads": 1},
}
# Others have more than eight bits, or inks for print, which a smaller copy would not show right.
MODES = frozenset({"1", "L", "LA", "P", "PA", "RGB", "RGBA"})
# What a palette or an animation cannot do without, and nothing that tells of its maker.
KEPT_INFO = ("transparency", "background", "loop", "duration", "disposal", "blend", "default_image")
ORIENTATION = 0x0112
GPS_IFD = 0x8825
XMP_GPS = re.compile(rb"\bGPS(?:Latitude|Longitude|Position)")
PNG_METADATA = re.compile(rb"eXIf|[tzi][TX]Xt")
GPS_HINT = (
    "the original stays in the repository: remove the position before you commit (exiftool -gps:all= FILE)"
)


FONTS = ("fontpkg-ibm-plex-sans-arabic", "fontpkg-noto-sans")


class ImagesUnavailable(RuntimeError):  # noqa: N818 - the name says what is so
    """Pillow is not installed, so that no picture can be looked at."""


class MediaError(ValueError):
    """A picture that may not be published: which code, what is wrong and what to do."""

    def __init__(self, code: Code, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Image:
    """What a page says of a picture: width and height in pixels, upright; size in bytes.

    `steady` pictures do not move and have colours that every kind of file can hold, so that they can be
    made smaller; in `clear` ones something shines through.
    """

    format: str
    width: int
    height: int
    has_gps: bool
    size: int
    steady: bool = True
    clear: bool = False


def inspect(name: str, raw: bytes) -> Image:
    """What kind of picture a file in media/ is, from its header; raises `MediaError`.

    Nothing is decoded before the size is known to be bearable.
    """
    expected = KINDS.get(suffix_of(name))
    if expected is None:
        message = f"{shown(suffix_of(name) or name)} files are not published"
        raise MediaError(codes.MEDIA_TYPE, message, "save the picture as .jpg, .png, .webp, .avif or .gif")
    actual = kind_of(raw)
    if actual != expected:
        message = f"the name says {expected}, the file is {actual or description_of(raw)}"
        raise MediaError(codes.MEDIA_MISMATCH, message, "save it again in the kind that its name says")
    with opened(raw, actual) as picture:
        turned = orientation_of(picture) >= 5  # noqa: PLR2004 - EXIF: 5 to 8 lie on their side
        width, height = reversed(picture.size) if turned else picture.size
        steady = picture.mode in MODES and frame_count(picture, actual) == 1
        return Image(actual, width, height, has_gps(picture, raw), len(raw), steady, is_clear(picture))


def read_whole(raw: bytes) -> None:
    """Decode the picture to its end; raises `MediaError` where only its beginning is sound."""
    kind = kind_of(raw) or ""
    with opened(raw, kind) as picture:
        for number in range(frame_count(picture, kind)):
            picture.seek(number)
            picture.load()


def publishable(raw: bytes) -> bytes:
    """A copy of the picture, upright, without metadata; raises `MediaError`.

    EXIF, XMP, IPTC, comments, thumbnails and what follows the picture in its file are gone; the
    colour profile stays, and so do kind and animation. The same bytes give the same copy with the
    same Pillow.
    """
    kind = kind_of(raw)
    if kind is None:
        raise MediaError(codes.MEDIA_MISMATCH, f"the file is {description_of(raw)}", "save it as a picture")
    with opened(raw, kind) as picture:
        options = dict(SAVED_AS[kind])
        if kind == "WEBP" and b"VP8L" in raw[:64]:
            options |= {"lossless": True}
        if picture.info.get("icc_profile"):
            options["icc_profile"] = picture.info["icc_profile"]
        frames = list(clean_frames(picture, kind))
        if len(frames) > 1:
            options |= {"save_all": True, "append_images": frames[1:], **timing(frames, picture)}
        copy = io.BytesIO()
        frames[0].save(copy, kind, **options)
        return copy.getvalue()


@cache
def made_by() -> str:
    """A digest of what makes the pictures that we publish: this package, Pillow and the fonts."""
    code = [path.read_text("utf-8") for path in sorted(Path(__file__).parent.glob("*.py"))]
    return digest([code, [version_of(package) for package in ("pillow", *FONTS)]])


def missing(name: str, present: Iterable[str]) -> MediaError:
    """The error for a picture that is not in media/, with the one that was probably meant."""
    names = sorted(present)
    close = next((there for there in names if there.casefold() == name.casefold()), None) or nearest(
        name, names
    )
    if close is None:
        return MediaError(codes.MEDIA_MISSING, f"{shown(name)} is not in media/", "add the file to media/")
    return MediaError(codes.MEDIA_MISSING, f"{name} - there is {close}", f"write {close}")


def suffix_of(name: str) -> str:
    """The ending of a file's name with its dot, in lower case."""
    _, dot, ending = name.rpartition("/")[2].rpartition(".")
    return dot + ending.lower() if dot else ""


def kind_of(raw: bytes) -> str | None:
    """The kind of picture that the first bytes promise."""
    return next((kind for kind, magic in MAGIC if magic.match(raw)), None)


def description_of(raw: bytes) -> str:
    """What a file that is no picture seems to be."""
    return next((what for what, magic in OTHERS if magic.match(raw[:4096])), "no picture that we know")


def pillow() -> ModuleType:
    """Pillow's `Image` module."""
    try:
        return import_module("PIL.Image")
    except ImportError:
        raise ImagesUnavailable("pictures need Pillow: pip install 'dateline[images]'") from None


@contextmanager
def opened(raw: bytes, kind: str) -> Iterator[Picture]:
    """The picture, its header read and found bearable; whatever Pillow says of it is a `MediaError`."""
    module = pillow()
    if len(raw) > MOST_BYTES:
        megabytes = f"{len(raw) / 1024 / 1024:,.1f} MB, the limit is {MOST_BYTES // 1024 // 1024}"
        raise MediaError(codes.IMAGE_TOO_LARGE, f"the file has {megabytes}", "save it smaller")
    bombs = (module.DecompressionBombError, module.DecompressionBombWarning)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            warnings.simplefilter("error", module.DecompressionBombWarning)
            with module.open(io.BytesIO(raw), formats=[kind]) as picture:
                refuse_too_large(picture, kind)
                yield picture
    except MediaError:
        raise
    except bombs:
        raise MediaError(
            codes.IMAGE_TOO_LARGE, "the picture has far too many pixels", "save it smaller"
        ) from None
    except Exception as error:  # noqa: BLE001 - Pillow raises almost anything for bytes made to break it
        message = f"the picture cannot be read ({type(error).__name__})"
        raise MediaError(
            codes.MEDIA_MISMATCH, message, "open it, see whether it is whole, and save it again"
        ) from None


def refuse_too_large(picture: Picture, kind: str) -> None:
    """Raise for more pixels, over all frames, than a build can bear."""
    width, height = picture.size
    frames = frame_count(picture, kind) if width * height <= MOST_PIXELS else 1
    pixels = width * height * frames
    if pixels > MOST_PIXELS:
        size = f"{width:,} x {height:,} pixels" + (f" in {frames:,} frames" if frames > 1 else "")
        message = f"the picture has {size}; the limit is {MOST_PIXELS // 1_000_000} million"
        raise MediaError(codes.IMAGE_TOO_LARGE, message, "save it smaller")


def frame_count(picture: Picture, kind: str) -> int:
    """How many frames move; a second picture in a JPEG, as phones put there, is none."""
    return 1 if kind == "JPEG" else int(getattr(picture, "n_frames", 1))


def orientation_of(picture: Picture) -> int:
    """How the picture is to be turned, in EXIF's numbers from 1 to 8."""
    found = picture.getexif().get(ORIENTATION, 1)
    return found if isinstance(found, int) and 1 <= found <= 8 else 1  # noqa: PLR2004 - EXIF 4.6.5.1.6


def is_clear(picture: Picture) -> bool:
    """Whether something shines through the picture."""
    return "A" in picture.mode or "transparency" in picture.info


def has_gps(picture: Picture, raw: bytes) -> bool:
    """Whether EXIF or XMP says where the camera was."""
    if picture.format == "PNG" and PNG_METADATA.search(raw):
        picture.load()  # a PNG may carry them after its pixels
    exif = picture.getexif()
    xmp = [value for value in picture.info.values() if isinstance(value, str)]
    packets = [raw, *(value.encode("utf-8", "replace") for value in xmp)]
    return bool(exif.get_ifd(GPS_IFD)) or any(XMP_GPS.search(packet) for packet in packets)


def clean_frames(picture: Picture, kind: str) -> Iterator[Picture]:
    """The frames, upright and with nothing in their information but what shows."""
    from PIL import ImageOps

    for number in range(frame_count(picture, kind)):
        if number:
            picture.seek(number)
        frame = ImageOps.exif_transpose(picture)
        frame.info = {name: frame.info[name] for name in KEPT_INFO if name in frame.info}
        yield frame


def timing(frames: list[Picture], picture: Picture) -> dict[str, Any]:
    """How long each frame stands, in milliseconds, and how often they are repeated (0: for ever)."""
    return {
        "duration": [int(frame.info.get("duration", 100)) for frame in frames],
        "loop": int(picture.info.get("loop", 0)),
    }
