# SPDX-License-Identifier: MIT
"""A site with one more event, checked beside the site itself: what the event would bring with it."""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from dateline.checking import Checked, check
from dateline.draft import Draft
from dateline.load import CONTENT
from dateline.problems import Problem
from dateline.timeline import Timeline


def taken(timeline: Timeline) -> frozenset[str]:
    """Every id that an event has, had, or would have if its file were sound."""
    broken = {ident for kind, ident in timeline.hidden if kind == "events"}
    return frozenset(timeline.by_id.keys() | timeline.redirects.keys() | broken)


def tried(source: Path, site: Checked, event: Draft) -> tuple[Problem, ...]:
    """The problems that the event adds to those that the site in `source` has; nothing is written there."""
    with TemporaryDirectory() as folder:
        copy = Path(folder)
        shutil.copytree(source / CONTENT, copy / CONTENT, symlinks=True)
        path = copy / event.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(event.text, encoding="utf-8", newline="\n")
        before = set(site.problems)
        return tuple(one for one in check(copy, drafts=True).problems if one not in before)
