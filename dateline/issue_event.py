# SPDX-License-Identifier: MIT
"""An issue that was made with the form becomes the file of an event, or remarks on what to mend first."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass
from pathlib import Path

from dateline.checking import Checked
from dateline.draft import Draft, draft
from dateline.issue_answers import Remark, read
from dateline.issue_form import LABEL, questions
from dateline.issue_payload import Issue
from dateline.issue_reply import remarks_of, stops
from dateline.problems import Severity
from dateline.timeline import Timeline
from dateline.trial import taken, tried
from dateline.written_names import names_of
from dateline.yaml_text import Data

LARGEST = 90_000
"""An event's file is at most so many bytes: a workflow hands it from job to job in a variable."""

SOUND: dict[str, Data] = {"title": "?", "date": "2000", "sources": ["https://example.org/"]}
"""What stands for the answers that an event needs, where they have faults."""

SCHEMA = "docs/schema/event.json"


@dataclass(frozen=True, slots=True)
class Turned:
    """What came of an issue: the event, or None where a remark is an error."""

    event: Draft | None
    remarks: tuple[Remark, ...]


def turned(issue: Issue, source: Path, site: Checked, timeline: Timeline) -> Turned:
    """The event that the issue tells of, checked in the site in `source`, where nothing is written."""
    if LABEL not in issue.labels:
        hint = "open a new one with the form 'Add an event'"
        return Turned(None, (Remark("", f"this issue does not have the label '{LABEL}'", hint),))
    asked = questions(timeline.site)
    filled = read(issue.body, asked, names_of(timeline.setting))
    if not filled.fields:
        return Turned(None, filled.remarks)

    def looked_at(fields: Mapping[str, Data]) -> tuple[Draft, tuple[Remark, ...]]:
        event = drafted(fields, source, taken(timeline))
        return event, tuple(remarks_of(tried(source, site, event), event, asked))

    event, found = looked_at({**SOUND, **filled.fields} if stops(filled.remarks) else filled.fields)
    remarks = (*filled.remarks, *found)
    if (size := len(event.text.encode())) > LARGEST:
        message = f"the event has {size:,} bytes, the limit is {LARGEST:,}"
        remarks = (*remarks, Remark("", message, "shorten the longer account"))
    if not stops(remarks):
        return Turned(event, remarks)
    # A fault of the date or of a source hides those of other answers: look again with sound ones there.
    faulty = {remark.label for remark in remarks}
    labels = {one.key: one.label for one in asked}
    sound = {key: answer for key, answer in filled.fields.items() if labels[key] not in faulty}
    _, hidden = looked_at({**SOUND, **sound})
    more = (one for one in hidden if one.severity is Severity.ERROR and one.label not in faulty)
    return Turned(None, (*remarks, *more))


def drafted(fields: Mapping[str, Data], source: Path, ids: Container[str]) -> Draft:
    """The event's file; its first line leads editors to the schema, where the site has one."""
    made = draft(fields, ids)
    if not (source / SCHEMA).is_file():
        return made
    return draft(fields, ids, schema="../" * made.path.count("/") + SCHEMA)
