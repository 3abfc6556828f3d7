# SPDX-License-Identifier: MIT
"""A picture that can be shown, and how pages offer it: the whole, and copies from which a browser chooses."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

USUAL = 800
"""The width of the copy for a browser that does not choose; a wider one if there is none."""

SIZES = "(min-width: 50rem) 46rem, 94vw"
"""How wide a picture stands on a page: that of the column of text."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The copies of one kind of file, as `srcset` lists them; `type` is that of MIME."""

    type: str
    srcset: str


@dataclass(frozen=True, slots=True)
class Illustration:
    """Where a picture and its copies are published; width and height in pixels.

    `kinds` are the kinds of file, the best first, each as its type and the address and width of its
    copies, the smallest first. A picture that cannot be made smaller has none.
    """

    address: str
    width: int
    height: int
    kinds: tuple[tuple[str, tuple[tuple[str, int], ...]], ...] = ()

    def choices(self, root: str) -> tuple[Choice, ...]:
        """The copies by kind of file, the best first; `root` is the way from the page to the site's root."""
        return tuple(
            Choice(kind, ", ".join(f"{root}{address} {width}w" for address, width in copies))
            for kind, copies in self.kinds
        )

    @property
    def usual(self) -> str:
        """The copy that any browser can show, wide enough for a column of text; else the whole picture."""
        copies = self.kinds[-1][1] if self.kinds else ()
        wide = [copy for copy in copies if copy[1] >= USUAL] or copies[-1:]
        return wide[0][0] if wide else self.address


@dataclass(frozen=True, slots=True)
class Copy:
    """A picture in one size and one kind of file; `type` is that of MIME, `key` covers its bytes."""

    type: str
    address: str
    width: int
    key: str
    publish: Callable[[], bytes] = field(repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of content/media/ that can be shown: where it is published and its size in pixels.

    `copies` are of several sizes and kinds of file, for a browser to choose from: kind by kind, the
    best first, and the smallest of each first.
    """

    name: str
    address: str
    width: int
    height: int
    publish: Callable[[], bytes] = field(repr=False, compare=False)
    key: str = ""
    copies: tuple[Copy, ...] = ()

    @property
    def offered(self) -> Illustration:
        """The picture as pages offer it."""
        kinds: dict[str, list[tuple[str, int]]] = {}
        for copy in self.copies:
            kinds.setdefault(copy.type, []).append((copy.address, copy.width))
        held = tuple((kind, tuple(copies)) for kind, copies in kinds.items())
        return Illustration(self.address, self.width, self.height, held)
