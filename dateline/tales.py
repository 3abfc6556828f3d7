# SPDX-License-Identifier: MIT
"""Brings the story of a row when a page is to be rendered: from the store, else from its files."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from typing import Any

from dateline.examine import Examiner, examine, retold
from dateline.exported import exported
from dateline.json_text import decode
from dateline.load import ChangedMeanwhile, EventFiles
from dateline.reading import RECORDS, STORIES
from dateline.rows import Row
from dateline.store import Store
from dateline.stories import Story

MOST = 8
"""So many stories stay in memory: an event's page and its data are made one after the other."""


class Teller:
    """Tells stories; `files` leads from an event's id to its files. Can be sent to other processes."""

    def __init__(self, store: Store, examiner: Examiner, files: Mapping[str, EventFiles]) -> None:
        self.store = store
        self.examiner = examiner
        self.files = files
        self.recent: OrderedDict[str, Story] = OrderedDict()

    def __call__(self, row: Row) -> Story:
        """The story that the row was made from.

        Raises ChangedMeanwhile where the event's files have changed since the row was made.
        """
        found = self.recent.get(row.digest)
        if found is None:
            found = self.recent[row.digest] = self.kept(row) or self.anew(row)
            if len(self.recent) > MOST:
                self.recent.popitem(last=False)
        return found

    def export(self, row: Row) -> dict[str, Any]:
        """The event of the row as plain data; raises as a call does."""
        found: dict[str, Any] | None = self.text(RECORDS, row)
        return exported(self(row)) if found is None else found

    def kept(self, row: Row) -> Story | None:
        """The story in the store, if it is the one that the row was made from."""
        told, setting = self.text(STORIES, row), self.examiner.setting
        return retold(told, row.id, row.path, setting) if told is not None and setting else None

    def text(self, kind: str, row: Row) -> Any:
        """What the store has of a row, unless it was made from something else."""
        text = self.store.get(kind, self.files[row.id].key)
        made_from, found = decode(text) if text is not None else (None, None)
        return found if made_from == row.digest else None

    def anew(self, row: Row) -> Story:
        """The story from the event's files, where the store has lost it."""
        found = examine(self.examiner, self.files[row.id])
        if found.row is None or found.row.digest != row.digest or self.examiner.setting is None:
            raise ChangedMeanwhile(row.path)
        story = retold(found.told, row.id, row.path, self.examiner.setting)
        assert story is not None, "what was rendered just now is sound"  # noqa: S101  # for the type
        return story
