# SPDX-License-Identifier: MIT
"""What can be wrong with a picture in media/."""

from __future__ import annotations

from dateline.problems import Code, Severity

ERROR = Severity.ERROR

MEDIA_MISSING = Code(
    "D401",
    "media-missing",
    ERROR,
    "A picture that is named is in media/, spelt in the same case.",
    bad="file: media/Photo.JPG",
    good="file: media/photo.jpg",
)
MEDIA_TYPE = Code(
    "D402",
    "media-type",
    ERROR,
    "A picture is a JPEG, PNG, WebP, AVIF or GIF: other kinds of file can hold code that a browser runs.",
    bad="file: media/map.svg",
    good="file: media/map.png",
)
MEDIA_MISMATCH = Code(
    "D403",
    "media-mismatch",
    ERROR,
    "A picture is what the ending of its name says, whole, and nothing besides.",
    bad="file: media/page-saved-as.png",
    good="file: media/page.png",
)
IMAGE_TOO_LARGE = Code(
    "D404",
    "image-too-large",
    ERROR,
    "A picture has at most 40 million pixels, in all its frames, and 32 MB.",
)
GPS_REMOVED = Code(
    "D405",
    "gps-removed",
    Severity.NOTICE,
    "The page shows no camera position; one that a photo carries is left out of the copy, "
    "but stays in the repository until it is removed there.",
)
