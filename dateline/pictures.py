# SPDX-License-Identifier: MIT
"""A file of content/media/ becomes a picture that is safe to publish."""

from __future__ import annotations

from functools import partial
from hashlib import blake2b
from pathlib import PurePosixPath

from dateline.codes.media import GPS_REMOVED
from dateline.images import GPS_HINT, inspect, publishable
from dateline.load import ChangedMeanwhile, MediaFile
from dateline.problems import Code, Problem
from dateline.slugs import slug
from dateline.timeline import Picture

Notice = tuple[Code, str, str]


def picture(file: MediaFile, raw: bytes) -> tuple[Picture, list[Notice]]:
    """The picture, published under its content's digest, and what was taken out of it.

    Raises MediaError for a file that is not a picture we publish.
    """
    image = inspect(file.name, raw)
    name = PurePosixPath(file.name)
    digest = blake2b(raw, digest_size=6).hexdigest()
    address = f"media/{slug(name.stem)}-{digest}{name.suffix.lower()}"
    notices: list[Notice] = []
    if image.has_gps:
        message = "the picture says where it was taken; the published copy will not"
        notices.append((GPS_REMOVED, message, GPS_HINT))
    return Picture(file.name, address, image.width, image.height, partial(published, file)), notices


def published(file: MediaFile) -> bytes:
    """The bytes of the picture without what it says of its making.

    Raises ChangedMeanwhile where the file is not to be had any more.
    """
    raw = file.read()
    if isinstance(raw, Problem):
        raise ChangedMeanwhile(file.path)
    return publishable(raw)
