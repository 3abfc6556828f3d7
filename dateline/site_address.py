# SPDX-License-Identifier: MIT
"""The address at which a site is published, as far as it can be told."""

from __future__ import annotations

from urllib.parse import urlsplit


def with_slash(url: str | None) -> str | None:
    """An address that ends in a slash."""
    return url if not url or url.endswith("/") else f"{url}/"


def pages_address(repository: str | None) -> str | None:
    """Where GitHub Pages publishes a repository, or None for one kept elsewhere."""
    names = on_github(repository)
    if names is None:
        return None
    owner, name = names
    host = f"{owner.lower()}.github.io"
    return f"https://{host}/" if name.lower() == host else f"https://{host}/{name}/"


def on_github(repository: str | None) -> tuple[str, str] | None:
    """The owner and the name of a repository on GitHub, or None for one kept elsewhere."""
    parts = urlsplit(repository or "")
    names = [name for name in parts.path.removesuffix(".git").split("/") if name]
    if parts.hostname != "github.com" or len(names) != 2:  # noqa: PLR2004  # owner and name
        return None
    return names[0], names[1]


def new_file_page(repository: str | None) -> str | None:
    """The page on which GitHub lets people propose a new file, or None for a repository kept elsewhere."""
    names = on_github(repository)
    return f"https://github.com/{names[0]}/{names[1]}/new/main" if names else None


def edit_page(repository: str | None, path: str) -> str | None:
    """The page on which GitHub lets people propose a change to a file, or None for one kept elsewhere."""
    names = on_github(repository)
    return f"https://github.com/{names[0]}/{names[1]}/edit/main/{path}" if names else None
