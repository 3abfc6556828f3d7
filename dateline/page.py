# SPDX-License-Identifier: MIT
"""What a page says of itself: its address, its title, and in which languages it is there."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """What every page says of itself; `path` is its address within the pages of its language.

    `image` is that of the picture for shared links, where it has one, and `image_alt` that in words.
    `written_in` are the languages in which its text is there, where these are not all of the site's.
    """

    path: str
    title: str
    description: str = ""
    kind: str = "website"
    indexed: bool = True
    current: str = ""
    image: str = ""
    image_alt: str = ""
    written_in: tuple[str, ...] | None = None

    @property
    def root(self) -> str:
        """The way from the page to the home page of its language: empty, or ../ once or more."""
        return "../" * self.path.count("/")


@dataclass(frozen=True, slots=True)
class ProseLink:
    """A page of prose, as every page links to it."""

    id: str
    title: str


def address(path: str) -> str:
    """A page's address as it is linked: a home page is the folder itself."""
    return path.removesuffix("index.html") if f"/{path}".endswith("/index.html") else path
