# SPDX-License-Identifier: MIT
"""A file of content/media/ becomes a picture that is safe to publish."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from hashlib import blake2b
from pathlib import PurePosixPath

from dateline.codes.media import GPS_REMOVED
from dateline.digest import digest
from dateline.illustration import Copy, Picture
from dateline.images import GPS_HINT, Image, MediaError, inspect, made_by, publishable
from dateline.images.smaller import ENDINGS, TYPES, height_at, kinds, smaller, widths
from dateline.load import ChangedMeanwhile, MediaFile
from dateline.problems import Code, Problem
from dateline.slugs import slug

Notice = tuple[Code, str, str]


class Damaged(Exception):  # noqa: N818  # it names what is the matter
    """A picture that begins well and cannot be read to its end."""

    def __init__(self, path: str, message: str, hint: str) -> None:
        super().__init__(path, message, hint)
        self.path = path
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.path}: {self.message}"


def picture(file: MediaFile, raw: bytes) -> tuple[Picture, list[Notice]]:
    """The picture, published under its content's digest, and what was taken out of it.

    Raises MediaError for a file that is not a picture we publish.
    """
    image = inspect(file.name, raw)
    name = PurePosixPath(file.name)
    stem = f"media/{slug(name.stem)}-{blake2b(raw, digest_size=6).hexdigest()}"
    whole = blake2b(raw, digest_size=16).hexdigest()
    notices: list[Notice] = []
    if image.has_gps:
        message = "the picture says where it was taken; the published copy will not"
        notices.append((GPS_REMOVED, message, GPS_HINT))
    made = Picture(
        name=file.name,
        address=f"{stem}{name.suffix.lower()}",
        width=image.width,
        height=image.height,
        publish=partial(published, file),
        key=digest((whole, made_by())),
        copies=tuple(copies(file, whole, image, stem)),
    )
    return made, notices


def copies(file: MediaFile, whole: str, image: Image, stem: str) -> Iterator[Copy]:
    """The picture, whose digest is `whole`, in several sizes and kinds of file."""
    for kind in kinds(image):
        for width in widths(image):
            size = (width, height_at(width, image))
            address = f"{stem}-{width}.{ENDINGS[kind]}"
            make = partial(published, file, kind, size)
            yield Copy(TYPES[kind], address, width, digest((whole, made_by(), kind, size)), make)


def published(file: MediaFile, kind: str = "", size: tuple[int, int] = (0, 0)) -> bytes:
    """The bytes of the picture without what it says of its making; as it is, or of a kind and size.

    Raises ChangedMeanwhile where the file is not to be had any more, and Damaged where only its
    beginning was sound.
    """
    raw = file.read()
    if isinstance(raw, Problem):
        raise ChangedMeanwhile(file.path)
    try:
        return smaller(raw, kind, size) if kind else publishable(raw)
    except MediaError as error:
        raise Damaged(file.path, error.message, error.hint) from None
