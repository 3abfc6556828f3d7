# SPDX-License-Identifier: MIT
"""Whether a site can be searched, and the index for it among what is published."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from dateline import pagefind
from dateline.codes.site import NO_SEARCH_INDEX
from dateline.digest import digest
from dateline.models import Site
from dateline.output import Output
from dateline.problems import Problem
from dateline.write import Derived, Written

FOLDER = "pagefind"
MOST = 2_000
"""A site of more events is searched only where somebody asks for it: an index takes time and memory."""

EVENT_PAGE = re.compile(r"(?:[^/]{2,3}(?:-[^/]+)?/)?events/[^/]+\.html")


def is_searched(site: Site, events: int, *, asked: bool | None) -> bool:
    """Whether readers can search the site: as it was asked, else as site.yaml says, else by its size."""
    if asked is not None:
        return asked
    return site.search if site.search is not None else events <= MOST


@dataclass(slots=True)
class Search:
    """The index of one build; `failed` says why there is none. With `anew` False the last one stays."""

    anew: bool
    failed: str = field(default="", init=False)

    def derived(self, outputs: Iterable[Output]) -> Derived | None:
        """The index as something derived from the event pages among the outputs, if there are any."""
        if not self.anew:
            return Derived(FOLDER, None, None)
        found = sorted(pages(outputs))
        if not found:
            return None
        key = digest((pagefind.version(), pagefind.PAGES, found))
        return Derived(FOLDER, key, self.make if pagefind.command() else None)

    def make(self, site: Path) -> dict[str, bytes]:
        """The files of the index by their path in the site; none where Pagefind fails."""
        try:
            return {f"{FOLDER}/{path}": data for path, data in pagefind.index(site).items()}
        except pagefind.NoIndex as error:
            self.failed = str(error)
            return {}

    def problem(self, written: Written) -> tuple[Problem, ...]:
        """What there is to say where the site was written without an index that it should have."""
        paths = (*written.changed, *written.unchanged)
        has_index = any(path.startswith(f"{FOLDER}/") for path in paths)
        if not self.anew or has_index or not any(map(EVENT_PAGE.fullmatch, paths)):
            return ()
        hint = "The next build tries again; --no-search makes a site without."
        if not self.failed:
            hint = "Install it with: pip install 'dateline[search]'; --no-search makes a site without."
        message = f"readers cannot search this site: {self.failed or 'Pagefind is not installed'}"
        return (Problem("search.html", 1, 1, NO_SEARCH_INDEX, message, hint, NO_SEARCH_INDEX.severity),)


def pages(outputs: Iterable[Output]) -> list[tuple[str, str]]:
    """The event pages among the outputs: their paths and keys."""
    return [(one.path, one.key) for one in outputs if EVENT_PAGE.fullmatch(one.path)]
