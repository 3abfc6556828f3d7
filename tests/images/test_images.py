# SPDX-License-Identifier: MIT
"""Only pictures are published, none too large, and their copies give nobody away."""

from __future__ import annotations

import io
import struct
import sys
import zlib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image as Pillow
from PIL import ImageCms, PngImagePlugin

from dateline.codes import media as codes
from dateline.images import ImagesUnavailable, MediaError, inspect, missing, publishable
from dateline.problems import Code
from tests.torture import Tell

ENDINGS = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp", "AVIF": "avif", "GIF": "gif"}
PROFILE = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
XMP = (
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/">'
    b'<rdf:Description exif:GPSLatitude="35,6.0N" dc:creator="Secret Name"/></x:xmpmeta>'
)


def two_colours() -> Pillow.Image:
    """40 wide, 20 high: red on the left, blue on the right."""
    picture = Pillow.new("RGB", (40, 20), "red")
    picture.paste("blue", (20, 0, 40, 20))
    return picture


def exif(*, gps: bool = True, orientation: int = 1) -> Pillow.Exif:
    """EXIF data as a phone writes it."""
    made = Pillow.Exif()
    made[0x0112] = orientation
    made[0x013B] = "Secret Name"
    made[0xA431] = "SERIAL-1234"
    if gps:
        made.get_ifd(0x8825).update({1: "N", 2: (35.0, 6.0, 0.0), 3: "E", 4: (40.0, 33.0, 0.0)})
    return made


def picture(kind: str, **options: Any) -> bytes:
    """The bytes of the two colours in one kind of file."""
    made = io.BytesIO()
    two_colours().save(made, kind, **options)
    return made.getvalue()


def refusal(name: str, raw: bytes) -> MediaError:
    with pytest.raises(MediaError) as caught:
        inspect(name, raw)
    return caught.value


def png_header(width: int, height: int) -> bytes:
    """A PNG that says how large it is and holds nothing."""
    head = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = [head, b"IDAT" + zlib.compress(b"\0" * 1000), b"IEND"]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(chunk) - 4) + chunk + struct.pack(">I", zlib.crc32(chunk)) for chunk in chunks
    )


@pytest.mark.parametrize("kind", ENDINGS)
def test_a_picture_says_what_it_is(kind: str) -> None:
    raw = picture(kind)
    image = inspect(f"media/Photo.{ENDINGS[kind].upper()}", raw)

    assert (kind, 40, 20, False, len(raw)) == (
        image.format,
        image.width,
        image.height,
        image.has_gps,
        image.size,
    )


@pytest.mark.parametrize(
    "name",
    [
        "a.svg",
        "a.html",
        "a.pdf",
        "a.js",
        "a.tiff",
        "a",
        "a.jpg.svg",
        "a.jpg.",
        "media.jpg/a",
        ".htaccess",
        "CNAME",
    ],
)
def test_other_kinds_of_file_are_refused(name: str) -> None:
    assert codes.MEDIA_TYPE is refusal(f"media/{name}", picture("PNG")).code


@pytest.mark.parametrize(
    ("raw", "what"),
    [
        (b"<!DOCTYPE html><script>alert(1)</script>", "a web page"),
        (b"<?xml version='1.0'?><svg onload='alert(1)'/>", "an SVG drawing"),
        (b"%PDF-1.7", "a PDF"),
        (b"PK\x03\x04", "a ZIP archive"),
        (b"", "empty"),
        (b"GIF89a/*" + b"a" * 100, "GIF"),
        (b"\xff\xd8\xff\xe0<script>", "JPEG"),
        (b"hello", "no picture"),
        (picture("WEBP"), "WEBP"),
    ],
)
def test_a_file_that_is_not_what_its_name_says_is_refused(raw: bytes, what: str) -> None:
    error = refusal("media/page.png", raw)

    assert codes.MEDIA_MISMATCH is error.code
    assert what in error.message


@pytest.mark.parametrize("kind", ENDINGS)
def test_a_file_of_the_right_head_and_nothing_else_is_refused(kind: str) -> None:
    assert (
        codes.MEDIA_MISMATCH
        is refusal(f"a.{ENDINGS[kind]}", picture(kind)[:16] + b"<script>alert(1)</script>").code
    )
    with pytest.raises(MediaError):
        publishable(picture(kind)[:-30])


@pytest.mark.parametrize(
    "size", [(60_000, 60_000), (10_000, 9_500), (7_000, 7_000), (2**31 - 1, 2**31 - 1), (50_000_000, 1)]
)
def test_too_many_pixels_are_refused_before_they_are_decoded(size: tuple[int, int]) -> None:
    raw = png_header(*size)

    assert codes.IMAGE_TOO_LARGE is refusal("media/bomb.png", raw).code
    with pytest.raises(MediaError):
        publishable(raw)


def test_too_many_bytes_and_too_many_frames_are_refused() -> None:
    assert codes.IMAGE_TOO_LARGE is refusal("a.png", picture("PNG") + b"\0" * (33 * 1024 * 1024)).code
    frames = [Pillow.new("L", (2000, 2000), shade) for shade in range(11)]
    made = io.BytesIO()
    frames[0].save(made, "GIF", save_all=True, append_images=frames[1:])
    error = refusal("a.gif", made.getvalue())
    assert codes.IMAGE_TOO_LARGE is error.code
    assert "11 frames" in error.message


def test_a_position_is_found_in_exif_and_in_xmp() -> None:
    info = PngImagePlugin.PngInfo()
    info.add_itxt("XML:com.adobe.xmp", XMP.decode(), zip=True)

    for kind in ("JPEG", "PNG", "WEBP", "AVIF"):
        name = f"a.{ENDINGS[kind]}"
        assert inspect(name, picture(kind, exif=exif())).has_gps
        assert not inspect(name, picture(kind, exif=exif(gps=False))).has_gps
    for kind in ("JPEG", "WEBP", "AVIF"):
        assert inspect(f"a.{ENDINGS[kind]}", picture(kind, xmp=XMP)).has_gps
    assert inspect("a.png", picture("PNG", pnginfo=info)).has_gps


def test_a_position_after_the_pixels_of_a_png_is_found() -> None:
    raw = picture("PNG")
    chunk = b"eXIf" + exif().tobytes().removeprefix(b"Exif\0\0")
    late = (
        raw[:-12]
        + struct.pack(">I", len(chunk) - 4)
        + chunk
        + struct.pack(">I", zlib.crc32(chunk))
        + raw[-12:]
    )

    assert inspect("a.png", late).has_gps
    assert b"eXIf" not in publishable(late)


@pytest.mark.torture
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_a_copy_tells_nothing_of_its_maker_and_keeps_its_colours(kind: str, figure: Tell) -> None:
    options: dict[str, Any] = {"exif": exif(), "icc_profile": PROFILE}
    if kind == "PNG":
        options["pnginfo"] = PngImagePlugin.PngInfo()
        options["pnginfo"].add_text("Author", "Secret Name")
    else:
        options["xmp"] = XMP
    if kind == "JPEG":
        options["comment"] = b"Secret Name"
    raw = picture(kind, **options)
    copy = publishable(raw + b"<script>Secret Name</script>" if kind in {"JPEG", "PNG"} else raw)

    assert b"Secret" in raw
    for told in (b"Secret", b"SERIAL", b"GPS", b"Exif", b"script"):
        assert told not in copy
    with Pillow.open(io.BytesIO(copy)) as opened:
        opened.load()
        assert opened.format == kind
        assert not dict(opened.getexif())
        assert PROFILE == opened.info["icc_profile"]
        assert not {"exif", "xmp", "comment", "photoshop", "Author"} & set(opened.info)
    figure("S6", f"a {kind} with position, author and serial number in all places that it has", "none left")


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_copy_stands_upright(kind: str) -> None:
    raw = picture(kind, exif=exif(orientation=6), **({"quality": 95} if kind != "PNG" else {}))
    image = inspect(f"a.{ENDINGS[kind]}", raw)
    copy = publishable(raw)

    assert (20, 40) == (image.width, image.height)
    with Pillow.open(io.BytesIO(copy)) as opened:
        assert (20, 40) == opened.size
        top, bottom = (opened.convert("RGB").getpixel((10, row)) for row in (5, 35))
    assert isinstance(top, tuple)
    assert isinstance(bottom, tuple)
    assert top[0] > 200 > top[2]
    assert bottom[2] > 200 > bottom[0]


@pytest.mark.parametrize("kind", ENDINGS)
def test_a_copy_is_the_same_every_time_and_may_be_copied_again(kind: str) -> None:
    raw = picture(kind)
    copy = publishable(raw)

    assert copy == publishable(raw)
    assert kind == inspect(f"a.{ENDINGS[kind]}", publishable(copy)).format


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_a_png_keeps_its_pixels(mode: str) -> None:
    first = two_colours().convert("L").convert(mode) if mode == "I;16" else two_colours().convert(mode)
    made = io.BytesIO()
    first.save(made, "PNG")
    with Pillow.open(io.BytesIO(publishable(made.getvalue()))) as opened:
        assert (
            list(first.convert("RGBA").tobytes()) == list(opened.convert("RGBA").tobytes()) or mode == "I;16"
        )
        assert opened.size == first.size


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG"])
def test_an_animation_keeps_moving(kind: str) -> None:
    frames = [Pillow.new("RGB", (10, 10), colour) for colour in ("red", "green", "blue")]
    made = io.BytesIO()
    options: dict[str, Any] = {"comment": b"Secret"} if kind == "GIF" else {}
    frames[0].save(
        made, kind, save_all=True, append_images=frames[1:], duration=[100, 200, 300], loop=0, **options
    )
    copy = publishable(made.getvalue())

    assert b"Secret" not in copy
    with Pillow.open(io.BytesIO(copy)) as opened:
        assert getattr(opened, "n_frames", 1) == 3
        opened.seek(1)
        opened.load()
        assert opened.info["duration"] == 200


def test_a_palette_keeps_what_is_transparent() -> None:
    first = two_colours().convert("P", palette=Pillow.Palette.ADAPTIVE)
    made = io.BytesIO()
    first.save(made, "GIF", transparency=0)
    with Pillow.open(io.BytesIO(publishable(made.getvalue()))) as opened:
        extrema = opened.convert("RGBA").getchannel("A").getextrema()
    assert extrema == (0, 255)


def test_a_missing_picture_names_the_one_that_is_there() -> None:
    present = ["media/photo.jpg", "media/map.png"]

    assert missing("media/Photo.JPG", present).message == "media/Photo.JPG - there is media/photo.jpg"
    assert missing("media/phto.jpg", present).hint == "write media/photo.jpg"
    assert missing("media/zzzzzz.gif", []).message == "'media/zzzzzz.gif' is not in media/"
    assert codes.MEDIA_MISSING is missing("x", present).code


def test_without_pillow_the_message_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = picture("PNG")
    monkeypatch.setitem(sys.modules, "PIL.Image", None)

    assert codes.MEDIA_TYPE is refusal("a.svg", raw).code
    with pytest.raises(ImagesUnavailable, match=r"pip install 'dateline\[images\]'"):
        inspect("a.png", raw)


WHOLE = {kind: picture(kind, **({} if kind == "GIF" else {"exif": exif()})) for kind in ENDINGS}
ALLOWED: tuple[Code, ...] = (codes.MEDIA_MISMATCH, codes.IMAGE_TOO_LARGE)


@given(
    st.sampled_from(sorted(ENDINGS)),
    st.lists(st.tuples(st.integers(0, 2000), st.integers(0, 255)), max_size=8),
    st.integers(0, 2000),
)
def test_damaged_pictures_are_refused_or_copied_and_never_break_anything(
    kind: str, changes: list[tuple[int, int]], length: int
) -> None:
    raw = bytearray(WHOLE[kind])
    for place, value in changes:
        raw[place % len(raw)] = value
    damaged = bytes(raw[: max(length, 20)]) if length < 1500 else bytes(raw)
    try:
        inspect(f"a.{ENDINGS[kind]}", damaged)
        publishable(damaged)
    except MediaError as error:
        refused = error.code
    else:
        refused = codes.MEDIA_MISMATCH
    assert refused in ALLOWED
