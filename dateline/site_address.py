# SPDX-License-Identifier: MIT
"""The address at which a site is published, as far as it can be told."""

from __future__ import annotations

from urllib.parse import urlsplit


def with_slash(url: str | None) -> str | None:
    """An address that ends in a slash."""
    return url if not url or url.endswith("/") else f"{url}/"


def pages_address(repository: str | None) -> str | None:
    """Where GitHub Pages publishes a repository, or None for one kept elsewhere."""
    parts = urlsplit(repository or "")
    names = [name for name in parts.path.removesuffix(".git").split("/") if name]
    if parts.hostname != "github.com" or len(names) != 2:  # noqa: PLR2004  # owner and name
        return None
    owner, name = names
    host = f"{owner.lower()}.github.io"
    return f"https://{host}/" if name.lower() == host else f"https://{host}/{name}/"
