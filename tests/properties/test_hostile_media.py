"""Whatever lies in media/ under whatever name is refused by name, or published as its pixels alone."""

import zlib
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from struct import pack
from typing import Any
from zipfile import ZipFile

import pytest
from PIL import Image as Pillow
from PIL import PngImagePlugin

from dateline.checking import check
from dateline.pipeline import theme_of
from dateline.planning import plan
from tests.samples import EVENT, site_of
from tests.torture import LONG, Tell

NOW = datetime(2022, 2, 1, tzinfo=UTC)
MARK = b"HOSTILE-MARK"
PAYLOAD = b"<script>" + MARK + b"</script>"
KINDS = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp", "AVIF": "avif", "GIF": "gif"}
NAMES = (
    *(f"hostile.{ending}" for ending in KINDS.values()),
    *(
        "hostile.JPG",
        "hostile.jpeg",
        "hostile.svg",
        "hostile.html",
        "hostile.js",
        "hostile.php",
        "hostile.jpg.html",
        "hostile.html.jpg",
        "hostile.tiff",
        "hostile.bmp",
        "x",
    ),
)
OTHERS: dict[str, bytes] = {
    "nothing": b"",
    "a byte": b"\0",
    "a web page": b"<!DOCTYPE html>" + PAYLOAD,
    "a web page after spaces": b" " * 600 + PAYLOAD,
    "a drawing": b"<svg xmlns='http://www.w3.org/2000/svg' onload='x'>" + PAYLOAD + b"</svg>",
    "XML with an entity": b"<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><x>&a;</x>"
    + MARK,
    "a program": b"\x7fELF\x02\x01\x01" + bytes(64) + MARK,
    "a program of Windows": b"MZ" + bytes(64) + MARK,
    "a script": b"#!/bin/sh\n: " + MARK,
    "a module": b"export const x = '" + MARK + b"'",
    "a document": b"%PDF-1.7\n" + PAYLOAD,
    "a font": b"wOF2" + bytes(40) + MARK,
    "a film": b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom" + MARK,
    "a photo of a phone": b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + MARK,
    "a bitmap": b"BM" + bytes(60) + MARK,
    "a scan": b"II*\0" + bytes(60) + MARK,
    "a packed text": zlib.compress(PAYLOAD) + MARK,
    "a picture kept by a file manager": b"\0\0\1\0\1\0" + MARK,
    "YAML": b"title: " + MARK,
    "zeros": bytes(100_000),
}


def archive() -> bytes:
    """A ZIP file that holds a web page."""
    made = BytesIO()
    with ZipFile(made, "w") as file:
        file.writestr("index.html", PAYLOAD)
    return made.getvalue()


def picture(kind: str, **options: Any) -> bytes:
    """A small picture of one kind."""
    made = BytesIO()
    Pillow.effect_mandelbrot((24, 16), (-2, -1, 1, 1), 20).convert("RGB").save(made, kind, **options)
    return made.getvalue()


def chunk(name: bytes, data: bytes) -> bytes:
    """A chunk of a PNG."""
    return pack(">I", len(data)) + name + data + pack(">I", zlib.crc32(name + data))


def exif() -> bytes:
    """EXIF with the mark in its texts and a position."""
    made = Pillow.Exif()
    for tag in (0x010E, 0x013B, 0x8298, 0x9286, 0xA431):
        made[tag] = PAYLOAD.decode()
    made.get_ifd(0x8825).update({1: "N", 2: (35.0, 6.0, 0.0), 3: "E", 4: (40.0, 33.0, 0.0)})
    return made.tobytes()


def bodies() -> Iterator[tuple[str, bytes]]:
    """What each file holds, and its bytes."""
    yield from OTHERS.items()
    yield "an archive", archive()
    told = PngImagePlugin.PngInfo()
    told.add_text("Comment", PAYLOAD.decode())
    told.add_itxt("XML:com.adobe.xmp", PAYLOAD.decode())
    for kind in KINDS:
        whole = picture(kind)
        more: dict[str, Any] = {} if kind == "GIF" else {"exif": exif(), "xmp": PAYLOAD}
        if kind == "GIF":
            more = {"comment": PAYLOAD}
        if kind == "PNG":
            more = {"pnginfo": told, "exif": exif()}
        yield f"{kind} with texts", picture(kind, **more)
        yield f"{kind} before a web page", whole + PAYLOAD
        yield f"{kind} before an archive", whole + archive()
        yield f"{kind} after a web page", PAYLOAD + whole
        yield f"the head of a {kind} before a web page", whole[:16] + PAYLOAD
        yield from (
            (f"{kind} cut after {size}", whole[:size] + MARK) for size in (3, 12, 30, len(whole) // 2)
        )
        yield f"{kind} twice", whole + picture(kind, **more)
    size = pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    bomb = chunk(b"IHDR", size) + chunk(b"IDAT", zlib.compress(bytes(10_000))) + chunk(b"IEND", b"")
    yield "a PNG that says it is immense", b"\x89PNG\r\n\x1a\n" + bomb
    text = chunk(b"zTXt", b"a\0\0" + zlib.compress(bytes(50_000_000)))
    whole = picture("PNG")
    yield "a PNG with an immense text", whole[:33] + text + whole[33:]
    yield "a GIF that is a script", b"GIF89a/*" + picture("GIF")[8:] + b"*/=1;" + MARK


def faults(folder: Path, name: str) -> Iterator[str]:
    """What is wrong with how a file in media/ is told of and published."""
    checked = check(folder, now=NOW)
    told = [one for one in checked.problems if one.path == f"content/media/{name}" or name in one.message]
    if checked.timeline is None or name not in checked.timeline.pictures:
        if not told or not checked.has_errors:
            yield "lost in silence"
        return
    if checked.has_errors:
        return
    outputs = plan(checked.timeline, folder, theme_of(checked.timeline, folder, None, NOW))
    for output in outputs:
        if output.path.startswith("media/"):
            ending = output.path.rpartition(".")[2]
            if ending not in {*KINDS.values(), "jpeg"}:
                yield f"published as {ending}"
            yield from (f"{output.path}: {fault}" for fault in tells(output.render()))
        elif not output.measures and MARK in output.render():
            yield f"{output.path} holds it"


def tells(published: bytes) -> Iterator[str]:
    """What a published picture holds besides its pixels."""
    if MARK in published or b"index.html" in published:
        yield "what was hidden in it"
    with Pillow.open(BytesIO(published)) as shown:
        shown.load()
        if shown.getexif() or shown.info.get("comment") or shown.info.get("xmp"):
            yield "what it says of its making"


def of(folder: Path, name: str, raw: bytes) -> Path:
    """A site whose one event shows a file of media/."""
    media = f"media:\n  - type: photo\n    file: {name}\n    alt: A quay\n"
    media += "    credit: Nobody\n    licence: CC0-1.0\n"
    return site_of(folder, {"events/e.yaml": EVENT + media, f"media/{name}": raw})


@pytest.mark.torture
def test_a_file_is_refused_by_name_or_published_as_pixels_alone(tmp_path: Path, figure: Tell) -> None:
    """Under every name, or under those of pictures and one of the others in the short form."""
    count, shown, own = 0, 0, len(KINDS)
    for number, (what, raw) in enumerate(bodies()):
        first = own + number % (len(NAMES) - own)
        for name in NAMES if LONG else (*NAMES[:own], NAMES[first]):
            folder = of(tmp_path / f"{number}" / name, name, raw)
            assert list(faults(folder, name)) == [], (what, name)
            shown += not check(folder, now=NOW).has_errors
            count += 1
    assert shown >= len(KINDS) * 4
    tried = f"{count:,} files in media/: others under every name, pictures with texts, tails and lies"
    figure("S6", tried, f"{shown} published, as pixels alone; the rest refused by name")


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_copying_pictures_as_they_are_is_caught(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So the test above can fail."""
    raw, name = picture(kind, exif=exif()), f"hostile.{KINDS[kind]}"
    folder = of(tmp_path, name, raw)
    assert list(faults(folder, name)) == []
    as_it_is: Callable[[bytes], bytes] = bytes
    monkeypatch.setattr("dateline.pictures.publishable", as_it_is)

    assert list(faults(folder, name)) != []
