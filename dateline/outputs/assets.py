# SPDX-License-Identifier: MIT
"""The style sheet, the icon and the pictures."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import blake2b

from dateline.output import Output
from dateline.theme import Theme
from dateline.timeline import Timeline


def plan(timeline: Timeline, theme: Theme) -> Iterator[Output]:
    """Every file of the templates' assets folder, and every picture that may be shown, in its sizes."""
    for name, raw in theme.assets():
        yield Output(f"assets/{name}", blake2b(raw, digest_size=16).hexdigest(), bytes, (raw,))
    for picture in timeline.pictures.values():
        yield Output(picture.address, picture.key or picture.address, picture.publish)
        yield from (Output(copy.address, copy.key, copy.publish) for copy in picture.copies)
