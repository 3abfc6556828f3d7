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
    bad="file: Photo.JPG",
    good="file: photo.jpg",
)
MEDIA_TYPE = Code(
    "D402",
    "media-type",
    ERROR,
    "A picture is a JPEG, PNG, WebP, AVIF or GIF: other kinds of file can hold code that a browser runs.",
    bad="file: map.svg",
    good="file: map.png",
)
MEDIA_MISMATCH = Code(
    "D403",
    "media-mismatch",
    ERROR,
    "A picture is what the ending of its name says, whole, and nothing besides.",
    bad="file: page-saved-as.png",
    good="file: page.png",
)
IMAGE_TOO_LARGE = Code(
    "D404",
    "image-too-large",
    ERROR,
    "A picture has at most 40 million pixels, in all its frames, and 32 MB.",
    bad="content/media/map.png    # 60,000 by 60,000 pixels",
    good="content/media/map.png    # 3,000 by 3,000 pixels",
)
GPS_REMOVED = Code(
    "D405",
    "gps-removed",
    Severity.NOTICE,
    "The page shows no camera position; one that a photo carries is left out of the copy, "
    "but stays in the repository until it is removed there.",
    bad="content/media/gate.jpg    # as it came from the phone",
    good="content/media/gate.jpg    # saved anew, without its position",
)
