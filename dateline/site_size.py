# SPDX-License-Identifier: MIT
"""Says when a site nears the size that GitHub Pages takes, where its bytes are, and how to have fewer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from dateline.codes.site import SITE_SIZE
from dateline.problems import Problem
from dateline.states import State

MOST = 1_000_000_000
"""Bytes; "Published GitHub Pages sites may be no larger than 1 GB"
(https://docs.github.com/en/pages/getting-started-with-github-pages/github-pages-limits)."""

NEAR = 800_000_000
"""From so many bytes on a site grows beyond what is taken before its owner notices."""

NAMED = 3


def size_problem(states: Mapping[str, State]) -> tuple[Problem, ...]:
    """A warning for a published site of these files that is, or soon will be, too large; else nothing."""
    folders: Counter[str] = Counter()
    for path, state in states.items():
        folder, slash, _ = path.partition("/")
        folders[folder + slash if slash else "the files at the root"] += state.size
    size = folders.total()
    if size < NEAR:
        return ()
    says = "more than" if size > MOST else "near"
    message = f"the site has {shown(size)}, {says} the {shown(MOST)} that GitHub Pages takes"
    most = ", ".join(f"{name} {shown(held)}" for name, held in folders.most_common(NAMED))
    hint = (
        f"Most are in {most}. In site.yaml, `slice_min: 0` leaves out the data files of slices and a higher "
        "number most of them; else make a site of each half of the years, or publish elsewhere."
    )
    return (Problem("site.yaml", 1, 1, SITE_SIZE, message, hint, SITE_SIZE.severity),)


def shown(size: int) -> str:
    """Bytes in words, as a person counts them."""
    return f"{size / 1e9:.1f} GB" if size >= NEAR else f"{size / 1e6:.0f} MB"
